// Actions due from earlier sessions: asked about in the opening, on a card that nobody edits (domain.md 1.6).

import { expect, test } from '@jest/globals';
import type { Person } from '../../../../src/core/session/session.ts';
import type { DueAction } from '../../../../src/core/session/due-action.ts';
import { guestId, sessionKey } from '../../../../src/core/keys.ts';
import { aisha, anHour, ben, chloe, everyone, Story } from '../../../support/given.ts';

const due = ({ id, name }: Person, over: Partial<DueAction> = {}): DueAction =>
  ({ owner: name, text: `Ask ${name}`, action: `s0/${id}`, ownerId: id, dueOn: '2026-12-01', outcome: null, line: '', ...over });
const posted = (story: Story): readonly string[] => story.told.flatMap(({ effect }) => (effect.do === 'post' ? [effect.slot] : []));

test('What is due has a card of its own right behind the opening, those who are here first', () => {
  const jo = { id: guestId('Jo'), name: 'Jo', teamsId: null };
  const kept = { owner: 'Old', text: 'Kept by an earlier release' };
  const story = anHour([aisha, ben], { dueActions: [due(chloe), due(ben), due(aisha, { outcome: 'done' }), due(jo), kept] });
  expect(posted(story)).toEqual(['lobby', 'agenda', 'phase-0', 'due-actions', 'successes']);
  const card = story.card('due-actions', 'actions');
  // What is done is not asked about again; a guest cannot be asked, nor somebody of whom only the name is known.
  expect([card.asks, card.others].map((shown) => shown.map(({ owner }) => owner))).toEqual([['Ben', 'Chloe'], ['Jo', 'Old']]);
  expect(card).toMatchObject({ asked: 'opening', community: '19:c', session: 's1', isShared: true, asks: [{ ref: 's0/ben', text: 'Ask Ben', dueOn: '2026-12-01', outcome: null }, {}] });
});

test('Where nothing is due, or all of it done meanwhile, there is no such card', () => {
  expect(posted(anHour([aisha]))).not.toContain('due-actions');
  expect(posted(anHour([aisha], { dueActions: [due(ben, { outcome: 'done' })] }))).not.toContain('due-actions');
});

test('An outcome told while the session runs is known to it, and edits nothing', () => {
  const story = anHour([aisha, ben], { dueActions: [due(ben), due(aisha)] });
  story.when(1, { type: 'outcome-known', action: 's0/ben', outcome: 'partly', line: 'Half' });
  expect(story.effects).toEqual([]);
  expect(story.card('due-actions', 'actions').asks).toMatchObject([{ ref: 's0/ben', outcome: 'partly', line: 'Half' }, { outcome: null }]);
  const before = story.state;
  expect(story.when(1, { type: 'outcome-known', action: 's0/nobody', outcome: 'done', line: '' }).state).toBe(before);
});

test('Told while the lobby is open, it is not asked about at the start', () => {
  const story = new Story({ dueActions: [due(ben)] }).joins([aisha, ben]);
  story.when(0, { type: 'outcome-known', action: 's0/ben', outcome: 'done', line: '' });
  expect(posted(story.starts())).not.toContain('due-actions');
});

test('Each of several groups asks its own people, and hears what became of it', () => {
  const absent = { id: guestId('Zoe'), name: 'Zoe', teamsId: null };
  const story = anHour([...everyone], { dueActions: [...everyone.map((someone) => due(someone)), due(absent), { owner: 'Old', text: 'Kept' }] });
  const groups = story.told.flatMap(({ effect }) => (effect.do === 'tell' && effect.kind === 'session' && effect.event.type === 'group-started' ? [effect.event.lobby] : []));
  const owners = groups.map(({ dueActions }) => dueActions.map(({ owner }) => owner));
  expect(owners).toHaveLength(2);
  for (const [index, lobby] of groups.entries()) {
    const people = lobby.people.map(({ name }) => name);
    expect(owners[index]?.toSorted()).toEqual([...people, ...(index === 0 ? ['Old'] : [])].toSorted());
  }
  const { effects } = story.when(1, { type: 'outcome-known', action: 's0/ben', outcome: 'done', line: '' });
  expect(effects).toMatchObject(groups.map(({ tenant, community, id }) => ({ do: 'tell', key: sessionKey(tenant, community, id), event: { type: 'outcome-known' } })));
  expect(story.when(1, { type: 'outcome-known', action: 's0/nobody', outcome: 'done', line: '' }).effects).toEqual([]);
});
