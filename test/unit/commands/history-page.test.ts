// A page of the history reads what it shows and little more, however long the history is; where a page ended, the next
// goes on.

import { describe, expect, test } from '@jest/globals';
import type { History } from '../../../src/app/ports.ts';
import type { Caller, Desk } from '../../../src/commands/desk.ts';
import { historyPage, olderPage } from '../../../src/commands/history-page.ts';
import type { HistoryEntry, SessionEntry } from '../../../src/core/history/entry.ts';
import { conversationId, partitionOf, personId, sessionId, tenantId } from '../../../src/core/keys.ts';
import type { HistoryMessage } from '../../../src/core/messages.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';

const [tenant, community] = [tenantId('t'), conversationId('19:heads')];
const partition = partitionOf(tenant, community);
const ann = { id: personId('ann'), name: 'Ann' };
const caller = { tenant, community, by: ann, arrival: { place: 'group', conversation: community, address: { language: null }, what: { kind: 'said' } } } as unknown as Caller;

const sessionOf = (n: number): SessionEntry => ({
  kind: 'session', id: `session-${n}`, partition, session: sessionId(`s${n}`), at: n * 1_000, people: [], zone: 'Europe/London',
  protocol: { id: 'npq-community', version: 1 }, plannedAt: null, startedAt: n * 1_000, endedAt: n * 1_000 + 60, ending: 'completed', chair: ann,
  attendance: [], turns: [], phases: [], nextChair: null, nextMeetingAt: null,
});
const noteOf = (n: number, text: string): HistoryEntry =>
  ({ kind: 'note', id: `note-${n}`, partition, session: sessionId(`s${n}`), at: n * 1_000 + 1, people: [], turn: null, phase: 'clarify', by: ann, text });

/** A desk over `entries`, and every read of its history by name. */
function deskOver(entries: readonly HistoryEntry[]): { readonly desk: Desk; readonly reads: string[] } {
  const tables = new Tables();
  const reads: string[] = [];
  const store = storeOver(tables, ({ name }, work) => {
    reads.push(name);
    return Promise.resolve().then(() => structuredClone(work()));
  });
  for (const entry of entries) tables.add(entry, 1e15);
  const history: History = store.history;
  return { desk: { history, loop: { parts: { documents: store.documents } } } as unknown as Desk, reads };
}

async function pageOf(desk: Desk, words: string, olderThan: string | null = null): Promise<HistoryMessage> {
  const reply = await (olderThan === null ? historyPage(desk, caller, { olderThan, words }) : olderPage(desk, caller, { olderThan, words }));
  if (reply?.card !== 'history') throw new Error('no history');
  return reply;
}
const shownOn = ({ sessions }: HistoryMessage): readonly number[] => sessions.map(({ startedAt }) => startedAt / 1_000);
const many = Array.from({ length: 300 }, (_, n) => [sessionOf(n), noteOf(n, `Phonics, and maths in week ${n}`)]).flat();

describe('a page of a long history', () => {
  test('reads the list once and the sessions it shows', async () => {
    const { desk, reads } = deskOver(many);
    expect(shownOn(await pageOf(desk, ''))).toEqual([299, 298, 297, 296, 295]);
    expect(reads.filter((name) => !name.startsWith('load')).toSorted()).toEqual([...Array<string>(5).fill('ofSession'), 'page']);
  });
  test('with words reads by its terms, the sessions it shows, and one more', async () => {
    const { desk, reads } = deskOver(many);
    expect(shownOn(await pageOf(desk, 'MATHS and phonics'))).toEqual([299, 298, 297, 296, 295]);
    expect(reads.filter((name) => !name.startsWith('load')).toSorted()).toEqual([...Array<string>(6).fill('ofSession'), 'search']);
  });
  test('with words that say nothing reads nothing, and finds nothing', async () => {
    const { desk, reads } = deskOver(many);
    for (const words of ['the', 'is it', '?!']) expect(await pageOf(desk, words)).toMatchObject({ words, sessions: [], olderThan: null });
    expect(reads.filter((name) => !name.startsWith('load'))).toEqual([]);
  });
  test('goes on to the end, with words and without, each session once', async () => {
    const { desk } = deskOver(many);
    for (const words of ['', 'phonics']) {
      const seen: number[] = [];
      let page = await pageOf(desk, words);
      for (; page.olderThan !== null && seen.length < 400; page = await pageOf(desk, words, page.olderThan)) seen.push(...shownOn(page));
      expect([...seen, ...shownOn(page)]).toEqual(Array.from({ length: 300 }, (_, n) => 299 - n));
    }
  });
});

test('sessions that are not over leave no gap in a page, and no empty last page', async () => {
  const isOver = (n: number): boolean => n % 3 === 0 && n > 9;
  const { desk } = deskOver(Array.from({ length: 40 }, (_, n) => [noteOf(n, 'phonics'), ...(isOver(n) ? [sessionOf(n)] : [])]).flat());
  const first = await pageOf(desk, 'phonics');
  expect(shownOn(first)).toEqual([39, 36, 33, 30, 27]);
  const second = await pageOf(desk, 'phonics', first.olderThan);
  expect([shownOn(second), second.olderThan]).toEqual([[24, 21, 18, 15, 12], null]);
});

test('a very long search keeps to its first words on every page', async () => {
  const { desk } = deskOver(many);
  const long = `phonics ${'maths '.repeat(500)} elephant`;
  const first = await pageOf(desk, long);
  expect([first.words.length <= 150, first.words.endsWith('maths'), first.sessions.length]).toEqual([true, true, 5]);
  expect(shownOn(await pageOf(desk, first.words, first.olderThan))).toEqual([294, 293, 292, 291, 290]);
});

test.each([
  '', 'x', '%%', 'bnVsbA', 'WzEsMl0', Buffer.from('[0,299001,7]').toString('base64url'), Buffer.from('["1",2,"s"]').toString('base64url'), Buffer.from('{}').toString('base64url'), Buffer.from('7').toString('base64url'),
])('a cursor that is none of ours (%j) is the first page', async (cursor) => {
  const { desk } = deskOver(many);
  expect(shownOn(await pageOf(desk, 'phonics', `${community} ${cursor}`))).toEqual([299, 298, 297, 296, 295]);
});

test('a place that no session has any more, or that was made up, still goes on in order', async () => {
  const { desk } = deskOver(many);
  const cursor = Buffer.from(JSON.stringify([0, 100_000, 'gone'])).toString('base64url');
  expect(shownOn(await pageOf(desk, 'phonics', `${community} ${cursor}`))).toEqual([99, 98, 97, 96, 95]);
  const beyond = Buffer.from('[-1e999,-1e999,"z"]').toString('base64url');
  expect(await pageOf(desk, 'phonics', `${community} ${beyond}`)).toMatchObject({ sessions: [], olderThan: null });
});
