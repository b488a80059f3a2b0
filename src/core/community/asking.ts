// A lobby or session is asked for: by `start`, or by the call of the planned meeting.

import { type Instant, hourMs, minutes } from '../time.ts';
import { localDate } from '../calendar/local-time.ts';
import { moved, refused, type Stepped } from '../machine.ts';
import { findProtocol, fittingLength, protocols } from '../protocols/catalog.ts';
import { dueActions } from './actions.ts';
import type { Community } from './community.ts';
import type { CommunityEvent } from './events.ts';
import { rolledOn } from './next-meeting.ts';
import { say, tellSession } from './telling.ts';

type Of<T extends CommunityEvent['type']> = Extract<CommunityEvent, { type: T }>;

/** A lobby opened this close to the planned time is for that meeting. */
export const plannedWindow = { beforeMs: 2 * hourMs, afterMs: minutes(90) };

const isPlannedAbout = ({ nextMeetingAt: planned }: Community, at: Instant): boolean =>
  planned !== null && at >= planned - plannedWindow.beforeMs && at <= planned + plannedWindow.afterMs;

/** The call of the planned meeting opens the lobby, as if its coordinator had; any other call is none of ours. */
export function openForCall(community: Community, { session, thread }: Of<'call-began'>, at: Instant): Stepped<Community> {
  const { coordinator, tenant, conversation } = community;
  if (coordinator === null || community.session !== null || !isPlannedAbout(community, at)) return moved(community);
  const opened = askForSession(community, { type: 'session-asked', tenant, conversation, by: coordinator, session, thread, protocol: null }, at);
  return opened.kind === 'refused' ? opened : { ...opened, effects: [say({ kind: 'call-began' }), ...opened.effects] };
}

/** `start`: one lobby or session at a time; the loop shows the one that is open instead. */
export function askForSession(community: Community, event: Of<'session-asked'>, at: Instant): Stepped<Community> {
  if (community.session !== null) return moved(community);
  const protocol = findProtocol(event.protocol ?? community.settings.protocol);
  if (protocol === null) return refused({ reason: 'unknown-protocol', name: event.protocol ?? '', known: Object.keys(protocols) });
  const lengthMinutes = fittingLength(protocol, event.lengthMinutes ?? community.settings.lengthMinutes);
  const coordinator = community.coordinator ?? event.by;
  const planned = community.nextMeetingAt;
  const isForPlanned = isPlannedAbout(community, at);
  const isAhead = !isForPlanned && planned !== null && planned > at;
  const { zone, hasWarnings, movesOn } = community.settings;
  const today = localDate(at, zone);
  const { opensThread = false } = event;
  // Where the bot speaks first, people have not spoken yet.
  const next: Community = { ...community, coordinator, session: { id: event.session, thread: event.thread }, thread: opensThread ? community.thread : event.thread };
  return moved(next, tellSession(next, {
    type: 'opened',
    session: {
      ...(protocol.id === findProtocol(community.settings.protocol)?.id ? {} : { isOtherProtocol: true }),
      id: event.session, tenant: community.tenant, community: community.conversation, thread: event.thread, protocol, lengthMinutes, zone, hasWarnings, movesOn,
      language: event.language ?? community.settings.language, group: null, rehearsal: null, opener: event.by, coordinator, plannedAt: isForPlanned ? planned : null,
      nextMeetingAt: isAhead ? planned : null, proposedNext: isAhead ? null : rolledOn(community, at + plannedWindow.beforeMs), opensThread, appointed: community.nextChair, roster: community.members,
      dueActions: dueActions(community, today),
    },
  }));
}
