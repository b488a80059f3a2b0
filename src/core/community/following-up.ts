// The nudge on the day an action is due: at 09:00, moved into waking hours, to its owner alone, with the buttons to say
// what came of it (issue: one nudge when due, none when done). Once its day is over it is not sent late.

import type { Instant } from '../time.ts';
import { personKey, type PersonId } from '../keys.ts';
import { instantAt, isDate, localDate } from '../calendar/local-time.ts';
import { calendarOf, sendAt, wakingEndOf } from '../calendar/waking.ts';
import { type Effect, type Moved, moved } from '../machine.ts';
import type { ActionsMessage } from '../messages.ts';
import type { AboutActions } from './about-meeting.ts';
import { actionRef, isAnswerable, isOpen, openActions } from './actions.ts';
import type { Community } from './community.ts';
import { hasGone } from './membership.ts';
import type { KnownAction } from './events.ts';

const nudgeTime = '09:00';

/** Open, not yet reminded of, with a date and an owner who can be asked; the first due first. */
const waiting = (community: Community): readonly KnownAction[] =>
  (community.settings.hasReminders ? openActions(community).filter((action) => isAnswerable(action) && (action.nudgedAt ?? null) === null && isDate(action.dueOn)) : []);

/** When the owner hears of it; null where no waking minute is ever to come. It is about no meeting, so it only moves later. */
function nudgeAt({ dueOn }: KnownAction, { settings }: Community): Instant | null {
  const at = instantAt({ date: dueOn, time: nudgeTime }, settings.zone);
  return at === null ? null : sendAt(at, settings, null);
}

/** The next instant at which somebody is to be reminded; null when nobody is. What is due first is reminded of first, so only that is looked at. */
export function followUpDueAt(community: Community): Instant | null {
  const [first] = waiting(community);
  return first === undefined ? null : nudgeAt(first, community);
}

/** Reminds each owner of all that is due by `at`, in one message. What is late beyond its day counts as reminded of. */
export function followUp(community: Community, at: Instant): Moved<Community> {
  const today = localDate(at, community.settings.zone);
  const due = waiting(community).filter(({ dueOn }) => dueOn <= today).flatMap((action) => {
    const dueAt = nudgeAt(action, community);
    return dueAt === null || dueAt > at ? [] : [{ action, untilAt: wakingEndOf(dueAt, community.settings) ?? dueAt }];
  });
  if (due.length === 0) return moved(community);
  const nudged = new Set(due.map(({ action }) => action));
  const owners = new Map<PersonId, { readonly actions: readonly KnownAction[]; readonly untilAt: Instant }>();
  for (const { action, untilAt } of due.filter((each) => at < each.untilAt && !hasGone(community, each.action.owner))) {
    const known = owners.get(action.owner);
    owners.set(action.owner, { actions: [...known?.actions ?? [], action], untilAt: Math.max(untilAt, known?.untilAt ?? 0) });
  }
  const actions = community.actions.map((action) => (nudged.has(action) ? { ...action, nudgedAt: at } : action));
  return moved({ ...community, actions }, [...owners].map(([owner, mail]) => nudge(community, owner, mail)));
}

/** Where it goes on in another chat, that one reminds people. */
export const withoutNudges = (community: Community, at: Instant): Community =>
  ({ ...community, actions: community.actions.map((action) => ({ ...action, nudgedAt: action.nudgedAt ?? at })) });

function nudge(community: Community, owner: PersonId, { actions, untilAt }: { readonly actions: readonly KnownAction[]; readonly untilAt: Instant }): Effect {
  const { tenant, conversation, thread, members, settings } = community;
  const { name = '', teamsId = null } = members[owner] ?? {};
  const about: AboutActions = { kind: 'actions-due', tenant, community: conversation, person: owner, actions: actions.map(actionRef) };
  const message: ActionsMessage = {
    card: 'actions', asked: 'due', community: conversation, communityName: null, session: null, isShared: false,
    asks: actions.map(shownOf), others: [], typed: null, saved: null,
  };
  return {
    do: 'tell', key: personKey(tenant, owner), kind: 'person',
    event: {
      type: 'mail', message, name, insteadTo: { community: conversation, thread }, to: { tenant, person: { id: owner, name, teamsId } }, until: untilAt, about,
      hours: { calendar: calendarOf(settings), before: null },
    },
  };
}

/** Those of a reminder that are still meant when it is about to leave: it may have waited for hours. */
export const stillDue = (community: Community, about: AboutActions): ActionsMessage['asks'] =>
  (community.settings.hasReminders && !hasGone(community, about.person) ? community.actions.filter((action) => isOpen(action) && about.actions.includes(actionRef(action))).map(shownOf) : []);

/** An action as cards show it. */
export const shownOf = (action: KnownAction): ActionsMessage['asks'][number] => {
  const { name: owner, text, dueOn, outcome = null, line = '' } = action;
  return { ref: actionRef(action), owner, text, dueOn, outcome, line };
};
