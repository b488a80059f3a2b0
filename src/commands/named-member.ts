// Who is meant by a name: a member of the conversation, as Teams lists them.

import { matchName } from '../core/names.ts';
import type { Person } from '../core/session/session.ts';
import { traceOfPlace } from '../app/traces.ts';
import { faultOf } from '../log.ts';
import type { Caller, Desk } from './desk.ts';

/** The member of the conversation who is meant; null when Teams does not tell, or nobody or several fit. */
export async function namedMember(desk: Desk, { arrival }: Caller, name: string): Promise<Person | null> {
  try {
    const members = await desk.directory.members(arrival.address, arrival.conversation);
    const known = members.flatMap(({ id, name: full, teamsId }) => (id === null ? [] : [{ id, name: full, teamsId }]));
    const match = matchName(name, known);
    return match.kind === 'found' ? known.find(({ id }) => id === match.id) ?? null : null;
  } catch (error) {
    // Without the roster the name still counts: as someone the session or the community knows, else as a guest.
    desk.log.info('directory.silent', { ...traceOfPlace(arrival.address), ...faultOf(error) });
    return null;
  }
}
