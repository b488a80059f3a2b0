// `actions`: committed actions that are open, with outcome buttons for their owner.

import type { Command } from '../command.ts';
import { actionsCard } from '../actions.ts';

export const actions: Command = { name: 'actions', where: 'for-community', shows: 'action', run: (desk, caller) => actionsCard(desk, caller) };
