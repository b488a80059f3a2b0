// An action from an earlier session that is due when a session opens: Start on time asks its owner what came of it
// (domain.md 1.6). It stays the community's; the session only shows it.

import { isGuest, type PersonId } from '../keys.ts';
import type { ActionsMessage } from '../messages.ts';
import type { Outcome } from '../problem/came-of.ts';
import type { Common, Lobby, Session } from './session.ts';

/** All but name and text are absent where an earlier release opened the lobby: then nobody is asked. */
export interface DueAction {
  /** The owner's name. */
  readonly owner: string;
  readonly text: string;
  /** Its name within the community (community/actions.ts). */
  readonly action?: string;
  readonly ownerId?: PersonId;
  readonly dueOn?: string;
  /** What was said of it before; done ones are not due. */
  readonly outcome?: Outcome | null;
  readonly line?: string;
}

/** Of several groups each asks its own people; what nobody knows the owner of, the first. */
export const dueInGroup = (lobby: Lobby, people: ReadonlySet<PersonId>, number: number): readonly DueAction[] =>
  lobby.dueActions.filter(({ ownerId }) => (ownerId === undefined ? number === 1 : people.has(ownerId)));

interface Known {
  readonly action: string;
  readonly outcome: Outcome;
  readonly line: string;
}

/** The owner has answered, here or elsewhere. The card is not edited, since somebody may be typing on it. */
export function learnOutcome<S extends Session>(session: S, { action, outcome, line }: Known): S {
  if (!session.dueActions.some((due) => due.action === action)) return session;
  const told = session.dueActions.map((due) => (due.action === action ? { ...due, outcome, line } : due));
  return { ...session, dueActions: told };
}

/** Those still to be asked about. */
export const asksAbout = ({ dueActions }: Common): readonly DueAction[] => dueActions.filter(({ outcome }) => outcome !== 'done');

/** The card of the opening; null where nothing is due. Those who are here stand first. */
export function drawDueActions(session: Exclude<Session, Lobby>): ActionsMessage | null {
  const here = new Set(session.people.filter(({ part }) => part !== 'out').map(({ id }) => id));
  const isHere = ({ ownerId }: DueAction): boolean => ownerId !== undefined && here.has(ownerId);
  const due = asksAbout(session);
  if (due.length === 0) return null;
  const isAsked = ({ action, ownerId }: DueAction): boolean => action !== undefined && ownerId !== undefined && !isGuest(ownerId);
  const shown = [...due.filter(isHere), ...due.filter((each) => !isHere(each))];
  return {
    card: 'actions', asked: 'opening', community: session.community, communityName: null, session: session.id, isShared: true,
    asks: shown.filter(isAsked).map(shownOf), others: shown.filter((each) => !isAsked(each)).map(shownOf), typed: null, saved: null,
  };
}

const shownOf = ({ owner, text, action = '', dueOn = '', outcome = null, line = '' }: DueAction): ActionsMessage['asks'][number] =>
  ({ ref: action, owner, text, dueOn, outcome, line });
