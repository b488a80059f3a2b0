// What people type or are called is shown and does nothing: no expression, no Markdown, no mention, no date, no tag.

import { describe, expect, test } from '@jest/globals';
import { createRender } from '../../src/cards/render.ts';
import { plainName, plainText } from '../../src/cards/plain.ts';
import { en } from '../../src/texts/en.ts';
import { withPeoplesText } from './hostile.ts';
import { allSamples } from './samples.ts';
import { ofType, stringsOf, type Json } from './walk.ts';

const render = createRender(en);
const marker = 'MARKER';
const attacks = [
  `\${1+1} ${marker}`, `\${$root.rows} ${marker}`, `**${marker}**`, `_${marker}_`, `[${marker}](https://evil.example)`, `<at>${marker}</at>`,
  `{{DATE(2026-12-05T16:00:00Z)}} ${marker}`, `\u202e${marker}\u2066`, `<b>${marker}</b>`, `# ${marker}`, `1. ${marker}`, `"${marker}\\`, `😀${marker}`,
];

/** Elements of a card with people's words in them, save inputs, whose values are shown as they are. */
const shown = (card: unknown): readonly { readonly type: string; readonly text: string }[] =>
  ['TextBlock', 'TextRun'].flatMap((type) => ofType(card, type).map(({ text }) => ({ type, text: String(text) })));

describe.each(attacks)('%j', (attack) => {
  test('stands in cards as harmless text only', () => {
    for (const { message } of allSamples) {
      const { card } = render(withPeoplesText(message, attack));
      // A question may echo one word of the text: of these the marker, which is letters alone.
      for (const { type, text } of shown(card).filter((found) => found.text.replaceAll(`“${marker}”`, '').includes(marker))) {
        const harmless = type === 'TextRun' ? [plainText(attack), plainName(attack)] : [plainName(attack)];
        const withoutMention = text.replaceAll(`<at>${plainName(attack)}</at>`, plainName(attack));
        expect({ card: message.card, text: withoutMention, isHarmless: harmless.some((safe) => withoutMention.includes(safe)) })
          .toMatchObject({ isHarmless: true });
        expect(withoutMention).not.toMatch(/<\/?at>|\{\{DATE\(|\u202e|\u2066/);
        if (type === 'TextBlock') expect(withoutMention.replace(/\[Whole record\]\(https:[^)]*\)/, '')).not.toMatch(/[*_<>[\]#`]/);
      }
    }
  });

  test('never becomes a mention, an address or a title of a button', () => {
    for (const { message } of allSamples) {
      const card = render(withPeoplesText(message, attack)).card ?? {};
      const entities = ((card['msteams'] as { readonly entities?: readonly Json[] } | undefined)?.entities ?? []);
      expect(entities.every(({ text }) => text === `<at>${plainName(attack)}</at>`)).toBe(true);
      const strings = stringsOf(card).filter(({ key }) => key === 'url' || key === 'verb' || key === 'id' || key === 'fallbackText');
      expect(strings.filter(({ text }) => text.includes(marker))).toEqual([]);
    }
  });
});

test('text that looks like an expression is not calculated', () => {
  const [sample] = allSamples.filter(({ name }) => name === 'turn: open');
  const card = sample === undefined ? {} : render(withPeoplesText(sample.message, '${1+1}')).card;
  expect(shown(card).some(({ text }) => text === '${1+1}')).toBe(true);
});
