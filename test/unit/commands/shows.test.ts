// No command shows what a community keeps without naming it, so that the table of who sees what is asked first.

import { expect, test } from '@jest/globals';
import { commands } from '../../../src/commands/registry.ts';

test('every command that may be asked for a community from elsewhere names what it shows', () => {
  expect(commands.filter(({ where, shows }) => where === 'for-community' && shows === undefined).map(({ name }) => name)).toEqual([]);
});
