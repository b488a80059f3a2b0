// `absent <name>`: marks somebody as not here, before the start and in the hour; without a name oneself.

import type { Command } from '../command.ts';
import { toOpenSession } from '../to-session.ts';

export const absent: Command = {
  name: 'absent',
  where: 'for-community',
  run: async (desk, caller, words) => {
    const { by } = caller;
    if (words === '') return toOpenSession(desk, caller, { type: 'marked-absent', rev: null, name: by.name, person: by });
    return toOpenSession(desk, caller, { type: 'marked-absent', rev: null, name: words });
  },
};
