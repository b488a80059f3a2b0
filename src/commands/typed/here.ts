// `here <name>`: marks somebody as here, also a guest or someone on the telephone; `with a problem` gives them a turn.

import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';
import { namedMember } from '../named-member.ts';
import { toOpenSession } from '../to-session.ts';
import { nameWithProblem } from '../words.ts';

export const here: Command = {
  name: 'here',
  where: 'for-community',
  run: async (desk, caller, words) => {
    const { name, hasProblem } = nameWithProblem(words, caller);
    if (name === '') return refusal({ reason: 'name-missing', command: 'here' });
    const part = hasProblem ? 'owner' : 'helper';
    const person = await namedMember(desk, caller, name);
    return toOpenSession(desk, caller, { type: 'marked-here', rev: null, name, part, person });
  },
};
