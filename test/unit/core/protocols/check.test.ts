// Broken protocols are refused, each with a line that says what is wrong and where.

import { describe, expect, test } from '@jest/globals';
import { catalogueFaults, protocolFaults } from '../../../../src/core/protocols/check.ts';
import type { Fit, Phase, Protocol } from '../../../../src/core/protocols/protocol.ts';

const talk: Phase = { id: 'talk', speak: ['owner'], listen: ['peers'], mode: 'monologue' };
const think: Phase = { id: 'think', speak: [], listen: ['owner', 'peers'], mode: 'silent' };
const fit: Fit = { lengthMinutes: 30, owners: 2, openingMinutes: 5, closeMinutes: 5, turnMinutes: { talk: 8, think: 2 } };
const sound: Protocol = {
  id: 'sound', version: 1, credit: 'Somebody', source: 'Somewhere', confidence: 'proposed', group: { min: 1, max: 2 }, per: 'presenter',
  roles: [{ id: 'owner', count: 1 }, { id: 'peers', count: 'rest' }],
  opening: { id: 'opening', speak: ['owner', 'peers'], listen: [], mode: 'round' },
  close: { id: 'close', speak: ['owner', 'peers'], listen: [], mode: 'debrief' },
  turn: [talk, think],
  givesLast: 'talk',
  fits: [{ ...fit, owners: 0 }, { ...fit, owners: 1 }, fit],
};
const withTalk = (change: Partial<Phase>): Protocol => ({ ...sound, turn: [{ ...talk, ...change }, think] });
const withFit = (change: Partial<Fit>): Protocol => ({ ...sound, fits: [...sound.fits.slice(0, 2), { ...fit, ...change }] });

const withoutWriteUp = { phase: 'talk', minutes: 1, takenFrom: 'think' };
const broken: readonly (readonly [string, Protocol, string])[] = [
  ['minutes beyond the booked length', withFit({ closeMinutes: 5.25 }), '30 minutes with 2 owners: opening, turns and close add up to 30.25 minutes'],
  ['slots beyond the booked length', withFit({ closeMinutes: 8, slotMinutes: [10, 8], slotsTakeFrom: 'talk' }), '30 minutes with 2 owners: opening, turns and close add up to 31 minutes'],
  ['slots that take more than a phase can give', withFit({ slotMinutes: [10, 8], slotsTakeFrom: 'think' }), "30 minutes with 2 owners: a slot of 8 minutes takes more than 'think' can give"],
  ['slots longer than their phases', withFit({ openingMinutes: 1, slotMinutes: [10, 11], slotsTakeFrom: 'talk' }), '30 minutes with 2 owners: a slot of 11 minutes is longer than its phases'],
  ['slots with nothing to take from', withFit({ slotMinutes: [10, 9] }), '30 minutes with 2 owners: slots differ from the sum of the phases, and slotsTakeFrom is missing'],
  ['slots that take from an unknown phase', withFit({ slotMinutes: [10, 9], slotsTakeFrom: 'nap' }), "30 minutes with 2 owners: slotsTakeFrom names the unknown phase 'nap'"],
  ['slots for other numbers of owners', withFit({ slotMinutes: [10] }), '30 minutes with 2 owners: 1 slots for 2 owners'],
  ['an unknown role', withTalk({ listen: ['peer'] }), "phase 'talk' names the unknown role 'peer'"],
  ['someone both speaking and silent', withTalk({ listen: ['owner', 'peers'] }), "in phase 'talk' the role 'owner' both speaks and is silent"],
  ['nobody speaking', withTalk({ speak: [] }), "nobody speaks in phase 'talk', which is not silent"],
  ['an unknown phase', withFit({ turnMinutes: { talk: 7, think: 2, nap: 1 } }), "30 minutes with 2 owners: turnMinutes names the unknown phase 'nap'"],
  ['a missing phase', withFit({ turnMinutes: { talk: 8 } }), "30 minutes with 2 owners: turnMinutes lacks the phase 'think'"],
  ['negative minutes', withFit({ openingMinutes: -5 }), '30 minutes with 2 owners: openingMinutes is -5 minutes, not a whole number of 15 seconds'],
  ['odd minutes', withFit({ turnMinutes: { talk: 7.9, think: 2 } }), '30 minutes with 2 owners: talk is 7.9 minutes, not a whole number of 15 seconds'],
  ['minutes that are no number', withFit({ closeMinutes: NaN }), '30 minutes with 2 owners: closeMinutes is NaN minutes, not a whole number of 15 seconds'],
  ['odd slots', withFit({ slotMinutes: [10, 9.9], slotsTakeFrom: 'talk' }), '30 minutes with 2 owners: slot 2 is 9.9 minutes, not a whole number of 15 seconds'],
  ['half an owner', { ...sound, fits: [...sound.fits, { ...fit, owners: 1.5 }] }, '30 minutes with 1.5 owners: owners is not a whole number'],
  ['a phase twice', withTalk({ id: 'close' }), "phase 'close' is there twice"],
  ['a role twice', { ...sound, roles: [...sound.roles, { id: 'owner', count: 1 }] }, "role 'owner' is there twice"],
  ['a fit twice', { ...sound, fits: [...sound.fits, fit] }, '30 minutes with 2 owners: there twice'],
  ['no id', { ...sound, id: '' }, 'the id is missing'],
  ['no credit', { ...sound, credit: ' ' }, 'the credit is missing'],
  ['no source', { ...sound, source: '' }, 'the source is missing'],
  ['no source at all', { ...sound, source: undefined } as unknown as Protocol, 'the source is missing'],
  ['no turn', { ...sound, turn: [] }, 'a turn has no phases'],
  ['a group upside down', { ...sound, group: { min: 3, max: 2 } }, "the group's least, 3, is more than its most, 2"],
  ['an unknown phase that gives last', { ...sound, givesLast: 'opening' }, "givesLast names 'opening', which is no phase of the turn"],
  ['a missing number of owners', { ...sound, fits: [{ ...fit, owners: 0 }, fit] }, '30 minutes: the fit for 1 owners is missing'],
  ['a length with fewer fits', { ...sound, fits: [...sound.fits, { ...fit, lengthMinutes: 40, owners: 0 }] }, '40 minutes: the fit for 2 owners is missing'],
  ['no fits', { ...sound, fits: [] }, 'there are no fits'],
  ['an unknown phase without a write-up', withFit({ withoutWriteUp: { ...withoutWriteUp, phase: 'nap' } }), "30 minutes with 2 owners: withoutWriteUp names the unknown phase 'nap'"],
  ['someone both listening and left to itself', { ...sound, turn: [talk, { ...think, listen: ['owner'], silent: ['owner', 'peers'] }] }, "in phase 'think' the role 'owner' both listens and is left to itself"],
  ['someone both speaking and left to itself', withTalk({ silent: ['owner'] }), "in phase 'talk' the role 'owner' both speaks and is silent"],
  ['an unknown role that is silent', withTalk({ silent: ['cat'] }), "phase 'talk' names the unknown role 'cat'"],
  ['a silent phase in which somebody speaks', withTalk({ mode: 'silent' }), "somebody speaks in phase 'talk', which is silent"],
  ['neither opening nor close', { ...sound, opening: null, close: null }, 'without a turn nothing is left: there is neither opening nor close'],
  ['minutes for an opening that is not there', { ...sound, opening: null }, '30 minutes with 2 owners: 5 minutes for an opening that is not there'],
  ['minutes for a close that is not there', { ...sound, close: null }, '30 minutes with 2 owners: 5 minutes for a close that is not there'],
  ['a close without minutes', withFit({ closeMinutes: 0 }), '30 minutes with 2 owners: the close has no minutes'],
  ['an optional phase that gives last', withTalk({ isOptional: true }), "'talk' gives last and yet may be left out"],
  ['successes in a turn', withTalk({ collects: 'successes' }), "phase 'talk' collects something, and is not the opening"],
  ['groups larger at least than at most', { ...sound, group: { min: 1, max: 2, least: 3 } }, 'groups of at least 3 do not go with groups of at most 2'],
  ['groups of nobody', { ...sound, group: { min: 1, max: 2, least: 0 } }, 'groups of at least 0 do not go with groups of at most 2'],
  ['a turn that belongs to many', { ...sound, roles: sound.roles.toReversed() }, 'the first role, which has the turn, is not that of one person'],
  ['fewer fits than its least turns', { ...sound, leastTurns: 3 }, '30 minutes: the fit for 3 owners is missing'],
  ['more than can be given without a write-up', withFit({ withoutWriteUp: { ...withoutWriteUp, minutes: 1.5 } }), "30 minutes with 2 owners: withoutWriteUp takes more than 'think' can give"],
];

describe('the check of a protocol', () => {
  test.each([
    ['as it is', sound],
    ['with slots that take what a phase can give', withFit({ slotMinutes: [9, 10], slotsTakeFrom: 'think' })],
    ['with slots as long as the phases', withFit({ slotMinutes: [10, 10] })],
    ['with a minute moved without a write-up', withFit({ withoutWriteUp })],
    ['without an opening', { ...sound, opening: null, fits: sound.fits.map((each) => ({ ...each, openingMinutes: 0 })) }],
    ['without a close', { ...sound, close: null, fits: sound.fits.map((each) => ({ ...each, closeMinutes: 0 })) }],
    ['with fits only from its least turns on', { ...sound, leastTurns: 2, fits: [fit] }],
    ['with room for more at a longer length', { ...sound, fits: [...sound.fits, ...[0, 1, 2, 3].map((owners) => ({ ...fit, lengthMinutes: 40, owners }))] }],
    ['with people left to themselves', { ...sound, turn: [talk, { ...think, listen: [], silent: ['owner', 'peers'] }] }],
    ['with quarters of a minute', withFit({ turnMinutes: { talk: 7.75, think: 2.25 } })],
  ])('finds nothing wrong with a sound one %s', (_, protocol) => {
    expect(protocolFaults(protocol)).toEqual([]);
  });

  test.each(broken)('refuses %s', (_, protocol, line) => {
    expect(protocolFaults(protocol)).toContain(line);
  });

  test('names every fault of a protocol with several', () => {
    expect(protocolFaults({ ...withTalk({ speak: [] }), credit: '', source: '' })).toHaveLength(3);
  });
});

describe('the check of the catalogue', () => {
  const other: Protocol = { ...sound, id: 'other', opening: { ...talk, id: 'other-opening' }, close: { ...talk, id: 'other-close' }, turn: [{ ...talk, id: 'other-talk' }] };

  test('finds nothing wrong where every phase and name is there once', () => {
    expect(catalogueFaults([sound, other])).toEqual([]);
  });

  test('refuses a phase that two protocols have, since its words belong to one', () => {
    expect(catalogueFaults([sound, { ...other, turn: [think] }])).toEqual(["phase 'think' is there in two protocols"]);
  });

  test('refuses a name of two protocols, be it only typed', () => {
    expect(catalogueFaults([sound, { ...other, alsoCalled: ['sound'] }])).toEqual(["'sound' is the name of two protocols"]);
  });
});
