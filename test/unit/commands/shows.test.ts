// No command shows what a community keeps without naming it, so that the table of who sees what is asked first.

import { expect, test } from '@jest/globals';
import { commands } from '../../../src/commands/registry.ts';

/** What they do is for core/session/rights.ts to allow; they answer with no more than that it was done. */
const acts = new Set(['next', 'pause', 'resume', 'more time', 'end', 'note', 'action', 'order', 'absent', 'here', 'chair']);

test('every command that may be asked for a community from elsewhere acts on its session or names what it shows', () => {
  const silent = commands.filter(({ name, where, shows }) => where === 'for-community' && shows === undefined && !acts.has(name));
  expect(silent.map(({ name }) => name)).toEqual([]);
});
