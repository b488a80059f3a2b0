// What was answered to the last activities. Teams sends an activity again when it waits too long: the repeated one gets
// the same answer, also while the first is still being worked on, and the work is done once (platform.md, Limits).

import type { Millis } from '../core/time.ts';

export interface HttpAnswer {
  readonly status: number;
  /** Absent: an empty body. */
  readonly contentType?: string;
  /** The body is a file of this name, to be kept rather than shown. */
  readonly fileName?: string;
  /** It may be shown again for so long, to whom it was given; absent: it is not kept. */
  readonly freshMs?: Millis;
  readonly body?: string;
}

const maxAnswerCount = 5_000;
/** All remembered bodies together; a card is at most 14,000 characters. */
const maxBodyChars = 8_000_000;

export class Answers {
  readonly #answers = new Map<string, { readonly answer: Promise<HttpAnswer>; chars: number }>();
  #bodyChars = 0;

  /** The answer under this key, worked out by `work` if there is none. A failed one is forgotten, so that a repeat tries again. */
  async once(key: string, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    const known = this.#answers.get(key);
    if (known !== undefined) return await known.answer;
    const kept = { answer: work(), chars: 0 };
    this.#answers.set(key, kept);
    this.#makeRoom();
    try {
      const answer = await kept.answer;
      if (answer.status >= 500) this.#forget(key);
      else if (this.#answers.get(key) === kept) this.#count(kept, answer);
      return answer;
    } catch (fault) {
      this.#forget(key);
      throw fault;
    }
  }

  #count(kept: { chars: number }, answer: HttpAnswer): void {
    kept.chars = answer.body?.length ?? 0;
    this.#bodyChars += kept.chars;
    this.#makeRoom();
  }

  #makeRoom(): void {
    for (const key of this.#answers.keys()) {
      if (this.#answers.size <= maxAnswerCount && this.#bodyChars <= maxBodyChars) return;
      this.#forget(key);
    }
  }

  #forget(key: string): void {
    this.#bodyChars -= this.#answers.get(key)?.chars ?? 0;
    this.#answers.delete(key);
  }
}
