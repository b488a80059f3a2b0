// What the list of sessions shows of each, from the entries of its record.

import type { ActionEntry, HistoryEntry, SessionEntry } from '../core/history/entry.ts';
import type { SessionId } from '../core/keys.ts';
import type { HistoryMessage } from '../core/messages.ts';
import { clipText } from '../core/names.ts';
import type { History } from '../app/ports.ts';

const actionClipChars = 200;

export type Line = HistoryMessage['sessions'][number];

/** Reads of one community's history. */
export interface Shelf {
  readonly history: History;
  readonly partition: string;
}

/** A session as the list shows it; null for one that is not over. */
export async function lineOf({ history, partition }: Shelf, session: SessionId): Promise<Line | null> {
  const entries = await history.ofSession(partition, session);
  const held = heldAmong(entries);
  return held === null ? null : lineFrom(held, entries);
}

/** The session itself among its entries; null while it is not over. */
export const heldAmong = (entries: readonly HistoryEntry[]): SessionEntry | null =>
  entries.find((each): each is SessionEntry => each.kind === 'session') ?? null;

function lineFrom(entry: SessionEntry, entries: readonly HistoryEntry[]): Line {
  const actions = entries.filter((each): each is ActionEntry => each.kind === 'action');
  const actionOf = (turn: number): string | null => {
    const last = actions.findLast((each) => each.turn === turn);
    return last === undefined ? null : clipText(last.text, actionClipChars);
  };
  return {
    startedAt: entry.startedAt, group: entry.group ?? null, chair: entry.chair.name, attendanceCount: entry.attendance.length,
    // Of a problem that found no time and was never shown there is nothing to tell.
    turns: entry.turns.flatMap(({ owner, problem, wasHeld }, turn) => (wasHeld || problem !== null ? [{ owner: owner.name, problem, action: actionOf(turn) }] : [])),
    record: { partition: entry.partition, session: entry.session }, recordUrl: null,
  };
}
