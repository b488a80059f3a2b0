// `next`: the same as `Next phase`.

import type { Command } from '../command.ts';
import { toOpenSession } from '../to-session.ts';

export const next: Command = {
  name: 'next',
  aliases: ['next phase', 'skip'],
  where: 'for-community',
  run: (desk, caller) => toOpenSession(desk, caller, { type: 'next-asked', rev: null }),
};
