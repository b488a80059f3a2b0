// `more time`: one minute more for the present phase.

import type { Command } from '../command.ts';
import { toOpenSession } from '../to-session.ts';

export const moreTime: Command = {
  name: 'more time',
  aliases: ['one minute more', 'minute'],
  where: 'for-community',
  run: (desk, caller) => toOpenSession(desk, caller, { type: 'minute-asked', rev: null }),
};
