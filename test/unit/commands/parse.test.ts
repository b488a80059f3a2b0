// From what somebody typed to a command.

import { describe, expect, test } from '@jest/globals';
import { distanceBetween, parseCommand } from '../../../src/commands/parse.ts';
import { commands } from '../../../src/commands/registry.ts';

const parse = (text: string): string => {
  const parsed = parseCommand(text, commands);
  return parsed.kind === 'command' ? `${parsed.command.name}|${parsed.words}` : `?${parsed.suggestion ?? ''}`;
};

describe('A text', () => {
  test.each([
    ['help', 'help|'], ['HELP', 'help|'], ['/help', 'help|'], [' help ', 'help|'], ['Hello', 'help|'],
    ['set up', 'set up|'], ['settings', 'set up|'], ['more time', 'more time|'], ['next phase', 'next|'],
    ['note Ask: who?', 'note|Ask: who?'], ['note: Ask', 'note|Ask'], ['note\nfirst\nsecond', 'note|first\nsecond'],
    ['problems', 'problems|'], ['problem', 'problem|'], ['here Jo with a problem', 'here|Jo with a problem'], ['chair Ben', 'chair|Ben'],
  ])('%j is read as %s', (text, read) => { expect(parse(text)).toBe(read); });

  test.each([
    ['notes', '?note'], ['pasue', '?pause'], ['more tmie', '?more time'], ['histroy maths', '?history'], ['stats', '?status'],
    ['', '?'], ['what now', '?'], ['noteworthy', '?'], ['🙂', '?'], ['x'.repeat(10_000), '?'],
  ])('%j is no command: %s', (text, read) => { expect(parse(text)).toBe(read); });
});

test('No two commands answer to the same word', () => {
  const names = commands.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
});

test.each([['', '', 0], ['next', 'next', 0], ['nxet', 'next', 1], ['nex', 'next', 1], ['text', 'next', 1], ['', 'end', 3]])('from %j to %j it is %i steps', (a, b, steps) => {
  expect(distanceBetween(a, b)).toBe(steps);
});
