// What a community learns from the end of a session: the rota, the actions to ask about, whose write-up was discussed.

import { type PersonId, problemKey } from '../keys.ts';
import { localDate } from '../calendar/local-time.ts';
import { type Effect, moved, type Stepped } from '../machine.ts';
import type { DiscussedIn } from '../problem/brought.ts';
import type { MemberRecord } from '../session/session.ts';
import { isAnswerable, withAction } from './actions.ts';
import { plannedWindow } from './asking.ts';
import { hasGone } from './membership.ts';
import type { Community } from './community.ts';
import type { Ending, KnownAction } from './events.ts';
import { rolledOn, withMeeting } from './next-meeting.ts';

/** Counts attendance and chairing; whoever had no turn goes on waiting (domain.md 1.3). */
export function learnEnding(community: Community, ending: Ending): Stepped<Community> {
  const members: Record<PersonId, MemberRecord> = { ...community.members };
  const meeting = community.session?.id === ending.session ? null : community.session;
  const counted = (meeting !== null && meeting.id === ending.group?.parent ? meeting.counted : undefined) ?? [];
  for (const { id, name, teamsId, birthday, turnAt } of ending.attended) {
    // Whoever left the chat meanwhile has their place set aside.
    if (hasGone(community, id)) continue;
    const before = members[id];
    const isChair = id === ending.chair;
    members[id] = {
      name, teamsId, birthday: birthday ?? before?.birthday ?? null,
      sessionCount: (before?.sessionCount ?? 0) + (counted.includes(id) ? 0 : 1),
      chairedCount: (before?.chairedCount ?? 0) + (isChair ? 1 : 0),
      lastChairedAt: isChair ? ending.startedAt : before?.lastChairedAt ?? null,
      waitingSince: turnAt ?? before?.waitingSince ?? ending.startedAt,
    };
  }
  const today = localDate(ending.startedAt, community.settings.zone);
  // A guest cannot say what came of theirs: it stood in this session's opening, and that is all.
  const isOfMeeting = ({ session }: KnownAction): boolean => ending.group !== undefined && session.startsWith(`${ending.group.parent}-`);
  const open = community.actions.filter((action) => isAnswerable(action) || action.dueOn > today || isOfMeeting(action));
  const actions = ending.actions.reduce<readonly KnownAction[]>((known, action) => withAction(known, action, { at: ending.startedAt, today }), open);
  const isPast = community.nextMeetingAt !== null && community.nextMeetingAt <= ending.startedAt + plannedWindow.beforeMs;
  const next: Community = {
    ...community, members, nextChair: (ending.group?.number ?? 1) === 1 ? ending.nextChair : community.nextChair, actions,
    session: meeting === null || meeting.id !== ending.group?.parent ? meeting : { ...meeting, counted: [...counted, ...ending.attended.map(({ id }) => id)] },
  };
  const nextMeeting = ending.nextMeeting ?? rolledOn(community, ending.startedAt + plannedWindow.beforeMs);
  return moved(isPast ? withMeeting(next, nextMeeting, true) : next, ending.discussed.map((owner): Effect => ({
    do: 'tell', key: problemKey(community.tenant, community.conversation, owner), kind: 'problem', event: { type: 'discussed', by: owner, ...placeIn(ending, owner) },
  })));
}

function placeIn({ session, discussedIn }: Ending, owner: PersonId): { readonly in?: DiscussedIn } {
  const turn = discussedIn?.[owner];
  return turn === undefined ? {} : { in: { session, turn } };
}
