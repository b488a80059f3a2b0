// `end`: asks once more, like `End session`; in a lobby it cancels.

import type { Command } from '../command.ts';
import { toOpenSession } from '../to-session.ts';

export const end: Command = {
  name: 'end',
  aliases: ['end session', 'cancel'],
  where: 'for-community',
  run: (desk, caller) => toOpenSession(desk, caller, { type: 'end-asked', rev: null }),
};
