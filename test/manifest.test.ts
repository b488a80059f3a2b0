// The lists of commands in the app's manifest, held equal to the texts: in English as they stand there, in any other
// language as the manifest's localisation takes them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '../src/commands/parse.ts';
import { commands } from '../src/commands/registry.ts';
import { en } from '../src/texts/en.ts';
import { languages, textsFor } from '../src/texts/languages.ts';

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}
const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '..', 'manifest', name), 'utf8'));
const { commandLists } = read('commands.json') as { readonly commandLists: readonly CommandList[] };

/** Schema 1.29 takes twelve in a list, but its localisation names only the first ten of each of three lists. */
const commandsMax = 10;
const titleMaxChars = 32;
const descriptionMaxChars = 128;

const isCommand = (title: string): title is keyof typeof en.commands => Object.hasOwn(en.commands, title);

/** What the localisation file of a language has to hold. */
function localised(code: string): Readonly<Record<string, string>> {
  const { commands: lines, typed } = textsFor(code);
  return Object.fromEntries(commandLists.flatMap((list, listIndex) => list.commands.flatMap(({ title }, index) => {
    if (!isCommand(title)) throw new Error(`${title} is no command`);
    const place = `bots[0].commandLists[${listIndex}].commands[${index}]`;
    return [[`${place}.title`, typed.commands[title]?.[0] ?? title], [`${place}.description`, lines[title].does]];
  })));
}

test('each place has its list once, short enough to be localised', () => {
  expect(commandLists.flatMap(({ scopes }) => scopes).toSorted()).toEqual(['groupChat', 'personal', 'team']);
  for (const list of commandLists) {
    const titles = list.commands.map(({ title }) => title);
    expect(titles.length).toBeLessThanOrEqual(commandsMax);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('in English every command says what help says', () => {
  for (const { title, description } of commandLists.flatMap((list) => list.commands)) {
    expect({ title, description }).toEqual({ title, description: isCommand(title) ? en.commands[title].does : 'no command' });
    expect(commands.find(({ name }) => name === title)?.where).not.toBe('local');
  }
});

test('what is chosen in the 1:1 chat can be done there', () => {
  const personal = commandLists.find(({ scopes }) => scopes.includes('personal'))?.commands ?? [];
  expect(personal.filter(({ title }) => commands.find(({ name }) => name === title)?.where === 'in-community')).toEqual([]);
});

describe.each(languages.filter(({ code }) => code !== 'en'))('in $ownName', ({ code, texts }) => {
  test('the localisation holds the words of the texts, and nothing else', () => {
    expect(read(`${code}.json`)).toEqual(localised(code));
  });

  test('every line fits, and what is chosen is understood', () => {
    for (const [place, line] of Object.entries(localised(code))) {
      expect(line.length).toBeLessThanOrEqual(place.endsWith('.title') ? titleMaxChars : descriptionMaxChars);
      if (place.endsWith('.title')) expect(parseCommand(line, commands, texts.typed.commands).kind).toBe('command');
    }
  });
});
