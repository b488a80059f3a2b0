// Turns fitted again when somebody joins or leaves (product.md 4, "Joining late" and "Leaving"): the running turn keeps its
// minutes, those to come share the time before Close by the longest column of the protocol that fits.

import { type Instant, type Millis, minuteMs } from '../time.ts';
import type { PersonId } from '../keys.ts';
import { type Column, columnsOf } from './columns.ts';
import type { Live, Running, Turn } from './session.ts';
import { type Step, takeTime } from './take-time.ts';
import { assembled, type Coming, latestEndOf, lengthOf, type Parts, partsOf, presentEndOf, turnEndsAt, turnOfOwner } from './turns.ts';

/** What became of the turns to come. */
export interface Refitted<L extends Live = Live> {
  readonly live: L;
  /** How long each of them is now; null where they stay as they were, or differ. */
  readonly turnMs: Millis | null;
}

/** The time for turns between the end of the present one and the close, if the session ends at `endsAt`. */
const timeFor = (live: Live, parts: Parts, endsAt: Instant): Millis =>
  endsAt - lengthOf(parts.tail) - turnEndsAt(live, parts);

const columnFor = (live: Live, count: number, timeMs: Millis): Column | undefined =>
  columnsOf(live.protocol, live.lengthMinutes).find(({ lengthMs }) => lengthMs * count <= timeMs);

const inColumn = (column: Column) => (each: Coming): Coming => ({ ...each, steps: column.stepsFor(each.turn.hasWriteUp) });

/** What an owner brings to the turns to come, and the parts without it. */
interface Brought {
  readonly parts: Parts;
  readonly turn: Omit<Coming, 'steps'>;
}

/** The owner's problem, taken from where it was carried over. */
function brought(parts: Parts, owner: PersonId): Brought | null {
  const unheld = parts.unheld.find(({ turn }) => turn.owner === owner);
  if (unheld !== undefined) {
    return { parts: { ...parts, unheld: parts.unheld.filter((each) => each !== unheld) }, turn: { ...unheld, turn: { ...unheld.turn, off: null } } };
  }
  const from = turnOfOwner({ turns: parts.begun }, owner);
  const turn = parts.begun[from];
  return turn === undefined ? null : { parts: { ...parts, begun: brokenOff(parts.begun, from) }, turn: { turn: { ...turn, off: null }, from } };
}

/** What was written in a turn that is broken off goes on with its owner to the later one; the problem stays for its card. */
const brokenOff = (begun: readonly Turn[], index: number): readonly Turn[] =>
  begun.map((turn, place) => (place === index ? { ...turn, off: 'broken-off', notes: [], noteCount: 0, action: null } : turn));

/** A carried-over problem of `owner` behind all others, where a column fits; null where none does. */
export function withTurnFor(live: Live, owner: PersonId): Refitted | null {
  const whole = partsOf(live);
  const bringing = brought(whole, owner);
  if (bringing === null) return null;
  const { parts, turn } = bringing;
  const column = columnFor(live, parts.coming.length + 1, timeFor(live, parts, latestEndOf(live)));
  if (column === undefined) return null;
  const coming = [...parts.coming, { ...turn, steps: [] }].map(inColumn(column));
  return { live: { ...assembled(live, { ...parts, coming }), fills: 'planned' }, turnMs: column.lengthMs };
}

/** The last turn by the shortest column, though there is no time: the turns before it pay, and what they cannot pay moves the end. */
export function withLastTurnFor(live: Live, owner: PersonId): Refitted | null {
  const fitted = withTurnFor(live, owner);
  const bringing = brought(partsOf(live), owner);
  const column = columnsOf(live.protocol, live.lengthMinutes).at(-1);
  if (fitted !== null || bringing === null || column === undefined) return fitted;
  const { parts, turn } = bringing;
  const spareMs = timeFor(live, parts, latestEndOf(live)) - lengthOf(parts.coming.flatMap(({ steps }) => steps));
  const paying = [...parts.head, ...parts.coming.flatMap(({ steps }) => steps)];
  const { steps } = takeTime(paying, { after: parts.head.length - 1, amountMs: column.lengthMs - spareMs, givesLast: live.protocol.givesLast });
  const paid = steps.slice(parts.head.length);
  const coming = parts.coming.map((each) => ({ ...each, steps: paid.filter((step) => step.turn === each.from) }));
  const last = inColumn(column)({ ...turn, steps: [] });
  return { live: { ...assembled(live, { ...parts, coming: [...coming, last] }), fills: 'planned' }, turnMs: null };
}

/** A problem that has no turn yet, carried over for now. */
export const withProblem = (live: Live, turn: Turn): Live => ({ ...live, turns: [...live.turns, { ...turn, off: 'carried-over' }] });

/** The turn to come of `owner` behind all others, with its minutes; each of the others keeps its own. */
export function movedToEnd(live: Live, owner: PersonId): Live {
  const parts = partsOf(live);
  const isTheirs = ({ turn }: Coming): boolean => turn.owner === owner;
  const moved = parts.coming.filter(isTheirs).map((each) => ({ ...each, turn: { ...each.turn, hasMoved: true } }));
  return assembled(live, { ...parts, coming: [...parts.coming.filter((each) => !isTheirs(each)), ...moved] });
}

/** Without the turn to come of `owner`; those behind and before it are fitted again. */
export function withoutTurnOf<L extends Live>(live: L, owner: PersonId): Refitted<L> {
  const parts = partsOf(live);
  const isTheirs = ({ turn }: Coming): boolean => turn.owner === owner;
  const gone = parts.coming.filter(isTheirs).map(({ turn, from }) => ({ turn: { ...turn, off: 'carried-over' } as const, from }));
  const coming = parts.coming.filter((each) => !isTheirs(each));
  return grown(live, { ...parts, coming, unheld: [...parts.unheld, ...gone] }, presentEndOf(live));
}

/**
 * The parts with what was freed before `endsAt` shared among the turns to come, where a column lengthens some of them and
 * shortens none: nobody's turn gets shorter, and no end later, because somebody left.
 */
function grown<L extends Live>(live: L, parts: Parts, endsAt: Instant): Refitted<L> {
  const column = columnFor(live, parts.coming.length, timeFor(live, parts, endsAt));
  const lengthsMs = parts.coming.map(({ steps }) => lengthOf(steps));
  const isBetter = column !== undefined && lengthsMs.every((lengthMs) => lengthMs <= column.lengthMs) && lengthsMs.some((lengthMs) => lengthMs < column.lengthMs);
  if (!isBetter) return { live: assembled(live, parts), turnMs: null };
  return { live: assembled(live, { ...parts, coming: parts.coming.map(inColumn(column)) }), turnMs: column.lengthMs };
}

/** The present turn, given up at `at`: carried over, the others fitted again. What is left of it is gone; its present phase is over. */
export function skipped(live: Running, at: Instant): Refitted<Running> {
  const parts = partsOf(live);
  const present = live.steps[live.at]?.turn ?? -1;
  const begun = parts.begun.map((turn, index) => (index === present ? { ...turn, off: 'carried-over' } as const : turn));
  return grown({ ...live, phaseEndsAt: at }, { ...parts, begun, head: parts.head.slice(0, live.at + 1) }, presentEndOf(live));
}

/** What is left of the present turn at `at`, from the phase that is interrupted then on. Less than a minute of a phase is no phase. */
export function restOfTurn(live: Live, at: Instant): readonly Step[] {
  const steps = partsOf(live).head.slice(live.at);
  const byClockMs = live.status === 'running' ? live.phaseEndsAt - at : live.leftMs - (at - live.pausedAt);
  // Where the chair moves on, later phases wait for that.
  const leftMs = live.movesOn === 'chair' ? Math.max(0, byClockMs) : byClockMs;
  let endsInMs = leftMs - (steps[0]?.lengthMs ?? 0);
  return steps.flatMap(({ turn, phase, lengthMs }): readonly Step[] => {
    endsInMs += lengthMs;
    const restMs = Math.min(lengthMs, endsInMs);
    return restMs < minuteMs ? [] : [{ turn, phase, lengthMs: restMs }];
  });
}

/**
 * The present turn, broken off at `at`: what is left of it is a turn at the end. Null when nothing is left, or no other turn is to come before which it could wait.
 */
export function brokenOffAt(live: Running, at: Instant): Running | null {
  const parts = partsOf(live);
  const present = live.steps[live.at]?.turn ?? -1;
  const turn = parts.begun[present];
  const steps = restOfTurn(live, at);
  if (turn === undefined || steps.length === 0 || parts.coming.length === 0) return null;
  const rest = { turn: { ...turn, hasMoved: true }, from: present, steps };
  return assembled(live, { ...parts, head: parts.head.slice(0, live.at + 1), begun: brokenOff(parts.begun, present), coming: [...parts.coming, rest] });
}
