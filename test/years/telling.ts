// Two years of a pair as chance with a seed tells them: what its people do and when, with the expectation kept beside, so
// that everything they do is something they could do then.

import { Dice } from '../support/sim/dice.ts';
import type { Days } from './awake.ts';
import { Expectation, type Outage } from './expectation.ts';
import type { Act, Agreed, Own } from './acts.ts';
import { lapsesAt, Life, type Meeting } from './life.ts';
import { daysLater, instantOf, type Wall, wallAt } from './wall-by-intl.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

export interface Done {
  readonly at: number;
  readonly act: Act;
  /** When the meeting it is about was to begin just then. */
  readonly startsAt: number | null;
}

export interface Cast {
  readonly seed: number;
  readonly people: readonly string[];
  readonly days: Days;
  readonly agreed: Agreed;
  /** What happens on dates that are no chance: the day of the story, and what. */
  readonly fixed: readonly (readonly [day: number, act: Act])[];
  readonly startAt: number;
  readonly endAt: number;
  readonly outages: readonly Outage[];
}

export interface Told {
  readonly acts: readonly Done[];
  readonly expectation: Expectation;
}

type Likely = readonly (readonly [weight: number, act: Act])[];

/** Tells the whole life of a pair. */
export function tell(cast: Cast): Told {
  const { startAt, endAt, outages, people, days } = cast;
  const dice = new Dice(cast.seed);
  const expectation = new Expectation(new Life(people, days), startAt, outages);
  const acts: Done[] = [];
  const happens = (act: Act, at: number): void => {
    expectation.passTo(at);
    acts.push({ at, act, startsAt: 'n' in act ? expectation.life.meeting(act.n).at : null });
    expectation.do(act, at);
  };
  const fixed = cast.fixed.map(([day, act]) => ({ at: startAt + day * dayMs + 41_000, act }));
  happens({ do: 'agree', by: people[0] ?? '', agreed: cast.agreed }, startAt);
  for (let at = startAt; ;) {
    const wished = at + Math.round(dice.between(20, 2.4 * 1440)) * minuteMs + 23_000;
    const next = fixed[0] !== undefined && fixed[0].at <= wished ? fixed[0] : null;
    at = whenUp(next?.at ?? wished, outages);
    if (at >= endAt) break;
    if (next !== null) { fixed.shift(); happens(next.act, at); continue; }
    expectation.passTo(at);
    const act = picked(dice, likely(expectation.life, at, dice));
    if (act !== null) happens(act, at);
  }
  expectation.passTo(endAt);
  return { acts, expectation };
}

/** Nobody reaches a service that is down, or has only just come back. */
const whenUp = (at: number, outages: readonly Outage[]): number => {
  const down = outages.find(({ from, until }) => at >= from - minuteMs && at <= until + minuteMs);
  return down === undefined ? at : down.until + 2 * minuteMs + 7_000;
};

/** Often nothing at all. */
function picked(dice: Dice, choices: Likely): Act | null {
  let left = dice.next() * Math.max(1, choices.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, act] of choices) if ((left -= weight) < 0) return act;
  return null;
}

function likely(life: Life, now: number, dice: Dice): Likely {
  if (life.isOver) return [];
  const one = dice.pick(life.members).id;
  const near = life.meetings.filter(({ at }) => at > now - 13 * dayMs && at < now + 58 * dayMs);
  return [...near.flatMap((meeting) => ofMeeting(life, meeting, { one, now, dice })), ...ofPerson(life, one, { now, dice })];
}

interface Chance {
  readonly one: string;
  readonly now: number;
  readonly dice: Dice;
}

function ofMeeting(life: Life, meeting: Meeting, chance: Chance): Likely {
  const { one, now } = chance;
  const { n } = meeting;
  const isAhead = meeting.at > now + 5 * minuteMs;
  if (meeting.is === 'alone' || isRare(meeting)) return [];
  if (meeting.is === 'unsettled') return lapsesAt(meeting) > now ? settling(life, meeting, chance) : [];
  const isLast = life.ahead(meeting.at)[0]?.n === life.ahead(now)[0]?.n;
  if (meeting.is === 'lapsed') return isLast && now > (meeting.lapsedAt ?? now) + 4 * dayMs ? choices(life, meeting, chance, 0.1) : [];
  if (!isAhead) return meeting.askedAt.has(one) && !meeting.met.has(one) ? [[0.5, { do: 'met', by: one, n, yes: chance.dice.isLucky(0.8) }]] : [];
  const isNear = meeting.at < now + 3 * dayMs;
  return [
    ...(isNear && !meeting.without.has(one) ? [[0.3, { do: 'prepared', by: one, n, yes: chance.dice.isLucky(0.7) }]] as const : []),
    ...(meeting.without.has(one) ? [[0.5, { do: 'can', by: one, n }] as const] : [[isNear ? 0.1 : 0.008, { do: 'cannot', by: one, n }] as const]),
    ...(meeting.clashSince === null ? [] : [[0.1, { do: 'keep', by: one, n }] as const, ...choices(life, meeting, chance, 0.05)]),
  ];
}

/** At a time that does not exist, or exists twice: there are few of them, and they stay where they are. */
export const isRare = ({ at, zone, wall }: Meeting): boolean =>
  wallAt(at, zone).time !== wall.time || [30, 60].some((minutes) => wallAt(at + minutes * minuteMs, zone).time === wall.time);

/** What may become of a meeting that somebody cannot come to; often nobody says anything. */
function settling(life: Life, meeting: Meeting, chance: Chance): Likely {
  const { one } = chance;
  const { n, by, proposed } = meeting;
  const canSuit = proposed !== null && !proposed.agreed.includes(one) && proposed.at > chance.now;
  return [
    ...choices(life, meeting, chance, 0.15),
    ...(canSuit ? [[0.9, { do: 'suits', by: one, n, to: proposed.to }] as const] : []),
    ...(by === one && proposed === null ? [[0.3, { do: 'can', by: one, n }] as const] : []),
    ...(by === one && proposed === null && life.members.length > 2 ? [[0.4, { do: 'without', by: one, n }] as const] : []),
  ];
}

/** The three that are offered, moving before cancelling. */
function choices(life: Life, meeting: Meeting, { one, now, dice }: Chance, weight: number): Likely {
  const { n } = meeting;
  const to = otherTime(life, meeting, { now, dice });
  const alternative = life.alternativeOf(meeting, now);
  return [
    ...(alternative === null ? [] : [[weight * 2, { do: 'alternative', by: one, n, to: alternative }] as const]),
    ...(to === null ? [] : [[weight * 2, { do: 'propose', by: one, n, to }] as const]),
    [weight, { do: 'alone', by: one, n }],
  ];
}

/** Some time before the next meeting. */
function otherTime(life: Life, meeting: Meeting, { now, dice }: Omit<Chance, 'one'>): Wall | null {
  const zone = life.agreed?.slot.zone ?? '';
  const to = { date: daysLater(meeting.wall.date, dice.below(9) - 2), time: dice.pick(['07:45', '12:30', '16:40', '19:05']) };
  const at = instantOf(to, zone);
  const isFree = at > now + 40 * minuteMs && at < (life.ahead(meeting.at)[0]?.at ?? 0) - 40 * minuteMs && at > (life.meetings.findLast((each) => each.at < meeting.at)?.at ?? 0);
  return isFree && at !== meeting.at && at !== meeting.proposed?.at ? to : null;
}

/** Hours of their own, a pause, silence, and all of it undone again. */
function ofPerson(life: Life, one: string, { now, dice }: Omit<Chance, 'one'>): Likely {
  const member = life.members.find(({ id }) => id === one);
  if (member === undefined) return [];
  const today = new Date(now).toISOString().slice(0, 10);
  // A form takes no pause that is over.
  const { pausedUntil } = member.own;
  const change = (own: Partial<Own>): Act => ({ do: 'own', by: one, own: { ...member.own, pausedUntil: pausedUntil !== null && pausedUntil > daysLater(today, 1) ? pausedUntil : null, ...own } });
  return [
    [0.015, change({ pausedUntil: daysLater(today, 3 + dice.below(25)) })],
    ...(pausedUntil === null ? [] : [[0.02, change({ pausedUntil: null })] as const]),
    [0.015, change({ hours: dice.pick([null, ['06:00', '09:00'], ['12:15', '20:00'], ['16:00', '16:20']] as const) })],
    [0.01, change({ zone: dice.pick([null, 'Europe/Madrid', 'Asia/Tokyo', 'America/Los_Angeles']) })],
    [member.isSilent ? 0.05 : 0.01, { do: 'silence', by: one, yes: !member.isSilent }],
  ];
}
