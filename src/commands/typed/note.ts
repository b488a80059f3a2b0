// `note <text>`: the same as `Add note`, kept in the present phase.

import type { Command } from '../command.ts';
import { typedId } from '../desk.ts';
import { toOpenSession } from '../to-session.ts';

export const note: Command = {
  name: 'note',
  where: 'for-community',
  run: (desk, caller, words) => {
    const noteId = typedId(caller);
    return toOpenSession(desk, caller, { type: 'noted', rev: null, at: null, text: words, noteId });
  },
};
