// What a community tells its pairing, and what its coordinator hears of those who wait for a buddy.

import { expect, test } from '@jest/globals';
import { type Community, communityMachine, defaultSettings, newCommunity } from '../../../../src/core/community/community.ts';
import type { CommunityEvent } from '../../../../src/core/community/events.ts';
import { conversationId, personId, tenantId } from '../../../../src/core/keys.ts';
import type { Effect } from '../../../../src/core/machine.ts';

const aisha = { id: personId('id-aisha'), name: 'Aisha', teamsId: '29:aisha' };
const founding = { tenant: tenantId('t1'), conversation: conversationId('19:c') };
const community: Community = { ...newCommunity(founding.tenant, founding.conversation), coordinator: aisha, isSetUp: true };

function told(event: CommunityEvent, before = community): readonly Effect[] {
  const stepped = communityMachine.step(before, event, { at: Date.UTC(2026, 11, 3), rate: 1 });
  if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
  return stepped.effects.filter((effect) => effect.do === 'tell' && (effect.kind === 'pairing' || effect.kind === 'person'));
}

const setUp = (closed: typeof defaultSettings.closed): CommunityEvent => ({ type: 'set-up', ...founding, by: aisha, settings: { ...defaultSettings, closed }, nextMeetingAt: null });

test('The pairing hears of other days and hours, not of the same again', () => {
  const closed = [{ from: '2026-12-21', to: '2027-01-01' }];
  expect(told(setUp(closed))).toMatchObject([{ event: { type: 'days-known', days: { closed, zone: 'Europe/London' } } }]);
  expect(told(setUp([]))).toEqual([]);
});

test('The pairing hears who leaves and who is back, once', () => {
  const ben = personId('id-ben');
  const left = { ...community, former: { [ben]: null } };
  expect(told({ type: 'member-left', person: ben })).toMatchObject([{ kind: 'pairing', event: { type: 'member-left', person: ben } }]);
  expect(told({ type: 'member-left', person: ben }, left)).toEqual([]);
  expect(told({ type: 'member-came-back', person: ben }, left)).toMatchObject([{ kind: 'pairing', event: { type: 'member-came-back' } }]);
  expect(told({ type: 'member-came-back', person: ben })).toEqual([]);
});

test('The coordinator hears who waits, in waking hours, unless they saw to it themselves or there is none', () => {
  const waiting = { type: 'buddies-wait', names: ['Ben'], because: 'left-alone', by: null } as const;
  expect(told(waiting)).toMatchObject([{ key: { partition: 't1|person:id-aisha' }, event: { type: 'mail', message: { news: { is: 'waiting', names: ['Ben'] } }, hours: { before: null } } }]);
  expect(told({ ...waiting, by: aisha.id })).toEqual([]);
  expect(told(waiting, { ...community, coordinator: null })).toEqual([]);
  expect(told(waiting, { ...community, former: { [aisha.id]: null } })).toEqual([]);
});
