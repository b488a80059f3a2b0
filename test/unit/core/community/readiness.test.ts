// What is due ahead of a planned meeting: the instants by examples, and for any meeting of three years in six zones, across
// clock changes and outages, what must never happen (issue: never twice, never outside waking hours, never for a meeting
// that was moved).

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantAt, localDate } from '../../../../src/core/calendar/local-time.ts';
import { isWaking } from '../../../../src/core/calendar/waking.ts';
import { type Community, communityMachine, defaultSettings, newCommunity } from '../../../../src/core/community/community.ts';
import type { CommunityEvent, Settings } from '../../../../src/core/community/events.ts';
import { aheadOf } from '../../../../src/core/community/readiness.ts';
import { conversationId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import type { Effect } from '../../../../src/core/machine.ts';
import { dayMs, hourMs, type Instant, minutes } from '../../../../src/core/time.ts';
import { byIntl, zones } from '../../../support/by-intl.ts';
import { aisha, ben } from '../../../support/given.ts';

const tenant = tenantId('t1');
const conversation = conversationId('19:c');
const at = (text: string, zone = 'Europe/London'): Instant => instantAt({ date: text.slice(0, 10), time: text.slice(11) }, zone) ?? Number.NaN;
const record = { sessionCount: 1, chairedCount: 1, lastChairedAt: 0, birthday: null, waitingSince: 0 };
const members = { [aisha.id]: { ...record, name: aisha.name, teamsId: aisha.teamsId }, [ben.id]: { ...record, chairedCount: 0, name: ben.name, teamsId: ben.teamsId } };

interface Happened {
  readonly state: Community;
  readonly effects: readonly Effect[];
}
function when(state: Community | null, event: CommunityEvent, moment: Instant): Happened {
  const stepped = communityMachine.step(state, event, { at: moment, rate: 1 });
  if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
  return stepped;
}
const setUp = (meeting: Instant | null, settings: Partial<Settings> = {}): CommunityEvent =>
  ({ type: 'set-up', tenant, conversation, by: aisha, settings: { ...defaultSettings, ...settings }, nextMeetingAt: meeting });
/** A community of two who have met, with this meeting planned at `since`. */
const planned = (meeting: Instant, settings: Partial<Settings> = {}, since: Instant = meeting - 30 * dayMs): Community =>
  when({ ...newCommunity(tenant, conversation), members }, setUp(meeting, settings), since).state;

const passes = (state: Community, moment: Instant): Happened => when(state, { type: 'time-passed' }, moment);
/** Lets time pass up to `until`, each deadline noticed on time but for those that fall into the outage. */
function through(start: Community, until: Instant, outage: { readonly from: Instant; readonly to: Instant } = { from: until, to: until }): readonly { readonly at: Instant; readonly effect: Effect }[] {
  let state = start;
  const told: { at: Instant; effect: Effect }[] = [];
  for (let wake = communityMachine.wakeAt(state); wake !== null && wake <= until; wake = communityMachine.wakeAt(state)) {
    const noticed = wake >= outage.from && wake < outage.to ? outage.to : wake;
    const step = passes(state, noticed);
    if (step.state === state) throw new Error('nothing moves');
    state = step.state;
    told.push(...step.effects.map((effect) => ({ at: noticed, effect })));
  }
  return told;
}

const mailOf = (effect: Effect) => (effect.do === 'tell' && effect.kind === 'person' && effect.event.type === 'mail' ? effect.event : null);
/** The meeting that a message is about. */
const meetingOf = (effect: Effect): Instant | null => {
  const about = mailOf(effect)?.about;
  return about !== undefined && 'meetingAt' in about ? about.meetingAt : null;
};
const kindOf = (effect: Effect): string => mailOf(effect)?.message.card ?? (effect.do === 'tell' ? effect.event.type : effect.do === 'say' && effect.message.card === 'notice' ? effect.message.notice.kind : effect.do);
const dueTimes = (community: Community, zone = 'Europe/London') => Object.fromEntries(aheadOf(community).map(({ name, dueAt }) => [name, byIntl(dueAt, zone)]));

describe('what is due', () => {
  test.each([
    ['on a Thursday', '2026-12-17 16:00', {}, { 'nudge-week': '2026-12-10 09:00', 'nudge-day': '2026-12-16 09:00' }],
    ['on a Monday, whose day before is no day to write on', '2026-12-14 16:00', {}, { 'nudge-week': '2026-12-07 09:00', 'nudge-day': '2026-12-14 07:30' }],
    ['on a Monday before the waking hours', '2026-12-14 07:15', {}, { 'nudge-week': '2026-12-07 09:00', 'nudge-day': '2026-12-11 18:29' }],
    ['after the spring change of the clocks', '2027-04-01 16:00', {}, { 'nudge-week': '2027-03-25 09:00', 'nudge-day': '2027-03-31 09:00' }],
    ['after the autumn change of the clocks', '2026-10-29 16:00', {}, { 'nudge-week': '2026-10-22 09:00', 'nudge-day': '2026-10-28 09:00' }],
    ['after a bank holiday', '2027-01-05 16:00', { holidays: 'england-and-wales' }, { 'nudge-week': '2026-12-29 09:00', 'nudge-day': '2027-01-04 09:00' }],
    ['after closed dates that would push both nudges onto one day', '2027-02-22 16:00', { closed: [{ from: '2027-02-15', to: '2027-02-19' }] }, { 'nudge-day': '2027-02-22 07:30' }],
    ['without reminders', '2026-12-17 16:00', { hasReminders: false }, {}],
  ] as const)('for a meeting %s', (_, meeting, settings, nudges) => {
    const due = dueTimes(planned(at(meeting), settings));
    expect(Object.fromEntries(Object.entries(due).filter(([name]) => name.startsWith('nudge')))).toEqual(nudges);
    expect(due['lobby']).toBe(byIntl(at(meeting) - minutes(10), 'Europe/London'));
  });

  test('is no nudge whose time had come when the meeting was planned', () => {
    const meeting = at('2026-12-17 16:00');
    expect(Object.keys(dueTimes(planned(meeting, {}, at('2026-12-10 09:00'))))).toEqual(['nudge-day', 'lobby', 'not-held']);
    expect(Object.keys(dueTimes(planned(meeting, {}, at('2026-12-16 09:30'))))).toEqual(['lobby', 'not-held']);
  });

  test('is what was done for the same day no more, when the meeting only moves by hours', () => {
    const nudged = passes(planned(at('2026-12-17 16:00'), { hasReadAhead: true }), at('2026-12-17 15:00')).state;
    const moved = when(nudged, setUp(at('2026-12-17 17:00'), { hasReadAhead: true }), at('2026-12-17 15:30')).state;
    expect(Object.keys(dueTimes(moved))).toEqual(['lobby', 'not-held']);
    const away = when(nudged, setUp(at('2027-01-14 17:00'), { hasReadAhead: true }), at('2026-12-17 15:30')).state;
    expect(Object.keys(dueTimes(away))).toEqual(['nudge-week', 'nudge-day', 'read-ahead', 'lobby', 'not-held']);
  });

  test('is no lobby any more once one was called off within the time for it; a rehearsal takes nobody\'s place', () => {
    const meeting = at('2026-12-17 16:00');
    const session = sessionId('s1');
    const opened = when(planned(meeting), { type: 'session-asked', tenant, conversation, by: aisha, session, thread: threadId('19:c'), protocol: null }, at('2026-12-17 15:40')).state;
    const gone = (state: Community, text: string): readonly string[] => Object.keys(dueTimes(when(state, { type: 'session-gone', session }, at(text)).state));
    expect([gone(opened, '2026-12-17 15:45'), gone(opened, '2026-12-17 15:52')].map((names) => names.includes('lobby'))).toEqual([true, false]);
    const rehearsal = { type: 'rehearsal-asked', tenant, conversation, by: aisha, session, thread: threadId('19:c'), protocol: 'npq-community', lengthMinutes: 60, zone: 'Europe/London', rate: 60, language: 'en', isPrivate: false } as const;
    expect(gone(when(planned(meeting), rehearsal, at('2026-12-17 15:40')).state, '2026-12-17 15:52')).toContain('lobby');
  });

  test('is the page for a new chair the day before, at once where they were appointed later, and with the lobby where no waking minute is left', () => {
    const meeting = at('2026-12-17 16:00');
    const withChair = (since: string): Community => {
      const community = planned(meeting);
      return { ...community, nextChair: ben.id, planned: { ...community.planned, chairSince: at(since) } };
    };
    const crib = `crib-${ben.id}`;
    expect(dueTimes(withChair('2026-12-03 17:00'))[crib]).toBe('2026-12-16 09:00');
    expect(dueTimes(withChair('2026-12-16 11:20'))[crib]).toBe('2026-12-16 11:20');
    expect(dueTimes(withChair('2026-12-16 20:00'))[crib]).toBe('2026-12-17 07:30');
    const early = planned(at('2026-12-17 07:20'));
    expect(dueTimes({ ...early, nextChair: ben.id, planned: { ...early.planned, chairSince: at('2026-12-16 20:00') } })[crib]).toBe('2026-12-17 07:10');
    expect(dueTimes({ ...withChair('2026-12-03 17:00'), nextChair: aisha.id })).not.toHaveProperty(`crib-${aisha.id}`);
  });
});

describe('a meeting that nobody began', () => {
  const weekly = { rhythm: { kind: 'weeks', every: 1 } } as const;

  test('gives way to the next one in the rhythm, said once; after three in a row no further one is planned', () => {
    const told = through(planned(at('2026-12-03 16:00'), weekly), at('2027-02-01 12:00'));
    const missed = told.flatMap(({ at: said, effect }) => (effect.do === 'say' && effect.message.card === 'notice' && effect.message.notice.kind === 'meeting-not-held' ? [[byIntl(said, 'Europe/London'), effect.message.notice.nextMeetingAt === null ? null : byIntl(effect.message.notice.nextMeetingAt, 'Europe/London')]] : []));
    // The lobby that opened is still open here: it is closed below.
    expect(missed).toEqual([]);
    const alone = through({ ...planned(at('2026-12-03 16:00'), weekly), coordinator: null }, at('2027-02-01 12:00'));
    expect(alone.filter(({ effect }) => kindOf(effect) === 'meeting-not-held').map(({ at: said }) => byIntl(said, 'Europe/London'))).toEqual(['2026-12-03 17:00', '2026-12-10 17:00', '2026-12-17 17:00']);
  });

  test('waits for its lobby to close, and for waking hours to be told of', () => {
    const evening = planned(at('2026-12-03 18:00'), weekly);
    const open = passes(evening, at('2026-12-03 17:50')).state;
    expect(open.session).not.toBeNull();
    expect(passes(open, at('2026-12-03 19:30')).state.nextMeetingAt).toBe(at('2026-12-03 18:00'));
    const closed = when(open, { type: 'session-gone', session: open.session?.id ?? evening.session?.id ?? ('' as never) }, at('2026-12-03 19:00')).state;
    const rolled = passes(closed, at('2026-12-03 19:00'));
    expect([rolled.state.nextMeetingAt, rolled.effects]).toEqual([at('2026-12-10 18:00'), []]);
    expect(passes(rolled.state, at('2026-12-04 07:30')).effects.map(kindOf)).toEqual(['meeting-not-held']);
    expect(passes(rolled.state, at('2026-12-07 09:00')).effects.map(kindOf)).not.toContain('meeting-not-held');
  });

  test('is not told apart from one long gone after a long outage', () => {
    const back = passes(planned(at('2026-12-03 16:00'), weekly), at('2026-12-21 10:00'));
    expect(back.state.nextMeetingAt).toBe(at('2026-12-24 16:00'));
    expect(back.effects.map(kindOf)).toEqual([]);
  });
});

describe('whatever is planned, and whenever it is noticed', () => {
  const anyMeeting = fc.record({
    meeting: fc.integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2029, 8, 1) }).map((instant) => instant - (instant % minutes(5))),
    zone: fc.constantFrom(...zones),
    sinceDays: fc.integer({ min: 0, max: 20 }),
    closedDays: fc.integer({ min: 0, max: 12 }),
    downForMs: fc.constantFrom(0, minutes(1), minutes(20), hourMs, dayMs, 7 * dayMs),
    downFromMs: fc.integer({ min: -8 * dayMs, max: hourMs }),
  });

  test('everybody is reminded twice at most, each on a day of its own, in waking hours, ahead of the meeting', () => {
    fc.assert(fc.property(anyMeeting, ({ meeting, zone, sinceDays, closedDays, downForMs, downFromMs }) => {
      const closed = closedDays === 0 ? [] : [{ from: localDate(meeting - closedDays * dayMs, zone), to: localDate(meeting - dayMs, zone) }];
      const settings = { zone, closed, holidays: 'england-and-wales', hasReadAhead: true } as const;
      const community = { ...planned(meeting, settings, meeting - sinceDays * dayMs), nextChair: ben.id };
      const told = through(community, meeting + 3 * dayMs, { from: meeting + downFromMs, to: meeting + downFromMs + downForMs });
      const nudges = told.filter(({ effect }) => mailOf(effect)?.message.card === 'nudge');
      for (const person of [aisha, ben]) {
        const own = nudges.filter(({ effect }) => mailOf(effect)?.to?.person.id === person.id);
        expect(own.length).toBeLessThanOrEqual(2);
        expect(new Set(own.map(({ at: sent }) => localDate(sent, zone))).size).toBe(own.length);
      }
      for (const { at: sent, effect } of told) {
        const mail = mailOf(effect);
        if (mail === null) continue;
        expect(mail.about).toMatchObject({ meetingAt: meeting });
        expect(sent).toBeLessThan(mail.until ?? 0);
        expect(sent).toBeLessThan(meeting);
        const isOfMeeting = mail.message.card === 'crib' && sent >= meeting - minutes(10);
        expect(isWaking(sent, community.settings) || isOfMeeting).toBe(true);
      }
      const once = told.map(({ effect }) => kindOf(effect)).filter((kind) => kind === 'opened' || kind === 'crib');
      expect(new Set(once).size).toBe(once.length);
      const opened = told.find(({ effect }) => kindOf(effect) === 'opened')?.at ?? meeting;
      expect(opened >= meeting - minutes(10) && opened < meeting + minutes(15)).toBe(true);
    }), { numRuns: 50 });
  });

  test('nothing is asked for a meeting that was moved away', () => {
    fc.assert(fc.property(anyMeeting, fc.integer({ min: 1, max: 20 }), ({ meeting, zone, downFromMs }, laterDays) => {
      const movedAt = meeting + Math.min(downFromMs, -minutes(30));
      let state = planned(meeting, { zone, hasReadAhead: true });
      for (let wake = communityMachine.wakeAt(state); wake !== null && wake <= movedAt; wake = communityMachine.wakeAt(state)) state = passes(state, wake).state;
      const later = meeting + laterDays * dayMs;
      const moved = when(state, setUp(later, { zone, hasReadAhead: true }), movedAt).state;
      const told = through(moved, later + 2 * dayMs);
      expect(told.flatMap(({ effect }) => meetingOf(effect) ?? []).filter((each) => each !== later)).toEqual([]);
      const gone = when(state, setUp(null, { zone }), movedAt).state;
      expect([communityMachine.wakeAt(gone), through(gone, later)]).toEqual([null, []]);
    }), { numRuns: 25 });
  });
});
