// The catalogue as a whole: names people type, lengths that fit a booking, words for every phase and role.

import { describe, expect, test } from '@jest/globals';
import { findProtocol, fittingLength, protocols } from '../../../../src/core/protocols/catalog.ts';
import { catalogueFaults } from '../../../../src/core/protocols/check.ts';
import { en } from '../../../../src/texts/en.ts';
import { castings } from '../../../rehearsal/castings.ts';
import type { PhaseText, ProtocolText } from '../../../../src/texts/en/phases.ts';

const all = Object.values(protocols);
const texts: Readonly<Record<string, ProtocolText>> = en.protocols;
const phases: Readonly<Record<string, PhaseText>> = en.phases;

test('no phase and no name belongs to two protocols', () => {
  expect(catalogueFaults(all)).toEqual([]);
});

describe('what is typed after start', () => {
  test.each(all.map(({ id }) => [id, texts[id]?.title ?? '']))('finds %s by its title, %s', (id, title) => {
    for (const typed of [id, title, title.toUpperCase()]) expect(findProtocol(typed)?.id).toBe(id);
  });

  test.each([['con', 'consultancy'], ['tr', 'troika'], ['action', 'action-learning'], ['case study', 'case-study'], ['tuning p', 'tuning']])('finds by the beginning %j', (typed, id) => {
    expect(findProtocol(typed)?.id).toBe(id);
  });

  test.each(['c', 't', 'troika consultancy', 'learning'])('does not guess at %j', (typed) => {
    expect(findProtocol(typed)).toBeNull();
  });
});

describe('the length of a session', () => {
  test.each([
    ['npq-community', 60, 60], ['npq-community', 75, 75], ['npq-community', 90, 75], ['npq-community', 45, 60],
    ['troika', 60, 60], ['troika', 75, 60], ['troika', 30, 30], ['troika', 20, 30],
    ['tuning', 60, 60], ['tuning', 75, 75], ['tuning', 80, 80], ['tuning', 79, 75], ['tuning', 5, 40], ['case-study', 60, 30], ['case-study', 30, 30],
  ])('of %s booked for %d minutes is %d', (id, bookedMinutes, lengthMinutes) => {
    const protocol = findProtocol(id);
    expect(protocol && fittingLength(protocol, bookedMinutes)).toBe(lengthMinutes);
  });
});

describe('the words', () => {
  test.each(all.map((protocol) => [protocol.id, protocol] as const))('of %s name every phase and role, and whoever is silent', (id, protocol) => {
    for (const phase of [protocol.opening, ...protocol.turn, protocol.close].filter((each) => each !== null)) {
      const { title, line, example, silent = '' } = phases[phase.id] ?? { title: '', line: '', example: '' };
      expect([title, line, example].filter((text) => text === '')).toEqual([]);
      expect(silent !== '').toBe(phase.mode === 'silent');
      expect(line.length).toBeLessThanOrEqual(160);
    }
    expect(Object.keys(texts[id]?.roles ?? {})).toEqual(protocol.roles.map((role) => role.id));
  });

  test('give each phase of a protocol a title of its own', () => {
    for (const { opening, turn, close } of all) {
      const titles = [opening, ...turn, close].flatMap((phase) => (phase === null ? [] : [phases[phase.id]?.title]));
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  test('call no phase as a button or another card is called', () => {
    const taken: readonly string[] = [...Object.values(en.buttons), en.session.paused.heading, en.session.agenda.heading, en.records.summary.heading];
    expect(Object.values(phases).filter(({ title }) => taken.includes(title))).toEqual([]);
  });

  test('and every protocol is rehearsed, with remarks for phases that it has', () => {
    expect(Object.keys(castings)).toEqual(Object.keys(protocols));
    for (const { id, turn, close } of all) {
      const titles = turn.map((phase) => phases[phase.id]?.title ?? '');
      expect(titles).toEqual(expect.arrayContaining([...Object.keys(castings[id]?.remarks ?? {}), castings[id]?.actionIn]));
      expect(castings[id]?.close).toBe(close === null ? null : phases[close.id]?.title);
    }
  });

  test('are there for no phase that no protocol has', () => {
    const known = new Set(all.flatMap(({ opening, turn, close }) => [opening, ...turn, close].flatMap((phase) => phase?.id ?? [])));
    expect(Object.keys(phases).filter((id) => !known.has(id))).toEqual([]);
  });
});
