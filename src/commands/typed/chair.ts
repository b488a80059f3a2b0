// `chair <name>`: hands over the chair; before the start, chooses it.

import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';
import { toOpenSession } from '../to-session.ts';

export const chair: Command = {
  name: 'chair',
  where: 'for-community',
  run: async (desk, caller, words) => {
    if (words === '') return refusal({ reason: 'name-missing', command: 'chair' });
    return toOpenSession(desk, caller, { type: 'chair-given', rev: null, name: words });
  },
};
