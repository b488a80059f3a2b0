// Stays below the platform's limits (platform.md): per bot and conversation 7 sends in 1 s, 8 in 2 s, 60 in 30 s and
// 1,800 in an hour; per app and tenant 50 in 1 s. Windows count on the service's clock.

import { type Instant, hourMs, type Millis, seconds } from '../core/time.ts';
import type { Clock, Priority, Scheduler } from './ports.ts';

interface Window {
  readonly count: number;
  readonly perMs: Millis;
}

/** One below each published limit: they are Microsoft's estimates, and its clock is not ours. */
const conversationWindows: readonly Window[] = [
  { count: 6, perMs: seconds(1) }, { count: 7, perMs: seconds(2) }, { count: 58, perMs: seconds(30) }, { count: 1_750, perMs: hourMs },
];
const tenantWindows: readonly Window[] = [{ count: 48, perMs: seconds(1) }];
/** Edits leave this many places of a conversation's first window to posts. */
const keptForPosts = 3;

/** Real time after which the clock is read again, since it may have been moved or set faster. */
const lookAgainMs: Millis = seconds(1);

const order: readonly Priority[] = ['announcement', 'message', 'reminder', 'edit'];

interface Asked {
  readonly tenant: string;
  readonly conversation: string;
  readonly priority: Priority;
  readonly go: () => void;
}

/** Sends of one conversation or tenant, oldest first; only what its longest window still sees. */
class Sent {
  readonly #windows: readonly Window[];
  #at: Instant[] = [];

  constructor(windows: readonly Window[]) { this.#windows = windows; }

  /** The earliest instant at which one more send keeps every window, `reserved` places of the first left free. */
  freeAt(now: Instant, reserved: number): Instant {
    return this.#windows.reduce((free, { count, perMs }, index) => {
      const places = index === 0 ? count - reserved : count;
      const blocking = this.#at[this.#at.length - places];
      return blocking === undefined ? free : Math.max(free, blocking + perMs);
    }, now);
  }

  add(now: Instant): void {
    const longestMs = Math.max(...this.#windows.map(({ perMs }) => perMs));
    const stale = this.#at.findIndex((at) => at > now - longestMs);
    this.#at = [...(stale < 0 ? [] : this.#at.slice(stale)), now];
  }

  isQuiet(now: Instant): boolean {
    const last = this.#at.at(-1);
    return last === undefined || last <= now - Math.max(...this.#windows.map(({ perMs }) => perMs));
  }
}

/** Hands out places to send, the most urgent first. One per process. */
export class Pace {
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #conversations = new Map<string, Sent>();
  readonly #tenants = new Map<string, Sent>();
  /** A queue for each priority, the most urgent first, each in the order it was asked. */
  #waiting: readonly Asked[][] = order.map(() => []);
  #timer: { cancel(): void } | null = null;
  #nextAt: Instant = Infinity;

  constructor(clock: Clock, scheduler: Scheduler) {
    this.#clock = clock;
    this.#scheduler = scheduler;
  }

  /** Resolves when one send to this conversation may begin; the place is then taken. */
  place(tenant: string, conversation: string, priority: Priority): Promise<void> {
    return new Promise((go) => {
      const asked: Asked = { tenant, conversation, priority, go };
      const now = this.#clock.now();
      this.#waiting[order.indexOf(priority)]?.push(asked);
      // Whoever has waited till now goes before whoever comes now; else nothing but the new one can have changed.
      const freeAt = this.#freeAt(asked, now);
      if (freeAt <= now || this.#nextAt <= now) this.#serve(now);
      else if (freeAt < this.#nextAt) this.#wake(freeAt, now);
    });
  }

  /** Drops the memory of conversations in which nothing was sent for an hour. */
  tidy(): void {
    const now = this.#clock.now();
    for (const sent of [this.#conversations, this.#tenants]) {
      for (const [name, log] of sent) if (log.isQuiet(now)) sent.delete(name);
    }
  }

  #serve(now: Instant): void {
    const blocked = new Set<string>();
    let nextAt = Infinity;
    const mustWait = (asked: Asked): boolean => {
      // What stands behind in a conversation could not go either.
      if (blocked.has(asked.conversation)) return true;
      const freeAt = this.#freeAt(asked, now);
      if (freeAt <= now) { this.#grant(asked, now); return false; }
      blocked.add(asked.conversation);
      nextAt = Math.min(nextAt, freeAt);
      return true;
    };
    this.#waiting = this.#waiting.map((queue) => queue.filter(mustWait));
    this.#wake(nextAt, now);
  }

  #wake(nextAt: Instant, now: Instant): void {
    this.#timer?.cancel();
    this.#nextAt = nextAt;
    const delayMs = Math.min((nextAt - now) / this.#clock.rate, lookAgainMs);
    this.#timer = nextAt === Infinity ? null : this.#scheduler.after(delayMs, () => { this.#serve(this.#clock.now()); });
  }

  #freeAt({ tenant, conversation, priority }: Asked, now: Instant): Instant {
    const reserved = priority === 'edit' ? keptForPosts : 0;
    return Math.max(log(this.#conversations, conversation, conversationWindows).freeAt(now, reserved), log(this.#tenants, tenant, tenantWindows).freeAt(now, 0));
  }

  #grant(asked: Asked, now: Instant): void {
    log(this.#conversations, asked.conversation, conversationWindows).add(now);
    log(this.#tenants, asked.tenant, tenantWindows).add(now);
    asked.go();
  }
}

function log(logs: Map<string, Sent>, name: string, windows: readonly Window[]): Sent {
  const known = logs.get(name) ?? new Sent(windows);
  logs.set(name, known);
  return known;
}
