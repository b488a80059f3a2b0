// Watches every document as it is written: nobody has an effect without the right to it or twice, no phase is over before
// its time, a long outage pauses and a short one does not, and no document grows too large. The rules are written here a
// second time, from product.md 4 and domain.md 1.3, so that a fault in the core shows too.

import type { Doc } from '../../../src/app/document.ts';
import { type Instant, minutes } from '../../../src/core/time.ts';
import type { Community } from '../../../src/core/community/community.ts';
import type { PersonId, SessionId } from '../../../src/core/keys.ts';
import type { Live, Session } from '../../../src/core/session/session.ts';
import type { Act } from './acts.ts';

const maxBytes = 256 * 1024;
const tooLateMs = minutes(2);

export interface Commit {
  readonly before: Doc;
  readonly after: Doc;
  /** When it was decided, service's clock. */
  readonly at: Instant;
  readonly rate: number;
  /** Acts that may have caused it: those in hand, and those whose id it remembers for the first time. */
  readonly acts: readonly Act[];
  /** Everything people do that is in hand, typed words with it; no looks. */
  readonly heard: readonly Act[];
}

/** Everything wrong with one write; empty when nothing is. */
export function faultsOf(commit: Commit, sizeBytes: number): readonly string[] {
  const { before, after } = commit;
  const faults: string[] = [];
  if (sizeBytes >= maxBytes) faults.push(`document ${after.key.name} has ${sizeBytes} bytes`);
  if (after.seen.length !== new Set(after.seen).size) faults.push(`${after.key.name} let an event happen twice`);
  if (before.kind !== 'session') return faults;
  const was = before.state as Session;
  const is = after.state as Session;
  // Pretend colleagues act by themselves, on a clock of their own.
  const causes = was.rehearsal === null ? [...causeFaults(was, is, commit), ...presenceFaults(was, is, commit), ...timeFaults(was, is, commit)] : [];
  return [...faults, ...causes, ...('steps' in is ? clockFaults(was, is, onClockOf(is, commit)) : [])];
}

function onClockOf({ rehearsal }: Session, commit: Commit): Commit {
  if (rehearsal === null) return commit;
  const { anchorAt, rate } = rehearsal;
  return { ...commit, at: Math.ceil(anchorAt + (commit.at - anchorAt) * rate), rate: commit.rate * rate };
}

/** A community is free for another meeting when every group of this one is over, and not before. */
export function freedFaults(was: Community, is: Community, stateOf: (session: SessionId) => Session | null): readonly string[] {
  const before = was.session === null || is.session?.id === was.session.id ? null : stateOf(was.session.id);
  const open = before?.status === 'split' ? before.groups.filter(({ session }) => stateOf(session)?.status !== 'ended') : [];
  return open.map(({ session }) => `the community is free although ${session} goes on`);
}

const isLive = (session: Session): session is Live => session.status === 'running' || session.status === 'paused';

/** Chair, coordinator, and in the chair's own turn the next in order (domain.md 1.3, product.md 4.4). */
function driversOf(was: Session, is: Session): ReadonlySet<PersonId> {
  const all = new Set<PersonId>(was.coordinator === null ? [] : [was.coordinator.id]);
  for (const session of [was, is]) {
    if (!('chair' in session)) continue;
    if (session === was || session.takeover === null) all.add(session.chair);
    // A takeover that has come due passes the chair before anything else happens.
    if (isLive(session) && session.takeover !== null && 'chair' in is && is.chair === session.takeover.by) all.add(session.takeover.by);
    const turn = session.steps[session.at]?.turn ?? null;
    if (turn !== null && session.turns[turn]?.owner === session.chair) {
      const others = session.turns.map((_, offset) => session.turns[(turn + 1 + offset) % session.turns.length]?.owner);
      // Gone, or in another group of the meeting.
      const isAway = (id: PersonId): boolean => session.people.some((each) => each.id === id && (each.leftAt !== null || each.part === 'out'));
      const next = others.find((id) => id !== undefined && id !== session.chair && !id.startsWith('guest:') && !isAway(id));
      if (next !== undefined) all.add(next);
    }
  }
  return all;
}

function causeFaults(was: Session, is: Session, { acts, at }: Commit): readonly string[] {
  const drivers = driversOf(was, is);
  const inside = new Set(was.people.filter(({ part }) => part !== 'out').map(({ id }) => id));
  const isFresh = ({ rev }: Act): boolean => rev === null || (rev >= was.rev && rev < is.rev);
  const faults: string[] = [];
  const needs = (change: string, verbs: readonly string[], may: (act: Act) => boolean): void => {
    if (!acts.some((act) => verbs.includes(act.verb) && may(act))) faults.push(`${change} without anybody's right (rev ${was.rev} to ${is.rev})`);
  };
  const byDriver = (act: Act): boolean => drivers.has(act.by.id) && isFresh(act);
  if (was.status === 'lobby' && ('steps' in is || is.status === 'split')) needs('started', ['start'], (act) => inside.has(act.by.id) && isFresh(act));
  if (was.status === 'lobby' && is.status === 'cancelled' && is.why === 'cancelled') needs('cancelled', ['cancel', 'end'], isFresh);
  if (!isLive(was) || !('steps' in is)) return faults;
  // With nothing left of the phase in which it was paused, a session moves on when it is resumed.
  const moving = ['next', 'owner-to-end', 'owner-skip', ...(is.status === 'ended' ? ['end', 'end-confirm'] : []), ...(was.status === 'paused' ? ['resume'] : [])];
  // Nobody has chosen within thirty seconds for an owner who is away.
  const isUndecided = was.ownerAway !== null && was.ownerAway.decideBy <= at;
  const isAnswer = ({ verb }: Act): boolean => ['end-confirm', 'owner-to-end', 'owner-skip'].includes(verb);
  if (isMovedEarly(was, is) && !isUndecided) needs('moved on early', moving, (act) => drivers.has(act.by.id) && (isFresh(act) || isAnswer(act)));
  const isByHand = was.movesOn === 'chair' && !isUndecided && !(is.status === 'ended' && is.ending === 'forgotten');
  if (isByHand && (is.at !== was.at || is.status === 'ended')) needs('moved on by itself', moving.filter((verb) => verb !== 'resume'), (act) => drivers.has(act.by.id));
  if (is.pauses.length > was.pauses.length && is.pauses.at(-1)?.cause.kind === 'person') {
    const cause = is.pauses.at(-1)?.cause;
    needs('paused', ['pause'], (act) => cause?.kind === 'person' && act.by.name === cause.name && isFresh(act));
  }
  if (was.status === 'paused' && is.status === 'running') needs('resumed', ['resume'], byDriver);
  // To whoever asked for it: after the minute, and at once when the chair leaves.
  const isChairGone = is.people.some(({ id, part, leftAt }) => id === was.chair && (part === 'out' || leftAt !== null));
  const isDue = was.takeover !== null && was.takeover.by === is.chair && (was.takeover.at <= at || isChairGone);
  if (is.chair !== was.chair && !isDue) needs('the chair passed', ['chair', 'take-chair'], () => true);
  if (is.nextChair !== was.nextChair && is.status !== 'ended') needs('a chair was appointed', ['appoint'], (act) => drivers.has(act.by.id));
  const isLonger = is.status === 'running' && was.status === 'running' && is.at === was.at && is.phaseEndsAt > was.phaseEndsAt;
  if (isLonger) needs('the phase was made longer', ['minute', 'more time'], byDriver);
  return faults;
}

/** Some phase ended before its planned end, by somebody's hand. */
function isMovedEarly(was: Live, is: Extract<Session, { steps: unknown }>): boolean {
  const plannedEndOf = (index: number): Instant => {
    if (index === was.at) return was.status === 'running' ? was.phaseEndsAt : Number.POSITIVE_INFINITY;
    return (is.steps[index]?.beganAt ?? 0) + (is.steps[index]?.lengthMs ?? 0);
  };
  if (is.status === 'ended' && is.ending === 'forgotten') return false;
  const lastOver = is.status === 'ended' ? is.at : is.at - 1;
  return is.steps.some(({ endedAt }, index) => index >= was.at && index <= lastOver && endedAt !== null && endedAt < plannedEndOf(index));
}

/** Only what people do keeps a chair or brings somebody back. */
function presenceFaults(was: Session, is: Session, { heard, at }: Commit): readonly string[] {
  if (!isLive(was) || !isLive(is)) return [];
  const someone = (session: Live, id: PersonId) => session.people.find((each) => each.id === id);
  const hasActed = (id: PersonId): boolean => heard.some(({ by, verb }) => by.id === id || verb === 'here');
  const asked = was.takeover;
  const isDropped = asked !== null && is.takeover === null && is.chair === was.chair && asked.at > at;
  const isTakerGone = asked !== null && (someone(is, asked.by)?.leftAt !== null || someone(is, asked.by)?.part === 'out');
  const back = was.people.filter(({ id, leftAt, part }) => part !== 'out' && leftAt !== null && someone(is, id)?.leftAt === null && someone(is, id)?.part !== 'out');
  return [
    ...(isDropped && !isTakerGone && !hasActed(was.chair) ? ['the chair kept the chair without doing anything'] : []),
    ...back.filter(({ id }) => !hasActed(id)).map(({ name }) => `${name} is back without having done anything`),
  ];
}

const sumMs = (steps: readonly { readonly lengthMs: number }[]): number => steps.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
const laterVerbs: ReadonlySet<string> = new Set(['minute', 'more time', 'full-length', 'whole-hour', 'give-last-turn', 'resume']);

/** Coming and going moves no end beyond the booked one; what ran over is paid for once. */
function timeFaults(was: Session, is: Session, { acts, at }: Commit): readonly string[] {
  if (was.status !== 'running' || is.status !== 'running') return [];
  const endOf = ({ phaseEndsAt, steps, at: step }: Extract<Session, { status: 'running' }>): Instant => phaseEndsAt + sumMs(steps.slice(step + 1));
  const bookedEndAt = (was.lateMs > 0 ? was.plannedAt ?? was.startedAt : was.startedAt) + minutes(was.lengthMinutes);
  const isLater = is.at === was.at && endOf(is) > Math.max(endOf(was), bookedEndAt) + 1 && !acts.some(({ verb }) => laterVerbs.has(verb));
  const isNextByHand = was.movesOn === 'chair' && is.at === was.at + 1 && is.steps.length === was.steps.length && is.turns.length === was.turns.length;
  const owedMs = Math.max(0, at - was.phaseEndsAt);
  const lostMs = sumMs(was.steps.slice(was.at + 1)) - sumMs(is.steps.slice(is.at));
  return [
    ...(isLater ? [`the end moved from ${new Date(endOf(was)).toISOString()} to ${new Date(endOf(is)).toISOString()} without need`] : []),
    ...(isNextByHand && lostMs > owedMs + 1 ? [`${owedMs} ms ran over, and ${lostMs} ms were taken for it`] : []),
  ];
}

function clockFaults(was: Session, is: Extract<Session, { steps: unknown }>, { at, rate }: Commit): readonly string[] {
  const faults: string[] = [];
  const begun = is.steps.filter(({ beganAt }) => beganAt !== null);
  if (begun.some(({ beganAt, endedAt }) => (beganAt ?? 0) > at || (endedAt ?? 0) > at)) faults.push('a phase began or ended ahead of its time');
  if (begun.length !== is.at + 1) faults.push(`a phase was skipped: ${begun.length} begun at step ${is.at}`);
  if ('steps' in was && is.at < was.at) faults.push('the session went back');
  if (was.status !== 'running') return faults;
  const lateMs = (at - was.phaseEndsAt) / rate;
  // Where the chair moves on, nothing is too late.
  const isByHand = is.movesOn === 'chair';
  const outage = is.pauses.slice(was.pauses.length).find(({ cause }) => cause.kind === 'outage');
  const wentOn = is.at !== was.at || is.status !== 'running';
  if (wentOn && !isByHand && outage === undefined && lateMs > tooLateMs) faults.push(`went on although ${Math.round(lateMs / 1000)} s late`);
  // Nobody could choose for an owner who is away, either.
  const undecidedMs = was.ownerAway === null ? 0 : (at - was.ownerAway.decideBy) / rate;
  if (outage !== undefined && (isByHand || Math.max(lateMs, undecidedMs) <= tooLateMs)) faults.push(`paused although only ${Math.round(lateMs / 1000)} s late`);
  return faults;
}
