// Stays below the platform's limits (platform.md): per bot and conversation 7 sends in 1 s, 8 in 2 s, 60 in 30 s and
// 1,800 in an hour; per app and tenant 50 in 1 s. Windows count on the service's clock.

import { type Instant, hourMs, type Millis, minuteMs, seconds } from '../core/time.ts';
import type { Clock, Priority, Scheduler, Urgency } from './ports.ts';

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

/** Of the service's clock. */
const tidyEveryMs: Millis = minuteMs;

const order: readonly Priority[] = ['announcement', 'message', 'reminder', 'edit'];

interface Asked extends Urgency {
  readonly tenant: string;
  readonly conversation: string;
  /** Among its like it waits behind those with an earlier one: the start ahead that it is about, else when it was asked. */
  readonly behindAt: Instant;
  readonly go: () => void;
}

/** Who waits in one tenant. */
interface Line {
  /** A queue for each priority, the most urgent first. */
  readonly queues: Asked[][];
  /** Not before this instant does anybody have a place. */
  nextAt: Instant;
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

/** Hands out places to send, the most urgent first, each tenant by itself. One per process. */
export class Pace {
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #conversations = new Map<string, Sent>();
  readonly #tenants = new Map<string, Sent>();
  /** By tenant, while somebody waits. */
  readonly #lines = new Map<string, Line>();
  #timer: { cancel(): void } | null = null;
  #nextAt: Instant = Infinity;
  #tidyAt: Instant = 0;

  constructor(clock: Clock, scheduler: Scheduler) {
    this.#clock = clock;
    this.#scheduler = scheduler;
  }

  /** Resolves when one send to this conversation may begin; the place is then taken. */
  place(tenant: string, conversation: string, { priority, startsAt }: Urgency): Promise<void> {
    return new Promise((go) => {
      const now = this.#clock.now();
      const asked: Asked = { tenant, conversation, priority, startsAt, behindAt: Math.max(startsAt ?? now, now), go };
      const line = this.#lines.get(tenant) ?? { queues: order.map(() => []), nextAt: Infinity };
      this.#lines.set(tenant, line);
      enter(line.queues[order.indexOf(priority)] ?? [], asked);
      // Whoever has waited till now goes before whoever comes now; else nothing but the new one can have changed.
      const freeAt = this.#freeAt(asked, now);
      if (freeAt <= now || line.nextAt <= now) this.#serve(tenant, line, now);
      else line.nextAt = Math.min(line.nextAt, freeAt);
      if (line.nextAt < this.#nextAt) this.#wake(line.nextAt, now);
    });
  }

  /** Drops the memory of conversations in which nothing was sent for an hour. Now and then, since they may be many. */
  tidy(): void {
    const now = this.#clock.now();
    if (now < this.#tidyAt) return;
    this.#tidyAt = now + tidyEveryMs;
    for (const sent of [this.#conversations, this.#tenants]) {
      for (const [name, log] of sent) if (log.isQuiet(now)) sent.delete(name);
    }
  }

  #serve(tenant: string, line: Line, now: Instant): void {
    const blocked = new Set<string>();
    line.nextAt = Infinity;
    for (const queue of line.queues) {
      let keptCount = 0;
      for (const [n, asked] of queue.entries()) {
        // What stands behind in a conversation could not go either, and nobody at all when the tenant has had its places.
        const freeAt = blocked.has(asked.conversation) ? Infinity : this.#freeAt(asked, now);
        if (freeAt <= now) { this.#grant(asked, now); continue; }
        queue[keptCount++] = asked;
        blocked.add(asked.conversation);
        line.nextAt = Math.min(line.nextAt, freeAt);
        if (this.#isFull(tenant, now)) { queue.copyWithin(keptCount, n + 1); keptCount += queue.length - n - 1; break; }
      }
      queue.length = keptCount;
    }
    if (line.queues.every(({ length }) => length === 0)) this.#lines.delete(tenant);
  }

  /** Serves whose time has come, and looks again when the next one's does. */
  #serveAll(now: Instant): void {
    for (const [tenant, line] of this.#lines) if (line.nextAt <= now) this.#serve(tenant, line, now);
    this.#wake([...this.#lines.values()].reduce((nextAt, line) => Math.min(nextAt, line.nextAt), Infinity), now);
  }

  #wake(nextAt: Instant, now: Instant): void {
    this.#timer?.cancel();
    this.#nextAt = nextAt;
    const delayMs = Math.min((nextAt - now) / this.#clock.rate, lookAgainMs);
    this.#timer = nextAt === Infinity ? null : this.#scheduler.after(delayMs, () => { this.#serveAll(this.#clock.now()); });
  }

  #isFull(tenant: string, now: Instant): boolean { return log(this.#tenants, tenant, tenantWindows).freeAt(now, 0) > now; }

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

/** Behind all that are not behind it: mostly that is the end. */
function enter(queue: Asked[], asked: Asked): void {
  const place = queue.findLastIndex(({ behindAt }) => behindAt <= asked.behindAt) + 1;
  queue.splice(place, 0, asked);
}
