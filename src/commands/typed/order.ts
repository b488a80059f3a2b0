// `order <names>`: those named take their turns first, before the start.

import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';
import { toOpenSession } from '../to-session.ts';
import { namesIn } from '../words.ts';

export const order: Command = {
  name: 'order',
  where: 'for-community',
  run: async (desk, caller, words) => {
    const names = namesIn(words, caller);
    if (names.length === 0) return refusal({ reason: 'name-missing', command: 'order' });
    return toOpenSession(desk, caller, { type: 'ordered', rev: null, names });
  },
};
