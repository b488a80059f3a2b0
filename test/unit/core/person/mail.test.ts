// Messages for one person alone that wait for waking hours: by examples, and for any fortnight of arrivals, outages and
// changes of mind against what Intl alone calls their waking hours.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantAt } from '../../../../src/core/calendar/local-time.ts';
import type { WakingCalendar } from '../../../../src/core/calendar/waking.ts';
import type { About } from '../../../../src/core/community/about-meeting.ts';
import { conversationId, pairId, tenantId, threadId } from '../../../../src/core/keys.ts';
import type { Message } from '../../../../src/core/messages.ts';
import type { MailEvent } from '../../../../src/core/person/mail.ts';
import { type Member, type PersonEvent, personMachine } from '../../../../src/core/person/person.ts';
import { blankProfile, type Profile } from '../../../../src/core/person/profile.ts';
import { dayMs, hourMs, type Instant, minuteMs } from '../../../../src/core/time.ts';
import { byIntl, isAwake } from '../../../support/by-intl.ts';
import { ben } from '../../../support/given.ts';

const tenant = tenantId('t1');
const heads = conversationId('19:heads');
const calendar: WakingCalendar = { zone: 'Europe/London', waking: { from: '07:30', to: '18:30' }, holidays: '', closed: [] };
const about = { tenant, community: heads, person: ben.id } as const;
const nudge = (meetingAt: Instant): About => ({ ...about, kind: 'nudge', meetingAt });
const actionsDue: About = { ...about, kind: 'actions-due', actions: [] };
const ofPair = (what: 'news' | 'prepare'): About => ({ ...about, kind: 'pair', what, pair: pairId('7'), meeting: null });
/** London, in December of 2026 unless a month is named. */
const at = (text: string): Instant => instantAt({ date: `2026-12-${text.slice(0, 2)}`, time: text.slice(3) }, 'Europe/London') ?? Number.NaN;
const shown = (instant: Instant): string => byIntl(instant, 'Europe/London').slice(8);

/** One person and what was sent to them when. */
class Story {
  state: Member | null = null;
  readonly sent: { readonly at: Instant; readonly name: string; readonly until: Instant | null }[] = [];

  when(event: PersonEvent, now: Instant): void {
    const stepped = personMachine.step(this.state, event, { at: now, rate: 1 });
    if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
    this.state = stepped.state;
    for (const effect of stepped.effects) if (effect.do === 'say') this.sent.push({ at: now, name: nameOf(effect.message), until: effect.until });
  }

  gets(name: string, now: Instant, over: Partial<MailEvent> = {}): this { this.passTo(now).when(mail(name, over), now); return this; }
  sets(profile: Partial<Profile>, now: Instant): this { this.passTo(now).when({ type: 'profile-saved', tenant, by: ben, profile: { ...blankProfile, ...profile } }, now); return this; }
  /** Noticed only now: the service was down. */
  ticks(now: Instant): this { this.when({ type: 'time-passed' }, now); return this; }

  /** Wakes as often as it asks for, up to `now`. */
  passTo(now: Instant): this {
    for (let wakeAt = this.wakeAt; wakeAt !== null && wakeAt <= now; wakeAt = this.wakeAt) this.ticks(wakeAt);
    return this;
  }

  get wakeAt(): Instant | null { return this.state === null ? null : personMachine.wakeAt(this.state); }
  get told(): readonly string[] { return this.sent.map((each) => `${each.name} ${shown(each.at)}`); }
}

const nameOf = (message: Message): string => (message.card === 'notice' && message.notice.kind === 'order-is' ? message.notice.names.join() : message.card);
const mail = (name: string, over: Partial<MailEvent>): MailEvent => ({
  type: 'mail', message: { card: 'notice', notice: { kind: 'order-is', names: [name] } }, name: 'Ben', insteadTo: { community: heads, thread: threadId(heads) },
  to: { tenant, person: ben }, hours: { calendar, before: null }, ...over,
});

describe('a message that waits for waking hours', () => {
  test('leaves at once within them, and at their next first minute otherwise', () => {
    expect(new Story().gets('A', at('03 18:29')).gets('B', at('03 18:30')).gets('C', at('04 23:00')).passTo(at('09 00:00')).told)
      .toEqual(['A 03 18:29', 'B 04 07:30', 'C 07 07:30']);
  });

  test('goes by the hours and the zone that the person has set', () => {
    const sydney = new Story().sets({ zone: 'Australia/Sydney' }, at('03 00:00')).gets('A', at('03 09:00')).passTo(at('09 00:00'));
    expect(sydney.sent.map((each) => byIntl(each.at, 'Australia/Sydney'))).toEqual(['2026-12-04 07:30']);
    expect(new Story().sets({ waking: { from: '16:00', to: '21:00' } }, at('03 00:00')).gets('A', at('03 09:00')).gets('B', at('03 20:59')).passTo(at('09 00:00')).told)
      .toEqual(['A 03 16:00', 'B 03 20:59']);
  });

  test('is looked at again when the hours change, and leaves when they have begun', () => {
    const told = (waking: Profile['waking']) => new Story().gets('A', at('03 19:00')).sets({ waking }, at('03 20:00')).passTo(at('09 00:00')).told;
    expect(told({ from: '19:00', to: '21:00' })).toEqual(['A 03 20:00']);
    expect(told({ from: '12:00', to: '13:00' })).toEqual(['A 04 12:00']);
  });

  test('as news goes at once where none are left before the meeting', () => {
    const news = { about: ofPair('news'), hours: { calendar, before: at('04 07:30') } };
    expect(new Story().gets('A', at('03 22:00'), news).told).toEqual(['A 03 22:00']);
    expect(new Story().gets('A', at('03 22:00'), { ...news, hours: { calendar, before: at('04 07:31') } }).passTo(at('09 00:00')).told).toEqual(['A 04 07:30']);
  });

  test('noticed late it goes out in waking hours still, whatever the outage', () => {
    expect(new Story().gets('A', at('03 22:00')).gets('B', at('03 23:00')).ticks(at('04 20:00')).passTo(at('09 00:00')).told).toEqual(['A 07 07:30', 'B 07 07:30']);
    expect(new Story().gets('A', at('03 22:00')).ticks(at('04 08:00')).passTo(at('09 00:00')).told).toEqual(['A 04 08:00']);
  });

  test('is not overtaken by what comes after it', () => {
    const story = new Story().gets('A', at('03 22:00'));
    story.when(mail('B', {}), at('04 08:00'));
    expect(story.told).toEqual(['A 04 08:00', 'B 04 08:00']);
  });

  test('keeps the instant from which it is of no use, so that whoever answers for it is told', () => {
    const until = at('04 07:00');
    expect(new Story().gets('A', at('03 22:00'), { until }).passTo(at('09 00:00')).sent).toEqual([{ at: at('04 07:30'), name: 'A', until }]);
    expect(new Story().gets('A', at('04 07:00'), { until }).sent).toEqual([{ at: at('04 07:00'), name: 'A', until }]);
  });

  test('is not sent to somebody who has left by then', () => {
    const story = new Story().gets('A', at('03 22:00'));
    story.when({ type: 'left', community: heads }, at('04 06:00'));
    expect(story.passTo(at('09 00:00')).told).toEqual([]);
    expect(story.wakeAt).toBeNull();
  });

  test('beyond what a person\'s document holds lets the oldest go early rather than be lost', () => {
    const story = new Story();
    for (let n = 0; n < 52; n++) story.gets(`M${n}`, at('03 22:00') + n);
    expect(story.sent.map(({ name }) => name)).toEqual(['M0', 'M1']);
    expect(story.passTo(at('09 00:00')).sent.map(({ name }) => name)).toEqual(Array.from({ length: 52 }, (_, n) => `M${n}`));
  });

  test('keeps its person from being forgotten meanwhile', () => {
    const story = new Story().gets('A', at('03 22:00'));
    const expiresAt = (): Instant | null => (story.state === null ? null : personMachine.expiresAt(story.state, dayMs));
    expect(expiresAt()).toBeNull();
    story.passTo(at('09 00:00'));
    expect(expiresAt()).toBe(at('03 22:00') + dayMs);
    expect(story.state).not.toHaveProperty('held');
  });
});

test('one that waits for nothing goes at any hour, pause or not', () => {
  const { hours: _, ...summary } = mail('A', {});
  const story = new Story().sets({ pausedUntil: '2026-12-20', waking: { from: '09:00', to: '09:01' } }, at('03 22:00'));
  story.when(summary, at('05 23:00'));
  expect(story.told).toEqual(['A 05 23:00']);
});

describe('a reminder of a community', () => {
  const meetingAt = at('10 16:00');
  const asked = { about: nudge(meetingAt), until: at('09 18:30'), hours: { calendar, before: meetingAt } };

  test('waits for their own hours, and is of use as long as those last that day', () => {
    const story = new Story().sets({ waking: { from: '19:00', to: '21:00' } }, at('03 22:00')).gets('A', at('09 09:00'), asked).passTo(at('20 00:00'));
    expect(story.sent).toEqual([{ at: at('09 19:00'), name: 'A', until: at('09 21:00') }]);
    const morning = new Story().sets({ waking: { from: '08:00', to: '10:00' } }, at('03 22:00')).gets('A', at('09 09:00'), asked);
    expect(morning.sent).toEqual([{ at: at('09 09:00'), name: 'A', until: at('09 10:00') }]);
  });

  test('is of no use from its meeting on, and is not sent where no hour of theirs is left before it', () => {
    const late = { about: nudge(meetingAt), until: meetingAt, hours: { calendar, before: meetingAt } };
    expect(new Story().sets({ waking: { from: '15:00', to: '21:00' } }, at('03 22:00')).gets('A', at('10 09:00'), late).passTo(at('20 00:00')).sent)
      .toEqual([{ at: at('10 15:00'), name: 'A', until: meetingAt }]);
    expect(new Story().sets({ waking: { from: '19:00', to: '21:00' } }, at('03 22:00')).gets('A', at('10 09:00'), late).passTo(at('20 00:00')).told).toEqual([]);
  });

  test('of actions waits for as many days as it takes, and is told as too late when its day is over', () => {
    const due = { about: actionsDue, until: at('04 18:30'), hours: { calendar, before: null } };
    const story = new Story().sets({ waking: { from: '08:00', to: '08:30' } }, at('03 22:00')).gets('A', at('04 09:00'), due);
    expect(story.passTo(at('20 00:00')).sent).toEqual([{ at: at('07 08:00'), name: 'A', until: at('07 08:30') }]);
    const down = new Story().sets({ waking: { from: '19:00', to: '21:00' } }, at('03 22:00')).gets('A', at('04 09:00'), due).ticks(at('04 22:00'));
    expect(down.sent).toEqual([{ at: at('04 22:00'), name: 'A', until: at('04 21:00') }]);
  });

  test('is not sent while they pause, and comes again on the day they named', () => {
    const paused = (now: Instant) => new Story().sets({ pausedUntil: '2026-12-09' }, at('03 22:00')).gets('A', now, asked).passTo(at('20 00:00')).told;
    expect(paused(at('08 18:29'))).toEqual([]);
    expect(paused(at('09 07:30'))).toEqual(['A 09 07:30']);
    // The night before: what counts is the day on which it would leave.
    expect(paused(at('08 19:00'))).toEqual(['A 09 07:30']);
  });

  test('is not sent when they pause while it waits, and the pause is by their own calendar', () => {
    expect(new Story().gets('A', at('08 19:00'), asked).sets({ pausedUntil: '2026-12-24' }, at('08 20:00')).passTo(at('20 00:00')).told).toEqual([]);
    expect(new Story().sets({ zone: 'Australia/Sydney', waking: { from: '00:00', to: '23:59' }, pausedUntil: '2026-12-09' }, at('03 22:00')).gets('A', at('08 14:00'), asked).told).toEqual(['A 08 14:00']);
  });
});

test('a pair\'s reminder stays away while they pause; its news comes, and that of the pairing', () => {
  const story = new Story().sets({ pausedUntil: '2026-12-24' }, at('03 22:00'));
  story.gets('A', at('08 09:00'), { about: ofPair('prepare') }).gets('B', at('08 09:00'), { about: ofPair('news') }).gets('C', at('08 22:00'), { about: ofPair('prepare') });
  story.gets('D', at('08 23:00'), { about: { ...about, kind: 'pairing' }, hours: { calendar, before: at('09 01:00') } });
  expect(story.passTo(at('20 00:00')).told).toEqual(['B 08 09:00', 'D 08 23:00']);
});

/** What happens to one person: minutes from the one before. */
type Happening = readonly [number, { readonly is: 'news' | 'reminder'; readonly place: 0 | 1; readonly beforeMinutes: number | null } | { readonly is: 'own'; readonly own: number } | { readonly is: 'down' }];
const places: readonly WakingCalendar[] = [calendar, { ...calendar, zone: 'Asia/Kolkata', closed: [{ from: '2026-12-09', to: '2026-12-11' }] }];
const owns: readonly Partial<Profile>[] = [
  {}, { waking: { from: '16:00', to: '20:30' } }, { zone: 'Australia/Lord_Howe' }, { zone: 'America/New_York', waking: { from: '05:00', to: '06:00' } }, { pausedUntil: '2026-12-10' },
];
const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constantFrom('news', 'reminder'), place: fc.constantFrom(0, 1), beforeMinutes: fc.option(fc.integer({ min: 1, max: 4_000 })) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('own' as const), own: fc.nat(owns.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('down' as const) }) },
)), { maxLength: 30 });

test('whatever comes when: news exactly once, reminders at most, each in waking hours unless none is left before its meeting, in order', () => {
  fc.assert(fc.property(happenings, (all) => {
    const story = new Story();
    const sentBefore: { readonly name: string; readonly arrivedAt: Instant; readonly place: number; readonly isNews: boolean; readonly beforeAt: Instant | null }[] = [];
    let now = at('03 00:00');
    let own: Partial<Profile> = {};
    let seen = 0;
    story.sets(own, now);
    const check = (): void => {
      for (; seen < story.sent.length; seen++) {
        const { at: sentAt, name } = story.sent[seen] ?? { at: 0, name: '' };
        const given = sentBefore.find((each) => each.name === name);
        const place = places[given?.place ?? 0] ?? calendar;
        const theirs = { ...place, zone: own.zone ?? place.zone, waking: own.waking ?? place.waking };
        const beforeAt = given?.beforeAt ?? null;
        const isForced = given?.isNews === true && beforeAt !== null && everyHalfHour(sentAt, beforeAt).every((each) => !isAwake(each, theirs));
        expect([name, isAwake(sentAt, theirs) || isForced]).toEqual([name, true]);
        if (given?.isNews !== true) expect(byIntl(sentAt, theirs.zone) >= (own.pausedUntil ?? '')).toBe(true);
      }
    };
    all.forEach(([gapMinutes, what], n) => {
      const next = now + gapMinutes * minuteMs;
      // While the service is down nothing is noticed: what came due meanwhile is late.
      if (what.is === 'down') { now = next; story.ticks(now); check(); return; }
      story.passTo(next);
      check();
      now = next;
      if (what.is === 'own') own = owns[what.own] ?? {};
      if (what.is === 'own') story.sets(own, now);
      else {
        const beforeAt = what.beforeMinutes === null ? null : now + what.beforeMinutes * minuteMs;
        sentBefore.push({ name: `M${n}`, arrivedAt: now, place: what.place, isNews: what.is === 'news', beforeAt });
        story.gets(`M${n}`, now, { about: ofPair(what.is === 'news' ? 'news' : 'prepare'), hours: { calendar: places[what.place] ?? calendar, before: beforeAt } });
      }
      check();
    });
    story.passTo(now + 60 * dayMs);
    check();
    const names = story.sent.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(sentBefore.filter(({ isNews, name }) => isNews && !names.includes(name))).toEqual([]);
    for (const place of [0, 1]) {
      const open = sentBefore.filter((each) => each.place === place && each.beforeAt === null).map(({ name }) => name);
      expect(names.filter((name) => open.includes(name))).toEqual(open.filter((name) => names.includes(name)));
    }
    expect(story.wakeAt).toBeNull();
  }), { numRuns: 150 });
});

/** The grid on which all of these hours begin and end, besides the first instant. */
function everyHalfHour(from: Instant, to: Instant): readonly Instant[] {
  const firstAt = Math.ceil(from / (hourMs / 2)) * (hourMs / 2);
  return [from, ...Array.from({ length: Math.max(0, Math.ceil((to - firstAt) / (hourMs / 2))) }, (_, n) => firstAt + n * (hourMs / 2))];
}

test('one late look, in waking hours, equals those that were missed', () => {
  const arrivals = fc.array(fc.record({ minute: fc.integer({ min: 0, max: 700 }), isReminder: fc.boolean() }), { maxLength: 12 });
  fc.assert(fc.property(arrivals, (all) => {
    const [exact, late] = [new Story(), new Story()];
    for (const [n, { minute, isReminder }] of all.toSorted((a, b) => a.minute - b.minute).entries()) {
      const over = { about: ofPair(isReminder ? 'prepare' : 'news') };
      for (const story of [exact, late]) story.gets(`M${n}`, at('03 18:30') + minute * minuteMs, over);
    }
    exact.passTo(at('04 09:00'));
    if (all.length > 0) late.ticks(at('04 09:00'));
    expect(late.sent.map(({ name }) => name)).toEqual(exact.sent.map(({ name }) => name));
  }), { numRuns: 100 });
});
