// `pause`: anyone may; the card says who did. Alone with the bot and without a session, reminders are what can be paused.

import type { Command } from '../command.ts';
import { openSession } from '../desk.ts';
import { openMe } from '../me-form.ts';
import { toOpenSession } from '../to-session.ts';

export const pause: Command = {
  name: 'pause',
  where: 'for-community',
  run: async (desk, caller) => {
    const isForReminders = caller.arrival.place === 'personal' && await openSession(desk, caller) === null;
    return isForReminders ? openMe(desk, caller) : toOpenSession(desk, caller, { type: 'pause-asked', rev: null });
  },
};
