// The meetings of a pair, worked out from the slot, what was moved, and the zone: a wall time stays what it is across
// clock changes, and its instant is computed as late as possible (domain.md 2).

import { addDays, instantAt, type WallTime } from '../calendar/local-time.ts';
import { dayMs, type Instant, type Millis } from '../time.ts';
import type { ModulePair } from './agreement.ts';
import type { MeetingRecord, MeetingState, Pair } from './pair.ts';

/** Fortnightly (guidance, domain.md 2). */
export const everyDays = 14;
const everyMs: Millis = everyDays * dayMs;

/** One meeting as it stands. */
export interface Occurrence {
  readonly number: number;
  /** Where it is now, in `zone`. */
  readonly wall: WallTime;
  readonly startsAt: Instant;
  /** Where the slot has it. */
  readonly nominal: WallTime;
  readonly zone: string;
  readonly state: MeetingState;
  readonly isMoved: boolean;
  readonly isKept: boolean;
}

const standing: MeetingState = { is: 'standing' };

/** A meeting by its number; null for one that there is not, or that is long over. */
export function occurrence(pair: Pair, number: number): Occurrence | null {
  const { movedTo = null, formerly = null, state = standing, isKept = false } = pair.meetings[number] ?? {};
  const slot = formerly ?? ofSlot(pair, number);
  if (slot === null) return null;
  const wall = movedTo ?? slot.wall;
  const startsAt = instantAt(wall, slot.zone);
  return startsAt === null ? null : { number, wall, startsAt, nominal: slot.wall, zone: slot.zone, state, isMoved: movedTo !== null, isKept };
}

function ofSlot({ agreement, firstNumber }: Pair, number: number): MeetingRecord['formerly'] {
  if (agreement === null || !Number.isSafeInteger(number) || number < firstNumber) return null;
  const { first, time, zone } = agreement.slot;
  return { wall: { date: addDays(first, everyDays * (number - firstNumber)), time }, zone };
}

/** The `count` meetings that begin after `at`, the earliest first, however they stand. */
export function nextMeetings(pair: Pair, at: Instant, count: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  if (count <= 0) return found;
  for (const meeting of meetingsAfter(pair, at)) if (found.push(meeting) === count) break;
  return found;
}

/** All meetings that begin after `at`, the earliest first. Without end, as long as there is an agreement. */
export function* meetingsAfter(pair: Pair, at: Instant): Generator<Occurrence, void> {
  const recorded = recordedMeetings(pair).filter(({ startsAt }) => startsAt > at);
  for (const plain of plainAfter(pair, at)) {
    while (recorded[0] !== undefined && recorded[0].startsAt <= plain.startsAt) yield recorded.splice(0, 1)[0] ?? plain;
    yield plain;
  }
  yield* recorded;
}

/** Meetings to which something has happened, the earliest first. */
export const recordedMeetings = (pair: Pair): Occurrence[] =>
  Object.keys(pair.meetings).flatMap((number) => occurrence(pair, Number(number)) ?? []).sort((a, b) => a.startsAt - b.startsAt);

/** Those to which nothing has happened: at the time of the slot, so in the order of their numbers. What is in the tally is none of them. */
function* plainAfter(pair: Pair, at: Instant): Generator<Occurrence, void> {
  const { agreement, firstNumber, upToAt } = pair;
  if (agreement === null) return;
  const after = Math.max(at, upToAt);
  // A day or two of zone and clock changes are less than the one meeting that this begins too early.
  const passedCount = Math.floor((after - Date.parse(`${agreement.slot.first}T00:00Z`)) / everyMs) - 1;
  for (let number = firstNumber + Math.max(0, passedCount); ; number++) {
    if (pair.meetings[number] !== undefined) continue;
    const meeting = occurrence(pair, number);
    if (meeting === null) return;
    if (meeting.startsAt > after) yield meeting;
  }
}

/** The next meeting after `meeting` that takes place; null where the calendar ends. */
export function nextStanding(pair: Pair, { startsAt }: Pick<Occurrence, 'startsAt'>): Occurrence | null {
  for (const next of meetingsAfter(pair, startsAt)) if (next.state.is === 'standing') return next;
  return null;
}

/** What they work on in a meeting: what was done in it, else the first that is not done yet. Null where none is left, or none is listed. */
export function moduleOf({ agreement, meetings, modulesDone }: Pair, number: number): ModulePair | null {
  return agreement?.modules[meetings[number]?.module ?? modulesDone] ?? null;
}

/** What is kept of a meeting; of one to which nothing has happened, what would be. */
export const recordOf = ({ meetings, agreedAt, formedAt }: Pair, number: number): MeetingRecord => meetings[number] ?? {
  movedTo: null, since: agreedAt ?? formedAt, state: standing, without: [], prepared: {}, met: {}, done: [], askedAt: {}, isKept: false,
  later: {}, clashAt: null, module: null, formerly: null,
};

/** With something kept of a meeting. */
export const withRecord = (pair: Pair, number: number, change: Partial<MeetingRecord>): Pair =>
  ({ ...pair, meetings: { ...pair.meetings, [number]: { ...recordOf(pair, number), ...change } } });
