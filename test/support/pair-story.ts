// A buddy pair in tests: its machine, moved by events and by time as the loop would, with everything it tells its members.

import { instantAt, type WallTime } from '../../src/core/calendar/local-time.ts';
import { conversationId, pairId, personId, tenantId, threadId } from '../../src/core/keys.ts';
import type { Effect } from '../../src/core/machine.ts';
import type { Message } from '../../src/core/messages.ts';
import type { Agreement } from '../../src/core/pair/agreement.ts';
import type { PairWhat } from '../../src/core/pair/about-pair.ts';
import type { PairEvent } from '../../src/core/pair/events.ts';
import { pairMachine } from '../../src/core/pair/machine.ts';
import { occurrence } from '../../src/core/pair/meetings.ts';
import type { CommunityDays, Pair, PairMember } from '../../src/core/pair/pair.ts';
import { noOwnTimes } from '../../src/core/person/profile.ts';
import type { Instant } from '../../src/core/time.ts';

export const member = (name: string, change: Partial<PairMember> = {}): PairMember =>
  ({ id: personId(`id-${name.toLowerCase()}`), name, teamsId: `29:${name.toLowerCase()}`, own: noOwnTimes, isSilent: false, ...change });
export const aisha = member('Aisha');
export const ben = member('Ben');
export const chloe = member('Chloe');

export const openDays: CommunityDays = { holidays: '', closed: [], waking: { from: '07:30', to: '18:30' }, zone: 'Europe/London' };
/** Thursdays at 16:00 in London, else Tuesdays at 08:30. */
export const agreement: Agreement = {
  slot: { first: '2027-01-14', time: '16:00', zone: 'Europe/London' }, alternative: { weekday: 2, time: '08:30' }, format: 'teams', joinLink: 'https://teams.example/join',
  modules: [{ insight: 'How pupils learn', application: 'Planning a sequence' }, { insight: 'Memory', application: 'Retrieval practice' }, { insight: 'Reading', application: 'Fluency' }],
};

/** `YYYY-MM-DD HH:MM` in a zone. */
export const at = (text: string, zone = 'Europe/London'): Instant => instantAt({ date: text.slice(0, 10), time: text.slice(11) }, zone) ?? Number.NaN;
export const wall = (text: string): WallTime => ({ date: text.slice(0, 10), time: text.slice(11) });

/** One message to one member. */
export interface Told {
  readonly at: Instant;
  readonly to: string;
  readonly what: PairWhat;
  /** Number of the meeting; null for none. */
  readonly number: number | null;
  /** When the meeting was to begin. */
  readonly startsAt: Instant | null;
  readonly until: Instant | null;
  /** It waits for waking hours; undefined where it is sent when it is due. */
  readonly before: Instant | null | undefined;
  readonly message: Message;
}

/** An event about a meeting, without who, which and when. */
type OfMeeting = Extract<PairEvent, { meeting: number }>;
type Wish<E = OfMeeting> = E extends OfMeeting ? Omit<E, 'by' | 'meeting' | 'at'> : never;

export interface Lives {
  readonly members?: readonly PairMember[];
  readonly days?: Partial<CommunityDays>;
  readonly agreement?: Partial<Agreement>;
  readonly from?: Instant;
}

export class PairStory {
  state: Pair;
  readonly told: Told[] = [];
  readonly entries: Extract<Effect, { do: 'record' }>['entry'][] = [];
  now: Instant;

  /** Formed, with something agreed, on Monday 4 January 2027 at 09:00 if nothing else is said. */
  constructor({ members = [aisha, ben], days = {}, agreement: change = {}, from = at('2027-01-04 09:00') }: Lives = {}) {
    this.now = from;
    const stepped = pairMachine.step(null, {
      type: 'formed', tenant: tenantId('t1'), conversation: conversationId('19:c'), thread: threadId('19:c'), id: pairId('1'), members, days: { ...openDays, ...days },
    }, { at: from, rate: 1 });
    if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
    this.state = stepped.state;
    this.agree({ ...agreement, ...change });
    this.told.length = 0;
  }

  agree(to: Agreement, by = aisha): string {
    return this.happens({ type: 'agreement-saved', by, rev: this.state.rev, agreement: to });
  }

  /** What comes of an event now: '' or why it was refused. */
  happens(event: PairEvent): string {
    const stepped = pairMachine.step(this.state, event, { at: this.now, rate: 1 });
    const refusal = stepped.kind === 'refused' ? stepped.refusal : stepped.refusal;
    if (stepped.kind === 'moved') {
      this.state = stepped.state;
      stepped.effects.forEach((effect) => this.#note(effect));
    }
    return refusal === undefined ? '' : 'why' in refusal ? `${refusal.reason}: ${refusal.why}` : refusal.reason;
  }

  /** Somebody says something of a meeting, on a card that shows it as it is; or with `shown`, as it was. */
  says(by: PairMember, number: number, wish: Wish, shown: Instant = occurrence(this.state, number)?.startsAt ?? 0): string {
    return this.happens({ ...wish, by, meeting: number, at: shown });
  }

  /** Time passes, every deadline noticed when it is due. */
  passTo(until: Instant): this {
    for (let wake = pairMachine.wakeAt(this.state); wake !== null && wake <= until; wake = pairMachine.wakeAt(this.state)) {
      this.now = Math.max(this.now, wake);
      const before = this.state;
      this.happens({ type: 'time-passed' });
      if (this.state === before) throw new Error(`Nothing moves at ${new Date(wake).toISOString()}`);
    }
    this.now = until;
    return this;
  }

  /** Time passes with nobody to notice until its end. */
  downTo(until: Instant): this {
    this.now = until;
    this.happens({ type: 'time-passed' });
    return this;
  }

  /** What was told since the last asking. */
  heard(): readonly Told[] {
    return this.told.splice(0);
  }

  #note(effect: Effect): void {
    if (effect.do === 'record') this.entries.push(effect.entry);
    if (effect.do !== 'tell' || effect.kind !== 'person' || effect.event.type !== 'mail' || effect.event.about?.kind !== 'pair') return;
    const { about: { what, meeting }, message, until = null, hours, name: to } = effect.event;
    this.told.push({ at: this.now, to, what, number: meeting?.number ?? null, startsAt: meeting?.startsAt ?? null, until, before: hours?.before, message });
  }
}
