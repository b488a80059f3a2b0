// The phase card (product.md 4.4): title first, who speaks, who listens, until when; the rest by its state.

import { describe, expect, test } from '@jest/globals';
import { createRender } from '../../src/cards/render.ts';
import { npqCommunity } from '../../src/core/protocols/npq-community.ts';
import { en } from '../../src/texts/en.ts';
import { phase, samples } from './samples.ts';
import { ofType, textsOf, titlesOf } from './walk.ts';
import type { PhaseMessage } from '../../src/core/messages.ts';

const render = createRender(en);
const textsFor = (message: PhaseMessage): readonly string[] => textsOf(render(message).card);

const titles = {
  'start-on-time': 'Start on time', 'introduce': 'Introduce the problem', 'clarify': 'Clarify', 'look-deeper': 'Look deeper',
  'action-step': 'Action step', 'response': 'Response', 'reflections': 'Our reflections', 'close': 'Close',
};

test.each(Object.entries(titles))('the first text of %s is "%s" and nothing else', (id, title) => {
  expect(textsFor({ ...phase, phase: id })[0]).toBe(title);
});

test('every phase of the protocol has words: a title, a line and an example question', () => {
  const { opening, turn, close } = npqCommunity;
  const words = new Map(Object.entries(en.phases));
  for (const { id } of [opening, ...turn, close]) {
    const { title, line, example } = words.get(id) ?? { title: '', line: '', example: '' };
    expect(line).not.toBe('');
    expect(textsFor({ ...phase, phase: id })).toEqual(expect.arrayContaining([title, line, `For example: ${example}`]));
  }
});

describe('who speaks and who listens', () => {
  test.each([
    { speaks: ['owner'], listens: ['peers'], said: ['Speaking: Aisha Khan', 'Listening only: all peers'] },
    { speaks: ['peers'], listens: ['owner'], said: ['Speaking: all peers', 'Listening only: Aisha Khan'] },
    { speaks: ['peers', 'owner'], listens: [], said: ['Speaking: everyone', 'Listening only: no one'] },
    { speaks: ['everyone'], listens: [], said: ['Speaking: everyone', 'Listening only: no one'] },
  ] as const)('$speaks speak, $listens listen', ({ speaks, listens, said }) => {
    expect(textsFor({ ...phase, speaks, listens })).toEqual(expect.arrayContaining([...said]));
  });

  test('outside a turn there is no owner, so everyone speaks', () => {
    expect(textsFor({ ...phase, turn: null, speaks: ['owner'], listens: [] })).toContain('Speaking: everyone');
  });
});

test('it says which turn and phase, until when, how long and what comes next', () => {
  expect(textsFor(phase).slice(1)).toEqual([
    'Turn 3 of 4 · Aisha Khan · phase 3 of 6',
    'Speaking: all peers',
    'Listening only: Aisha Khan',
    en.phases['look-deeper'].line,
    `For example: ${en.phases['look-deeper'].example}`,
    'Ends at 16:14 (London time) · 4 min',
    'Next: Action step',
    'Chair: Ben Okafor · session ends at 17:00',
  ]);
});

test('opening and close name no turn', () => {
  for (const name of ['opening', 'close'] as const) {
    expect(textsFor(samples.phase[name] ?? phase).filter((text) => text.startsWith('Turn '))).toEqual([]);
  }
  expect(textsFor(samples.phase['opening'] ?? phase)).toContain('Next: Introduce the problem · Aisha Khan');
  expect(textsFor(samples.phase['close'] ?? phase)).toContain('Next: the summary');
});

test('it carries six buttons while it runs, five from the last turn on, none when paused or over, and never an input', () => {
  const titlesFor = (state: PhaseMessage['state']): readonly string[] => titlesOf(render({ ...phase, state }).card);
  expect(titlesFor({ is: 'running' })).toEqual(['Next phase', 'Pause', 'One minute more', 'End session', 'Take the chair', 'Join']);
  expect(titlesOf(render({ ...phase, offersJoin: false }).card)).toEqual(['Next phase', 'Pause', 'One minute more', 'End session', 'Take the chair']);
  expect(titlesFor({ is: 'paused' })).toEqual([]);
  expect(titlesFor({ is: 'over', endedAt: phase.endsAt })).toEqual([]);
  for (const message of Object.values(samples.phase)) expect(ofType(render(message).card, 'Input.')).toEqual([]);
});

test('when it is over it shows the actual times and no request of the moment', () => {
  const texts = textsFor({ ...phase, state: { is: 'over', endedAt: phase.startsAt + 75_000 }, endOffer: phase.endsAt, takeover: { name: 'Dan', at: phase.endsAt } });
  expect(texts).toContain('Over: 16:10 to 16:11 (London time) · 1 min 15 s');
  expect(texts.filter((text) => /Ends at|Next:|asked to chair|One minute more/.test(text))).toEqual([]);
});

test('a paused phase names no end, since nobody knows it', () => {
  const texts = textsFor({ ...phase, state: { is: 'paused' } });
  expect(texts).toContain('Paused · 4 min in all');
  expect(texts.filter((text) => /ends at/i.test(text))).toEqual([]);
});

describe('the mention of the owner', () => {
  const entitiesOf = (message: PhaseMessage): unknown => (render(message).card?.['msteams'] as { entities: unknown }).entities;

  test('stands in the text exactly as in its entity', () => {
    const message = { ...phase, mentionsOwner: true, turn: { number: 1, count: 4, owner: { name: 'A*isha <b>', teamsId: '29:a' }, phaseNumber: 5, phaseCount: 6 } };
    const [entity] = entitiesOf(message) as readonly { readonly type: string; readonly text: string; readonly mentioned: { readonly id: string; readonly name: string } }[];
    expect(entity).toMatchObject({ type: 'mention', mentioned: { id: '29:a' } });
    expect(textsFor(message)[1]).toContain(entity?.text);
    expect(entity?.text).toBe(`<at>${entity?.mentioned.name ?? ''}</at>`);
    expect(entity?.mentioned.name).not.toMatch(/[<>*]/);
  });

  test.each([
    ['not asked for', { ...phase, mentionsOwner: false }],
    ['over', { ...phase, mentionsOwner: true, state: { is: 'over', endedAt: phase.endsAt } }],
    ['outside a turn', { ...phase, mentionsOwner: true, turn: null }],
  ] as const)('is missing when %s', (_case, message) => {
    expect(entitiesOf(message)).toEqual([]);
    expect(JSON.stringify(render(message).card)).not.toContain('<at>');
  });

  test('is just the name for somebody who cannot be mentioned', () => {
    const guest = { ...phase, mentionsOwner: true, turn: { number: 1, count: 4, owner: { name: 'Jo', teamsId: null }, phaseNumber: 5, phaseCount: 6 } };
    expect(entitiesOf(guest)).toEqual([]);
    expect(textsFor(guest)[1]).toBe('Turn 1 of 4 · Jo · phase 5 of 6');
  });
});
