// The buttons about a buddy meeting: from a press to an event of the pair, and back to a card that shows how it stands now.
// Who acts is the sender; that they are in the pair is read from the pair, never from the card.

import { pairKey } from '../core/keys.ts';
import type { Refusal } from '../core/notices.ts';
import { openOfPair } from '../core/pair/about-pair.ts';
import { newsMessage } from '../core/pair/drawn.ts';
import type { PairEvent } from '../core/pair/events.ts';
import { occurrence } from '../core/pair/meetings.ts';
import { memberOf } from '../core/pair/members.ts';
import type { Pair, PairMember } from '../core/pair/pair.ts';
import { answeredCard, askingCard, type BuddyCard, choicesCard, type Looked, standingCard, toldCard } from '../core/pair/standing.ts';
import { answersUntil } from '../core/pair/tally.ts';
import { traceOf } from '../app/traces.ts';
import { buddyForms, type BuddyMeetingSubmission, type BuddySubmission, type BuddySwitchSubmission, isCarried } from '../cards/submissions/buddy-forms.ts';
import type { Submission } from '../cards/submissions.ts';
import { aloneTo } from './alone.ts';
import { isWrong, sureDate, wantedBy } from './buddy-event.ts';
import { nameOfChat } from './continuing.ts';
import { type Caller, communityOf, type Desk, eventIdOf, refusal, type Reply } from './desk.ts';
import { pairOf } from './own-pair.ts';

export const isAboutBuddies = (submission: Submission): submission is BuddySubmission => Object.hasOwn(buddyForms, submission.verb);

/** A stranger, and whoever was in a pair that is over, learns no more than that it is none of theirs. */
export async function pressBuddy(desk: Desk, caller: Caller, submission: BuddySubmission): Promise<Reply> {
  const pair = await pairOf(desk, caller, submission);
  if (pair === null) return refusal({ reason: 'no-pair' });
  return 'meeting' in submission ? pressMeeting(desk, caller, { submission, pair }) : switchReminders(desk, caller, submission);
}

interface Press {
  readonly submission: BuddyMeetingSubmission;
  readonly pair: Pair;
}

async function pressMeeting(desk: Desk, caller: Caller, { submission, pair }: Press): Promise<Reply> {
  const looked = lookAt(desk, caller, { submission, pair });
  if (looked === null) return refusal({ reason: 'meeting-settled', why: 'over' });
  if (submission.verb === 'buddy-another' && submission.opens) return alone(desk, caller, { pair, card: choicesCard(looked) });
  const wanted = wantedBy(caller, submission, looked);
  if (isWrong(wanted)) return again(desk, caller, { submission, looked, errors: wanted.errors });
  const key = pairKey(caller.tenant, submission.community, submission.pair);
  const become = await desk.loop.advance(key, 'pair', { event: wanted, eventId: idOf(caller, submission) });
  desk.log.info(become.kind === 'refused' ? 'pair.refused' : 'pair.moved', { ...traceOf(key), event: wanted.type, kind: become.kind });
  const now = become.state === null ? null : lookAt(desk, caller, { submission, pair: become.state as Pair });
  if (become.kind !== 'refused') return now === null ? { card: 'notice', notice: { kind: 'done' } } : alone(desk, caller, { pair: now.pair, card: doneCard(submission, now, wanted) });
  return now === null || become.refusal.reason === 'no-pair' ? refusal(become.refusal) : again(desk, caller, { submission, looked: now, errors: [become.refusal] });
}

/** The meeting that is meant, as it stands; null for one that there is not, or that is long over. */
function lookAt(desk: Desk, { by }: Caller, { submission, pair }: Press): Looked | null {
  const member = memberOf(pair, by.id);
  const meeting = occurrence(pair, submission.meeting);
  const at = desk.clock.now();
  return member === null || meeting === null || answersUntil(pair, meeting) <= at ? null : { pair, member, meeting, at };
}

/** A press that Teams brings again is the same; of one that a person repeats the pair knows whether it is so already. */
const idOf = ({ by, arrival }: Caller, { verb, pair, meeting, at }: BuddyMeetingSubmission): string =>
  eventIdOf('buddy', by.id, verb, pair, meeting, at, arrival.activityId);

interface Again {
  readonly submission: BuddyMeetingSubmission;
  readonly looked: Looked;
  readonly errors: readonly Refusal[];
}

/** Nothing came of it: how it stands, what is wrong, and in the inputs all that was typed. What no card can hold stays on the one that was pressed. */
async function again(desk: Desk, caller: Caller, { submission, looked, errors }: Again): Promise<Reply> {
  const [error = { reason: 'bad-form' } as const] = errors;
  const card = typedCard(caller, { submission, looked, errors });
  return isCarried('typed' in card ? card.typed : null) ? alone(desk, caller, { pair: looked.pair, card: { ...card, errors } }) : refusal(error);
}

function typedCard(caller: Caller, { submission, looked, errors }: Again): BuddyCard {
  switch (submission.verb) {
    case 'buddy-another': {
      const { moveDate: date, moveTime: time } = submission;
      const sureOf = errors.some(({ reason }) => reason === 'day-off') ? sureDate(submission, caller, looked) : '';
      return { ...choicesCard(looked), typed: { date, time, sureOf } };
    }
    case 'buddy-met':
    case 'buddy-not-met': {
      const { feedback, nextAction: action, due } = submission;
      return { ...askingCard(looked), typed: { feedback, action, due } };
    }
    default: return standingCard(looked);
  }
}

/** What has become of it, to whoever did it. */
function doneCard({ verb, at: before }: BuddyMeetingSubmission, looked: Looked, wanted: PairEvent): BuddyCard {
  const { state, startsAt } = looked.meeting;
  if (wanted.type === 'met-said') return answeredCard(looked, wanted.action?.dueOn ?? null);
  if (state.is !== 'standing') return standingCard(looked);
  if (verb === 'buddy-can') return toldCard(looked, { is: 'stands-again', by: null, at: startsAt });
  if (verb === 'buddy-keep') return toldCard(looked, { is: 'kept', by: null, at: startsAt });
  return startsAt === before ? standingCard(looked) : toldCard(looked, { is: 'moved', by: null, fromAt: before, toAt: startsAt });
}

async function switchReminders(desk: Desk, caller: Caller, { verb, community, pair: id }: BuddySwitchSubmission): Promise<Reply> {
  const isSilent = verb === 'buddy-silent';
  const become = await desk.loop.advance(pairKey(caller.tenant, community, id), 'pair', { event: { type: 'silence-set', by: caller.by, isSilent } });
  if (become.kind === 'refused') return refusal(become.refusal);
  const pair = become.state as Pair;
  const member: PairMember | null = memberOf(pair, caller.by.id);
  return member === null ? refusal({ reason: 'no-pair' }) : alone(desk, caller, { pair, card: newsMessage(pair, member, { news: { is: isSilent ? 'silent' : 'unsilent' }, meeting: null }) });
}

/** To the presser alone, with what other documents know: what the community is called, and what those of the pair promised there. */
async function alone(desk: Desk, caller: Caller, { pair, card }: { readonly pair: Pair; readonly card: BuddyCard }): Promise<Reply> {
  const { tenant } = caller;
  const named = { ...card, communityName: await nameOfChat(desk, tenant, pair.conversation) };
  if (named.card !== 'buddy-reminder' && named.card !== 'buddy-follow-up') return aloneTo(desk, caller, named);
  return aloneTo(desk, caller, { ...named, actions: openOfPair(pair, await communityOf(desk, tenant, pair.conversation)) });
}
