// Which reminders must come of a pair's life, to whom and when: worked out from the rules alone (domain.md 2, product.md 7),
// from one change to the next, so that the real service can be held against it.

import type { Act, Member } from './acts.ts';
import { isDayOff, nextAwake, type Waking } from './awake.ts';
import { Calendars } from './calendars.ts';
import { lapsesAt, type Life, type Meeting } from './life.ts';
import { daysLater, instantOf } from './wall-by-intl.ts';

export type What = 'prepare' | 'soon' | 'after' | 'again' | 'clash' | 'lapsed';

export interface Reminder {
  readonly at: number;
  readonly to: string;
  readonly what: What;
  readonly n: number;
  /** When the meeting begins, as the reminder says. */
  readonly startsAt: number;
}

/** A time in which the service is down, from the first instant up to, not including, the last. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

interface Coming extends Reminder {
  /** When it goes if that is noticed at once. */
  readonly outAt: number;
  readonly meeting: Meeting;
  readonly member: Member;
  readonly until: number;
}

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
/** Nothing is sent so long after a meeting, nor so long ahead of it. */
const behindMs = 60 * dayMs;
const aheadMs = 80 * dayMs;

/** News that waits for somebody's waking hours, by the community's days as they were when it was written. */
interface Letter {
  readonly member: Member;
  readonly n: number;
  readonly startsAt: number;
  readonly waking: Waking;
}

export class Expectation {
  readonly life: Life;
  readonly reminders: Reminder[] = [];
  readonly #outages: readonly Outage[];
  #now: number;
  #letters: Letter[] = [];
  readonly #calendars: Calendars;

  constructor(life: Life, startAt: number, outages: readonly Outage[]) {
    this.life = life;
    this.#calendars = new Calendars(life);
    this.#now = startAt;
    this.#outages = outages;
  }

  /** Somebody does something; the service is up then. */
  do(act: Act, at: number): void {
    this.passTo(at);
    this.life.do(act, at);
    this.#calendars.change();
    if (act.do === 'joined') this.#spare(act.person, null);
    if (act.do === 'can') this.#spare(act.by, act.n);
    this.#look();
  }

  /** Whoever joins, or comes to a meeting after all, hears nothing of what was before. */
  #spare(person: string, ofMeeting: number | null): void {
    for (const { what, to, n, meeting, outAt } of this.#coming()) if (to === person && outAt <= this.#now && n === (ofMeeting ?? n)) meeting.done.add(`${what} ${to}`);
  }

  /** Time passes up to and including `at`: what is due while the service is down waits for it to come back. */
  passTo(at: number): void {
    for (;;) {
      const down = this.#outages.find(({ from, until }) => until > this.#now && from <= at);
      if (down === undefined) return this.#run(at);
      if (down.from > this.#now) this.#run(down.from - 1);
      if (at < down.until) { this.#now = Math.max(this.#now, Math.min(at, down.until - 1)); return; }
      this.#now = down.until;
      this.#run(down.until);
    }
  }

  #run(until: number): void {
    this.#look();
    for (;;) {
      const next = this.#coming().reduce<Coming | null>((first, each) => (first === null || each.at < first.at ? each : first), null);
      const letter = this.#nextLetter();
      const turn = Math.min(next?.at ?? Infinity, letter?.at ?? Infinity, this.#nextTurn());
      if (turn > until) break;
      this.#now = turn;
      if (letter !== null && letter.at <= turn) this.#deliver(letter);
      if (next !== null && next.at <= turn) this.#send(next);
      this.#look();
    }
    this.#now = Math.max(this.#now, until);
  }

  /** The next instant at which a meeting begins, or is lost. */
  #nextTurn(): number {
    return Math.min(...this.life.meetings.flatMap((meeting) => [meeting.at, ...(meeting.is === 'unsettled' ? [lapsesAt(meeting)] : [])]).filter((at) => at > this.#now));
  }

  /** What a look at the calendar shows: meetings that were lost, and those of the next four that fall on a day off. */
  #look(): void {
    if (this.life.isOver) return;
    for (const meeting of this.life.meetings) {
      if (meeting.at < this.#now - behindMs || meeting.at > this.#now + aheadMs) continue;
      if (this.life.lapse(meeting, this.#now)) for (const member of this.life.members) this.#letters.push({ member, n: meeting.n, startsAt: meeting.at, waking: this.#calendars.community() });
    }
    for (const meeting of this.life.ahead(this.#now).slice(0, 4)) {
      const isClash = meeting.is === 'standing' && !meeting.isKept && this.life.members.some((member) => this.#hearsOfClash(meeting, member));
      meeting.clashSince = isClash ? meeting.clashSince ?? this.#now : null;
    }
  }

  /** A day off is everybody's; of somebody's pause the others hear. */
  #hearsOfClash(meeting: Meeting, member: Member): boolean {
    const isAway = (each: Member): boolean => this.#calendars.isPaused(meeting.at, each);
    return isDayOff(meeting.wall.date, this.life.days) || (!isAway(member) && this.life.members.some(isAway));
  }

  /** Everything still to come as things stand, each with the instant at which it would go. */
  #coming(): readonly Coming[] {
    if (this.life.agreed === null || this.life.isOver) return [];
    const near = this.life.meetings.filter(({ at }) => at > this.#now - behindMs && at < this.#now + aheadMs);
    return near.filter(({ is }) => is === 'standing').flatMap((meeting) => {
      const askedUntil = this.life.askedUntil(meeting);
      return this.life.members.flatMap((member) => this.#of(meeting, member, askedUntil));
    });
  }

  #of(meeting: Meeting, member: Member, askedUntil: number): readonly Coming[] {
    const coming = (what: What, due: number, { before = Infinity, until = Infinity } = {}): readonly Coming[] => {
      if (until <= this.#now || meeting.done.has(`${what} ${member.id}`)) return [];
      const outAt = what === 'soon' ? due : this.#calendars.outAt(due, member, before);
      const at = outAt > this.#now ? outAt : what === 'soon' ? this.#now : nextAwake(this.#now, this.#calendars.of(member));
      // Too late is for good, whatever hours somebody sets afterwards.
      if (outAt <= this.#now && at >= until) meeting.done.add(`${what} ${member.id}`);
      return at === Infinity || at >= until ? [] : [{ what, at, to: member.id, n: meeting.n, startsAt: meeting.at, meeting, member, until, outAt }];
    };
    const askedAt = meeting.askedAt.get(member.id);
    return [
      ...this.#after(meeting, this.#dayOf(meeting, -2), (due) => coming('prepare', due, { before: meeting.at, until: meeting.at - quarterMs })),
      ...this.#after(meeting, meeting.at - quarterMs, (due) => coming('soon', due, { until: meeting.at })),
      ...this.#after(meeting, this.#dayOf(meeting, 1), (due) => coming('after', due, { until: askedUntil })),
      ...(askedAt === undefined ? [] : coming('again', askedAt + 2 * dayMs, { until: askedUntil })),
      ...(meeting.clashSince === null || !this.#hearsOfClash(meeting, member) ? [] : coming('clash', meeting.clashSince, { before: meeting.at, until: meeting.at })),
    ];
  }

  #nextLetter(): { readonly letter: Letter; readonly at: number } | null {
    const all = this.#letters.map((letter) => ({ letter, at: nextAwake(this.#now, this.#calendars.withOwn(letter.waking, letter.member)) }));
    return all.reduce<(typeof all)[number] | null>((first, each) => (first === null || each.at < first.at ? each : first), null);
  }

  #deliver({ letter, at }: { readonly letter: Letter; readonly at: number }): void {
    this.#letters = this.#letters.filter((each) => each !== letter);
    this.reminders.push({ at, to: letter.member.id, what: 'lapsed', n: letter.n, startsAt: letter.startsAt });
  }

  /** What was due when the meeting got its time, or before, is not said any more. */
  #after<T>({ since }: Meeting, due: number, then: (due: number) => readonly T[]): readonly T[] { return due > since ? then(due) : []; }

  /** The meeting's wall time so many days later. */
  #dayOf({ wall, zone }: Meeting, days: number): number { return instantOf({ date: daysLater(wall.date, days), time: wall.time }, zone); }

  /** It goes now, or never if this is not the moment for it. */
  #send({ meeting, member, what, at, until, to, n, startsAt }: Coming): void {
    meeting.done.add(`${what} ${member.id}`);
    if (!this.#isWanted(meeting, member, what)) return;
    if (what === 'after') meeting.askedAt.set(member.id, at);
    if (at < until) this.reminders.push({ to, n, startsAt, what, at });
  }

  #isWanted(meeting: Meeting, member: Member, what: What): boolean {
    const { isSilent, id } = member;
    const isAnswered = what === 'prepare' ? meeting.prepared.get(id) === true : (what === 'after' || what === 'again') && meeting.met.has(id);
    return !isSilent && !this.#calendars.isPaused(this.#now, member) && !meeting.without.has(id) && !isAnswered;
  }
}
