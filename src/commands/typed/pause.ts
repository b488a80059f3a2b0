// `pause`: anyone may; the card says who did.

import type { Command } from '../command.ts';
import { toOpenSession } from '../to-session.ts';

export const pause: Command = {
  name: 'pause',
  where: 'for-community',
  run: (desk, caller) => toOpenSession(desk, caller, { type: 'pause-asked', rev: null }),
};
