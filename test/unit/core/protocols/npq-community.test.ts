// The guidance's table as data (domain.md 1.2), and the catalogue it stands in.

import { describe, expect, test } from '@jest/globals';
import { findProtocol, protocols } from '../../../../src/core/protocols/catalog.ts';
import { protocolFaults } from '../../../../src/core/protocols/check.ts';
import { npqCommunity } from '../../../../src/core/protocols/npq-community.ts';
import type { Phase, Protocol } from '../../../../src/core/protocols/protocol.ts';

const npq: Protocol = npqCommunity;
const phases: readonly Phase[] = [npqCommunity.opening, ...npq.turn, npqCommunity.close];

describe('the NPQ protocol', () => {
  test('has the eight phases of the guidance in order', () => {
    expect(phases.map(({ id }) => id)).toEqual(
      ['start-on-time', 'introduce', 'clarify', 'look-deeper', 'action-step', 'response', 'reflections', 'close']);
  });

  test.each([
    ['start-on-time', ['owner', 'peers'], []],
    ['introduce', ['owner'], ['peers']],
    ['clarify', ['peers', 'owner'], []],
    ['look-deeper', ['peers'], ['owner']],
    ['action-step', ['peers'], ['owner']],
    ['response', ['owner'], ['peers']],
    ['reflections', ['owner', 'peers'], []],
    ['close', ['owner', 'peers'], []],
  ])('in %s %j speak and %j listen', (id, speak, listen) => {
    expect(phases.find((phase) => phase.id === id)).toMatchObject({ speak, listen });
  });

  test('mentions the owner at Response alone, and lets Response give time last', () => {
    expect(phases.filter((phase) => phase.mentionsOwner === true).map(({ id }) => id)).toEqual(['response']);
    expect(npq.givesLast).toBe('response');
  });

  test('fits none to six owners at 60 and at 75 minutes', () => {
    for (const lengthMinutes of [60, 75]) {
      const owners = npq.fits.filter((fit) => fit.lengthMinutes === lengthMinutes).map((fit) => fit.owners).sort();
      expect(owners).toEqual([0, 1, 2, 3, 4, 5, 6]);
    }
  });

  test.each([
    [60, 4, [2, 2, 4, 2, 2, 1]],
    [60, 5, [0, 1, 4, 2, 2, 1]],
    [60, 6, [0, 1, 3, 2, 1, 1]],
    [75, 3, [3, 3, 6, 4, 3, 2]],
    [75, 4, [2, 2, 4, 4, 2, 2]],
    [75, 5, [0, 1, 4, 2, 2, 1]],
  ])('at %d minutes a turn of %d owners has the minutes %j', (lengthMinutes, owners, minutes) => {
    const fit = npq.fits.find((each) => each.lengthMinutes === lengthMinutes && each.owners === owners);
    expect(npq.turn.map(({ id }) => fit?.turnMinutes[id])).toEqual(minutes);
  });
});

describe('the catalogue', () => {
  test('holds only protocols without a fault, each under its own id', () => {
    expect(Object.keys(protocols)).toContain('npq-community');
    for (const [id, protocol] of Object.entries(protocols)) {
      expect(protocol.id).toBe(id);
      expect(protocolFaults(protocol)).toEqual([]);
    }
  });

  test.each(['npq-community', 'NPQ Community', ' npq_community ', 'npq'])('finds a protocol by %j', (name) => {
    expect(findProtocol(name)).toBe(npqCommunity);
  });

  test.each(['', ' ', 'community', 'npq-communities', 'constructor'])('knows no protocol %j', (name) => {
    expect(findProtocol(name)).toBeNull();
  });
});
