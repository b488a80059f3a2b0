// Given a session as real events built it, when something happens at a minute, then look at state, effects and cards.
// Minutes count from `zero`; a story is only ever told forward.

import { type Instant, type Millis, minuteMs } from '../../src/core/time.ts';
import { conversationId, personId, sessionId, tenantId, threadId } from '../../src/core/keys.ts';
import type { Effect, Stepped } from '../../src/core/machine.ts';
import type { Card, Message } from '../../src/core/messages.ts';
import type { Notice, Refusal } from '../../src/core/notices.ts';
import { emptyWriteUp, type WriteUp } from '../../src/core/problem/write-up.ts';
import { npqCommunity } from '../../src/core/protocols/npq-community.ts';
import { draw } from '../../src/core/session/draw.ts';
import type { DrivenEvent, SessionEvent } from '../../src/core/session/events.ts';
import type { Common, Person, Session } from '../../src/core/session/session.ts';
import { step } from '../../src/core/session/step.ts';
import { upTo, wakeAt } from '../../src/core/session/up-to.ts';

/** 16:00 in London, on a winter Thursday. */
export const zero: Instant = Date.UTC(2026, 11, 3, 16, 0);
export const atMinute = (minute: number): Instant => zero + Math.round(minute * minuteMs);

const person = (name: string): Person => ({ id: personId(name.toLowerCase()), name, teamsId: `29:${name.toLowerCase()}` });
/** Seven colleagues in the order of their names; the fields are theirs. */
export const aisha = person('Aisha');
export const ben = person('Ben');
export const chloe = person('Chloe');
export const dev = person('Dev');
export const eve = person('Eve');
export const finn = person('Finn');
export const gita = person('Gita');
export const everyone: readonly Person[] = [aisha, ben, chloe, dev, eve, finn, gita];

export const writeUpOf = (who: Person): WriteUp => ({ ...emptyWriteUp, problem: `${who.name}'s problem`, evidence: 'Seen in lessons' });

type Opened = Extract<SessionEvent, { type: 'opened' }>['session'];
export const opening = (over: Partial<Opened> = {}): Opened => ({
  id: sessionId('s1'), tenant: tenantId('t1'), community: conversationId('19:c'), thread: threadId('19:c;messageid=1'),
  protocol: npqCommunity, lengthMinutes: 60, zone: 'Europe/London', hasWarnings: true, movesOn: 'clock', language: 'en', group: null, rehearsal: null, opener: aisha, coordinator: null,
  plannedAt: null, nextMeetingAt: null, proposedNext: null, opensThread: false, appointed: null, roster: {}, dueActions: [], ...over,
});

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type Wish = Without<DrivenEvent, 'by' | 'rev'>;

export interface Told {
  readonly at: Instant;
  readonly effect: Effect;
}

export class Story {
  state: Session;
  /** What the last event brought. */
  effects: readonly Effect[] = [];
  answer: Notice | null = null;
  refusal: Refusal | null = null;
  readonly told: Told[] = [];
  now: Instant;
  rate = 1;

  constructor(over: Partial<Opened> = {}, minute = 0) {
    this.now = atMinute(minute);
    const opened = step(null, { type: 'opened', session: opening(over) }, { at: this.now, rate: 1 });
    if (opened.kind === 'refused') throw new Error(opened.refusal.reason);
    this.state = opened.state;
    this.#take(opened);
  }

  #take(stepped: Stepped<Session>): this {
    this.refusal = stepped.kind === 'refused' ? stepped.refusal : stepped.refusal ?? null;
    this.answer = stepped.kind === 'moved' ? stepped.answer ?? null : null;
    this.effects = stepped.kind === 'moved' ? stepped.effects : [];
    if (stepped.kind === 'moved') this.state = stepped.state;
    for (const effect of this.effects) this.told.push({ at: this.now, effect });
    return this;
  }

  /** Lets an event happen. */
  when(minute: number, event: SessionEvent): this {
    this.now = atMinute(minute);
    return this.#take(step(this.state, event, { at: this.now, rate: this.rate }));
  }

  /** A typed command: it means the present state. */
  type(minute: number, by: Person, wish: Wish): this { return this.when(minute, { ...wish, by, rev: null }); }

  /** A press on the card of `rev`, the present one if absent. */
  press(minute: number, by: Person, wish: Wish, rev?: number): this {
    const present = upTo(this.state, { at: atMinute(minute), rate: this.rate }).state.rev;
    return this.when(minute, { ...wish, by, rev: rev ?? present });
  }

  /** Time passes, each deadline noticed on time, up to and including `minute`. */
  passes(minute: number): this {
    for (let wake = wakeAt(this.state); wake !== null && wake <= atMinute(minute); wake = wakeAt(this.state)) this.when((wake - zero) / minuteMs, { type: 'time-passed' });
    this.now = atMinute(minute);
    return this;
  }

  /** One wake-up that is late. */
  late(minute: number): this { return this.when(minute, { type: 'time-passed' }); }

  joins(who: readonly Person[], part: 'owner' | 'helper' = 'owner', minute = 0): this {
    for (const by of who) this.press(minute, by, { type: 'joined', part, birthday: null, hasWriteUp: false });
    return this;
  }

  starts(minute = 0, by: Person = aisha, ready: readonly Person[] = []): this {
    return this.press(minute, by, { type: 'started', writeUps: ready.map((who) => ({ owner: who.id, writeUp: writeUpOf(who) })) });
  }

  /** The card of a slot as it would be drawn now. */
  card<C extends Card>(slot: string, card: C): Extract<Message, { card: C }> {
    const message = draw(this.state, slot, { at: this.now, rate: this.rate });
    if (message?.card !== card) throw new Error(`${slot} shows ${message?.card ?? 'nothing'}, not ${card}`);
    return message as Extract<Message, { card: C }>;
  }

  /** `post agenda`, `edit phase-3`, `say warning`, `record note`, `tell community session-ended`: the last event's effects. */
  get did(): readonly string[] { return this.effects.map(nameOfEffect); }
  /** `0 look-deeper`, `- close`. */
  get phase(): string {
    const hour = this.hour;
    const present = hour.steps[hour.at];
    return `${present?.turn ?? '-'} ${present?.phase ?? ''}`;
  }
  get hour(): Extract<Session, { at: number }> {
    if (!('steps' in this.state)) throw new Error(`no hour while ${this.state.status}`);
    return this.state;
  }
  /** Minute of the end as things stand. */
  get endsAtMinute(): number { return (this.card('agenda', 'agenda').endsAt - zero) / minuteMs; }
  /** Lengths of the phases of a turn in minutes. */
  minutesOf(turn: number): Readonly<Record<string, number>> {
    return Object.fromEntries(this.hour.steps.filter((each) => each.turn === turn).map(({ phase, lengthMs }) => [phase, lengthMs / minuteMs]));
  }
}

export function nameOfEffect(effect: Effect): string {
  switch (effect.do) {
    case 'post':
    case 'edit': return `${effect.do} ${effect.slot}`;
    case 'say': return `say ${effect.message.card === 'notice' ? effect.message.notice.kind : effect.message.card}`;
    case 'record': return `record ${effect.entry.kind}`;
    case 'tell': return `tell ${effect.kind} ${effect.event.type}`;
    case 'fold': return 'fold';
  }
}

/** An hour of these owners that began at `minute`. */
export function anHour(owners: readonly Person[], over: Partial<Common> & { readonly minute?: number; readonly ready?: readonly Person[]; readonly helpers?: readonly Person[] } = {}): Story {
  const { minute = 0, ready = [], helpers = [], ...common } = over;
  const story = new Story(common, minute).joins(owners, 'owner', minute).joins(helpers, 'helper', minute);
  return story.starts(minute, owners[0] ?? helpers[0] ?? aisha, ready);
}

export const chairIs = (who: Person): Partial<Common> => ({ appointed: who.id });
export const lengthOf = (steps: readonly { readonly lengthMs: Millis }[]): Millis => steps.reduce((sum, each) => sum + each.lengthMs, 0);
