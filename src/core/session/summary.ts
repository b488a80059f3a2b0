// The summary of a session as data (product.md 4.5): for the group, or for one owner alone.

import { type PersonId, partitionOf } from '../keys.ts';
import type { SummaryMessage, TurnSummary } from '../messages.ts';
import { nextOfSession } from './next-of.ts';
import { attended, nameOf } from './people.ts';
import type { Ended, Turn } from './session.ts';
import { turnThatCounts } from './turns.ts';

/** `owner`: only this owner's turn, for the 1:1 chat, since the group's summary has the rest; null for everyone. */
export function summaryOf(ended: Ended, owner: PersonId | null): SummaryMessage {
  const turns = ended.turns.map((turn, index): TurnSummary => ({
    owner: nameOf(ended, turn.owner), problem: turn.problem, notes: turn.notes, noteCount: turn.noteCount, action: turn.action,
    wasHeld: ended.steps.some((step) => step.turn !== null && turnThatCounts(ended, step.turn) === index && step.beganAt !== null),
    isCarriedOver: turn.off === 'carried-over' || !ended.steps.some((step) => step.turn === index && step.beganAt !== null),
  }));
  // One that was broken off is shown where it went on.
  const isShown = (turn: Turn | undefined): boolean => turn?.off !== 'broken-off' && (owner === null || turn?.owner === owner);
  const { successes, reflections, requests } = owner === null ? ended : { successes: [], reflections: [], requests: [] };
  const next = nextOfSession(ended);
  const partition = partitionOf(ended.tenant, ended.community);
  return {
    card: 'summary', zone: ended.zone, isPrivate: owner !== null,
    startedAt: ended.startedAt, endedAt: ended.endedAt, chair: nameOf(ended, ended.chair),
    turns: turns.filter((_, index) => isShown(ended.turns[index])),
    successes, reflections, requests,
    attendance: attended(ended).map(({ name }) => name),
    nextChair: ended.nextChair === null ? null : nameOf(ended, ended.nextChair),
    nextMeetingAt: next?.at ?? null, isNextProposed: next?.isProposed === true,
    record: { partition, session: ended.id }, recordUrl: null, calendar: next === null ? null : { partition, url: null },
  };
}
