// A bounded set whose members leave at their own instant. Remembers verified tokens by hash, so that a token is
// verified once and not with every request (reliability.md 2).

export class ExpiringSet {
  readonly #until = new Map<string, number>();
  readonly #maxCount: number;

  /** @param maxCount the oldest member leaves when one more comes in. */
  constructor(maxCount: number) {
    this.#maxCount = maxCount;
  }

  /** Whether `member` is in and `now` is before the instant it leaves. */
  has(member: string, now: number): boolean {
    const until = this.#until.get(member);
    if (until === undefined) return false;
    if (until > now) return true;
    this.#until.delete(member);
    return false;
  }

  add(member: string, until: number): void {
    this.#until.delete(member);
    this.#until.set(member, until);
    const oldest = this.#until.keys().next();
    if (this.#until.size > this.#maxCount && oldest.done !== true) this.#until.delete(oldest.value);
  }
}
