// `absent <name>`: marks somebody as not here, before the start.

import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';
import { toOpenSession } from '../to-session.ts';

export const absent: Command = {
  name: 'absent',
  where: 'for-community',
  run: async (desk, caller, words) => {
    if (words === '') return refusal({ reason: 'name-missing', command: 'absent' });
    return toOpenSession(desk, caller, { type: 'marked-absent', rev: null, name: words });
  },
};
