// `Open` on a line of the history: the record of that session, a page at a time. Whether the presser may see it is asked
// anew at every press, by who they are: a card's word for it counts for nothing.

import { type ConversationId, partitionOf, type SessionId } from '../core/keys.ts';
import type { HistoryEntry, NoteEntry, SessionEntry } from '../core/history/entry.ts';
import type { RecordTurn, SaidInRecord } from '../core/messages.ts';
import { cameOf } from '../core/problem/came-of.ts';
import { clipText } from '../core/names.ts';
import { keptFrom } from './access.ts';
import { shelvesOf } from './continuing.ts';
import { type Caller, type Desk, onBehalfOf, refusal, type Reply } from './desk.ts';
import { heldAmong } from './history-lines.ts';
import { isReadAlone } from './alone.ts';

const turnsPerPage = 3;
const notesPerTurn = 20;
const textMaxChars = 500;

/** What the button carries. */
export interface RecordAsked {
  readonly community: ConversationId;
  /** The chat it was held in; null for the community's own. */
  readonly heldIn: ConversationId | null;
  readonly session: SessionId;
  readonly page: number;
  readonly words: string;
  readonly from: string;
}

export async function openRecord(desk: Desk, caller: Caller, asked: RecordAsked): Promise<Reply> {
  const owner = onBehalfOf(caller, asked.community);
  if (owner === null) return refusal({ reason: 'bad-form' });
  const no = await keptFrom(desk, owner, 'record') ?? await elsewhere(desk, owner, asked.heldIn);
  if (no !== null) return no;
  const entries = await desk.history.ofSession(partitionOf(owner.tenant, asked.heldIn ?? asked.community), asked.session);
  const held = heldAmong(entries);
  return held === null ? refusal({ reason: 'record-gone' }) : recordMessage(held, entries, asked);
}

/** Records of the chats that a community goes on from are for those who took part there, and where nobody else reads along. */
async function elsewhere(desk: Desk, caller: Caller, heldIn: ConversationId | null): Promise<Reply> {
  if (heldIn === null || heldIn === caller.community) return null;
  if (!isReadAlone(caller)) return refusal({ reason: 'history-elsewhere', why: 'read-by-all' });
  const isTheirs = (await shelvesOf(desk, caller)).some(({ conversation }) => conversation === heldIn);
  return isTheirs ? null : refusal({ reason: 'history-elsewhere', why: 'not-a-member' });
}

/** A page beyond the last is the last. */
function recordMessage(held: SessionEntry, entries: readonly HistoryEntry[], { community, page: wanted, words, from }: RecordAsked): Reply {
  const notes = entries.filter((entry): entry is NoteEntry => entry.kind === 'note');
  const turns = held.turns.flatMap((turn, at) => (isShown(turn) ? [turnOf(held, at, entries)] : []));
  const pageCount = Math.max(1, Math.ceil(turns.length / turnsPerPage));
  const page = Math.min(Math.max(1, wanted), pageCount);
  const besides = notes.filter(({ turn }) => turn === null);
  const isOpening = ({ at }: NoteEntry): boolean => at < firstTurnAt(held);
  return {
    card: 'record', zone: held.zone, startedAt: held.startedAt, endedAt: held.endedAt, ...(held.group === undefined ? {} : { group: held.group }), protocol: held.protocol.id,
    chair: held.chair.name, attendance: held.attendance.map(({ name }) => name),
    turns: turns.slice((page - 1) * turnsPerPage, page * turnsPerPage),
    besides: besides.filter((note) => (isOpening(note) ? page === 1 : page === pageCount)).map(saidOf),
    nextChair: held.nextChair?.name ?? null, nextMeetingAt: held.nextMeetingAt,
    page, pageCount, community, list: { words, from }, record: { partition: held.partition, session: held.session }, recordUrl: null,
  };
}

/** Of a problem that found no time and was never shown there is nothing to tell. */
const isShown = ({ wasHeld, problem }: SessionEntry['turns'][number]): boolean => wasHeld || problem !== null;

const firstTurnAt = ({ phases, endedAt }: SessionEntry): number => phases.find(({ turn, beganAt }) => turn !== null && beganAt !== null)?.beganAt ?? endedAt;

function turnOf({ turns }: SessionEntry, at: number, entries: readonly HistoryEntry[]): RecordTurn {
  const turn = turns[at];
  const notes = entries.filter((entry): entry is NoteEntry => entry.kind === 'note' && entry.turn === at);
  const problem = turn?.problem ?? null;
  return {
    number: at + 1, owner: turn?.owner.name ?? '', problem: problem === null ? null : clipText(problem, textMaxChars), wasHeld: turn?.wasHeld ?? false,
    notes: notes.slice(0, notesPerTurn).map(saidOf), action: cameOf(entries, at),
  };
}

const saidOf = ({ phase, by, text }: NoteEntry): SaidInRecord => ({ phase, by: by.name, text: clipText(text, textMaxChars) });
