// Who coordinates a community: whoever first set it up, until they pass it on by name (product.md 2).

import type { PersonId } from '../keys.ts';
import { moved, refused, type Stepped } from '../machine.ts';
import { matchName } from '../names.ts';
import type { Refusal } from '../notices.ts';
import type { Community } from './community.ts';
import type { CommunityEvent } from './events.ts';
import { hasGone } from './membership.ts';

/** Who may pass it on or change the settings; null while there is nobody, or they have left the chat: then whoever sets it up next. */
export const stillCoordinating = (community: Community): Community['coordinator'] =>
  (community.coordinator !== null && hasGone(community, community.coordinator.id) ? null : community.coordinator);

/** What somebody hears who may not do what the coordinator may. */
export function whoCoordinates(community: Community | null): Refusal {
  const coordinator = community === null ? null : stillCoordinating(community);
  return coordinator === null ? { reason: 'no-coordinator' } : { reason: 'coordinator-only', coordinator: coordinator.name };
}

/** `coordinator <name>`: passed on by the coordinator alone, where there is one, to a member of the chat or of the community. */
export function giveCoordinator(community: Community, event: Extract<CommunityEvent, { type: 'coordinator-given' }>): Stepped<Community> {
  const present = stillCoordinating(community);
  if (present !== null && present.id !== event.by.id) return refused({ reason: 'coordinator-only', coordinator: present.name });
  const known = Object.entries(community.members).map(([id, { name, teamsId }]) => ({ id: id as PersonId, name, teamsId }));
  const match = event.person == null ? matchName(event.name, known) : { kind: 'found', id: event.person.id } as const;
  if (match.kind === 'ambiguous') return refused({ reason: 'ambiguous-name', name: event.name, matches: match.matches });
  const coordinator = event.person ?? known.find(({ id }) => match.kind === 'found' && id === match.id);
  if (coordinator === undefined) return refused({ reason: 'unknown-name', name: event.name });
  return moved({ ...community, coordinator, isSetUp: true }, [], { kind: 'coordinator-is', name: coordinator.name });
}
