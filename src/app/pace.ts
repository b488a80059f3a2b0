// Stays below the platform's limits (app/sent-lately.ts), the most urgent first. Limits count on the service's clock, and
// for all processes on one store together: where there may be others, what is free here is taken there first.

import { type Instant, type Millis, minuteMs, seconds } from '../core/time.ts';
import type { Clock, Priority, Scheduler, Urgency } from './ports.ts';
import { Sends } from './sends.ts';
import { conversationLimits, type Limits, tenantLimits } from './sent-lately.ts';
import type { SharedPlaces, Taking } from './shared-places.ts';

/** Edits leave this many places of a conversation's first window to posts. */
const keptForPosts = 3;

/** Real time after which the clock is read again, since it may have been moved or set faster. */
const lookAgainMs: Millis = seconds(1);

/** Of the service's clock. */
const tidyEveryMs: Millis = minuteMs;

/** A place counts from before it was written. So much later it is none any more, unless the store is always so slow. Real time. */
const freshMs: Millis = seconds(0.25);
/** That of a conversation is given back for a new one when it is so old before the tenant's is asked for. Real time. */
const renewedMs: Millis = seconds(0.1);
const maxLateCount = 1;
/** A place in a conversation is kept for so long for want of one in its tenant. */
const heldMs: Millis = seconds(1);

const order: readonly Priority[] = ['announcement', 'message', 'reminder', 'edit'];

interface Asked extends Urgency {
  /** It has its place among all processes, or there are no others. */
  isTaken: boolean;
  /** Its place in its conversation, while that of the tenant is still waited for; null for none yet. */
  held: Pick<Taking, 'at' | 'writtenAt'> | null;
  /** How often its place came too late to be used. */
  lateCount: number;
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

/** Hands out places to send, the most urgent first, each tenant by itself. One per process. */
export class Pace {
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #shared: SharedPlaces | null;
  readonly #conversations = new Map<string, Sends>();
  readonly #tenants = new Map<string, Sends>();
  /** By tenant, while somebody waits. */
  readonly #lines = new Map<string, Line>();
  #timer: { cancel(): void } | null = null;
  #nextAt: Instant = Infinity;
  #tidyAt: Instant = 0;

  /** `shared`: what all processes on one store take their places from; null for a process that has the store to itself. */
  constructor(clock: Clock, scheduler: Scheduler, shared: SharedPlaces | null = null) {
    this.#clock = clock;
    this.#scheduler = scheduler;
    this.#shared = shared;
  }

  /** Resolves when one send to this conversation may begin; the place is then taken. */
  place(tenant: string, conversation: string, { priority, startsAt }: Urgency): Promise<void> {
    return new Promise((go) => {
      const now = this.#clock.now();
      this.#enter({ isTaken: this.#shared === null, held: null, lateCount: 0, tenant, conversation, priority, startsAt, behindAt: Math.max(startsAt ?? now, now), go }, now);
    });
  }

  /** Drops the memory of conversations in which nothing was sent for an hour. Now and then, since they may be many. */
  tidy(): void {
    const now = this.#clock.now();
    if (now < this.#tidyAt) return;
    this.#tidyAt = now + tidyEveryMs;
    for (const sends of [this.#conversations, this.#tenants]) {
      for (const [name, each] of sends) if (each.isQuiet(now)) sends.delete(name);
    }
    this.#shared?.tidy(now);
  }

  #enter(asked: Asked, now: Instant): void {
    const line = this.#lines.get(asked.tenant) ?? { queues: order.map(() => []), nextAt: Infinity };
    this.#lines.set(asked.tenant, line);
    enter(line.queues[order.indexOf(asked.priority)] ?? [], asked);
    // Whoever has waited till now goes before whoever comes now; else nothing but the new one can have changed.
    const placeAt = this.#freeAt(asked, now);
    if (placeAt <= now || line.nextAt <= now) this.#serve(asked.tenant, line, now);
    else line.nextAt = Math.min(line.nextAt, placeAt);
    if (line.nextAt < this.#nextAt) this.#wake(line.nextAt, now);
  }

  #serve(tenant: string, line: Line, now: Instant): void {
    const blocked = new Set<string>();
    line.nextAt = Infinity;
    for (const queue of line.queues) {
      let keptCount = 0;
      for (const [n, asked] of queue.entries()) {
        // What stands behind in a conversation could not go either, and nobody at all when the tenant has had its places.
        const name = `${asked.isTaken} ${asked.conversation}`;
        const placeAt = blocked.has(name) ? Infinity : this.#freeAt(asked, now);
        if (placeAt <= now) { this.#grant(asked, now); continue; }
        queue[keptCount++] = asked;
        blocked.add(name);
        line.nextAt = Math.min(line.nextAt, placeAt);
        if (this.#tenant(tenant).freeAt({ isTaken: true }, now, 0) > now) { queue.copyWithin(keptCount, n + 1); keptCount += queue.length - n - 1; break; }
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

  #freeAt(asked: Asked, now: Instant): Instant {
    const isTaken = asked.isTaken || this.#isHeld(asked);
    return Math.max(this.#conversation(asked.conversation).freeAt({ isTaken }, now, reservedFrom(asked.priority)), this.#tenant(asked.tenant).freeAt(asked, now, 0));
  }

  #grant(asked: Asked, now: Instant): void {
    if (asked.isTaken || this.#shared === null) {
      this.#tenant(asked.tenant).add(now);
      this.#conversation(asked.conversation).add(now);
      asked.go();
      return;
    }
    void this.#take(this.#shared, asked, now).then((isTaken) => {
      asked.isTaken = isTaken;
      this.#enter(asked, this.#clock.now());
    });
  }

  #isHeld({ held }: Asked): boolean { return held !== null && this.#ageOf(held.at) < heldMs; }
  #ageOf(at: Instant): Millis { return this.#clock.realNow() - at; }

  /**
   * Takes the place among all processes. The tenant's last: nothing lies between it and the send, since many wait for one.
   * The conversation's counts from when it is used: after a wait for the tenant it is given back for a new one.
   */
  async #take(shared: SharedPlaces, asked: Asked, now: Instant): Promise<boolean> {
    const tenant = this.#tenant(asked.tenant);
    tenant.ask(now);
    if ((asked.held === null || this.#ageOf(asked.held.at) > renewedMs) && !await this.#takeInThread(shared, asked, now)) {
      tenant.learn(null, this.#clock.now());
      return false;
    }
    const ofTenant = await shared.take({ tenant: asked.tenant, thread: null }, tenant.limitsOfAll, { reserved: 0, insteadOf: null });
    tenant.learn(ofTenant, this.#clock.now());
    if (!ofTenant.isTaken) return false;
    const isFresh = this.#ageOf(Math.min(ofTenant.at, asked.held?.at ?? ofTenant.at)) <= freshMs;
    return isFresh || asked.lateCount++ >= maxLateCount;
  }

  async #takeInThread(shared: SharedPlaces, asked: Asked, now: Instant): Promise<boolean> {
    const conversation = this.#conversation(asked.conversation);
    conversation.ask(now);
    const wish = { reserved: reservedFrom(asked.priority), insteadOf: asked.held?.writtenAt ?? null };
    const { isTaken, at, writtenAt, sent } = await shared.take({ tenant: asked.tenant, thread: asked.conversation }, conversation.limitsOfAll, wish);
    conversation.learn({ sent }, this.#clock.now());
    // Refused, it has none to go on with; the old one is still there to be given back.
    asked.held = isTaken ? { at, writtenAt } : asked.held && { ...asked.held, at: -Infinity };
    return isTaken;
  }

  #conversation(name: string): Sends { return sendsOf(this.#conversations, name, conversationLimits); }
  #tenant(name: string): Sends { return sendsOf(this.#tenants, name, tenantLimits); }
}

const reservedFrom = (priority: Priority): number => (priority === 'edit' ? keptForPosts : 0);

function sendsOf(all: Map<string, Sends>, name: string, limits: Limits): Sends {
  const known = all.get(name) ?? new Sends(limits);
  all.set(name, known);
  return known;
}

/** Behind all that are not behind it: mostly that is the end. */
function enter(queue: Asked[], asked: Asked): void {
  const place = queue.findLastIndex(({ behindAt }) => behindAt <= asked.behindAt) + 1;
  queue.splice(place, 0, asked);
}
