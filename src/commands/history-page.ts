// `history`: sessions held, a page at a time: newest first, and with words the best match first.

import { conversationId, partitionOf } from '../core/keys.ts';
import type { SessionId } from '../core/keys.ts';
import type { ActionEntry, HistoryEntry, SessionEntry } from '../core/history/entry.ts';
import { type Found, type Hit, inRank, ranked } from '../core/history/search.ts';
import { termsIn } from '../core/history/terms.ts';
import type { HistoryMessage } from '../core/messages.ts';
import { clipText } from '../core/names.ts';
import type { History } from '../app/ports.ts';
import { type Caller, communityOf, type Desk, onBehalfOf, refusal, type Reply, zoneOf } from './desk.ts';

const pageSize = 5;
const actionClipChars = 200;
/** So few that `Older` carries all of them back, whatever the card makes harmless: every page is of the same search. */
const wordsMaxChars = 150;

export interface HistoryAsked {
  /** From a card: where its page ended, or anything. */
  readonly olderThan: string | null;
  readonly words: string;
}

type Line = HistoryMessage['sessions'][number];
interface Page {
  readonly sessions: readonly Line[];
  readonly olderThan: string | null;
}
/** Reads of one community's history. */
interface Shelf {
  readonly history: History;
  readonly partition: string;
}

/** `Older`: the next page of the community whose page it stood on, whichever was used since. */
export async function olderPage(desk: Desk, caller: Caller, { olderThan, words }: { readonly olderThan: string; readonly words: string }): Promise<Reply> {
  const [, community = '', cursor = ''] = /^([^ ]*) (.*)$/su.exec(olderThan) ?? [];
  const owner = onBehalfOf(caller, conversationId(community));
  return owner === null ? refusal({ reason: 'bad-form' }) : historyPage(desk, owner, { olderThan: cursor, words });
}

/** One page of the community's history; with words, sessions whose record holds all of them in any form. */
export async function historyPage(desk: Desk, { tenant, community }: Caller, { olderThan, words }: HistoryAsked): Promise<Reply> {
  if (community === null) return refusal({ reason: 'no-community' });
  const shelf = { history: desk.history, partition: partitionOf(tenant, community) };
  const sought = searchedFor(words);
  const [page, zone] = await Promise.all([
    sought === '' ? newestPage(shelf, olderThan) : bestPage(shelf, { olderThan, words: sought }),
    communityOf(desk, tenant, community).then(zoneOf),
  ]);
  return { card: 'history', zone, words: sought, ...page, olderThan: page.olderThan === null ? null : `${community} ${page.olderThan}` };
}

/** The words on one line; of too many as many whole ones as a search carries. */
function searchedFor(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length <= wordsMaxChars ? line : line.slice(0, wordsMaxChars).replace(/ \S*$/, '').toWellFormed();
}

async function newestPage(shelf: Shelf, olderThan: string | null): Promise<Page> {
  const page = await shelf.history.page(shelf.partition, olderThan, pageSize);
  const lines = await Promise.all(page.entries.map(({ session }) => lineOf(shelf, session)));
  return { sessions: lines.filter((line) => line !== null), olderThan: page.olderThan };
}

/** Words that say nothing ("the") are no search for everything: they find nothing. */
async function bestPage(shelf: Shelf, { olderThan, words }: HistoryAsked): Promise<Page> {
  const found = async (term: string): Promise<readonly [string, readonly Hit[]]> => [term, await shelf.history.found(shelf.partition, term)];
  const place = placeIn(olderThan);
  const rest = ranked(new Map(await Promise.all(termsIn(words).map(found)))).filter((each) => place === null || inRank(place, each) < 0);
  const shown: { readonly place: Found; readonly line: Line }[] = [];
  // One more than a page tells whether there is a next; a session that is not over has words, but no place in the list.
  for (let at = 0; at < rest.length && shown.length <= pageSize; at += pageSize + 1) {
    const batch = rest.slice(at, at + pageSize + 1);
    const lines = await Promise.all(batch.map(({ session }) => lineOf(shelf, session)));
    shown.push(...batch.flatMap((each, n) => { const line = lines[n] ?? null; return line === null ? [] : [{ place: each, line }]; }));
  }
  const page = shown.slice(0, pageSize);
  const last = page.at(-1);
  return { sessions: page.map(({ line }) => line), olderThan: last !== undefined && shown.length > pageSize ? cursorOf(last.place) : null };
}

const cursorOf = ({ score, at, session }: Found): string => Buffer.from(JSON.stringify([score, at, session])).toString('base64url');

/** The place where a page ended. A cursor comes back from a card, so it may be anything: null, the first page, for none of ours. */
function placeIn(cursor: string | null): Found | null {
  try {
    const [score, at, session] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as readonly unknown[];
    return typeof score === 'number' && typeof at === 'number' && typeof session === 'string' ? { score, at, session: session as SessionId } : null;
  } catch {
    return null;
  }
}

/** A session as the list shows it; null for one that is not over. */
async function lineOf({ history, partition }: Shelf, session: SessionId): Promise<Line | null> {
  const entries = await history.ofSession(partition, session);
  const held = entries.find((each): each is SessionEntry => each.kind === 'session');
  return held === undefined ? null : lineFrom(held, entries);
}

function lineFrom(entry: SessionEntry, entries: readonly HistoryEntry[]): Line {
  const actions = entries.filter((each): each is ActionEntry => each.kind === 'action');
  const actionOf = (turn: number): string | null => {
    const last = actions.findLast((each) => each.turn === turn);
    return last === undefined ? null : clipText(last.text, actionClipChars);
  };
  return {
    startedAt: entry.startedAt, group: entry.group ?? null, chair: entry.chair.name, attendanceCount: entry.attendance.length,
    turns: entry.turns.map(({ owner, problem }, turn) => ({ owner: owner.name, problem, action: actionOf(turn) })),
    record: { partition: entry.partition, session: entry.session }, recordUrl: null,
  };
}
