// What holds whatever a pair does and whenever a deadline is noticed: random lives of some months in six zones, told again by
// their seed.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWaking } from '../../../../src/core/calendar/waking.ts';
import { addDays } from '../../../../src/core/calendar/local-time.ts';
import { hourMs, type Instant } from '../../../../src/core/time.ts';
import { isStillMeantInPair } from '../../../../src/core/pair/about-pair.ts';
import type { MeetingRecord, Pair, PairMember } from '../../../../src/core/pair/pair.ts';
import { memberCalendar, memberOf } from '../../../../src/core/pair/members.ts';
import { nextMeetings, occurrence, recordedMeetings, recordOf } from '../../../../src/core/pair/meetings.ts';
import { byIntl, zones } from '../../../support/by-intl.ts';
import { agreement, aisha, at, ben, chloe, openDays, PairStory, type Told } from '../../../support/pair-story.ts';

const from = at('2027-01-04 09:00');
const dateOn = (days: number): string => addDays('2027-01-04', days);
const clock = fc.constantFrom('01:30', '02:30', '07:15', '07:40', '12:00', '16:00', '18:25', '19:30', '23:59');
const who = fc.constantFrom(aisha, ben, chloe);

/** One thing that somebody does, of the meeting that comes `ahead`th; -1 is the last one that began. */
type Deed = (story: PairStory, by: PairMember, number: number) => unknown;
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Deed>(
    (story, by, number) => story.says(by, number, { type: 'cannot-said' }), (story, by, number) => story.says(by, number, { type: 'can-said' }),
    (story, by, number) => story.says(by, number, { type: 'alternative-chosen' }), (story, by, number) => story.says(by, number, { type: 'alone-chosen' }),
    (story, by, number) => story.says(by, number, { type: 'go-without-said' }), (story, by, number) => story.says(by, number, { type: 'kept' }),
    (story, by, number) => story.says(by, number, { type: 'met-said', didMeet: number % 2 === 0, text: '', action: { text: 'x'.repeat(500), dueOn: '2027-02-02' }, id: `${story.now}` }),
    (story, by, number) => story.says(by, number, { type: 'prepared-said', isPrepared: true }),
  ) },
  fc.tuple(fc.integer({ min: -3, max: 20 }), clock).map(([days, time]): Deed => (story, by, number) => {
    const meeting = occurrence(story.state, number);
    return meeting !== null && story.says(by, number, { type: 'time-proposed', to: { date: addDays(meeting.wall.date, days), time } });
  }),
  { weight: 3, arbitrary: fc.boolean().map((suits): Deed => (story, by, number) => {
    const state = occurrence(story.state, number)?.state;
    return state?.is === 'unsettled' && state.proposed !== null && story.says(by, number, { type: 'proposal-answered', to: state.proposed.to, suits });
  }) },
  fc.boolean().map((isSilent): Deed => (story, by) => story.happens({ type: 'silence-set', by, isSilent })),
  fc.integer({ min: -5, max: 40 }).map((days): Deed => (story, by) => story.happens({ type: 'own-times-known', person: by.id, own: { ...by.own, pausedUntil: days < 0 ? null : addDays(byIntl(story.now, 'Europe/London').slice(0, 10), days) } })),
  fc.constantFrom(...zones).map((zone): Deed => (story, by) => story.happens({ type: 'own-times-known', person: by.id, own: { zone, waking: { from: '06:00', to: '09:30' }, pausedUntil: null } })),
  fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 })).map(([first, length]): Deed => (story) => story.happens({ type: 'days-known', days: { ...openDays, holidays: 'scotland', closed: [{ from: dateOn(first), to: dateOn(first + length) }] } })),
  fc.tuple(fc.integer({ min: 0, max: 20 }), clock, fc.constantFrom(...zones)).map(([days, time, zone]): Deed => (story, by) => {
    const first = addDays(byIntl(story.now, zone).slice(0, 10), days);
    return story.happens({ type: 'agreement-saved', by, rev: story.state.rev, agreement: { ...agreement, slot: { first, time, zone } } });
  }),
  fc.constantFrom<Deed>((story) => story.happens({ type: 'member-joined', member: chloe }), (story) => story.happens({ type: 'member-gone', person: chloe.id, why: 'broken-up', by: null })),
);
const happening = fc.record({ afterHours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 400 })), by: who, ahead: fc.integer({ min: -1, max: 4 }), deed: deeds });
const lives = fc.record({
  zone: fc.constantFrom(...zones), time: clock, firstIn: fc.integer({ min: 1, max: 14 }), isTrio: fc.boolean(), happenings: fc.array(happening, { minLength: 1, maxLength: 25 }),
});
type Life = Parameters<Parameters<typeof lives.map>[0]>[0];
type Happening = Life['happenings'][number];

const begin = ({ zone, time, firstIn, isTrio }: Life): PairStory =>
  new PairStory({ members: isTrio ? [aisha, ben, chloe] : [aisha, ben], agreement: { slot: { first: dateOn(firstIn), time, zone } }, from });

function act(story: PairStory, { by, ahead, deed }: Happening): void {
  const begun = recordedMeetings(story.state).findLast(({ startsAt }) => startsAt <= story.now);
  const meeting = ahead < 0 ? begun : nextMeetings(story.state, story.now, ahead + 1)[ahead];
  deed(story, by, meeting?.number ?? 1);
}

/** A life, each deadline noticed on time but for an outage; `check` is called whenever something was told or done. */
function live(life: Life, check: (story: PairStory, told: readonly Told[]) => void): PairStory {
  const story = begin(life);
  check(story, []);
  for (const each of life.happenings) {
    const until = story.now + each.afterHours * hourMs;
    for (let wake = story.state.nextAt; wake !== null && wake <= until; wake = story.state.nextAt) {
      story.passTo(wake);
      check(story, story.heard());
    }
    story.now = until;
    const before = story.state;
    act(story, each);
    if (story.state !== before) check(story, story.heard());
  }
  return story;
}

describe('whatever happens', () => {
  test('a reminder is of a meeting that stands as it says, in time, to who comes, in their waking hours, and never twice', () => {
    fc.assert(fc.property(lives, (life) => {
      const sent = new Set<string>();
      live(life, ({ state, now }, told) => {
        for (const { what, to, number, startsAt, until } of told.filter((each) => each.what !== 'news')) {
          const person = state.members.find(({ name }) => name === to);
          if (person === undefined || number === null || startsAt === null) throw new Error(`${to} is none of them`);
          const about = { kind: 'pair', what, tenant: state.tenant, community: state.conversation, person: person.id, pair: state.id, meeting: { number, startsAt } } as const;
          expect(isStillMeantInPair(about, state, now)).toBe(true);
          expect(what === 'after' || what === 'again' ? startsAt < now : now < startsAt).toBe(true);
          expect(until === null || now < until).toBe(true);
          expect(what === 'soon' || isWaking(now, memberCalendar(state, person))).toBe(true);
          const name = `${what} ${to} ${number} ${startsAt} ${recordOf(state, number).since}`;
          expect(sent.has(name)).toBe(false);
          sent.add(name);
        }
      });
    }), { numRuns: 30 });
  });

  test('the next deadline lies ahead, meetings are of whoever is in the pair, and no two are at the same time', () => {
    fc.assert(fc.property(lives, (life) => {
      live(life, ({ state, now }) => {
        expect(state.nextAt === null ? null : state.nextAt > now).not.toBe(false);
        const starts = nextMeetings(state, now, 8).map(({ startsAt }) => startsAt);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        for (const { number, state: stands } of recordedMeetings(state)) {
          const { without, prepared, askedAt } = recordOf(state, number);
          const named = [...without, ...Object.keys(prepared), ...Object.keys(askedAt), ...(stands.is === 'unsettled' ? stands.cannot : [])];
          expect(named.filter((id) => memberOf(state, id as PairMember['id']) === null)).toEqual([]);
          if ((occurrence(state, number)?.startsAt ?? 0) > now) expect(state.members.length - without.length).toBeGreaterThanOrEqual(2);
        }
      });
    }), { numRuns: 20 });
  });

  test('one late tick leaves the pair as the ticks that were missed, and sends nothing they would not have sent', () => {
    fc.assert(fc.property(lives, fc.integer({ min: 1, max: 500 }), (life, hours) => {
      const [prompt, late] = [live(life, () => undefined), live(life, () => undefined)];
      const until = prompt.now + hours * hourMs;
      const onTime = prompt.passTo(until).heard();
      const belated = late.downTo(until).heard();
      prompt.happens({ type: 'time-passed' });
      expect(settledIn(late.state)).toEqual(settledIn(prompt.state));
      const named = ({ what, to, number, startsAt, message }: Told): string => `${what} ${to} ${number ?? ''} ${startsAt ?? ''} ${message.card}`;
      const all = new Set(onTime.map(named));
      // Whoever paused when it was due may have done with pausing.
      const isPausing = ({ to }: Told): boolean => late.state.members.some(({ name, own }) => name === to && own.pausedUntil !== null);
      expect(belated.filter((each) => !isPausing(each)).map(named).filter((name) => !all.has(name))).toEqual([]);
      expect(new Set(belated.map(named)).size).toBe(belated.length);
      // What is still of use is sent, now or in the next waking hours.
      const useful = onTime.filter((each) => each.what !== 'news' && each.what !== 'again' && each.until !== null && each.until > until && isAwake(late.state, each, until));
      expect(useful.map(named).filter((name) => !belated.some((each) => named(each) === name))).toEqual([]);
    }), { numRuns: 20 });
  });
});

const isAwake = (pair: Pair, { to, what }: Told, now: Instant): boolean => what === 'soon' || pair.members.some((each) => each.name === to && isWaking(now, memberCalendar(pair, each)));

/** All but which reminders went out, and when and how often it was written. */
function settledIn({ meetings, tally, modulesDone, upToAt: _, nextAt: __, sequence: _sequence, changedAt: _changedAt, ...rest }: Pair): unknown {
  const settled = Object.entries(meetings).map(([number, { done: _done, later: _later, askedAt: _asked, ...record }]): readonly [string, Partial<MeetingRecord>] => [number, record]);
  return { ...rest, tally, modulesDone, meetings: Object.fromEntries(settled) };
}

test('a pair of five years that moves, skips and answers all the time stays small', () => {
  const story = new PairStory();
  const presses: readonly ((number: number) => unknown)[] = [
    (number) => story.says(ben, number, { type: 'cannot-said' }), (number) => story.says(aisha, number, { type: 'alternative-chosen' }),
    (number) => story.says(ben, number, { type: 'time-proposed', to: { date: addDays(occurrence(story.state, number)?.wall.date ?? '', 5), time: '11:00' } }),
    (number) => story.says(ben, number, { type: 'alone-chosen' }), (number) => story.says(aisha, number, { type: 'prepared-said', isPrepared: true }),
  ];
  for (let week = 1; week <= 260; week++) {
    story.passTo(from + week * 7 * 24 * hourMs);
    const [next] = nextMeetings(story.state, story.now, 1);
    presses[week % presses.length]?.(next?.number ?? 0);
    const begun = recordedMeetings(story.state).findLast(({ startsAt }) => startsAt <= story.now);
    story.says(ben, begun?.number ?? 0, { type: 'met-said', didMeet: true, text: 'y'.repeat(2_000), action: { text: 'x'.repeat(2_000), dueOn: '2027-02-02' }, id: `e${week}` });
    story.heard();
    expect(Object.keys(story.state.meetings).length).toBeLessThanOrEqual(8);
  }
  expect(story.state.actions).toHaveLength(40);
  expect(JSON.stringify({ ...story.state, actions: [] }).length).toBeLessThan(6_000);
  const { met, notMet, alone, unanswered } = story.state.tally;
  expect(met + notMet + alone + unanswered).toBeGreaterThan(120);
});
