// What a community learns from a meeting in groups: each group's ending counts, the first appoints the next chair, and the
// meeting is over only when its lobby says so (product.md 4, "Groups").

import { expect, test } from '@jest/globals';
import { type Community, communityMachine, newCommunity } from '../../../../src/core/community/community.ts';
import type { CommunityEvent, Ending, KnownAction } from '../../../../src/core/community/events.ts';
import { conversationId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import type { Person } from '../../../../src/core/session/session.ts';
import { aisha, atMinute, ben, chloe, dev, zero } from '../../../support/given.ts';

function after(state: Community, event: CommunityEvent): Community {
  const stepped = communityMachine.step(state, event, { at: atMinute(60), rate: 1 });
  if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
  return stepped.state;
}

const parent = sessionId('s1');
const action = (owner: Person, session: string, dueOn: string): KnownAction => ({ session: sessionId(session), owner: owner.id, name: owner.name, text: owner.name, dueOn });
const ending = (number: number, people: readonly Person[], over: Partial<Ending>): CommunityEvent => ({
  type: 'session-ended',
  ending: {
    session: sessionId(`s1-g${number}`), group: { number, count: 2, parent }, startedAt: zero, chair: people[0]?.id ?? aisha.id, nextChair: null,
    attended: people.map((someone) => ({ ...someone, birthday: null, turnAt: atMinute(5) })), discussed: [], actions: [], ...over,
  },
});

const started: Community = {
  ...newCommunity(tenantId('t1'), conversationId('19:c')), session: { id: parent, thread: threadId('19:c') },
  actions: [action(chloe, 's0', '2026-12-03'), action(chloe, 's00', '2026-12-20')],
};

test.each([[[1, 2]], [[2, 1]]])('In the order %j: everybody attended once, both chaired, the first group’s appointment stands, no action is lost', (order) => {
  const endings: Readonly<Record<number, CommunityEvent>> = {
    1: ending(1, [aisha, chloe], { nextChair: chloe.id, actions: [action(aisha, 's1-g1', '2026-12-03')] }),
    2: ending(2, [ben, dev], { actions: [action(ben, 's1-g2', '2026-12-03')] }),
  };
  const state = order.reduce((before, number) => after(before, endings[number] ?? { type: 'time-passed' }), started);
  expect(Object.values(state.members).map(({ name, sessionCount, chairedCount }) => `${name} ${sessionCount} ${chairedCount}`).toSorted()).toEqual(['Aisha 1 1', 'Ben 1 1', 'Chloe 1 0', 'Dev 1 0']);
  expect(state.nextChair).toBe(chloe.id);
  expect(state.actions.map(({ session }) => session).toSorted()).toEqual(['s0', 's00', 's1-g1', 's1-g2']);
  expect(state.session?.id).toBe(parent);
  expect(after(state, { type: 'session-gone', session: parent }).session).toBeNull();
});

test('Whoever was in two groups of a meeting attended once, and again in the next meeting', () => {
  const both = [ending(1, [aisha, ben], {}), ending(2, [chloe, ben], {})].reduce(after, started);
  const counts = ({ members }: Community): readonly string[] => Object.values(members).map(({ name, sessionCount }) => `${name} ${sessionCount}`).toSorted();
  expect(counts(both)).toEqual(['Aisha 1', 'Ben 1', 'Chloe 1']);
  const next: Community = { ...after(both, { type: 'session-gone', session: parent }), session: { id: sessionId('s2'), thread: threadId('19:c') } };
  expect(counts(after(next, ending(1, [ben], { session: sessionId('s2-g1'), group: { number: 1, count: 2, parent: sessionId('s2') } })))).toContain('Ben 2');
});
