// `actions`: committed actions that are open, and the buttons by which their owner says what came of one. Whose an action
// is, is decided from the sender; a card only says which one is meant.

import { communityKey, sessionKey } from '../core/keys.ts';
import { maySee } from '../core/access.ts';
import { actionRef, dueActions, isAnswerable, openActions } from '../core/community/actions.ts';
import type { Community } from '../core/community/community.ts';
import type { KnownAction } from '../core/community/events.ts';
import { shownOf } from '../core/community/following-up.ts';
import { localDate } from '../core/calendar/local-time.ts';
import type { ActionsMessage } from '../core/messages.ts';
import type { Notice, Refusal } from '../core/notices.ts';
import { dueActionsSlot } from '../core/session/slots.ts';
import { withEvidence } from '../app/outbox.ts';
import { isCarried, outcomeOf, type OutcomeSubmission } from '../cards/submissions/action-forms.ts';
import { rolesIn } from './access.ts';
import { isReadAlone } from './alone.ts';
import { buddyFor } from './buddy-opening.ts';
import { nameOfChat } from './continuing.ts';
import { type Caller, communityOf, type Desk, eventIdOf, refusal, type Reply, zoneOf } from './desk.ts';
import { answerPairAction, isOfPair, ownPairActions } from './pair-actions.ts';

/** The card of the command: everyone's in a chat that many read, else one's own first. */
export async function actionsCard(desk: Desk, caller: Caller): Promise<Reply> {
  const community = caller.community === null ? null : await communityOf(desk, caller.tenant, caller.community);
  if (community === null) return refusal({ reason: 'no-community' });
  return isReadAlone(caller) ? ownCard(desk, caller, { community, asked: 'list' }) : sharedCard(community);
}

/** Whether the caller sees what others have committed to. */
const seesAll = async (desk: Desk, caller: Caller, { conversation }: Community): Promise<boolean> =>
  maySee('action', ...await rolesIn(desk, caller, conversation)) === 'yes';

const blank = { card: 'actions', communityName: null, session: null, typed: null, saved: null } as const;

function sharedCard(community: Community): ActionsMessage {
  const open = openActions(community);
  return {
    ...blank, asked: 'list', community: community.conversation, isShared: true,
    asks: open.filter(isAnswerable).map(shownOf), others: open.filter((action) => !isAnswerable(action)).map(shownOf),
  };
}

interface Own extends Partial<Pick<ActionsMessage, 'typed' | 'saved'>> {
  readonly community: Community;
  readonly asked: ActionsMessage['asked'];
}

/** For one person alone: their own to answer, and, where everything was asked for, those of the others. */
async function ownCard(desk: Desk, caller: Caller, { community, asked, ...rest }: Own): Promise<ActionsMessage> {
  const isOwn = ({ owner }: KnownAction): boolean => owner === caller.by.id;
  const own = community.actions.filter((action) => isOwn(action) && action.outcome !== 'done');
  const due = new Set(dueActions(community, todayIn(desk, community)).map(({ action }) => action));
  const others = asked === 'list' && await seesAll(desk, caller, community) ? openActions(community).filter((action) => !isOwn(action)) : [];
  const communityName = caller.arrival.place === 'personal' ? await nameOfChat(desk, caller.tenant, community.conversation) : null;
  const ofPair = asked === 'list' && caller.arrival.place === 'personal' ? await ownPairActions(desk, caller, community.conversation) : [];
  return {
    ...blank, asked, community: community.conversation, communityName, isShared: false,
    asks: [...own.filter((action) => asked === 'list' || due.has(actionRef(action))).map(shownOf), ...ofPair], others: others.map(shownOf), ...rest,
  };
}

const todayIn = (desk: Desk, community: Community): string => localDate(desk.clock.now(), zoneOf(community));

/** `Done`, `Partly`, `Not yet`. */
export async function giveOutcome(desk: Desk, caller: Caller, submission: OutcomeSubmission): Promise<Reply> {
  if (isOfPair(submission.action)) return afterOutcome(desk, caller, { submission, refused: await answerPairAction(desk, caller, submission) });
  // On a card of both, none chosen may be either.
  const isUnchosen = submission.action === '' && (submission.asked === 'buddy' || (submission.asked === 'list' && caller.arrival.place === 'personal'));
  if (isUnchosen && (await ownPairActions(desk, caller, submission.community)).length > 0) return afterOutcome(desk, caller, { submission, refused: { reason: 'which-action' } });
  const { tenant, by } = caller;
  const community = await communityOf(desk, tenant, submission.community);
  const action = submission.action === '' ? null : submission.action;
  const isOwn = (each: KnownAction): boolean => each.owner === by.id && (action === null || actionRef(each) === action);
  // Of one's own action one may always speak; of whose the others are, only the group is told.
  if (community === null || !(await seesAll(desk, caller, community) || community.actions.some(isOwn))) return refusal({ reason: 'no-community' });
  await tellEvidence(desk, caller, submission);
  const outcome = outcomeOf[submission.verb];
  const dueBy = submission.asked === 'list' || submission.asked === 'buddy' ? null : todayIn(desk, community);
  const id = eventIdOf('outcome', by.id, submission.community, action, outcome, submission.line, caller.arrival.activityId);
  const event = { type: 'outcome-given', by, action, dueBy, outcome, text: submission.line, id } as const;
  const become = await desk.loop.advance(communityKey(tenant, submission.community), 'community', { event, eventId: id });
  const told = become.kind === 'moved' && become.answer !== null ? become.answer : undefined;
  return afterOutcome(desk, caller, { submission, refused: become.kind === 'refused' ? become.refusal : null, ...(told !== undefined && { told }) });
}

interface AfterOutcome {
  readonly submission: OutcomeSubmission;
  /** Null once it is saved. */
  readonly refused: Refusal | null;
  readonly told?: Notice;
}

/** Where nobody else reads it, the card as it is now, with what was typed and not saved; else a line. */
async function afterOutcome(desk: Desk, caller: Caller, { submission, refused, told }: AfterOutcome): Promise<Reply> {
  const outcome = outcomeOf[submission.verb];
  const community = await communityOf(desk, caller.tenant, submission.community);
  const isAlone = isReadAlone(caller) && community !== null;
  if (refused === null) {
    if (isAlone && submission.asked === 'buddy') return buddyFor(desk, caller, { community: community.conversation, done: 'action-saved' });
    return isAlone && submission.asked !== 'opening' ? ownCard(desk, caller, { community, asked: 'list', saved: outcome }) : { card: 'notice', notice: told ?? { kind: 'outcome-saved', owner: caller.by.name, outcome } };
  }
  const error = refused.reason === 'which-action' ? 'which' : refused.reason === 'too-long' ? 'too-long' : null;
  if (error === null || !isAlone || !isCarried(submission.line)) return refusal(refused);
  const typed = { ref: submission.action, line: submission.line, error } as const;
  return submission.asked === 'buddy' ? buddyFor(desk, caller, { community: community.conversation, typed }) : ownCard(desk, caller, { community, asked: submission.asked, typed });
}

/** The card of an opening that was pressed has landed, where that was in doubt (reliability.md 1). */
async function tellEvidence(desk: Desk, { tenant, arrival }: Caller, { session, community }: OutcomeSubmission): Promise<void> {
  const { what } = arrival;
  if (session === null || what.kind !== 'pressed' || what.messageId === null || arrival.conversation !== community) return;
  const { messageId } = what;
  await desk.loop.update(sessionKey(tenant, community, session), (doc) => withEvidence(doc, dueActionsSlot, messageId));
}
