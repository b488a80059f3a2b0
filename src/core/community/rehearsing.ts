// `rehearse`: a session with pretend colleagues. The document of its chat holds it while it is open, and nothing after:
// it takes neither chair nor roster nor write-ups from the community, and gives none back (product.md 3).

import type { Instant } from '../time.ts';
import { sessionKey } from '../keys.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { findProtocol, fittingLength, protocols } from '../protocols/catalog.ts';
import type { Community } from './community.ts';
import type { CommunityEvent } from './events.ts';

type Asked = Extract<CommunityEvent, { type: 'rehearsal-asked' }>;

/** One lobby or session at a time, rehearsed or real. Whoever asked may drive it, in whichever seat: it is their rehearsal. */
export function askForRehearsal(community: Community, event: Asked, at: Instant): Stepped<Community> {
  if (community.session !== null) return moved(community);
  const protocol = findProtocol(event.protocol);
  if (protocol === null) return refused({ reason: 'unknown-protocol', name: event.protocol, known: Object.keys(protocols) });
  const { tenant, conversation } = community;
  const { session: id, thread, by, zone, rate, language, isPrivate } = event;
  const lengthMinutes = fittingLength(protocol, event.lengthMinutes);
  const opened: Effect = {
    do: 'tell', key: sessionKey(tenant, conversation, id), kind: 'session',
    event: {
      type: 'opened',
      session: {
        ...(protocol.id === findProtocol(community.settings.protocol)?.id ? {} : { isOtherProtocol: true }),
        id, tenant, community: conversation, thread, protocol, lengthMinutes, zone, language, movesOn: 'clock', group: null, opener: by, coordinator: by,
        // Half a second before the end of a phase, a warning would only be noise.
        hasWarnings: false,
        rehearsal: { isPrivate, anchorAt: at, rate, done: [] },
        plannedAt: null, nextMeetingAt: null, proposedNext: null, opensThread: false, appointed: null, roster: {}, dueActions: [],
      },
    },
  };
  return moved({ ...community, session: { id, thread, isRehearsal: true }, thread }, [opened]);
}
