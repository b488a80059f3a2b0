// `here <name>`: marks somebody as here, also a guest or someone on the telephone; `with a problem` gives them a turn.

import { matchName } from '../../core/names.ts';
import type { Person } from '../../core/session/session.ts';
import { faultOf } from '../../log.ts';
import type { Command } from '../command.ts';
import { type Caller, type Desk, refusal, typedId } from '../desk.ts';
import { toOpenSession } from '../to-session.ts';

const withProblem = /\s+with\s+(?:a|their|her|his)\s+problem\.?$/i;

export const here: Command = {
  name: 'here',
  where: 'for-community',
  run: async (desk, caller, words) => {
    const name = words.replace(withProblem, '').trim();
    if (name === '') return refusal({ reason: 'name-missing', command: 'here' });
    const part = withProblem.test(words) ? 'owner' : 'helper';
    const person = await memberNamed(desk, caller, name);
    return toOpenSession(desk, caller, { type: 'marked-here', rev: null, name, part, person }, typedId(caller));
  },
};

/** The member of the conversation who is meant; null when Teams does not tell, or nobody or several fit. */
async function memberNamed(desk: Desk, { arrival }: Caller, name: string): Promise<Person | null> {
  try {
    const members = await desk.directory.members(arrival.address, arrival.conversation);
    const known = members.flatMap(({ id, name: full, teamsId }) => (id === null ? [] : [{ id, name: full, teamsId }]));
    const match = matchName(name, known);
    return match.kind === 'found' ? known.find(({ id }) => id === match.id) ?? null : null;
  } catch (error) {
    // Without the roster the name still counts: as someone in the session, else as a guest.
    desk.log.info('directory.silent', faultOf(error));
    return null;
  }
}
