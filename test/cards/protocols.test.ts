// Cards of the other protocols: who is who in them, silence, rounds, the rule of a phase, and what the lobby says of it.

import { describe, expect, test } from '@jest/globals';
import { createRender } from '../../src/cards/render.ts';
import type { PhaseMessage } from '../../src/core/messages.ts';
import { protocols } from '../../src/core/protocols/catalog.ts';
import { minutes } from '../../src/core/time.ts';
import { en } from '../../src/texts/en.ts';
import { phase, samples, startAt } from './samples.ts';
import { textsOf } from './walk.ts';

const render = createRender(en);
type Shown = Parameters<typeof render>[0];
const textsFor = (message: Shown): readonly string[] => textsOf(render(message).card);
const lobby = samples.lobby['open'];
const agenda = samples.agenda['plain'];
if (lobby === undefined || agenda === undefined) throw new Error('samples are missing');
const kindOf = (id: string, isOther = true) => ({ id, isOther, asksForWriteUp: id !== 'troika', group: protocols[id]?.group ?? { min: 0, max: 0 } });

describe('a phase card', () => {
  test.each([
    ['consultancy', 'consultancy-discuss', ['peers'], ['owner'], ['Speaking: all consultants', 'Listening only: Aisha Khan (presenter)']],
    ['troika', 'troika-challenge', ['owner'], ['peers'], ['Speaking: Aisha Khan (client)', 'Listening only: the consultants']],
    ['action-learning', 'action-learning-summary', ['owner'], ['peers'], ['Speaking: Aisha Khan (issue holder)', 'Listening only: all set members']],
    ['tuning', 'tuning-feedback', ['peers'], ['owner'], ['Speaking: all colleagues', 'Listening only: Aisha Khan (presenter)']],
    ['a protocol of a later release', 'its-phase', ['peers'], ['owner'], ['Speaking: all peers', 'Listening only: Aisha Khan']],
  ] as const)('of %s calls its people by their roles', (...[protocol, id, speaks, listens, said]) => {
    expect(textsFor({ ...phase, protocol, phase: id, speaks, listens })).toEqual(expect.arrayContaining([...said]));
  });

  const silent: PhaseMessage = { ...phase, protocol: 'case-study', phase: 'case-study-read', speaks: [], listens: [], silent: ['owner', 'peers'] };
  test('of a silent phase says what everyone does, and that nobody speaks; there is nothing to listen to', () => {
    const texts = textsFor(silent);
    expect(texts.slice(2, 4)).toEqual(['Speaking: no one', 'Silent: everyone reads']);
    expect(texts.filter((text) => text.startsWith('Listening only'))).toEqual([]);
  });

  test('in which only some are silent names them, and who listens', () => {
    const texts = textsFor({ ...silent, speaks: ['peers'], silent: ['owner'] });
    expect(texts.slice(2, 5)).toEqual(['Speaking: all colleagues', 'Listening only: no one', 'Silent: Aisha Khan']);
  });

  test('of a phase in which nobody is silent does not speak of silence', () => {
    expect(textsFor(phase).filter((text) => text.startsWith('Silent'))).toEqual([]);
  });

  const round: PhaseMessage = { ...phase, protocol: 'action-learning', phase: 'action-learning-question', speaks: ['peers', 'owner'], listens: [], order: ['Ben *Okafor*', 'Chloe Smith'] };
  test('of a round gives the order by name, harmless, and the rule', () => {
    expect(textsFor(round)).toEqual(expect.arrayContaining(['In turn: Ben ∗Okafor∗ and Chloe Smith', en.phases['action-learning-question'].rule]));
  });

  test('that is over has neither order nor rule', () => {
    const texts = textsFor({ ...round, state: { is: 'over', endedAt: phase.endsAt } });
    expect(texts.filter((text) => text.startsWith('In turn') || text === en.phases['action-learning-question'].rule)).toEqual([]);
  });

  test('of the NPQ session has no rule, and names peers as ever', () => {
    expect(textsFor(phase)).toEqual(expect.arrayContaining(['Speaking: all peers', 'Listening only: Aisha Khan']));
    for (const protocol of Object.values(protocols).filter(({ id }) => id === 'npq-community')) {
      for (const { id } of protocol.turn) expect(new Map<string, object>(Object.entries(en.phases)).get(id)).not.toHaveProperty('rule');
    }
  });

  test('begins with its title and nothing else, for every phase there is', () => {
    for (const [id, { title }] of Object.entries(en.phases)) expect(textsFor({ ...phase, phase: id })[0]).toBe(title);
  });
});

test('a status tells of silence too', () => {
  const is = { state: 'running', leftMs: minutes(1), phase: { ...phase, protocol: 'case-study', phase: 'case-study-read', speaks: [], listens: [], silent: ['owner', 'peers'] } } as const;
  expect(textsFor({ card: 'status', zone: phase.zone, now: startAt, is })).toEqual(expect.arrayContaining(['Speaking: no one', 'Silent: everyone reads']));
});

describe('a lobby', () => {
  test('of another kind of session than usual says which, how long and for how many', () => {
    expect(textsFor({ ...lobby, protocol: kindOf('tuning'), planned: { ...lobby.planned, bookedMinutes: 80 } })).toContain('Today: Tuning · 80 min · groups of 6 to 12');
    expect(textsFor({ ...lobby, protocol: kindOf('tuning', false) }).filter((text) => text.startsWith('Today'))).toEqual([]);
  });

  test('in which everyone has a turn says so, and asks nobody for a write-up', () => {
    const texts = textsFor({ ...lobby, protocol: kindOf('troika') });
    expect(texts).toContain('In, each of you client once (3), in turn order:');
    expect(texts).toEqual(expect.arrayContaining(['1 · Aisha Khan · write-up ready', '2 · Ben Okafor']));
    expect(texts).toContain('With this many of you it takes 49 min of the 60 min. After the start, the chair can press Use the whole hour on the agenda.');
  });

  test('of cases says where the missing ones come from, until it is closed', () => {
    expect(textsFor({ ...lobby, protocol: kindOf('case-study') }).join('\n')).toContain('the chair’s');
    expect(textsFor({ ...lobby, state: 'started', protocol: kindOf('case-study') }).join('\n')).not.toContain('the chair’s');
  });

  test.each(['consultancy', 'troika', 'action-learning', 'tuning', 'case-study'])('of %s without owners does not speak of Start on time', (id) => {
    expect(textsFor({ ...lobby, owners: [], protocol: kindOf(id) }).join('\n')).not.toContain('Start on time');
  });
});

describe('an agenda', () => {
  test('names the opening and close of its protocol, and which it is', () => {
    const texts = textsFor({ ...agenda, protocol: kindOf('tuning'), openingPhase: 'tuning-introduction', closePhase: 'tuning-debrief' });
    expect(texts).toEqual(expect.arrayContaining(['Today: Tuning', '16:00 · Introduction', '16:44 · Look back on the tuning']));
  });

  test('has no line for an opening or a close that is not there', () => {
    const texts = textsFor({ ...agenda, protocol: kindOf('consultancy', false), openingPhase: null, closePhase: null, closeStartsAt: null });
    expect(texts.filter((text) => /^\d\d:\d\d · /.test(text))).toHaveLength(agenda.turns.length);
    expect(texts.filter((text) => text.startsWith('Today'))).toEqual([]);
  });

  test('where nobody writes up, names alone are enough', () => {
    expect(textsFor({ ...agenda, protocol: kindOf('troika') })).toContain('16:18 · Ben Okafor');
  });
});

test('the card of protocols names credit, source, roles, lengths and how to start each', () => {
  const texts = textsFor({
    card: 'protocols',
    protocols: Object.values(protocols).map(({ id, credit, source, roles, group }) => ({ id, credit, source, roles: roles.map((role) => role.id), lengthsMinutes: [30, 60], groupMin: group.min, groupMax: group.max })),
  });
  expect(texts.filter((text) => text.startsWith('Credit: '))).toHaveLength(Object.keys(protocols).length);
  expect(texts.filter((text) => text.startsWith('Source: '))).toHaveLength(Object.keys(protocols).length);
  expect(texts).toEqual(expect.arrayContaining(['Troika Consulting', '30 or 60 minutes, groups of 3 to 5', 'Roles: client, consultants', 'To choose it, type: start troika']));
  expect(texts.filter((text) => text.endsWith('…'))).toEqual([]);
});
