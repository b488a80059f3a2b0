// The record of one session as a card, a page of its turns at a time, as data.

import type { Instant } from '../time.ts';
import type { ConversationId } from '../keys.ts';
import type { CameOf } from '../problem/came-of.ts';
import type { PhaseId } from '../protocols/protocol.ts';
import type { InZone, RecordOf } from './shared.ts';

export interface SaidInRecord {
  readonly phase: PhaseId;
  readonly by: string;
  readonly text: string;
}

export interface RecordTurn {
  /** From 1. */
  readonly number: number;
  readonly owner: string;
  readonly problem: string | null;
  readonly wasHeld: boolean;
  /** Oldest first. */
  readonly notes: readonly SaidInRecord[];
  /** What its owner committed to, and what they said came of it. */
  readonly action: CameOf | null;
}

export interface OpenedRecordMessage extends InZone {
  readonly card: 'record';
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly protocol: string;
  readonly chair: string;
  readonly attendance: readonly string[];
  readonly turns: readonly RecordTurn[];
  /** What was said outside any turn: on the first page what opened the session, on the last what closed it. */
  readonly besides: readonly SaidInRecord[];
  readonly nextChair: string | null;
  readonly nextMeetingAt: Instant | null;
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  /** The community on whose behalf it was opened; it is checked again for every page. */
  readonly community: ConversationId;
  /** The page of the list on which it was opened: its words as typed, and its place. */
  readonly list: { readonly words: string; readonly from: string };
  readonly record: RecordOf;
  /** Signed link to all of it as Markdown; null until the message is sent, and when links are not set up. */
  readonly recordUrl: string | null;
}
