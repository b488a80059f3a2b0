// The languages of the app package: each that people can choose has its file, with the words of the texts.

import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../src/commands/parse.ts';
import { commands } from '../../src/commands/registry.ts';
import { languages, textsFor } from '../../src/texts/languages.ts';
import { jsonOf, manifestOf, soundFiles } from './sample-package.ts';

const manifest = manifestOf(soundFiles);
const commandLists = manifest.bots?.[0]?.commandLists ?? [];
const others = languages.filter(({ code }) => code !== 'en');

/** What the file of a language has to hold of the commands. */
function localised(code: string): Readonly<Record<string, string>> {
  const { commands: lines, typed } = textsFor(code);
  const said: Readonly<Record<string, { readonly does: string }>> = lines;
  const words: Readonly<Record<string, readonly string[] | undefined>> = typed.commands;
  return Object.fromEntries(commandLists.flatMap((list, listIndex) => list.commands.flatMap(({ title }, index) => {
    const place = `bots[0].commandLists[${listIndex}].commands[${index}]`;
    return [[`${place}.title`, words[title]?.[0] ?? title], [`${place}.description`, said[title]?.does ?? 'no command']];
  })));
}

test('every language that people can choose is in the package, after English', () => {
  expect(manifest.localizationInfo?.defaultLanguageTag).toBe('en');
  expect(manifest.localizationInfo?.additionalLanguages).toEqual(others.map(({ code }) => ({ languageTag: code, file: `${code}.json` })));
});

describe.each(others)('in $ownName', ({ code, texts }) => {
  const lines = jsonOf(soundFiles, `${code}.json`);

  test('commands have the words of the texts, and all of them are there', () => {
    expect(Object.fromEntries(Object.entries(lines).filter(([key]) => key.startsWith('bots')))).toEqual(localised(code));
  });

  test('name and description are said too, the description in as many paragraphs', () => {
    expect(Object.keys(lines).filter((key) => !key.startsWith('bots'))).toEqual(['$schema', 'name.short', 'name.full', 'description.short', 'description.full']);
    expect(lines['name.short']).toBe(manifest.name.short);
    expect(lines['description.full']?.split('\n')).toHaveLength(manifest.description.full.split('\n').length);
    expect(lines['description.full']).not.toBe(manifest.description.full);
  });

  test('what is chosen from the menu is understood', () => {
    for (const [place, line] of Object.entries(localised(code))) {
      if (place.endsWith('.title')) expect(parseCommand(line, commands, texts.typed.commands).kind).toBe('command');
    }
  });
});
