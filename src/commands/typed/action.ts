// `action <text>`: the same as `Save my next action`, due at the next meeting, else in two weeks.

import type { Command } from '../command.ts';
import { typedId } from '../desk.ts';
import { toOpenSession } from '../to-session.ts';

export const action: Command = {
  name: 'action',
  where: 'for-community',
  run: (desk, caller, words) => {
    const noteId = typedId(caller);
    return toOpenSession(desk, caller, { type: 'action-given', rev: null, at: null, text: words, dueOn: '', noteId });
  },
};
