// Made-up records for the benchmark of the history: sessions of four turns with notes and actions in words as uneven as
// people's, the same at every run.

import type { HistoryEntry } from '../../src/core/history/entry.ts';
import { partitionOf, conversationId, personId, sessionId, tenantId } from '../../src/core/keys.ts';
import { emptyWriteUp, type WriteUp } from '../../src/core/problem/write-up.ts';

export const partition = partitionOf(tenantId('aaaaaaaa-0000-4000-8000-000000000001'), conversationId('19:meeting_0123456789abcdef0123456789abcdef@thread.v2'));
export const turnsPerSession = 4;
const notesPerTurn = 1;
const minuteMs = 60_000;

export const people = [
  'Aisha Khan', 'Ben Okafor', 'Chloe Smith', 'Dan Price', 'Eve Adams', 'Farid Aziz', 'Gwen Hughes', 'Hana Novak',
].map((name, n) => ({ id: personId(`bbbbbbbb-0000-4000-8000-00000000000${n}`), name }));

/** In every problem, note and action. */
export const everywhere = 'pupils';

/** In every session; each is what one session alone was about, and never the same. */
export const [hardly, scarcely] = ['mornings', 'evenings'];

/** The nth word, the commonest first: syllables, so that no two share a stem. */
const syllables = ['ba', 'ko', 'du', 'mi', 'ra', 'to', 'nu', 'vi', 'so', 'la'];
export const wordAt = (n: number): string => [...String(n).padStart(3, '0')].map((digit) => syllables[Number(digit)]).join('') + 'k';
const vocabularySize = 5_000;

/** Repeatable, in [0, 1). */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed + 0x9e3779b9; ;) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5 | 0;
    yield ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** `wordCount` words, the nth of them about n times as rare as the first. */
function textOf(chance: Generator<number, never>, wordCount: number): string {
  const words = Array.from({ length: wordCount }, () => wordAt(Math.floor(vocabularySize ** chance.next().value) - 1));
  return `${everywhere} meeting ${words.join(' ')}`;
}

/** What somebody might bring. */
export function problemOf(n: number): Pick<WriteUp, 'problem' | 'evidence' | 'context' | 'why'> {
  const chance = chances(n * 104_729 + 1);
  return { problem: textOf(chance, 10), evidence: textOf(chance, 8), context: textOf(chance, 6), why: textOf(chance, 4) };
}

/** All entries of the nth session. */
export function sessionOf(n: number): readonly HistoryEntry[] {
  const chance = chances(n * 7919);
  const startedAt = n * 1e6;
  const session = sessionId(`s${n.toString(36).padStart(11, '0')}`);
  const who = (seat: number) => people[(n + seat) % people.length] ?? { id: personId(''), name: '' };
  const base = { partition, session, people: [who(0).id] };
  const turns = Array.from({ length: turnsPerSession }, (_, turn) => {
    const { problem, ...rest } = { problem: `${textOf(chance, 10)} ${turn === 0 ? [hardly, scarcely][n] ?? '' : ''}`, evidence: textOf(chance, 8), context: `${textOf(chance, 6)} ${hardly} ${scarcely}`, why: textOf(chance, 4) };
    return { owner: who(turn), problem, wasHeld: true, writeUp: { ...emptyWriteUp, ...rest, problem, npqArea: 'leading-literacy' as const } };
  });
  const saidIn = (_: unknown, turn: number): readonly HistoryEntry[] => [
    ...Array.from({ length: notesPerTurn }, (__, at): HistoryEntry => ({
      ...base, kind: 'note', id: `${session}-n${turn}-${at}`, at: startedAt + (10 * turn + at) * minuteMs / 10, turn, phase: 'look-deeper', by: who(at), text: textOf(chance, 12),
    })),
    { ...base, kind: 'action', id: `${session}-a${turn}`, at: startedAt + turn * minuteMs, turn, owner: who(turn), writtenBy: who(turn), text: textOf(chance, 8), dueOn: '2026-12-01' },
  ];
  return [...turns.flatMap(saidIn), {
    ...base, kind: 'session', id: `session-${session}`, at: startedAt + 60 * minuteMs, zone: 'Europe/London', protocol: { id: 'npq-community', version: 1 }, plannedAt: startedAt, startedAt,
    endedAt: startedAt + 60 * minuteMs, ending: 'completed', chair: who(0), attendance: [0, 1, 2, 3, 4].map((seat) => ({ ...who(seat), part: seat < turnsPerSession ? 'owner' : 'helper' })),
    turns, phases: [], nextChair: who(1), nextMeetingAt: null,
  }];
}
