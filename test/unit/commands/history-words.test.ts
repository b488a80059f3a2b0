// What is understood of the words behind `history`: a person, an NPQ area, or words after all.

import { describe, expect, test } from '@jest/globals';
import type { Caller, Desk } from '../../../src/commands/desk.ts';
import { soughtIn, termsFor } from '../../../src/commands/history-words.ts';
import { namedArea } from '../../../src/commands/named-area.ts';
import { filterWords } from '../../../src/commands/words.ts';
import { newCommunity } from '../../../src/core/community/community.ts';
import type { SessionEntry } from '../../../src/core/history/entry.ts';
import { areaTerm, personTerm } from '../../../src/core/history/terms.ts';
import { conversationId, partitionOf, type PersonId, personId, sessionId, tenantId } from '../../../src/core/keys.ts';
import { npqAreas } from '../../../src/core/problem/write-up.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';

const [tenant, conversation] = [tenantId('t'), conversationId('19:heads')];
const callerIn = (language: string | null): Caller => ({
  tenant, community: conversation, by: { id: personId('ann'), name: 'Ann Lee' }, arrival: { place: 'group', address: { language }, what: { kind: 'said' } },
} as unknown as Caller);
const caller = callerIn(null);

const named = (id: string, name: string) => ({ [personId(id)]: { name } }) as Record<PersonId, never>;
const community = { ...newCommunity(tenant, conversation), members: { ...named('aisha', 'Aisha Khan'), ...named('ann', 'Ann Lee'), ...named('jo-1', 'Jo Price'), ...named('jo-2', 'Jo Ray') }, former: named('gwen', 'Gwen Hughes') };
const record: SessionEntry = {
  kind: 'session', id: 'session-1', partition: partitionOf(tenant, conversation), session: sessionId('s1'), at: 5, people: [], zone: 'Europe/London',
  protocol: { id: 'npq-community', version: 1 }, plannedAt: null, startedAt: 1, endedAt: 5, ending: 'completed', chair: { id: personId('zoe'), name: 'Zoë Old-Name' },
  attendance: [], turns: [], phases: [], nextChair: null, nextMeetingAt: null,
};

async function asked(line: string, by = caller): Promise<unknown> {
  const tables = new Tables();
  tables.add(record, 1e15);
  const store = storeOver(tables, (_what, work) => Promise.resolve().then(() => structuredClone(work())));
  const sought = await soughtIn({ history: store.history } as unknown as Desk, by, { line, shelves: [community] });
  return 'reason' in sought ? sought : { words: sought.words, by: sought.by?.name ?? null, area: sought.area, isNameUnknown: sought.isNameUnknown };
}
const plain = { by: null, area: null, isNameUnknown: false };

describe('behind history', () => {
  test.each([
    ['', { words: '', ...plain }], ['maths and reading', { words: 'maths and reading', ...plain }], ['by', { words: 'by', ...plain }], ['reading on', { words: 'reading on', ...plain }],
    ['by Aisha', { ...plain, words: '', by: 'Aisha Khan' }], ['BY aisha khan', { ...plain, words: '', by: 'Aisha Khan' }], ['reading by Aisha', { ...plain, words: 'reading', by: 'Aisha Khan' }],
    ['by me', { ...plain, words: '', by: 'Ann Lee' }], ['by Gwen', { ...plain, words: '', by: 'Gwen Hughes' }], ['by Zoe Old-Name', { ...plain, words: '', by: 'Zoë Old-Name' }],
    ['on literacy', { ...plain, words: '', area: 'leading-literacy' }], ['maths on leading literacy', { ...plain, words: 'maths', area: 'leading-literacy' }],
    ['maths on headship by Aisha', { ...plain, words: 'maths', by: 'Aisha Khan', area: 'headship' }], ['by Aisha on headship', { ...plain, words: '', by: 'Aisha Khan', area: 'headship' }],
    ['quiz by Aisha by Gwen', { ...plain, words: 'quiz by Aisha', by: 'Gwen Hughes' }],
  ])('%j is understood', async (line, sought) => {
    expect(await asked(line)).toEqual(sought);
  });
  test('a name that several have is asked back, and so is an area; an unknown area lists them all', async () => {
    expect(await asked('reading by Jo')).toMatchObject({ reason: 'ambiguous-name', matches: ['Jo Price', 'Jo Ray'] });
    expect(await asked('on leading')).toMatchObject({ reason: 'several-areas', areas: npqAreas.filter((area) => area.startsWith('leading')) });
    expect(await asked('on gardening')).toEqual({ reason: 'unknown-area', areas: npqAreas });
  });
  test('a name that is nobody\'s is words, and said to be so; words with "on" in them are words', async () => {
    expect(await asked('stand by the book')).toEqual({ ...plain, words: 'stand by the book', isNameUnknown: true });
    expect(await asked('by the book')).toEqual({ ...plain, words: 'by the book', isNameUnknown: true });
    expect(await asked('catch up on reading')).toEqual({ ...plain, words: 'catch up on reading' });
  });
  test('Welsh words do the same, beside the English ones', async () => {
    const welsh = callerIn('cy');
    expect([await asked('darllen gan Aisha', welsh), await asked('ar Arwain llythrennedd by Aisha', welsh), await asked('gan Aisha')]).toMatchObject([
      { words: 'darllen', by: 'Aisha Khan' }, { by: 'Aisha Khan', area: 'leading-literacy' }, { words: 'gan Aisha', by: null },
    ]);
    expect(filterWords('gan Aisha', welsh)).toEqual({ filter: 'by', before: '', named: 'Aisha' });
  });
});

test('what is looked for are the terms of people, areas and words; nothing at all is the whole history', () => {
  const by = { id: personId('aisha'), name: 'Aisha' };
  expect(termsFor({ ...plain, words: '' })).toBeNull();
  expect(termsFor({ ...plain, words: 'the' })).toEqual([]);
  expect(termsFor({ ...plain, words: 'quizzes', by, area: 'headship' })).toEqual([personTerm(by.id), areaTerm('headship'), 'quiz']);
});

test.each([
  ...npqAreas.map((area) => [area, area] as const), ['Leading behaviour and culture', 'leading-behaviour-and-culture'], ['leading  LITERACY.', 'leading-literacy'], ['behavior', 'leading-behaviour-and-culture'],
  ['maths', 'leading-primary-mathematics'], ['early years', 'early-years-leadership'], ['hedship', 'headship'], ['leading litracy', 'leading-literacy'], ['NPQH', 'headship'], ['SEND', 'senco'],
  ['special educational needs', 'senco'], ['teaching', 'leading-teaching'], ['executive', 'executive-leadership'],
])('the area %j is %s', (typed, area) => {
  expect(namedArea(typed, caller)).toEqual({ kind: 'found', area });
});

test.each(['', '!', 'gardening', 'the', 'npq', 'x'])('the area %j is none', (typed) => {
  expect(namedArea(typed, caller)).toEqual({ kind: 'unknown' });
});
