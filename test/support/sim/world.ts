// Everything one schedule shares: time, the stored and the visible truth, what people did, and the checks that watch every
// write and every request.

import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../../src/app/ports.ts';
import type { Doc } from '../../../src/app/document.ts';
import type { Community } from '../../../src/core/community/community.ts';
import type { Conversation } from '../../../src/core/conversation/conversation.ts';
import { type ConversationId, conversationOf, type SessionId, type ThreadId } from '../../../src/core/keys.ts';
import type { Message } from '../../../src/core/messages.ts';
import type { Session } from '../../../src/core/session/session.ts';
import type { Instant, Millis } from '../../../src/core/time.ts';
import { type Act, threads } from './acts.ts';
import type { Dice } from './dice.ts';
import { FakeTeams } from './fake-teams.ts';
import { Tables } from './memory-tables.ts';
import { calm, type Plan, type Weather } from './plan.ts';
import { type Place, placeOf } from './slots.ts';
import { type Life, Timeline } from './timeline.ts';
import { callFaults, closedFaults, leaveFaults, PaceWatch } from './watch-attempts.ts';
import { faultsOf, freedFaults } from './watch-commits.ts';
import type { Attempt } from './wire.ts';
import type { Writing } from './wild-store.ts';

/** 2026-11-24T16:00Z, a Tuesday after school. */
const startAt: Instant = Date.UTC(2026, 10, 24, 16);

export interface Joined {
  readonly act: Act;
  readonly at: Instant;
}

export class World {
  readonly plan: Plan;
  readonly dice: Dice;
  /** Where the community meets. */
  readonly thread: ThreadId;
  readonly conversation: ConversationId;
  readonly timeline: Timeline;
  readonly tables = new Tables();
  readonly teams = new FakeTeams();
  readonly attempts: Attempt[] = [];
  readonly writing: Writing = { by: null, calledAt: 0, isLook: false };
  readonly acknowledged = new Set<string>();
  /** Who was told that they are in, in that order. */
  readonly joined: Joined[] = [];
  readonly faults: string[] = [];
  readonly trace: string[] = [];
  /** Chats that said no at some time. */
  readonly refused = new Set<string>();
  /** Acts that a process has been given, whether it still works on them or died over them. */
  readonly inHand = new Map<Life, Set<{ readonly act: Act }>>();
  /** By the name a process has in claims. */
  readonly owners = new Map<Life, string>();
  /** When a process was last given something from a conversation, or was done with it. */
  readonly heardAt = new Map<string, Instant>();
  /** When the store was away, in order, none overlapping. */
  readonly #outages: { readonly from: Instant; until: Instant }[] = [];
  readonly #typed = new Map<string, Act>();
  readonly #earlier = new Map<string, Attempt[]>();
  readonly #paces = new Map<Life, PaceWatch>();
  /** Of all processes on a store they share; null where one may be held up between a place and its use, or cannot ask for it. */
  #paceOfAll: PaceWatch | null;

  constructor(plan: Plan, dice: Dice) {
    this.plan = plan;
    this.dice = dice;
    this.thread = threads[plan.place];
    this.conversation = conversationOf(this.thread);
    this.#paceOfAll = plan.instanceCount > 1 && isPunctual(plan.weather) ? new PaceWatch(unevenMs) : null;
    this.timeline = new Timeline(startAt, dice.fork());
    this.tables.onWrite = (before, after, sizeBytes) => { this.#onWrite(before, after, sizeBytes); };
  }

  get elapsedMs(): number { return this.timeline.now - startAt; }
  get isStorm(): boolean { return this.elapsedMs < this.plan.stormMs; }
  weather(): Weather { return this.isStorm ? this.plan.weather : calm; }

  get downUntil(): Instant { return this.#outages.at(-1)?.until ?? 0; }
  /** The store is away from now on, for so long, whatever was meant before. */
  takeStoreDown(lengthMs: Millis): void {
    const last = this.#outages.at(-1);
    if (last !== undefined) last.until = Math.min(last.until, this.timeline.now);
    this.#outages.push({ from: this.timeline.now, until: this.timeline.now + lengthMs });
  }
  /** How long the store was there in between. */
  readonly #storeUpMs = (from: Instant, until: Instant): Millis =>
    this.#outages.reduce((ms, outage) => ms - Math.max(0, Math.min(until, outage.until) - Math.max(from, outage.from)), until - from);

  /** The clock as every process reads it. */
  readonly clock: Clock = (() => {
    const world = () => this;
    return {
      now: () => world().serviceAt(world().timeline.now),
      realNow: () => Math.floor(world().timeline.now),
      get rate() { return world().plan.rate; },
    };
  })();
  serviceAt(real: Instant): Instant { return Math.floor(startAt + (real - startAt) * this.plan.rate); }

  say(line: string): void { this.trace.push(`${(this.elapsedMs / 1000).toFixed(3).padStart(9)} ${line}`); }
  fail(fault: string): void {
    this.say(`FAULT ${fault}`);
    this.faults.push(fault);
  }

  /** A process has an act in hand until the function that comes back is called. */
  handOver(act: Act, life: Life): () => void {
    const hand = this.inHand.get(life) ?? new Set();
    const held = { act };
    this.inHand.set(life, hand.add(held));
    if (act.typedId !== null) this.#typed.set(act.typedId, act);
    return () => { hand.delete(held); };
  }

  stateOf = (session: SessionId): Session | null => (this.#docOf(session)?.state ?? null) as Session | null;
  /** Every community there is, the chats in which somebody rehearses with them. */
  #communities(): readonly Community[] {
    return [...this.tables.rows.values()].flatMap(({ doc }) => (doc.kind === 'community' ? [doc.state as Community] : []));
  }
  #community(): Community | undefined { return this.#communities().find(({ conversation }) => conversation === this.conversation); }

  /** The lobby or session that is open in the community, as stored. */
  openSession(): Session | null {
    const open = this.#community()?.session ?? null;
    return open === null ? null : this.stateOf(open.id);
  }
  /** A rehearsal counts. */
  isAnythingOpen(): boolean { return this.#communities().some(({ session }) => session !== null); }

  /** Who moves on, as the community is set up. */
  movesOn(): Plan['movesOn'] { return this.#community()?.settings.movesOn ?? 'clock'; }

  #docOf(session: SessionId): Doc | null {
    for (const { doc } of this.tables.rows.values()) if (doc.key.name === `session-${session}`) return doc;
    return null;
  }

  #onWrite(before: Doc | null, after: Doc, sizeBytes: number): void {
    this.#traceReach(after);
    const { by, calledAt, isLook } = this.writing;
    if (isLook && (before === null || !isDeepStrictEqual(before.state, after.state))) this.fail(`a look at a card changed ${after.key.name}`);
    if (before === null) return;
    if (before.kind === 'community') for (const fault of freedFaults(before.state as Community, after.state as Community, this.stateOf)) this.fail(fault);
    const fresh = after.seen.filter((id) => !before.seen.includes(id)).flatMap((id) => this.#typed.get(id) ?? []);
    const inHand = [...(by === null ? undefined : this.inHand.get(by)) ?? []].map(({ act }) => act).filter(({ verb }) => verb !== 'my-view');
    const pressed = inHand.filter(({ rev }) => rev !== null);
    const commit = { before, after, at: this.serviceAt(calledAt), rate: this.plan.rate, acts: [...fresh, ...pressed], heard: inHand };
    for (const fault of faultsOf(commit, sizeBytes)) this.fail(fault);
  }

  #traceReach({ kind, key, state }: Doc): void {
    if (kind !== 'conversation') return;
    const { closed } = state as Conversation;
    this.say(`${key.name} ${closed === null ? 'is open' : 'is closed'}`);
  }

  /** Checks a request that is about to leave. */
  readonly onCall = (attempt: Attempt): void => {
    const { asked, message, life } = attempt;
    const place = message === null || asked.act !== 'post' ? null : placeOf(message, this.stateOf) ?? this.#rootOn(message);
    this.say(`${life.name} ${asked.act} #${attempt.n} ${place?.slot ?? message?.card ?? ''}${message?.card === 'notice' ? ` ${message.notice.kind}` : ''}`);
    const pace = this.#paces.get(life) ?? new PaceWatch();
    this.#paces.set(life, pace);
    const conversation = conversationOf(asked.thread as ThreadId);
    const heardAt = this.heardAt.get(conversation) ?? 0;
    const noes = this.attempts.filter((each) => isFinal(each) && conversationOf(each.asked.thread as ThreadId) === conversation && each.calledAt > heardAt);
    const calledAt = this.serviceAt(attempt.calledAt);
    const faults = [
      ...pace.faults(attempt, calledAt),
      ...this.#paceOfAll?.faults(attempt, calledAt).map((fault) => `${fault} by all together`) ?? [],
      ...closedFaults(attempt, noes, this.#storeUpMs),
      ...this.#callFaults(attempt, place, message),
    ];
    for (const fault of faults) this.fail(fault);
  };

  /** A process is stopped in the middle of what it does, and uses old places when it goes on. */
  noteFreeze(): void { this.#paceOfAll = null; }

  /** Checks a request whose bytes leave now. */
  readonly onLeave = ({ asked, message, life, n }: Attempt): void => {
    const place = message === null || asked.act !== 'post' ? null : placeOf(message, this.stateOf);
    const doc = place === null ? null : this.#docOf(place.session);
    if (doc === null || place === null) return;
    for (const fault of leaveFaults(doc, place, this.owners.get(life) ?? '')) this.fail(`#${n} ${fault}`);
  };

  /** The first message of a group's thread does not say of which meeting it is. */
  #rootOn(message: Message): Place | null {
    const open = message.card === 'group-root' ? this.openSession() : null;
    const group = open?.status === 'split' && message.card === 'group-root' ? open.groups[message.of.number - 1] : undefined;
    return group === undefined ? null : { session: group.session, slot: 'group-root' };
  }

  #callFaults(attempt: Attempt, place: Place | null, message: Message | null): readonly string[] {
    if (place === null || message === null) return [];
    const name = `${place.session} ${place.slot}`;
    const earlier = this.#earlier.get(name) ?? [];
    this.#earlier.set(name, [...earlier, attempt]);
    const doc = this.#docOf(place.session);
    return callFaults(attempt, { doc, place, owner: this.owners.get(attempt.life) ?? '', earlier, realNow: this.timeline.now });
  }
}

/** Requests of several processes reach Teams a little unevenly. */
const unevenMs: Millis = 100;
const isPunctual = ({ store, freezeEveryMs }: Weather): boolean => freezeEveryMs + store.late + store.failed + store.lostAnswer + store.downEveryMs === 0;

/** Told no for good about the conversation itself, and kept: answers to people keep nothing. */
const isFinal = ({ asked, told, isReply }: Attempt): boolean => !isReply && (asked.act === 'post' || asked.act === 'edit') && told?.kind === 'gone' && told.closes;
