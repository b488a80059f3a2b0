// `history`: sessions held, newest first, a page at a time.

import { conversationId, partitionOf } from '../core/keys.ts';
import type { ActionEntry, HistoryEntry, SessionEntry } from '../core/history/entry.ts';
import type { HistoryMessage } from '../core/messages.ts';
import { clipText } from '../core/names.ts';
import { writeUpProblems } from '../core/problem/write-up.ts';
import { type Caller, communityOf, type Desk, onBehalfOf, refusal, type Reply, zoneOf } from './desk.ts';

const pageSize = 5;
/** With words, at most this many sessions are looked through for one page. */
const lookedThrough = 60;
const actionClipChars = 200;
/** Fields of a write-up in which words are looked for. */
const searched = [...writeUpProblems, 'frameworkSection', 'artefactDescription'] as const;

export interface HistoryAsked {
  readonly olderThan: string | null;
  readonly words: string;
}

type Line = HistoryMessage['sessions'][number];

/** `Older`: the next page of the community whose page it stood on, whichever was used since. */
export async function olderPage(desk: Desk, caller: Caller, { olderThan, words }: { readonly olderThan: string; readonly words: string }): Promise<Reply> {
  const [community = '', cursor = ''] = olderThan.split(' ', 2);
  const owner = onBehalfOf(caller, conversationId(community));
  return owner === null ? refusal({ reason: 'bad-form' }) : historyPage(desk, owner, { olderThan: cursor, words });
}

/** One page of the community's history; with words, sessions whose record holds all of them. */
export async function historyPage(desk: Desk, { tenant, community }: Caller, { olderThan, words }: HistoryAsked): Promise<Reply> {
  if (community === null) return refusal({ reason: 'no-community' });
  const partition = partitionOf(tenant, community);
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const sessions: Line[] = [];
  let cursor = olderThan;
  for (let looked = 0; looked < lookedThrough && sessions.length < pageSize; looked++) {
    const page = await desk.history.page(partition, cursor, 1);
    const [entry] = page.entries;
    cursor = page.olderThan;
    if (entry?.kind === 'session') {
      const entries = await desk.history.ofSession(partition, entry.session);
      if (holds(entries, wanted)) sessions.push(lineOf(entry, entries));
    }
    if (cursor === null) break;
  }
  return { card: 'history', zone: zoneOf(await communityOf(desk, tenant, community)), words, sessions, olderThan: cursor === null ? null : `${community} ${cursor}` };
}

/** People's words of a record, searched as typed. */
function holds(entries: readonly HistoryEntry[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const text = entries.flatMap(wordsOf).join(' ').toLowerCase();
  return wanted.every((word) => text.includes(word));
}

function wordsOf(entry: HistoryEntry): readonly string[] {
  if (entry.kind !== 'session') return [entry.text];
  return entry.turns.flatMap(({ owner, problem, writeUp }) => [owner.name, problem ?? '', ...(writeUp === null ? [] : searched.map((field) => writeUp[field]))]);
}

function lineOf(entry: SessionEntry, entries: readonly HistoryEntry[]): Line {
  const actions = entries.filter((each): each is ActionEntry => each.kind === 'action');
  const actionOf = (turn: number): string | null => {
    const last = actions.findLast((each) => each.turn === turn);
    return last === undefined ? null : clipText(last.text, actionClipChars);
  };
  return {
    startedAt: entry.startedAt, chair: entry.chair.name, attendanceCount: entry.attendance.length,
    turns: entry.turns.map(({ owner, problem }, turn) => ({ owner: owner.name, problem, action: actionOf(turn) })),
    record: { partition: entry.partition, session: entry.session }, recordUrl: null,
  };
}
