// `history`: sessions held, a page at a time: newest first, and with words the best match first.

import { conversationId, partitionOf } from '../core/keys.ts';
import type { ConversationId, SessionId } from '../core/keys.ts';
import type { Community } from '../core/community/community.ts';
import { type Found, maxTerms } from '../core/history/search.ts';
import type { HistoryMessage } from '../core/messages.ts';
import { nameOfChat, shelvesOf } from './continuing.ts';
import { keptFrom } from './access.ts';
import { isReadAlone } from './alone.ts';
import { type Caller, type Desk, onBehalfOf, refusal, type Reply, zoneOf } from './desk.ts';
import { type Line, lineOf, type Shelf } from './history-lines.ts';
import { type Sought, soughtIn, termsFor } from './history-words.ts';

const pageSize = 5;
/** So few that `Older` carries all of them back, whatever the card makes harmless: every page is of the same search. */
const wordsMaxChars = 150;

export interface HistoryAsked {
  /** From a card: where its page ended, or anything. */
  readonly olderThan: string | null;
  readonly words: string;
}

interface Page {
  readonly sessions: readonly Line[];
  readonly olderThan: string | null;
}

/** `Older`: the next page of the community whose page it stood on, whichever was used since. */
export async function olderPage(desk: Desk, caller: Caller, { olderThan, words }: { readonly olderThan: string; readonly words: string }): Promise<Reply> {
  const [, community = '', cursor = ''] = /^([^ ]*) (.*)$/su.exec(olderThan) ?? [];
  const owner = onBehalfOf(caller, conversationId(community));
  if (owner === null) return refusal({ reason: 'bad-form' });
  return await keptFrom(desk, owner, 'record') ?? historyPage(desk, owner, { olderThan: cursor, words });
}

/** Where a page begins: on the shelf of which chat (null for the community's own), after which place there. */
interface Start {
  readonly chat: string | null;
  readonly cursor: string | null;
}
const startIn = (olderThan: string | null): Start => {
  const [, chat, cursor = ''] = /^@([^ ]*) (.*)$/su.exec(olderThan ?? '') ?? [];
  return chat === undefined ? { chat: null, cursor: olderThan } : { chat, cursor: cursor === '' ? null : cursor };
};

const placeOf = ({ chat, cursor }: Start): string => (chat === null ? cursor ?? '' : `@${chat} ${cursor ?? ''}`);

/**
 * One page of the community's history; with words, sessions whose record holds all of them in any form, and only those of
 * the person and on the NPQ area that were named. After its own come
 * those of the chats it goes on from: for someone who took part there, and where nobody else can read the answer.
 */
export async function historyPage(desk: Desk, caller: Caller, { olderThan, words }: HistoryAsked): Promise<Reply> {
  if (caller.community === null) return refusal({ reason: 'no-community' });
  const start = startIn(olderThan);
  const isAlone = isReadAlone(caller);
  if (start.chat !== null && !isAlone) return refusal({ reason: 'history-elsewhere', why: 'read-by-all' });
  const shelves = await shelvesOf(desk, caller);
  const first = start.chat === null ? 0 : shelves.findIndex(({ conversation }) => conversation === start.chat);
  if (first < 0) return refusal({ reason: 'history-elsewhere', why: 'not-a-member' });
  const line = searchedFor(words);
  const sought = await soughtIn(desk, caller, { line, shelves });
  if ('reason' in sought) return refusal(sought);
  const terms = termsFor(sought);
  for (let at = first; ; at++) {
    const shelf = { history: desk.history, partition: partitionOf(caller.tenant, shelves[at]?.conversation ?? caller.community) };
    const from = at === first ? start.cursor : null;
    const page = terms === null ? await newestPage(shelf, from) : await bestPage(shelf, { olderThan: from, terms: terms.slice(0, maxTerms) });
    // Whoever is not alone is offered what lies further back, and decides by pressing whether it is theirs to see.
    const earlier = isAlone ? shelves[at + 1]?.conversation ?? null : shelves[at]?.continues ?? null;
    const isOver = page.sessions.length === 0 && page.olderThan === null;
    if (isOver && isAlone && earlier !== null) continue;
    return pageMessage(desk, caller, { page, line, sought, from: placeOf({ chat: at === 0 ? null : shelves[at]?.conversation ?? null, cursor: from }), earlier, shelf: shelves[at] ?? null });
  }
}

interface Drawn {
  readonly page: Page;
  /** As it was typed, and as it was understood. */
  readonly line: string;
  readonly sought: Sought;
  /** Where this page began. */
  readonly from: string;
  /** The chat whose sessions come after these. */
  readonly earlier: ConversationId | null;
  readonly shelf: Community | null;
}

async function pageMessage(desk: Desk, { tenant, community }: Caller, { page, line, sought, from, earlier, shelf }: Drawn): Promise<HistoryMessage> {
  const isElsewhere = shelf !== null && shelf.conversation !== community;
  const rest = page.olderThan === null ? null : placeOf({ chat: isElsewhere ? shelf.conversation : null, cursor: page.olderThan });
  const olderThan = rest ?? (earlier === null ? null : placeOf({ chat: earlier, cursor: null }));
  return {
    card: 'history', zone: zoneOf(shelf), words: line, sought: sought.words, by: sought.by?.name ?? null, area: sought.area, isNameUnknown: sought.isNameUnknown,
    sessions: page.sessions, community: community ?? conversationId(''), from,
    heldIn: isElsewhere ? { name: await nameOfChat(desk, tenant, shelf.conversation) } : null,
    isLastHere: page.olderThan === null, olderThan: olderThan === null ? null : `${community ?? ''} ${olderThan}`,
  };
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

/** No terms find nothing. */
async function bestPage(shelf: Shelf, { olderThan, terms }: { readonly olderThan: string | null; readonly terms: readonly string[] }): Promise<Page> {
  const shown: { readonly place: Found; readonly line: Line }[] = [];
  // One more than a page tells whether there is a next; a session that is not over has words, but no place in the list.
  for (let after = placeIn(olderThan), isMore = terms.length > 0; isMore && shown.length <= pageSize;) {
    const batch = await shelf.history.search(shelf.partition, terms, { after, limit: pageSize + 1 });
    const lines = await Promise.all(batch.map(({ session }) => lineOf(shelf, session)));
    shown.push(...batch.flatMap((each, n) => { const line = lines[n] ?? null; return line === null ? [] : [{ place: each, line }]; }));
    isMore = batch.length > pageSize;
    after = batch.at(-1) ?? after;
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
