// `problem`: the write-up form. In a community only a button that opens it for the presser: no draft in a shared message.

import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';
import { formOf } from '../problem-form.ts';

export const problem: Command = {
  name: 'problem',
  aliases: ['my problem', 'write up', 'write-up'],
  where: 'for-community',
  shows: 'session',
  run: async (desk, caller) => {
    if (caller.arrival.place !== 'personal') return { card: 'problem-door' };
    return caller.community === null ? refusal({ reason: 'no-community' }) : formOf(desk, caller, { community: caller.community });
  },
};
