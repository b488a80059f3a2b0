// `here <name>`: marks somebody as here, before the start and in the hour, also a guest or someone on the telephone;
// `with a problem` gives them a turn. Without a name it means oneself.

import type { Command } from '../command.ts';
import { namedMember } from '../named-member.ts';
import { toOpenSession } from '../to-session.ts';
import { nameWithProblem } from '../words.ts';

export const here: Command = {
  name: 'here',
  where: 'for-community',
  run: async (desk, caller, words) => {
    const { name, hasProblem } = nameWithProblem(words, caller);
    const part = hasProblem ? 'owner' : 'helper';
    const { by } = caller;
    if (name === '') return toOpenSession(desk, caller, { type: 'marked-here', rev: null, name: by.name, part, person: by });
    const person = await namedMember(desk, caller, name);
    return toOpenSession(desk, caller, { type: 'marked-here', rev: null, name, part, person });
  },
};
