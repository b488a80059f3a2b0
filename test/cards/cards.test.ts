// Every card as it leaves: complete, accepted by the official parser, small enough, and its inputs known to the door.

import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { cardMaxChars, createRender } from '../../src/cards/render.ts';
import { outcomeVerbs } from '../../src/cards/views/actions.ts';
import { plainBuddyVerbs } from '../../src/cards/submissions/buddy-forms.ts';
import { meInputs } from '../../src/core/messages/me-messages.ts';
import { parseSubmission } from '../../src/cards/submissions.ts';
import { pairsVerbs } from '../../src/cards/submissions/pairs-forms.ts';
import { sessionVerbs } from '../../src/cards/submissions/session-forms.ts';
import { en } from '../../src/texts/en.ts';
import { crowded, withPeoplesText } from './hostile.ts';
import { allSamples } from './samples.ts';
import { ofType, stringsOf, textsOf, titlesOf, type Json } from './walk.ts';

const render = createRender(en);
const cardOf = (message: Parameters<typeof render>[0]): Json => render(message).card ?? {};

interface Context { readonly eventCount: number; getEventAt(index: number): { readonly message: string } }
interface AdaptiveCards {
  readonly AdaptiveCard: new () => { parse(json: unknown, context: Context): void; validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] } };
  readonly SerializationContext: new () => Context;
}
const official = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as AdaptiveCards;

function complaintsOf(json: unknown): readonly string[] {
  const card = new official.AdaptiveCard();
  const context = new official.SerializationContext();
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  // What a client cannot draw it says, and drops as it is told (templates.test.ts).
  const heard = parsing.filter((complaint) => !/^Unknown element type "Chart\.\S+"\. Fallback will be used/.test(complaint));
  return [...heard, ...card.validateProperties().validationEvents.map(({ message }) => message)];
}

describe.each(allSamples)('$name', ({ message }) => {
  const rendered = render(message);
  const card = rendered.card ?? {};

  test('is a complete card with a notification of its own', () => {
    expect(rendered.text).toBeNull();
    expect(rendered.summary).not.toBe('');
    expect(card['fallbackText']).toBe(rendered.summary);
    expect(JSON.stringify(card)).not.toMatch(/\$\{|undefined|null|\[object/);
  });

  test('is accepted by the official parser', () => {
    expect(complaintsOf(card)).toEqual([]);
  });

  test('has no empty text, no empty button and at most six buttons, each once', () => {
    expect(textsOf(card).filter((text) => text.trim() === '')).toEqual([]);
    const titles = titlesOf(card);
    expect(titles.length).toBeLessThanOrEqual(6);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).not.toContain('');
  });

  test('labels every input', () => {
    for (const input of ofType(card, 'Input.')) {
      expect(String(input['label']).trim()).not.toBe('');
      if (input['isRequired'] === true) expect(String(input['errorMessage']).trim()).not.toBe('');
    }
  });

  test('sends what the door reads, whichever button is pressed', () => {
    for (const action of ofType(card, 'Action.Execute')) {
      const data = { ...action['data'] as Json, ...inputsOf(card) };
      expect(parseSubmission(String(action['verb']), data)).toMatchObject({ kind: 'ok', submission: { verb: action['verb'] } });
      expect(action['fallback']).toMatchObject({ data: action['data'], title: action['title'] });
      expect((action['data'] as Json)['verb']).toBe(action['verb']);
    }
  });
});

/** What a client adds to a button's data when the card is sent back untouched. */
function inputsOf(card: unknown): Json {
  return Object.fromEntries(ofType(card, 'Input.').map(({ id, value }) => [String(id), value ?? '']));
}

test('every verb that the door knows stands on a card, with the inputs it reads', () => {
  const inputs: Readonly<Record<string, readonly string[]>> = {
    'resume': ['finish'], 'note': ['note'], 'action': ['action', 'due'], 'request': ['request'], 'appoint': ['nextChair'], 'next-meeting': ['nextDate', 'nextTime'], 'older': [], 'record': [], 'problem-open': [], 'nudges-off': [], 'nudges-on': [], 'me-save': meInputs, 'me-pause': [], 'me-start-again': [], 'me-remind': [], 'ask-open': [], 'ask': ['question'], 'which': ['community'],
    ...Object.fromEntries(Object.values(outcomeVerbs).map((verb) => [verb, ['chosen', 'line']])),
    'problem-save': Object.keys(en.problem.labels), 'problem-submit': Object.keys(en.problem.labels),
    'problem-share': Object.keys(en.problem.labels), 'problem-withdraw': Object.keys(en.problem.labels), 'problem-again': Object.keys(en.problem.labels), 'set-up': Object.keys(en.setUp.labels), 'set-up-more': [],
    ...Object.fromEntries(['buddy-open', 'buddy-more', 'buddy-form', 'buddy-leave', 'buddy-leave-sure', 'buddy-join', 'buddy-out'].map((verb) => [verb, []])), 'buddy-save': Object.keys(en.buddyPage.form.labels),
    ...Object.fromEntries(pairsVerbs.map((verb) => [verb, []])), 'pairs-break': ['pair'], 'pairs-make': ['people'],
    ...Object.fromEntries(['pairs-swap', 'pairs-put', 'pairs-leave-out'].map((verb) => [verb, ['person', 'other']])),
    ...Object.fromEntries(sessionVerbs.map((verb) => [verb, []])),
    ...Object.fromEntries([...plainBuddyVerbs, 'buddy-alternative', 'buddy-suits', 'buddy-silent', 'buddy-unsilent'].map((verb) => [verb, []])),
    'buddy-another': ['moveDate', 'moveTime'], 'buddy-met': ['feedback', 'nextAction', 'due'], 'buddy-not-met': ['feedback', 'nextAction', 'due'],
  };
  const cards = allSamples.map(({ message }) => cardOf(message));
  for (const [verb, ids] of Object.entries(inputs)) {
    const holders = cards.filter((card) => ofType(card, 'Action.Execute').some((action) => action['verb'] === verb));
    expect({ verb, isShown: holders.length > 0 }).toEqual({ verb, isShown: true });
    const shown = new Set(holders.flatMap((card) => Object.keys(inputsOf(card))));
    expect({ verb, missing: ids.filter((id) => !shown.has(id)) }).toEqual({ verb, missing: [] });
  }
  expect(new Set(Object.keys(en.buttons))).toEqual(new Set(Object.keys(inputs)));
});

test('only phase cards carry Next phase and Pause', () => {
  const others = allSamples.filter(({ message }) => message.card !== 'phase');
  expect(others.flatMap(({ message }) => titlesOf(cardOf(message))).filter((title) => title === 'Next phase' || title === 'Pause')).toEqual([]);
});

test('no button carries words of anyone but the sender\'s own search and the name of their file', () => {
  const secret = 'SECRET WORDS';
  for (const { message } of allSamples) {
    for (const { data } of ofType(cardOf(withPeoplesText(message, secret)), 'Action.Execute')) {
      const { words: _own, file: _ownFile, ...rest } = data as Json;
      expect(JSON.stringify(rest)).not.toContain(secret);
    }
  }
});

test('the notification holds no words that people wrote', () => {
  for (const { message } of allSamples) expect(render(withPeoplesText(message, 'SECRET')).summary).not.toContain('SECRET');
});

const awkward: Readonly<Record<string, string>> = {
  quotes: '"'.repeat(2_000), newlines: 'a\n'.repeat(1_000), emoji: '👩🏽‍🏫'.repeat(285), controls: '\u0001'.repeat(2_000),
  halves: '\ud800'.repeat(2_000), backslashes: '\\'.repeat(2_000), words: 'lengthy words '.repeat(142),
};
const pages = new Set(['write-ups', 'shared-problem']);


describe.each(Object.entries(awkward))('with 2,000 characters of %s in every field', (_name, text) => {
  test.each(text === awkward.words ? [1, 7, 60] : [1, 60])('no card exceeds its limit, with lists of %i', (count) => {
    for (const { message } of allSamples.filter((sample) => !pages.has(sample.message.card))) {
      const card = cardOf(crowded(withPeoplesText(message, text), count));
      expect({ card: message.card, isSmall: JSON.stringify(card).length <= cardMaxChars }).toEqual({ card: message.card, isSmall: true });
      expect(stringsOf(card).filter(({ text: shown }) => !shown.isWellFormed() && shown.length < 2_000)).toEqual([]);
    }
  });

  test('a page of five sessions and a summary of six turns leave nobody out', () => {
    const turnsOf = (card: unknown): number => ofType(card, 'Container').length;
    const longest = (name: string, count: number): Json => cardOf(crowded(withPeoplesText(sampleOf(name), text), count));
    expect(turnsOf(longest('history: searched', 5))).toBe(5);
    expect(turnsOf(longest('summary: private', 6))).toBe(6);
  });
});

function sampleOf(name: string): (typeof allSamples)[number]['message'] {
  const found = allSamples.find((sample) => sample.name === name);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return found.message;
}
