// The end: the summary is posted, the record written, the community learns what the next meeting needs.

import { hourMs, type Instant } from '../time.ts';
import { communityKey, isGuest, partitionOf, type PersonId, personKey } from '../keys.ts';
import type { SessionEntry } from '../history/entry.ts';
import { type Effect, moved, type Moved } from '../machine.ts';
import { proposeChair } from '../community/chair.ts';
import type { Ending } from '../community/events.ts';
import { attended, chairRecord, isHere, isIn, nameOf } from './people.ts';
import { endAskedSlot, pausedSlot, phaseSlot } from './slots.ts';
import type { Common, Ended, Live, Session } from './session.ts';
import { mailTo } from './mail.ts';
import { nextOfSession } from './next-of.ts';
import { summaryOf } from './summary.ts';

/** A committed action can be saved until this long after the session (product.md 4.3). */
export const actionGraceMs = 24 * hourMs;

/** Ends the session at `at`. Without an appointment the proposed next chair stands. */
export function end(live: Live, at: Instant, ending: Ended['ending']): Moved<Session> {
  // A phase that was paused was over when it was paused, however long the pause.
  const phaseEndedAt = live.status === 'paused' ? live.pausedAt : at;
  const steps = live.steps.map((step, index) => (index === live.at ? { ...step, endedAt: phaseEndedAt } : step));
  const ended: Ended = {
    ...withoutClock(live), status: 'ended', steps, endedAt: at, ending, nextChair: live.nextChair ?? proposedNextChair(live),
    rev: live.rev + 1, takeover: null, endAsked: null, ownerAway: null,
  };
  return moved<Session>({ ...ended, writeUps: [] }, endEffects(live, ended), { kind: 'done' });
}

function withoutClock(live: Live): Omit<Ended, 'status' | 'endedAt' | 'ending'> {
  if (live.status === 'running') { const { phaseEndsAt: _, isForgotten: __, ...hour } = live; return hour; }
  const { pausedAt: _, leftMs: __, plannedEndsAt: ___, isForgotten: ____, ...hour } = live;
  return hour;
}

/** Of several groups the first appoints the next chair. */
export const asksForNextChair = ({ group }: Common): boolean => group === null || group.number === 1;

/** The rota's proposal among those present, with this session already counted (domain.md 1.3). */
export function proposedNextChair(live: Live): Ended['nextChair'] {
  if (!asksForNextChair(live)) return null;
  const here = live.people.filter(isHere);
  const candidates = (here.length > 0 ? here : live.people.filter(isIn)).map((someone) => {
    const record = chairRecord(live, someone);
    const isChair = someone.id === live.chair;
    return {
      id: someone.id,
      record: {
        ...record, sessionCount: record.sessionCount + 1, chairedCount: record.chairedCount + (isChair ? 1 : 0),
        lastChairedAt: isChair ? live.startedAt : record.lastChairedAt,
      },
    };
  });
  return proposeChair(candidates)?.id ?? null;
}

function endEffects(live: Live, ended: Ended): readonly Effect[] {
  const owners = [...new Set(ended.turns.map(({ owner }) => owner))].filter((owner) => !isGuest(owner));
  return [
    { do: 'post', slot: 'summary', isAnnouncement: true },
    { do: 'edit', slot: phaseSlot(live.at) },
    ...(live.status === 'paused' ? [{ do: 'edit', slot: pausedSlot(live.pauses.length - 1) } as const] : []),
    ...(live.endAsked === null ? [] : [{ do: 'edit', slot: endAskedSlot(live.endAsked.number) } as const]),
    { do: 'edit', slot: 'agenda' },
    { do: 'record', entry: entryOf(ended) },
    { do: 'tell', key: communityKey(live.tenant, live.community), kind: 'community', event: { type: 'session-ended', ending: endingOf(ended) } },
    ...owners.map((owner): Effect => ({
      do: 'tell', key: personKey(live.tenant, owner), kind: 'person',
      event: mailTo(ended, owner, summaryOf(ended, owner)),
    })),
  ];
}

/** What the community needs for the next meeting: attendance, who chaired, who had a turn. One that was carried over counts for neither. */
function endingOf(ended: Ended): Ending {
  const turnAtOf = (id: PersonId): Instant | null => {
    const turn = ended.turns.findIndex(({ owner, off }) => owner === id && off === null);
    return ended.steps.find((step) => step.turn === turn)?.beganAt ?? null;
  };
  const discussed = ended.turns.flatMap(({ owner, hasWriteUp, off }, turn) => (hasWriteUp && off === null && turnAtOf(owner) !== null ? [{ owner, turn }] : []));
  const next = nextOfSession(ended);
  return {
    session: ended.id, startedAt: ended.startedAt, chair: ended.chair, nextChair: ended.nextChair,
    nextMeeting: next === null || !asksForNextChair(ended) ? null : { date: next.date, time: next.time },
    ...(ended.group === null ? {} : { group: ended.group }),
    attended: attended(ended).map(({ id, name, teamsId, birthday }) => ({ id, name, teamsId, birthday, turnAt: turnAtOf(id) })),
    discussed: discussed.map(({ owner }) => owner), discussedIn: Object.fromEntries(discussed.map(({ owner, turn }) => [owner, turn])),
    actions: ended.turns.flatMap(({ owner, action }, turn) => (action === null ? [] : [{ session: ended.id, turn, owner, name: nameOf(ended, owner), ...action }])),
  };
}

function entryOf(ended: Ended): SessionEntry {
  const who = (id: typeof ended.chair) => ({ id, name: nameOf(ended, id) });
  const writeUpOf = (turn: number) => ended.writeUps.find((each) => each.turn === turn)?.writeUp ?? null;
  const hasBegun = (turn: number): boolean => ended.steps.some((step) => step.turn === turn && step.beganAt !== null);
  return {
    kind: 'session', id: `session-${ended.id}`, partition: partitionOf(ended.tenant, ended.community), session: ended.id,
    at: ended.startedAt, people: attended(ended).map(({ id }) => id), zone: ended.zone,
    ...(ended.group === null ? {} : { group: ended.group }),
    protocol: { id: ended.protocol.id, version: ended.protocol.version },
    plannedAt: ended.plannedAt, startedAt: ended.startedAt, endedAt: ended.endedAt, ending: ended.ending, chair: who(ended.chair),
    attendance: attended(ended).map(({ id, name, part }) => ({ id, name, part: part === 'helper' ? 'helper' : 'owner' })),
    turns: ended.turns.map(({ owner, problem }, turn) => ({ owner: who(owner), problem, writeUp: writeUpOf(turn), wasHeld: hasBegun(turn) })),
    phases: ended.steps.map(({ turn, phase, plannedMs, beganAt, endedAt }) => ({ turn, phase, plannedMs, beganAt, endedAt })),
    nextChair: ended.nextChair === null ? null : who(ended.nextChair), nextMeetingAt: nextOfSession(ended)?.at ?? null,
  };
}
