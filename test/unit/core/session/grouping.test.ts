// Who goes into which group (product.md 4, "Groups"; domain.md 1.2): how many, in which order, who chairs, who is carried over.

import { describe, expect, test } from '@jest/globals';
import { guestId, isGuest, personId } from '../../../../src/core/keys.ts';
import { npqCommunity } from '../../../../src/core/protocols/npq-community.ts';
import { carriedOver, type Grouped, groupsOf, groupsOffered, ownersToPlan, withTurn } from '../../../../src/core/session/grouping.ts';
import type { Common, Lobby, MemberRecord, Person } from '../../../../src/core/session/session.ts';
import { Story, zero } from '../../../support/given.ts';

/** P01, P02 … in this order. */
const people = (count: number, letter = 'P'): readonly Person[] => Array.from({ length: count }, (_, index) => {
  const name = `${letter}${String(index + 1).padStart(2, '0')}`;
  return { id: personId(name.toLowerCase()), name, teamsId: `29:${name}` };
});
const guests = (count: number): readonly Person[] => people(count, 'G').map(({ name }) => ({ id: guestId(name), name, teamsId: null }));

interface In {
  readonly owners?: readonly Person[];
  readonly helpers?: readonly Person[];
  readonly over?: Partial<Common>;
}
function lobbyOf({ owners = [], helpers = [], over = {} }: In): Lobby {
  const story = new Story(over).joins(owners).joins(helpers, 'helper');
  if (story.state.status !== 'lobby') throw new Error(story.state.status);
  return story.state;
}
const names = (someone: readonly { readonly name: string }[]): string => someone.map(({ name }) => name).join(' ');
const shown = (groups: readonly Grouped[]): readonly string[] => groups.map(({ owners, helpers }) => `${names(owners)} + ${names(helpers)}`);
const sizesOf = (lobby: Lobby): readonly number[] => groupsOf(lobby).map(({ owners }) => owners.length);

describe('How many groups', () => {
  test.each([[1, [1]], [6, [6]], [7, [4, 3]], [8, [4, 4]], [9, [5, 4]], [12, [6, 6]], [13, [5, 4, 4]], [18, [6, 6, 6]], [19, [5, 5, 5, 4]]])('%d owners: %j', (count, sizes) => {
    expect(sizesOf(lobbyOf({ owners: people(count) }))).toEqual(sizes);
  });

  test.each(Array.from({ length: 41 }, (_, count) => count))('%d owners and some helpers: as few groups as have time, of nearly the same size, everybody in exactly one', (count) => {
    const helpers = people(count % 5, 'H');
    const lobby = lobbyOf({ owners: people(count), helpers });
    const groups = groupsOf(lobby);
    expect(groups).toHaveLength(Math.max(1, Math.ceil(count / 6)));
    const spread = (sizes: readonly number[]): number => Math.max(...sizes) - Math.min(...sizes);
    expect(spread(groups.map(({ owners }) => owners.length))).toBeLessThanOrEqual(1);
    expect(spread(groups.map((group) => group.owners.length + group.helpers.length))).toBeLessThanOrEqual(1);
    const everyone = groups.flatMap((group) => [...group.owners, ...group.helpers].map(({ id }) => id));
    expect(everyone.toSorted()).toEqual(lobby.people.map(({ id }) => id).toSorted());
    expect(groups.flatMap(({ owners }) => carriedOver(lobby, owners))).toEqual([]);
    for (const { owners } of groups) expect(owners.map(({ name }) => name)).toEqual(owners.map(({ name }) => name).toSorted());
  });

  test('as a protocol asks for: at least so many people in each, or as many groups as can have so many owners each', () => {
    const sized = (group: { readonly min: number; readonly max: number; readonly least?: number }): Partial<Common> => ({ protocol: { ...npqCommunity, group } });
    expect(sizesOf(lobbyOf({ owners: people(7), over: sized({ min: 4, max: 12 }) }))).toEqual([7]);
    expect(sizesOf(lobbyOf({ owners: people(7), helpers: people(1, 'H'), over: sized({ min: 4, max: 12 }) }))).toEqual([4, 3]);
    expect(sizesOf(lobbyOf({ owners: people(6), over: sized({ min: 3, max: 4, least: 3 }) }))).toEqual([3, 3]);
    expect(sizesOf(lobbyOf({ owners: people(5), over: sized({ min: 3, max: 4, least: 3 }) }))).toEqual([5]);
  });

  test('one in a rehearsal, which is for one person', () => {
    const lobby = lobbyOf({ owners: people(7) });
    expect(sizesOf({ ...lobby, rehearsal: { anchorAt: zero, rate: 60, done: [] } })).toEqual([7]);
  });

  test('no more than there are people who can press', () => {
    expect(sizesOf(lobbyOf({ owners: [...people(1), ...guests(6)] }))).toEqual([7]);
    const two = groupsOf(lobbyOf({ owners: [...guests(6), ...people(1)], helpers: people(1, 'H') }));
    expect(shown(two)).toEqual(['G02 G04 G06 P01 + ', 'G01 G03 G05 + H01']);
    expect(two.map(({ chair }) => chair)).toEqual(['p01', 'h01']);
  });
});

describe('Who goes where', () => {
  test('owners in turn order, one to each group in turn, so that whoever waited longest goes first everywhere; helpers to the smaller groups', () => {
    const waited: MemberRecord = { name: 'P07', teamsId: '29:P07', sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: zero - 1 };
    const lobby = lobbyOf({ owners: people(7), helpers: people(3, 'H'), over: { roster: { [personId('p07')]: waited } } });
    expect(shown(groupsOf(lobby))).toEqual(['P07 P02 P04 P06 + H02', 'P01 P03 P05 + H01 H03']);
  });

  test('whoever is out goes nowhere', () => {
    const story = new Story().joins(people(7)).press(1, people(1)[0] ?? fail(), { type: 'joined', part: 'out', birthday: null, hasWriteUp: false });
    expect(shown(groupsOf(story.state as Lobby))).toEqual(['P02 P03 P04 P05 P06 P07 + ']);
  });

  test('every group has somebody who can press, wherever guests stand in the order', () => {
    for (let guestCount = 0; guestCount <= 11; guestCount++) {
      const lobby = lobbyOf({ owners: [...guests(guestCount), ...people(13 - guestCount)] });
      const groups = groupsOf(lobby);
      expect(groups).toHaveLength(Math.min(3, 13 - guestCount));
      for (const { chair } of groups) expect(chair !== null && !isGuest(chair)).toBe(true);
    }
  });
});

describe('Who chairs', () => {
  const seven = people(7);
  test('the rota’s proposal among the people of each group', () => {
    expect(groupsOf(lobbyOf({ owners: seven })).map(({ chair }) => chair)).toEqual(['p01', 'p02']);
  });
  test('the volunteer and whoever was appointed, each in their own group; in one group the volunteer', () => {
    const lobby = lobbyOf({ owners: seven, over: { appointed: personId('p05') } });
    expect(groupsOf(lobby).map(({ chair }) => chair)).toEqual(['p05', 'p02']);
    expect(groupsOf({ ...lobby, volunteer: personId('p04') }).map(({ chair }) => chair)).toEqual(['p05', 'p04']);
    expect(groupsOf({ ...lobby, volunteer: personId('p07') }).map(({ chair }) => chair)).toEqual(['p07', 'p02']);
  });
});

describe('Staying together', () => {
  test('is one group, in which the last in turn order find no time', () => {
    const lobby = { ...lobbyOf({ owners: people(8) }), isTogether: true };
    const [all = fail(), ...others] = groupsOf(lobby);
    expect(others).toEqual([]);
    expect([names(withTurn(lobby, all.owners)), names(carriedOver(lobby, all.owners))]).toEqual(['P01 P02 P03 P04 P05 P06', 'P07 P08']);
    expect(groupsOffered(lobby)).toBe(2);
  });
});

test('The end that is shown is that of the group that takes longest', () => {
  const planned = (count: number): number => ownersToPlan(lobbyOf({ owners: people(count) })).length;
  expect([2, 6, 7, 9, 13].map(planned)).toEqual([2, 6, 4, 5, 5]);
  expect(ownersToPlan({ ...lobbyOf({ owners: people(9) }), isTogether: true })).toHaveLength(6);
});

function fail(): never { throw new Error('not there'); }
