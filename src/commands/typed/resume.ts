// `resume`: goes on and finishes at the planned time; the card offers later.

import type { Command } from '../command.ts';
import { toOpenSession } from '../to-session.ts';

export const resume: Command = {
  name: 'resume',
  aliases: ['continue', 'carry on'],
  where: 'for-community',
  run: (desk, caller) => toOpenSession(desk, caller, { type: 'resume-asked', rev: null, finish: 'planned' }),
};
