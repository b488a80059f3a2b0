// The actions that members have committed to, as the community keeps them: open until their owner says done, and asked
// about when due (domain.md 1.6). Only the owner says what came of one, by the sender's identity.

import type { Instant } from '../time.ts';
import { communityKey, isGuest, partitionOf } from '../keys.ts';
import { localDate } from '../calendar/local-time.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { clipText } from '../names.ts';
import type { Outcome } from '../problem/came-of.ts';
import { fieldMaxChars } from '../problem/write-up.ts';
import { unknownTurn } from '../history/outcomes.ts';
import type { OutcomeEntry } from '../history/entry.ts';
import type { DueAction } from '../session/due-action.ts';
import type { Person } from '../session/session.ts';
import type { Community } from './community.ts';
import type { CommunityEvent, KnownAction } from './events.ts';
import { tellSession } from './telling.ts';

/** Actions remembered: beyond it those that are done go first, then the oldest. */
const keptActions = 60;
/** What was said of one is shown at this length; the whole is in the record. */
const lineClipChars = 300;

/** Names an action within its community, as cards carry it to and fro. */
export const actionRef = ({ session, turn, owner }: Pick<KnownAction, 'session' | 'turn' | 'owner'>): string => `${session}/${turn ?? owner}`;

/** Partly done, or not yet, is open all the same. */
export const isOpen = ({ outcome }: KnownAction): boolean => outcome !== 'done';

/** Open actions of those who are members, the first due first. */
export const openActions = ({ actions, members }: Pick<Community, 'actions' | 'members'>): readonly KnownAction[] =>
  actions.filter((action) => isOpen(action) && Object.hasOwn(members, action.owner)).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** Those due by `today`, a date in the community's zone, as the next opening asks about them. */
export const dueActions = (community: Community, today: string): readonly DueAction[] =>
  openActions(community).filter(({ dueOn }) => dueOn <= today).map((action) => {
    const { owner, name, text, dueOn, outcome = null, line = '' } = action;
    return { owner: name, text, action: actionRef(action), ownerId: owner, dueOn, outcome, line };
  });

/** The last word of an owner in a turn counts. One that was due by `today`, the day it was made, needs no reminder. */
export function withAction(actions: readonly KnownAction[], action: KnownAction, made: { readonly at: Instant; readonly today: string }): readonly KnownAction[] {
  const known: KnownAction = action.dueOn <= made.today ? { ...action, nudgedAt: made.at } : action;
  return bounded([...actions.filter((each) => !isSameTurn(each, action)), known]);
}

const isSameTurn = (a: KnownAction, b: KnownAction): boolean =>
  a.owner === b.owner && a.session === b.session && (a.turn === undefined || b.turn === undefined || a.turn === b.turn);

function bounded(actions: readonly KnownAction[]): readonly KnownAction[] {
  const excessCount = Math.max(0, actions.length - keptActions);
  const dropped = new Set(actions.filter((action) => !isOpen(action)).slice(0, excessCount));
  return actions.filter((action) => !dropped.has(action)).slice(-keptActions);
}

type Given = Extract<CommunityEvent, { type: 'outcome-given' }>;

/**
 * `Done`, `Partly`, `Not yet`: the last word counts, and each is kept in the record of the session the action is of. The
 * same again changes nothing. It can be said at any time, also on the card of an opening that is long over: what somebody
 * typed of their own action is never too late.
 */
export function giveOutcome(community: Community, event: Given, at: Instant): Stepped<Community> {
  const action = meant(community, event);
  if ('kind' in action) return action;
  const { outcome, text, by } = event;
  if (text.length > fieldMaxChars) return refused({ reason: 'too-long', what: 'outcome', maxChars: fieldMaxChars, lengthChars: text.length });
  const notice = { kind: 'outcome-saved', owner: action.name, outcome } as const;
  const line = clipText(text, lineClipChars);
  // Of one that was clipped nobody can tell whether it is the same.
  if (action.outcome === outcome && action.line === text && line === text) return moved(community, [], notice);
  const record: Effect = { do: 'record', entry: entryOf(community, action, { by, outcome, line: text, id: event.id, at }) };
  const known = { action: actionRef(action), outcome, line };
  const told = tellSession(community, { type: 'outcome-known', ...known });
  return moved(withOutcome(answered(community, action, at), known), [record, ...told, ...tellEarlier(community, action, known)], notice);
}

interface Known {
  readonly action: string;
  readonly outcome: Outcome;
  readonly line: string;
}

/** Whoever speaks of it on its day, before they are reminded, need not be. */
function answered(community: Community, action: KnownAction, at: Instant): Community {
  if (action.dueOn > localDate(at, community.settings.zone)) return community;
  return { ...community, actions: community.actions.map((each) => (each === action ? { ...each, nudgedAt: each.nudgedAt ?? at } : each)) };
}

const withOutcome = (community: Community, { action, outcome, line }: Known): Community =>
  ({ ...community, actions: community.actions.map((each) => (actionRef(each) === action ? { ...each, outcome, line } : each)) });

/** The chat that the action comes from keeps it too, and works on. */
const tellEarlier = ({ tenant }: Community, { heldIn }: KnownAction, known: Known): readonly Effect[] =>
  (heldIn === undefined ? [] : [{ do: 'tell', key: communityKey(tenant, heldIn), kind: 'community', event: { type: 'outcome-heard', ...known } }]);

/** It was said, and is kept in the record, where this community goes on. */
export const hearOutcome = (community: Community, known: Known): Stepped<Community> =>
  moved(community.actions.some((each) => actionRef(each) === known.action) ? withOutcome(community, known) : community);

/**
 * The action that is meant: the one named, else the sender's only open one on the card that was pressed. Where they have
 * none left there, the one they have just answered: the same press again, or a second thought.
 */
function meant(community: Community, { by, action: named, dueBy }: Given): KnownAction | ReturnType<typeof refused> {
  const isOwn = ({ owner }: KnownAction): boolean => owner === by.id;
  if (named !== null) {
    const known = community.actions.find((action) => actionRef(action) === named);
    if (known === undefined) return refused({ reason: 'action-gone' });
    return isOwn(known) ? known : refused({ reason: 'not-your-action', owners: [known.name] });
  }
  const isAsked = ({ dueOn }: KnownAction): boolean => dueBy === null || dueOn <= dueBy;
  const asked = openActions(community).filter(isAsked);
  const open = asked.filter(isOwn);
  const [own, another] = open.length > 0 ? open : community.actions.filter((action) => isOwn(action) && isAsked(action));
  if (own !== undefined) return another === undefined ? own : refused({ reason: 'which-action' });
  const owners = [...new Set(asked.map(({ name }) => name))];
  return owners.length === 0 ? refused({ reason: 'action-gone' }) : refused({ reason: 'not-your-action', owners });
}

interface Said {
  readonly by: Person;
  readonly outcome: Outcome;
  readonly line: string;
  readonly id: string;
  readonly at: Instant;
}

/** On the shelf of the chat that the session was held in, be it that this community goes on from it. */
function entryOf(community: Community, { session, turn = unknownTurn, heldIn }: KnownAction, { by, outcome, line, id, at }: Said): OutcomeEntry {
  const partition = partitionOf(community.tenant, heldIn ?? community.conversation);
  return { kind: 'outcome', id: `outcome-${session}-${id}`, partition, session, at, people: [by.id], turn, owner: { id: by.id, name: by.name }, outcome, line };
}

/** Guests cannot press: theirs are told once in an opening, and are not asked about again. */
export const isAnswerable = ({ owner }: KnownAction): boolean => !isGuest(owner);

/** What was committed to in a session is kept no longer than its record. */
export function forgetActions(community: Community, session: KnownAction['session']): Stepped<Community> {
  const actions = community.actions.filter((action) => action.session !== session);
  return moved(actions.length === community.actions.length ? community : { ...community, actions });
}
