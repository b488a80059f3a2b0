// `set up`: the community's settings as a form.

import type { Command } from '../command.ts';
import { setUpForm } from '../set-up-form.ts';

export const setUp: Command = {
  name: 'set up',
  aliases: ['setup', 'settings'],
  where: 'in-community',
  run: setUpForm,
};
