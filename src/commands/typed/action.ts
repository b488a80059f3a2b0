// `action <text> by <date>`: the same as `Save my next action`; without a date due at the next meeting, else in two weeks.

import type { Command } from '../command.ts';
import { typedId } from '../desk.ts';
import { toOpenSession } from '../to-session.ts';
import { endingIn } from '../words.ts';

export const action: Command = {
  name: 'action',
  where: 'for-community',
  run: (desk, caller, words) => {
    const noteId = typedId(caller);
    const ending = endingIn(words, caller);
    return toOpenSession(desk, caller, { type: 'action-given', rev: null, at: null, text: words, dueOn: '', noteId, ...(ending !== undefined && { ending }) });
  },
};
