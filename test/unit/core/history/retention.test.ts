// How long a record and each kind of document are kept (product.md 1, RETENTION_DAYS).

import { expect, test } from '@jest/globals';
import { communityMachine, newCommunity } from '../../../../src/core/community/community.ts';
import { conversationMachine } from '../../../../src/core/conversation/conversation.ts';
import type { HistoryEntry } from '../../../../src/core/history/entry.ts';
import { keptFrom } from '../../../../src/core/history/retention.ts';
import { conversationId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import { type Member, type PersonEvent, personMachine } from '../../../../src/core/person/person.ts';
import { problemMachine } from '../../../../src/core/problem/problem.ts';
import { dayMs, hourMs } from '../../../../src/core/time.ts';
import { aisha, anHour, ben, writeUpOf, zero } from '../../../support/given.ts';

const keptMs = 730 * dayMs;
const moment = { at: zero, rate: 1 };
const [tenant, community] = [tenantId('t1'), conversationId('19:c')];

test('a session\'s own entry is kept from its end, and expires before every other of its record', () => {
  const story = anHour([aisha, ben]);
  story.type(8, ben, { type: 'noted', noteId: 'n', at: null, text: 'Early' });
  const { endedAt } = story.passes(100).state as { endedAt: number };
  story.type((endedAt - zero) / 60_000 + 23 * 60, aisha, { type: 'action-given', noteId: 'a', at: 0, text: 'Late', dueOn: '' });
  const entries = story.told.flatMap(({ effect }): readonly HistoryEntry[] => (effect.do === 'record' ? [effect.entry] : []));
  expect(entries.map(({ kind }) => kind)).toEqual(['note', 'session', 'action']);
  const [note = 0, session = 0, action = 0] = entries.map((entry) => keptFrom(entry));
  expect(session).toBe(endedAt);
  expect(Math.min(note, action)).toBeGreaterThan(session);
  expect(action).toBeLessThanOrEqual(session + 3 * dayMs);
});

test('a write-up is kept from its last save, then from its discussion', () => {
  const saved = problemMachine.step(null, { type: 'saved', tenant, community, by: ben, writeUp: writeUpOf(ben), isSubmitted: true }, moment);
  if (saved.kind === 'refused') throw new Error(saved.refusal.reason);
  expect(problemMachine.expiresAt(saved.state, keptMs)).toBe(zero + keptMs);
  const discussed = problemMachine.step(saved.state, { type: 'discussed', by: ben.id }, { at: zero + hourMs, rate: 1 });
  expect(discussed.kind === 'moved' && problemMachine.expiresAt(discussed.state, keptMs)).toBe(zero + hourMs + keptMs);
});

test('a person is kept from when they were last seen, in a community or alone; mail that nobody answers is no sight of them', () => {
  const after = (member: Member | null, event: PersonEvent, at: number): Member => {
    const stepped = personMachine.step(member, event, { at, rate: 1 });
    if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
    return stepped.state;
  };
  const thread = threadId('19:c');
  const mail: PersonEvent = { type: 'mail', message: { card: 'notice', notice: { kind: 'done' } }, name: 'Ben', insteadTo: { community, thread }, to: { tenant, person: ben } };
  const stranger = after(null, mail, zero);
  expect(personMachine.expiresAt(after(stranger, mail, zero + hourMs), keptMs)).toBe(zero + keptMs);
  const inChat = after(stranger, { type: 'seen', tenant, by: ben, chat: conversationId('a:ben'), community: null }, zero + dayMs);
  expect(personMachine.expiresAt(inChat, keptMs)).toBe(zero + dayMs + keptMs);
  const inCommunity = after(inChat, { type: 'seen', tenant, by: ben, chat: null, community: { conversation: community, name: null } }, zero + 2 * dayMs);
  expect(personMachine.expiresAt(inCommunity, keptMs)).toBe(zero + 2 * dayMs + keptMs);
});

test('a conversation is kept while it is open, and from when it was closed', () => {
  const from = { tenant, id: community, place: 'group', person: null, name: null, language: null, serviceUrl: 'https://x', bot: { id: 'b', name: 'B' } } as const;
  expect(conversationMachine.expiresAt({ ...from, closed: null }, keptMs)).toBeNull();
  expect(conversationMachine.expiresAt({ ...from, closed: { at: zero, why: 'blocked' } }, keptMs)).toBe(zero + keptMs);
});

test('a community is kept until after the record of its last session or its planned meeting; never while one is open', () => {
  const fresh = newCommunity(tenant, community);
  const member = { name: 'Ben', teamsId: null, birthday: null, sessionCount: 2, chairedCount: 1, waitingSince: zero };
  const members = { [ben.id]: { ...member, lastChairedAt: zero }, [aisha.id]: { ...member, lastChairedAt: null } };
  const expiresAt = (over: Partial<typeof fresh>): number | null => communityMachine.expiresAt({ ...fresh, ...over }, keptMs);
  // Nothing in it but that a rehearsal took place.
  expect(expiresAt({})).toBe(0);
  expect(expiresAt({ coordinator: ben })).toBeNull();
  expect(expiresAt({ members })).toBe(zero + 2 * dayMs + keptMs);
  expect(expiresAt({ members, nextMeetingAt: zero + 9 * dayMs })).toBe(zero + 11 * dayMs + keptMs);
  expect(expiresAt({ members, nextMeetingAt: zero - 9 * dayMs })).toBe(zero + 2 * dayMs + keptMs);
  expect(expiresAt({ members, session: { id: sessionId('s1'), thread: threadId('19:c') } })).toBeNull();
});
