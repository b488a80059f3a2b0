// A message of a session for one person alone; where they cannot be reached, the session's thread says so.

import type { PersonId } from '../keys.ts';
import type { Message } from '../messages.ts';
import type { PersonEvent } from '../person/person.ts';
import { named } from './people.ts';
import type { Common } from './session.ts';

/** The event for that person's document. They may never have written to the bot: then it starts from what is known here. */
export function mailTo(session: Common, id: PersonId, message: Message): Extract<PersonEvent, { type: 'mail' }> {
  const { name, teamsId } = named(session, id);
  const { community, thread, tenant } = session;
  return { type: 'mail', message, name, insteadTo: { community, thread }, to: { tenant, person: { id, name, teamsId } } };
}
