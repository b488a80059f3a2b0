// What people do with a pair over the years, as a test tells it, and what becomes of its meetings by the rules (domain.md 2,
// product.md 6): the half of the expectation that knows no reminders. Nothing of the code under test is used.

import type { Act, Agreed, Member } from './acts.ts';
import { type Days, isDayOff } from './awake.ts';
import { daysLater, instantOf, type Wall, weekdayOfDate } from './wall-by-intl.ts';

export interface Meeting {
  readonly n: number;
  readonly nominal: Wall;
  /** Of the slot it comes from. */
  readonly zone: string;
  wall: Wall;
  at: number;
  /** Since when it has its present time, or stands again. */
  since: number;
  is: 'standing' | 'unsettled' | 'alone' | 'lapsed';
  /** Who cannot come, of one that is unsettled. */
  by: string | null;
  proposed: { readonly to: Wall; readonly at: number; readonly by: string; readonly agreed: readonly string[] } | null;
  isKept: boolean;
  readonly without: Set<string>;
  readonly prepared: Map<string, boolean>;
  readonly met: Set<string>;
  /** What was sent, or had its chance, as `prepare Aisha`. */
  readonly done: Set<string>;
  /** When the day after was asked about. */
  readonly askedAt: Map<string, number>;
  /** Since when it is seen to fall on a day off. */
  clashSince: number | null;
  lapsedAt: number | null;
}

/** Over two years and a little. */
const meetingCount = 60;

export class Life {
  members: Member[];
  days: Days;
  readonly hours: readonly [from: string, to: string];
  agreed: Agreed | null = null;
  meetings: Meeting[] = [];

  constructor(people: readonly string[], days: Days, hours: readonly [from: string, to: string] = ['07:30', '18:30']) {
    this.members = people.map((id) => ({ id, own: { zone: null, hours: null, pausedUntil: null }, isSilent: false }));
    this.days = days;
    this.hours = hours;
  }

  get isOver(): boolean { return this.members.length < 2; }

  meeting(n: number): Meeting {
    const found = this.meetings.find((each) => each.n === n);
    if (found === undefined) throw new Error(`there is no meeting ${n}`);
    return found;
  }

  /** Those that begin after `at`, the next first. */
  ahead(at: number): readonly Meeting[] {
    return this.meetings.filter((meeting) => meeting.at > at).sort((a, b) => a.at - b.at);
  }

  /** How long it is asked about: until the next meeting that stands, or the next but one, since then no answer is taken. */
  askedUntil(meeting: Meeting): number {
    const after = this.ahead(meeting.at);
    return Math.min(after.find(({ is }) => is === 'standing')?.at ?? Infinity, after[1]?.at ?? Infinity);
  }

  /** Where the alternative slot puts a meeting: in its week or the next, before the next meeting, on no day off. */
  alternativeOf(meeting: Meeting, now: number): Wall | null {
    if (this.agreed?.alternative == null) return null;
    const { weekday, time } = this.agreed.alternative;
    const monday = daysLater(meeting.nominal.date, -((weekdayOfDate(meeting.nominal.date) + 6) % 7));
    const first = daysLater(monday, (weekday + 6) % 7);
    const before = this.meetings.find(({ n }) => n === meeting.n + 1)?.at ?? Infinity;
    const walls = [first, daysLater(first, 7)].map((date) => ({ date, time }));
    return walls.find((wall) => { const at = instantOf(wall, meeting.zone); return at > now && at !== meeting.at && at < before && !isDayOff(wall.date, this.days); }) ?? null;
  }

  /** Brings a meeting that nobody settled in time to its end; true if there is somebody to tell: not once the next has begun, since nothing can become of it then. */
  lapse(meeting: Meeting, now: number): boolean {
    if (meeting.is !== 'unsettled' || now < lapsesAt(meeting)) return false;
    meeting.lapsedAt = lapsesAt(meeting);
    meeting.is = 'lapsed';
    meeting.proposed = null;
    return (this.ahead(meeting.at)[0]?.at ?? Infinity) > now;
  }

  do(act: Act, now: number): void {
    switch (act.do) {
      case 'agree': return this.#agree(act.agreed, now);
      case 'silence': this.#member(act.by).isSilent = act.yes; return;
      case 'own': this.#member(act.by).own = act.own; return;
      case 'days': this.days = act.days; return;
      case 'joined': return this.#join(act.person, now);
      case 'gone': return this.#go(act.person, now);
      case 'prepared': this.meeting(act.n).prepared.set(act.by, act.yes); return;
      case 'met': this.meeting(act.n).met.add(act.by); return;
      default: this.#settle(act, this.meeting(act.n), now);
    }
  }

  #settle(act: Exclude<Extract<Act, { n: number }>, { do: 'prepared' | 'met' }>, meeting: Meeting, now: number): void {
    switch (act.do) {
      case 'cannot': meeting.is = 'unsettled'; meeting.by = act.by; return;
      case 'can': if (!meeting.without.delete(act.by)) this.#stand(meeting, now); return;
      case 'alternative': meeting.without.delete(act.by); return this.#move(meeting, act.to, now);
      case 'propose': {
        meeting.by = meeting.is === 'unsettled' ? meeting.by : act.by;
        meeting.is = 'unsettled';
        meeting.proposed = { to: act.to, at: instantOf(act.to, meeting.zone), by: act.by, agreed: [act.by] };
        return;
      }
      case 'suits': this.#suits(meeting, act.by, now); return;
      case 'alone': meeting.is = 'alone'; meeting.proposed = null; return;
      case 'without': meeting.without.add(act.by); this.#stand(meeting, now); return;
      case 'keep': meeting.isKept = true; return;
    }
  }

  #suits(meeting: Meeting, by: string, now: number): void {
    const { proposed } = meeting;
    if (proposed === null) throw new Error('nothing is proposed');
    const agreed = [...proposed.agreed, by];
    meeting.proposed = { ...proposed, agreed };
    this.#moveIfAgreed(meeting, now);
  }

  /** Everybody who comes has to agree. */
  #moveIfAgreed(meeting: Meeting, now: number): void {
    const { proposed } = meeting;
    if (proposed === null) return;
    const { agreed } = proposed;
    if (this.members.some(({ id }) => !agreed.includes(id) && !meeting.without.has(id))) return;
    for (const id of agreed) meeting.without.delete(id);
    this.#move(meeting, proposed.to, now);
  }

  #stand(meeting: Meeting, now: number): void {
    meeting.is = 'standing';
    meeting.by = null;
    meeting.proposed = null;
    meeting.since = now;
  }

  /** Everything follows the new time, except for what was said already. */
  #move(meeting: Meeting, wall: Wall, now: number): void {
    meeting.wall = wall;
    meeting.at = instantOf(wall, meeting.zone);
    meeting.isKept = isDayOff(wall.date, this.days);
    meeting.clashSince = null;
    meeting.done.clear();
    meeting.askedAt.clear();
    meeting.met.clear();
    this.#stand(meeting, now);
  }

  /** Nobody is asked about a meeting that began before they joined. */
  #join(id: string, now: number): void {
    this.members.push({ id, own: { zone: null, hours: null, pausedUntil: null }, isSilent: false });
    for (const meeting of this.meetings) if (meeting.at <= now) meeting.without.add(id);
  }

  /** What waited for whoever is gone alone waits no longer. */
  #go(id: string, now: number): void {
    this.members = this.members.filter((member) => member.id !== id);
    for (const meeting of this.meetings) {
      if (meeting.is !== 'unsettled') continue;
      if (meeting.proposed?.by === id) meeting.proposed = null;
      if (meeting.by === id) this.#stand(meeting, now);
      else this.#moveIfAgreed(meeting, now);
    }
  }

  /** Meetings are numbered on; what has begun stays as it was, what is ahead follows the new slot. */
  #agree(agreed: Agreed, now: number): void {
    this.agreed = agreed;
    const past = this.meetings.filter((meeting) => meeting.at <= now);
    const firstNumber = Math.max(0, ...past.map(({ n }) => n)) + 1;
    const { first, time, zone } = agreed.slot;
    const ahead = Array.from({ length: meetingCount }, (_, k): Meeting => {
      const nominal = { date: daysLater(first, 14 * k), time };
      return {
        n: firstNumber + k, nominal, zone, wall: nominal, at: instantOf(nominal, zone), since: now, is: 'standing', by: null, proposed: null, isKept: k === 0 && isDayOff(first, this.days), without: new Set(),
        prepared: new Map(), met: new Set(), done: new Set(), askedAt: new Map(), clashSince: null, lapsedAt: null,
      };
    });
    this.meetings = [...past, ...ahead];
  }

  #member(id: string): Member {
    const member = this.members.find((each) => each.id === id);
    if (member === undefined) throw new Error(`${id} is not in the pair`);
    return member;
  }
}

/** An unsettled meeting is lost at its start, or at the time that was proposed if that is later. */
export const lapsesAt = ({ at, proposed }: Meeting): number => Math.max(at, proposed?.at ?? -Infinity);
