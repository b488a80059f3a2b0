// What a report reads: the sessions since its first day, in bounded pages, and none before.

import { expect, test } from '@jest/globals';
import { readReport } from '../../../src/app/report-reading.ts';
import type { ActionEntry, HistoryEntry, SessionEntry } from '../../../src/core/history/entry.ts';
import { personId, sessionId } from '../../../src/core/keys.ts';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';

const partition = 't|19:heads';
const now = Date.UTC(2026, 11, 3, 16, 0);
const ann = { id: personId('ann'), name: 'Ann' };

/** The meeting that was so many weeks ago, and what Ann committed to there. */
function meeting(weeksAgo: number): readonly [SessionEntry, ActionEntry] {
  const startedAt = now - weeksAgo * 7 * dayMs;
  const base = { partition, session: sessionId(`s${weeksAgo}`), people: [] };
  return [
    {
      kind: 'session', id: `session-${weeksAgo}`, ...base, at: startedAt + hourMs, zone: 'Europe/London', protocol: { id: 'npq-community', version: 1 }, plannedAt: null, startedAt,
      endedAt: startedAt + hourMs, ending: 'completed', chair: ann, attendance: [{ ...ann, part: 'owner' }], turns: [], phases: [], nextChair: null, nextMeetingAt: null,
    },
    { kind: 'action', id: `action-${weeksAgo}`, ...base, at: startedAt + 1, turn: 0, owner: ann, writtenBy: ann, text: 'A quiz', dueOn: '' },
  ];
}

async function reportOver(entries: readonly HistoryEntry[]) {
  const tables = new Tables();
  const reads: string[] = [];
  const { history } = storeOver(tables, ({ name }, work) => {
    reads.push(name);
    return Promise.resolve().then(() => structuredClone(work()));
  });
  for (const entry of entries) tables.add(entry, 1e15);
  return { report: await readReport(history, { partition, form: 'whole', zone: 'Europe/London', now }), reads };
}

test('goes back to the first of September before the last, page by page, and reads no record beyond', async () => {
  const weeksSince = Math.floor((now - Date.UTC(2025, 8, 1)) / (7 * dayMs));
  const { report, reads } = await reportOver(Array.from({ length: 150 }, (_, n) => meeting(n)).flat());
  expect(report.meetings).toHaveLength(weeksSince + 1);
  expect(report.meetings[0]?.date).toBe('2025-09-04');
  expect(report.actions).toMatchObject({ months: expect.arrayContaining([{ month: '2026-12', doneCount: 0, partlyCount: 0, notYetCount: 0, openCount: 1 }]) });
  expect(reads.filter((name) => name === 'ofSession')).toHaveLength(weeksSince + 1);
  expect(reads.filter((name) => name === 'page')).toHaveLength(Math.ceil((weeksSince + 2) / 20));
});

test('comes to an end however many sessions there are', async () => {
  const sameDay = Array.from({ length: 700 }, (_, n) => meeting(n / 7_000)).flat();
  const { report, reads } = await reportOver(sameDay);
  expect(reads.filter((name) => name === 'ofSession')).toHaveLength(600);
  expect(report.meetings).toHaveLength(600);
});
