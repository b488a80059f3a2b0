// What a text may ask for while it is being written: people's names made harmless, times, lengths, lists.
// The one maker of it is cards/kit.ts.

import type { Instant, Millis } from '../core/time.ts';
import type { NpqArea } from '../core/problem/write-up.ts';
import type { PhaseId } from '../core/protocols/protocol.ts';

export interface Say {
  /** A person's name, safe inside Markdown. */
  name(raw: string): string;
  /** "Aisha, Ben and 12 more"; '' for nobody. */
  names(raw: readonly string[]): string;
  /** "Aisha, Ben or Chloe"; '' for nobody. */
  anyOf(raw: readonly string[]): string;
  /** "16:14 (London time)". */
  time(at: Instant, zone: string): string;
  /** "Thursday 5 December 2026" in the zone. */
  date(at: Instant, zone: string): string;
  /** "4 min", "1 min 15 s". */
  length(lengthMs: Millis): string;
  /** "Thursday 5 December 2026" from `YYYY-MM-DD`. */
  day(isoDate: string): string;
  /** The title of an NPQ area. */
  area(area: NpqArea): string;
  /** The title of a phase. */
  phase(id: PhaseId): string;
  /** A mention where the person can be mentioned, else the name. */
  mention(name: string, teamsId: string | null): string;
}
