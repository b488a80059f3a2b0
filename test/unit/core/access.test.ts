// The table of who sees what, held against one written down independently, cell by cell, and how a sender's roles are
// decided.

import { describe, expect, test } from '@jest/globals';
import { type Asker, maySee, type Place, type Role, roles, rolesOf, type Sight, type Thing, things } from '../../../src/core/access.ts';
import { conversationId, personId, tenantId } from '../../../src/core/keys.ts';

/** Who sees it, from product.md 2, 5, 7 and domain.md 1.5; whoever is not named sees nothing. */
const expected: Readonly<Record<Thing, Partial<Record<Role, Sight>>>> = {
  'draft': { owner: 'yes' },
  'ready-write-up': { owner: 'yes' },
  'shared-write-up': { owner: 'yes', member: 'yes' },
  'session': { member: 'yes' },
  'record': { member: 'yes' },
  'note': { owner: 'yes', member: 'yes' },
  'action': { owner: 'yes', member: 'yes' },
  'outcome': { owner: 'yes', member: 'yes', coordinator: 'merged' },
  'outcome-figures': { member: 'yes', coordinator: 'merged' },
  'readiness': { member: 'yes' },
  'attendance': { member: 'yes', coordinator: 'yes' },
  'settings': { member: 'yes', coordinator: 'yes' },
  'calendar-file': { member: 'yes', coordinator: 'yes' },
  'delivery-report': { coordinator: 'yes' },
  'pair': { owner: 'yes' },
  'pairs': { owner: 'yes', member: 'yes', coordinator: 'yes' },
  'pair-activity': { owner: 'yes', coordinator: 'yes' },
  'profile': { owner: 'yes' },
  'birthday': { owner: 'yes' },
};

describe('who sees what', () => {
  for (const thing of things) {
    for (const role of roles) {
      test(`${thing} as ${role}: ${expected[thing][role] ?? 'no'}`, () => expect(maySee(thing, role)).toBe(expected[thing][role] ?? 'no'));
    }
  }

  test('the table names the same things', () => expect([...things].toSorted()).toEqual(Object.keys(expected).toSorted()));
  test('of several roles the one that sees most counts', () => {
    expect(maySee('outcome', 'coordinator', 'member')).toBe('yes');
    expect(maySee('outcome', 'former', 'coordinator')).toBe('merged');
    expect(maySee('note', 'former', 'owner')).toBe('yes');
    expect(maySee('record')).toBe('no');
  });
});

const [school, elsewhere] = [tenantId('school'), tenantId('elsewhere')];
const [heads, others] = [conversationId('19:heads'), conversationId('19:others')];
const [ann, bob] = [personId('ann'), personId('bob')];
const place: Place = { tenant: school, conversation: heads, coordinator: { id: bob }, members: {} };
const stranger: Asker = { tenant: school, person: ann, isInChat: false, known: { communities: [{ conversation: others }], formerly: [] } };
const seen = { ...stranger, known: { communities: [{ conversation: others }, { conversation: heads }], formerly: [] } };
const left = { ...stranger, known: { communities: [{ conversation: others }], formerly: [heads] } };

describe('what somebody is to a community', () => {
  test('whoever was seen in its chat is a member', () => expect(rolesOf(seen, place)).toEqual(['member']));
  test('whoever attended is a member', () => expect(rolesOf(stranger, { ...place, members: { [ann]: {} } })).toEqual(['member']));
  test('whoever writes in its chat is a member, known or not', () => {
    expect(rolesOf({ ...stranger, isInChat: true, known: null }, place)).toEqual(['member']);
    expect(rolesOf({ ...left, isInChat: true }, place)).toEqual(['member']);
  });
  test('whoever left is a former member, though they attended', () => {
    expect(rolesOf(left, place)).toEqual(['former']);
    expect(rolesOf(left, { ...place, members: { [ann]: {} } })).toEqual(['former']);
    expect(rolesOf(stranger, { ...place, former: { [ann]: {} } })).toEqual(['former']);
  });
  test('whoever left another community is none of this one', () => {
    expect(rolesOf({ ...stranger, known: { communities: [], formerly: [others] } }, place)).toEqual(['other-community']);
  });
  test('anybody else of the tenant is of another community', () => {
    expect(rolesOf(stranger, place)).toEqual(['other-community']);
    expect(rolesOf({ ...stranger, known: null }, place)).toEqual(['other-community']);
  });
  test('the coordinator is that in the group and outside it', () => {
    const asBob = { ...stranger, person: bob };
    expect(rolesOf(asBob, place)).toEqual(['coordinator']);
    expect(rolesOf({ ...asBob, isInChat: true }, place)).toEqual(['member', 'coordinator']);
    expect(rolesOf({ ...left, person: bob }, place)).toEqual(['former', 'coordinator']);
  });
  test('the owner of a thing is its owner, also after leaving', () => {
    expect(rolesOf(seen, place, ann)).toEqual(['owner', 'member']);
    expect(rolesOf(left, place, ann)).toEqual(['owner', 'former']);
    expect(rolesOf(seen, place, bob)).toEqual(['member']);
  });
  test('the same id in another tenant is nobody, whatever else is stored', () => {
    const twin = { ...seen, tenant: elsewhere, isInChat: true };
    expect(rolesOf(twin, { ...place, members: { [ann]: {} }, coordinator: { id: ann } }, ann)).toEqual(['other-tenant']);
  });
});
