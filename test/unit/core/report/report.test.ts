// The figures of a report: what the group sees, what leaves it, and that nobody can be told apart in what does.

import { describe, expect, test } from '@jest/globals';
import type { ActionEntry, HistoryEntry, OutcomeEntry, SessionEntry } from '../../../../src/core/history/entry.ts';
import { guestId, personId, sessionId } from '../../../../src/core/keys.ts';
import type { Outcome } from '../../../../src/core/problem/came-of.ts';
import { csvOf, reportCsv, reportJson } from '../../../../src/core/report/files.ts';
import { meetingsIn, monthsIn } from '../../../../src/core/report/figures.ts';
import { mergedCounts } from '../../../../src/core/report/merged.ts';
import { reportedSince, reportOf } from '../../../../src/core/report/report.ts';
import { dayMs, hourMs, type Instant } from '../../../../src/core/time.ts';

const zone = 'Europe/London';
const first = Date.UTC(2026, 9, 29, 16, 0);
const meetingAt = (n: number): Instant => first + n * 14 * dayMs;
const named = (name: string) => ({ id: personId(name), name });
const base = (session: string, at: Instant) => ({ partition: 't|19:heads', session: sessionId(session), at, people: [] });

function session(n: number, names: readonly string[], over: Partial<SessionEntry> = {}): SessionEntry {
  return {
    kind: 'session', id: `session-s${n}`, ...base(`s${n}`, meetingAt(n) + hourMs), zone, protocol: { id: 'npq-community', version: 1 }, plannedAt: null,
    startedAt: meetingAt(n), endedAt: meetingAt(n) + hourMs, ending: 'completed', chair: named('ann'),
    attendance: names.map((name) => ({ ...named(name), part: 'owner' })), turns: [], phases: [], nextChair: null, nextMeetingAt: null, ...over,
  };
}
/** Committed half an hour into meeting `n`. */
const action = (n: number, turn: number, name: string): ActionEntry =>
  ({ kind: 'action', id: `action-${n}-${turn}`, ...base(`s${n}`, meetingAt(n) + hourMs / 2), turn, owner: { ...named(name), id: name.startsWith('guest') ? guestId(name) : personId(name) }, writtenBy: named(name), text: `${name}'s`, dueOn: '' });
const told = (of: ActionEntry, outcome: Outcome, at: Instant): OutcomeEntry =>
  ({ kind: 'outcome', id: `outcome-${of.id}-${at}`, ...base(of.session, at), turn: of.turn, owner: of.owner, outcome, line: 'as I said' });
/** A meeting at which each of these commits to something. */
const met = (n: number, names: readonly string[]): readonly HistoryEntry[] => [session(n, names), ...names.map((name, turn) => action(n, turn, name))];

describe('the group', () => {
  test('sees each meeting with how many came, oldest first, and the groups of one as one', () => {
    const group = (number: number) => ({ number, count: 2, parent: sessionId('s1') });
    const entries = [
      session(1, ['ann', 'ben'], { id: 'a', session: sessionId('s1-1'), group: group(1) }), session(0, ['ann']),
      session(1, ['ben', 'chloe'], { id: 'b', session: sessionId('s1-2'), group: group(2), startedAt: meetingAt(1) + 1_000 }),
    ];
    expect(meetingsIn(entries)).toEqual([{ startedAt: meetingAt(0), date: '2026-10-29', presentCount: 1 }, { startedAt: meetingAt(1), date: '2026-11-12', presentCount: 3 }]);
  });

  test('sees the actions by the month they were committed in, each with the last that was said of it', () => {
    const [one, two, three] = [action(0, 0, 'ann'), action(0, 1, 'ben'), action(1, 0, 'chloe')];
    const entries = [one, two, three, told(one, 'partly', meetingAt(1)), told(one, 'done', meetingAt(2)), told(three, 'not-yet', meetingAt(2))];
    expect(monthsIn(entries, zone)).toEqual([
      { month: '2026-10', doneCount: 1, partlyCount: 0, notYetCount: 0, openCount: 1 }, { month: '2026-11', doneCount: 0, partlyCount: 0, notYetCount: 1, openCount: 0 },
    ]);
  });

  test('counts by the day in its own zone', () => {
    const late = { ...action(0, 0, 'ann'), at: Date.UTC(2026, 9, 31, 23, 30) };
    expect(monthsIn([late], 'Europe/London')[0]?.month).toBe('2026-10');
    expect(monthsIn([late], 'Pacific/Auckland')[0]?.month).toBe('2026-11');
  });

  test.each([['2026-09-01', '2025-09-01'], ['2026-08-31', '2024-09-01'], ['2027-01-05', '2025-09-01']])('on %s is told of the time since %s', (today, since) => {
    expect(reportedSince(Date.parse(`${today}T12:00:00Z`), zone)).toBe(since);
  });
});

const five = ['ann', 'ben', 'chloe', 'dev', 'eve'];

describe('outside the group', () => {
  test('outcomes of fewer than five people are too few, however many they are', () => {
    expect(mergedCounts([...met(0, five.slice(0, 4)), ...met(1, five.slice(0, 4)), ...met(2, five.slice(0, 4))])).toBeNull();
    expect(mergedCounts([])).toBeNull();
    expect(mergedCounts(met(0, five))).toEqual({ doneCount: 0, partlyCount: 0, notYetCount: 0, openCount: 5 });
  });

  test('somebody entered by name is no fifth', () => {
    expect(mergedCounts(met(0, [...five.slice(0, 4), 'guest-jo', 'guest-kim']))).toBeNull();
  });

  test('stand still until five more people have answered, so that no answer can be read off', () => {
    const before = met(0, five);
    const actions = before.filter((entry) => entry.kind === 'action');
    const answers = actions.map((each, n) => told(each, 'done', meetingAt(1) + n));
    const asked = answers.map((_, n) => mergedCounts([...before, ...answers.slice(0, n + 1)])?.doneCount);
    expect(asked).toEqual([0, 0, 0, 0, 5]);
    // One person who answers five times is still one.
    expect(mergedCounts([...before, ...[1, 2, 3, 4, 5].map((n) => told(actions[0] ?? action(0, 0, 'ann'), 'partly', meetingAt(1) + n))])?.partlyCount).toBe(0);
  });

  test('whatever is written when: two reports differ by five people or by nothing', () => {
    const entries = [0, 1, 2, 3, 4, 5].flatMap((n) => {
      const names = [...five, 'finn', 'gita'].filter((_, at) => (at + n) % 3 !== 0);
      // Each at a moment of its own, as actions are that are saved after the session.
      const own = met(n, names).map((entry) => (entry.kind === 'action' ? { ...entry, at: meetingAt(n) + 2 * hourMs + entry.turn * 60_000 } : entry));
      return [...own, ...own.filter((entry) => entry.kind === 'action').flatMap((each, at) => ((at + n) % 2 === 0 ? [told(each, at % 3 === 0 ? 'done' : 'partly', meetingAt(n + 1) + at * 60_000)] : []))];
    });
    let [shown, people] = [JSON.stringify(null), new Set<string>()];
    let changeCount = 0;
    for (const at of new Set(entries.map((entry) => entry.at).toSorted((a, b) => a - b))) {
      for (const entry of entries) if (entry.at === at && 'owner' in entry) people.add(entry.owner.id);
      const now = JSON.stringify(mergedCounts(entries.filter((entry) => entry.at <= at)));
      if (now === shown) continue;
      expect(people.size).toBeGreaterThanOrEqual(5);
      [shown, people] = [now, new Set()];
      changeCount += 1;
    }
    expect(changeCount).toBeGreaterThan(2);
  });

  test('what was reported while a session ran stays so when its record comes with its end', () => {
    const before = met(0, five);
    const answers = before.filter((entry) => entry.kind === 'action').map((each, n) => told(each, 'done', meetingAt(1) + hourMs / 2 + 60_000 * (n + 1)));
    const during = mergedCounts([...before, ...answers]);
    expect(during).toMatchObject({ doneCount: 5, openCount: 0 });
    // Four of them had committed to something before the others answered: not enough to move the figures on.
    expect(mergedCounts([...before, ...answers, ...met(1, five.slice(0, 4))])).toEqual(during);
  });

  test('nothing is told by month, and no name, text or line at all', () => {
    const entries = met(0, five);
    const asked = { since: '2025-09-01', zone };
    const [outside, whole] = [reportOf(entries, { ...asked, form: 'outside' }), reportOf(entries, { ...asked, form: 'whole' })];
    expect(outside.actions).toEqual({ form: 'outside', merged: { doneCount: 0, partlyCount: 0, notYetCount: 0, openCount: 5 } });
    for (const file of [reportCsv(outside), reportJson(outside), reportCsv(whole), reportJson(whole)]) expect(file).not.toMatch(/ann|ben|'s|said/);
    expect(reportCsv(outside) + reportJson(outside)).not.toMatch(/2026-10"|,2026-10,/);
  });
});

describe('a file', () => {
  const asked = { since: '2025-09-01', zone };
  test('of CSV holds the numbers, one a line, as RFC 4180 and Excel want them', () => {
    expect(reportCsv(reportOf(met(0, ['ann', 'ben']), { ...asked, form: 'whole' }))).toBe([
      '\ufeffkind,when,measure,count', 'meeting,2026-10-29,present,2', 'actions,2026-10,done,0', 'actions,2026-10,partly,0', 'actions,2026-10,not yet,0', 'actions,2026-10,no answer yet,2', '',
    ].join('\r\n'));
    expect(reportCsv(reportOf(met(0, ['ann']), { ...asked, form: 'outside' }))).toBe('\ufeffkind,when,measure,count\r\nmeeting,2026-10-29,present,1\r\n');
  });

  test('of CSV quotes what would break a line, and makes no cell a formula', () => {
    expect(csvOf([['a,b', 'say "so"', 'two\r\nlines', 'plain', -5]])).toBe('\ufeff"a,b","say ""so""","two\r\nlines",plain,-5\r\n');
    expect(csvOf([['=1+1', '+44', '-2', '@SUM(A1)', '\tx', "=cmd|'/c'!A1,1"]])).toBe("\ufeff'=1+1,'+44,'-2,'@SUM(A1),'\tx,\"'=cmd|'/c'!A1,1\"\r\n");
  });

  test('of JSON holds the same, and null where outcomes are too few', () => {
    expect(JSON.parse(reportJson(reportOf(met(0, ['ann']), { ...asked, form: 'whole' })))).toEqual({
      since: '2025-09-01', meetingCount: 1, meetings: [{ date: '2026-10-29', presentCount: 1 }],
      actions: { months: [{ month: '2026-10', doneCount: 0, partlyCount: 0, notYetCount: 0, openCount: 1 }] },
    });
    expect(JSON.parse(reportJson(reportOf(met(0, ['ann']), { ...asked, form: 'outside' })))).toMatchObject({ actions: { merged: null } });
  });
});
