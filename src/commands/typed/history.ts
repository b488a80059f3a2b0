// `history [words]`: sessions held, newest first.

import type { Command } from '../command.ts';
import { historyPage } from '../history-page.ts';

export const history: Command = {
  name: 'history',
  where: 'for-community',
  shows: 'record',
  run: (desk, caller, words) => historyPage(desk, caller, { olderThan: null, words }),
};
