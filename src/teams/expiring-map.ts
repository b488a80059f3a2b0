// A bounded map whose members leave at their own instant. Remembers what verified tokens say, by hash, so that a token is
// verified once and not with every request (reliability.md 2).

export class ExpiringMap<T> {
  readonly #members = new Map<string, { readonly value: T; readonly until: number }>();
  readonly #maxCount: number;

  /** @param maxCount the oldest member leaves when one more comes in. */
  constructor(maxCount: number) {
    this.#maxCount = maxCount;
  }

  /** What is kept under `name` while `now` is before the instant it leaves; null otherwise. */
  get(name: string, now: number): T | null {
    const member = this.#members.get(name);
    if (member === undefined) return null;
    if (member.until > now) return member.value;
    this.#members.delete(name);
    return null;
  }

  set(name: string, value: T, until: number): void {
    this.#members.delete(name);
    this.#members.set(name, { value, until });
    const oldest = this.#members.keys().next();
    if (this.#members.size > this.#maxCount && oldest.done !== true) this.#members.delete(oldest.value);
  }
}
