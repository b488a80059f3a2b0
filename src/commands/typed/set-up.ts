// `set up`: the community's settings as a form.

import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';
import { setUpForm } from '../set-up-form.ts';

export const setUp: Command = {
  name: 'set up',
  aliases: ['setup', 'settings'],
  where: 'in-community',
  run: async (desk, caller) => (caller.arrival.place === 'personal' ? refusal({ reason: 'community-only' }) : setUpForm(desk, caller)),
};
