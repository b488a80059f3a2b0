// Teams that takes its time, in the test's time, and is as faulty as a test wants it, for several processes at once: a
// request leaves, lands half-way and is answered, and a process may die or freeze at any of the three.

import type { Messenger, Scheduler, SendOutcome } from '../../src/app/ports.ts';
import type { Instant, Millis } from '../../src/core/time.ts';
import { type Exchange, outcomeOf } from '../../src/teams/outcome.ts';
import { type Asked, FakeTeams } from './sim/fake-teams.ts';
import type { Life } from './sim/timeline.ts';

export interface SlowTeamsParts {
  readonly now: () => Instant;
  readonly scheduler: Scheduler;
}

/** A request of one process. */
export interface Request {
  readonly asked: Asked;
  readonly by: Life;
  /** By the clock of its process, too late for a byte to leave. */
  readonly isTooLate: () => boolean;
}

export class SlowTeams extends FakeTeams {
  /** From the request to its answer. */
  takesMs: Millis = 300;
  requestCount = 0;
  /** What is answered instead of the truth; null for the truth. The request has landed, unless it was refused or put off. */
  spoil: (request: Request) => Exchange | null = () => null;
  /** Told before the bytes leave: a process that dies now has sent nothing. */
  onLeaving: (request: Request) => void = () => {};
  /** Told when a request has landed and its answer is under way. */
  onLanded: (request: Request) => void = () => {};
  readonly #parts: SlowTeamsParts;

  constructor(parts: SlowTeamsParts) {
    super();
    this.#parts = parts;
  }

  /** The door of one process. Whether it lives to hear the answer is not known here. */
  messengerFor(by: Life, realNow: () => Instant): Messenger {
    const exchange = (asked: Asked, startBy = Infinity): Promise<SendOutcome> => this.#exchange({ asked, by, isTooLate: () => realNow() > startBy });
    return {
      post: ({ thread, startBy }, message) => exchange({ act: 'post', thread, message }, startBy),
      edit: ({ thread, startBy }, id, message) => exchange({ act: 'edit', thread, id, message }, startBy),
      delete: ({ thread }, id) => exchange({ act: 'delete', thread, id }),
      openPrivate: (_to, teamsUserId) => exchange({ act: 'open', thread: `a:${teamsUserId}` }),
    };
  }

  async #exchange(request: Request): Promise<SendOutcome> {
    const { asked, by, isTooLate } = request;
    this.onLeaving(request);
    if (!by.isAlive) return { kind: 'unknown', why: 'nobody hears this' };
    // A process that freezes now sends when it thaws, unless it is too late by then.
    if (by.frozenUntil > this.#parts.now()) await this.#wait(by.frozenUntil - this.#parts.now());
    if (isTooLate()) return { kind: 'later', afterMs: null, why: 'too-late' };
    this.requestCount++;
    await this.#wait(this.takesMs / 2);
    const spoilt = this.spoil(request);
    const isApplied = spoilt === null || spoilt.kind === 'cut';
    const reply = isApplied ? this.take(asked, this.#parts.now(), false) : null;
    this.onLanded(request);
    await this.#wait(this.takesMs / 2);
    return outcomeOf(spoilt ?? { kind: 'answered', status: reply?.status ?? 500, body: reply?.body ?? null, retryAfter: null }, asked.act, this.#parts.now());
  }

  #wait(delayMs: Millis): Promise<void> {
    return new Promise((resolve) => { this.#parts.scheduler.after(delayMs, resolve); });
  }
}
