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
import type { Outcome } from '../core/problem/came-of.ts';
import { dueActionsSlot } from '../core/session/slots.ts';
import { withEvidence } from '../app/outbox.ts';
import { isCarried, type OutcomeSubmission } from '../cards/submissions/action-forms.ts';
import { rolesIn } from './access.ts';
import { nameOfChat } from './continuing.ts';
import { type Caller, communityOf, type Desk, eventIdOf, refusal, type Reply, zoneOf } from './desk.ts';

const outcomeOf: Readonly<Record<OutcomeSubmission['verb'], Outcome>> = { 'outcome-done': 'done', 'outcome-partly': 'partly', 'outcome-not-yet': 'not-yet' };

/** Nobody else reads what is answered: the 1:1 chat, or the answer to a press. */
const isReadAlone = ({ arrival: { place, what } }: Caller): boolean => place === 'personal' || (what.kind === 'pressed' && what.shape === 'execute');

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
  return {
    ...blank, asked, community: community.conversation, communityName, isShared: false,
    asks: own.filter((action) => asked === 'list' || due.has(actionRef(action))).map(shownOf), others: others.map(shownOf), ...rest,
  };
}

const todayIn = (desk: Desk, community: Community): string => localDate(desk.clock.now(), zoneOf(community));

/** `Done`, `Partly`, `Not yet`. */
export async function giveOutcome(desk: Desk, caller: Caller, submission: OutcomeSubmission): Promise<Reply> {
  const { tenant, by } = caller;
  const community = await communityOf(desk, tenant, submission.community);
  const action = submission.action === '' ? null : submission.action;
  const isOwn = (each: KnownAction): boolean => each.owner === by.id && (action === null || actionRef(each) === action);
  // Of one's own action one may always speak; of whose the others are, only the group is told.
  if (community === null || !(await seesAll(desk, caller, community) || community.actions.some(isOwn))) return refusal({ reason: 'no-community' });
  await tellEvidence(desk, caller, submission);
  const outcome = outcomeOf[submission.verb];
  const dueBy = submission.asked === 'list' ? null : todayIn(desk, community);
  const id = eventIdOf('outcome', by.id, submission.community, action, outcome, submission.line, caller.arrival.activityId);
  const event = { type: 'outcome-given', by, action, dueBy, outcome, text: submission.line, id } as const;
  const become = await desk.loop.advance(communityKey(tenant, submission.community), 'community', { event, eventId: id });
  const told = become.kind === 'moved' && become.answer !== null ? become.answer : { kind: 'outcome-saved', owner: by.name, outcome } as const;
  const now = become.state as Community;
  if (become.kind !== 'refused') return isReadAlone(caller) && submission.asked !== 'opening' ? ownCard(desk, caller, { community: now, asked: 'list', saved: outcome }) : { card: 'notice', notice: told };
  const { reason } = become.refusal;
  const error = reason === 'which-action' ? 'which' : reason === 'too-long' ? 'too-long' : null;
  return error === null || !isReadAlone(caller) || !isCarried(submission.line) ? refusal(become.refusal) : ownCard(desk, caller, { community: now, asked: submission.asked, typed: { ref: submission.action, line: submission.line, error } });
}

/** The card of an opening that was pressed has landed, where that was in doubt (reliability.md 1). */
async function tellEvidence(desk: Desk, { tenant, arrival }: Caller, { session, community }: OutcomeSubmission): Promise<void> {
  const { what } = arrival;
  if (session === null || what.kind !== 'pressed' || what.messageId === null || arrival.conversation !== community) return;
  const { messageId } = what;
  await desk.loop.update(sessionKey(tenant, community, session), (doc) => withEvidence(doc, dueActionsSlot, messageId));
}
