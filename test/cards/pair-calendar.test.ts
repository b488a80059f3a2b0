// The calendar file of a pair: what two calendars make of it is what the pair's own meetings are, for two years, wherever
// they are and whatever became of them.

import { describe, expect, test } from '@jest/globals';
import { pairCalendar } from '../../src/cards/pair-calendar.ts';
import { conversationId, pairId, type PersonId, personId, tenantId, threadId } from '../../src/core/keys.ts';
import { meetingsAfter, type Occurrence, withRecord } from '../../src/core/pair/meetings.ts';
import { formed } from '../../src/core/pair/belonging.ts';
import type { MeetingState, Pair } from '../../src/core/pair/pair.ts';
import { noOwnTimes } from '../../src/core/person/profile.ts';
import { dayMs, hourMs } from '../../src/core/time.ts';
import { cy } from '../../src/texts/cy.ts';
import { en } from '../../src/texts/en.ts';
import { textsFor } from '../../src/texts/languages.ts';
import { zones } from '../support/by-intl.ts';
import { readers } from '../support/calendar-readers.ts';

const now = Date.UTC(2026, 8, 1, 9);
const [aisha, ben, chloe] = ['a', 'b', 'c'].map((id) => personId(id)) as [PersonId, PersonId, PersonId];
const member = (id: PersonId, name: string) => ({ id, name, teamsId: null, own: noOwnTimes, isSilent: false });

const slot = { first: '2026-09-14', time: '16:00', zone: 'Europe/London' };
const pairOf = (over: Partial<Pair> = {}, at: Partial<typeof slot> = {}): Pair => ({
  ...formed({
    type: 'formed', tenant: tenantId('t'), conversation: conversationId('19:c'), thread: threadId('19:c'), id: pairId('7'),
    members: [member(aisha, 'Aisha Khan'), member(ben, 'Ben Okafor')], days: { holidays: '', closed: [], waking: { from: '07:30', to: '18:30' }, zone: slot.zone },
  }, now).state,
  agreement: { slot: { ...slot, ...at }, alternative: null, format: 'teams', joinLink: 'https://teams.example/join', modules: [] }, agreedAt: now, firstNumber: 3, sequence: 5, ...over,
});
const fileOf = (pair: Pair, over: Partial<Parameters<typeof pairCalendar>[0]> = {}, texts = en) => pairCalendar({ pair, reader: aisha, name: 'Northern heads', key: 'k', now, ...over }, texts) ?? '';
const whole = (text: string): string => text.replace(/\r\n /g, '');

/** By the machine of the pair: what takes place from `now` to `untilAt`. */
function meetingsOf(pair: Pair, untilAt: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const meeting of meetingsAfter(pair, now)) {
    if (meeting.startsAt > untilAt) break;
    if (meeting.state.is === 'standing' || meeting.state.is === 'unsettled') found.push(meeting);
  }
  return found;
}

const states: Readonly<Record<'alone' | 'lapsed' | 'unsettled', MeetingState>> = { alone: { is: 'alone', by: ben }, lapsed: { is: 'lapsed' }, unsettled: { is: 'unsettled', by: ben, cannot: [ben], proposed: null } };

test.each(zones)('in %s both calendars have the bot\'s own meetings for two years', (zone) => {
  // Sundays, so that the hours in which the clocks change are met with.
  const plain = pairOf({}, { first: '2026-09-13', time: '02:30', zone });
  const fates = [[3, 'alone'], [5, 'lapsed'], [8, 'unsettled'], [20, 'alone']] as const;
  const changed = fates.reduce((pair, [number, state]) => withRecord(pair, number, { state: states[state] }), pairOf({}, { first: '2026-09-20', time: '01:30', zone }));
  const moved = withRecord(withRecord(changed, 7, { movedTo: { date: '2026-11-11', time: '08:15' } }), 16, { movedTo: { date: '2027-03-28', time: '01:15' } });
  const untilAt = now + 2 * 365 * dayMs;
  for (const pair of [plain, moved]) {
    const meetings = meetingsOf(pair, untilAt);
    expect(meetings.length).toBeGreaterThan(45);
    for (const [name, read] of readers) {
      const seen = read(fileOf(pair)).filter(({ startsAt }) => startsAt <= untilAt);
      expect([name, seen.map(({ startsAt, endsAt, status }) => [startsAt, endsAt, status])])
        .toEqual([name, meetings.map(({ startsAt, state }) => [startsAt, startsAt + hourMs, state.is === 'unsettled' ? 'TENTATIVE' : 'CONFIRMED'])]);
    }
  }
});

describe('what it says', () => {
  test('is with whom, why, how and how to change it, and nothing of what they wrote', () => {
    const text = whole(fileOf(pairOf({ members: [member(aisha, 'Aisha Khan'), member(ben, 'Ben Okafor'), member(chloe, 'Chloe Evans')] })));
    expect(text).toContain('SUMMARY:Buddy meeting with Ben Okafor and Chloe Evans\r\n');
    for (const part of ['in Northern heads', 'You meet on Teams', 'type “buddy”', 'LOCATION:https://teams.example/join', 'UID:pair.k@turnstone', 'SEQUENCE:5']) expect(text).toContain(part);
    expect(whole(fileOf(pairOf(), { reader: ben }, textsFor('cy')))).toContain(`SUMMARY:${cy.pairCalendar?.title?.('Aisha Khan') ?? ''}\r\n`);
    const inPerson = pairOf();
    expect(whole(fileOf({ ...inPerson, agreement: inPerson.agreement === null ? null : { ...inPerson.agreement, format: 'in-person' } }))).not.toMatch(/https:|Teams, at/);
    expect(pairCalendar({ pair: pairOf({ agreement: null }), reader: aisha, name: null, key: 'k', now }, en)).toBeNull();
  });

  test('of a meeting that goes on without one of three is in the others\' calendars alone', () => {
    const trio = withRecord(pairOf({ members: [member(aisha, 'Aisha Khan'), member(ben, 'Ben Okafor'), member(chloe, 'Chloe Evans')] }), 4, { without: [aisha] });
    const [[, read] = ['', () => []]] = readers;
    expect(read(fileOf(trio, { reader: ben })).length - read(fileOf(trio)).length).toBe(1);
  });

  test('of a pair that is over is that it is, without link', () => {
    const text = whole(fileOf(withRecord(pairOf({ endedAt: now, sequence: 6 }), 4, { movedTo: { date: '2026-10-01', time: '10:00' } })));
    expect([text.match(/STATUS:\w+/g), text.includes('https://'), text.includes('SEQUENCE:6'), text.includes('UID:pair.k@turnstone')]).toEqual([['STATUS:CANCELLED'], false, true, true]);
  });

  test('reaches two years ahead whenever it is read, and its sequence rises with it', () => {
    const files = [0, 364, 366, 800].map((days) => fileOf(pairOf(), { now: now + days * dayMs }));
    const last = files.map((text, n) => (readers[0]?.[1](text).at(-1)?.startsAt ?? 0) - now - ([0, 364, 366, 800][n] ?? 0) * dayMs);
    expect(last.filter((ahead) => ahead < 2 * 365 * dayMs - 14 * dayMs || ahead > 3 * 365 * dayMs)).toEqual([]);
    expect(files.map((text) => /SEQUENCE:(\d+)/.exec(text)?.[1])).toEqual(['5', '5', '6', '7']);
    expect(files[0]?.replace(/DTSTAMP:\w+/, '')).toBe(files[1]?.replace(/DTSTAMP:\w+/, ''));
  });
});
