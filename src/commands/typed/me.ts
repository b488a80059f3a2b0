// `me`: what somebody says of themselves, and when they may be written to. `pause until 5 January`, alone or behind it, is
// the quick way to a pause; in the chat of a community the answer goes to the 1:1 chat.

import type { Command } from '../command.ts';
import { openMe, pauseMe } from '../me-form.ts';

export const me: Command = {
  name: 'me',
  aliases: ['my profile', 'profile', 'pause until', 'pause till'],
  where: 'anywhere',
  run: (desk, caller, words) => {
    const [, until = ''] = /^(?:pause\b)?(?:\s*(?:until|till)\b)?\s*([^]*)$/i.exec(words.trim()) ?? [];
    return words.trim() === '' ? openMe(desk, caller) : pauseMe(desk, caller, until);
  },
};
