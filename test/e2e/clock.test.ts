// The service's clock in local mode: shown, moved forward from deadline to deadline, made faster, never set back, and
// the same after a restart (product.md 1 and 3).

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs, seconds } from '../../src/core/time.ts';
import type { Answered, Person } from '../support/person.ts';
import { channel, openService, startAt, type TestService } from '../support/service.ts';
import { begin, colleagues, nth } from '../support/session-steps.ts';

/** Says it and moves time from timer to timer until it is answered: the run waits for its turns to send. */
const saysWhileTimePasses = (service: TestService, person: Person, text: string): Promise<Answered> =>
  service.time.until(person.says(person.privateChat, text));

/** The instant in the last answer, ms since 1970. */
const shownIn = (service: TestService, person: Person): number =>
  Date.parse(/\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(service.last(person.privateChat).join())?.[0] ?? '');

test('`clock` answers the instant in UTC, and `clock +2d 3h` moves it by exactly that and no more', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await aisha.says(aisha.privateChat, 'clock');
  expect(shownIn(service, aisha)).toBe(startAt - 5 * 60_000);
  for (const [typed, movedMs] of [['clock +2d 3h', 2 * dayMs + 3 * hourMs], ['clock +1w', 7 * dayMs], ['CLOCK + 15m', 15 * 60_000]] as const) {
    const before = service.service.clock.now();
    await aisha.says(aisha.privateChat, typed);
    expect(shownIn(service, aisha)).toBe(before + movedMs);
    expect(service.service.clock.now()).toBe(before + movedMs);
  }
});

test.each(['clock -1d', 'clock +', 'clock +0m', 'clock 5', 'clock rate 0', 'clock rate 601', 'clock tomorrow', 'clock +2d backwards'])('`%s` is refused and moves nothing', async (typed) => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  const before = service.service.clock.now();
  await aisha.says(aisha.privateChat, typed);
  expect(service.last(aisha.privateChat).join()).toMatch(/^I cannot read that\. Please type “clock”/);
  expect(service.service.clock.now()).toBe(before);
});

test('`clock +1h` in the middle of a session stops at every deadline, delivers, and answers when it has arrived', async () => {
  const service = await openService();
  const people = colleagues(service, 2);
  await begin(service, people);
  const aisha = nth(people, 0);
  await saysWhileTimePasses(service, aisha, 'clock +1h');
  await service.pass(seconds(5));
  const titles = service.posts(channel).map(({ lines }) => lines[0] ?? '').filter((title) => !/^(30 s|Turn|One success|Before)/.test(title));
  const turn = ['Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'];
  expect(titles).toEqual(['Agenda', 'Start on time', ...turn, ...turn, 'Close', 'Summary']);
  expect(service.card(channel, 'Summary').join('\n')).toContain('16:00 to 16:36');
  expect(service.last(aisha.privateChat).join()).toMatch(/Deadlines passed on the way: \d+/);
});

describe('A faster clock', () => {
  test('runs the session that much faster in real time', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    await begin(service, people);
    await nth(people, 0).says(nth(people, 0).privateChat, 'clock rate 60');
    expect(service.last(nth(people, 0).privateChat).join()).toMatch(/60 times real speed/);
    await service.pass(seconds(40));
    expect(service.last(channel)[0]).toBe('Summary');
    expect(service.card(channel, 'Summary').join('\n')).toContain('16:00 to 16:36');
  });

  test('goes on while the service is down, and never back', async () => {
    const service = await openService({ environment: { CLOCK_RATE: '10' } });
    const before = service.service.clock.now();
    await service.restart(seconds(60));
    const after = service.service.clock.now();
    expect(after - before).toBeGreaterThanOrEqual(10 * 60_000);
    expect(after - before).toBeLessThan(11 * 60_000);
  });

  test('and moved one keep both when they come at once', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    const before = service.service.clock.now();
    await service.time.until(Promise.all([nth(people, 0).says(nth(people, 0).privateChat, 'clock +3d'), nth(people, 1).says(nth(people, 1).privateChat, 'clock rate 60')]));
    expect(service.service.clock.now()).toBeGreaterThanOrEqual(before + 3 * dayMs);
    const arrivedAt = service.service.clock.now();
    await service.pass(seconds(10));
    expect(service.service.clock.now()).toBeGreaterThanOrEqual(arrivedAt + 10 * 60_000);
    await service.restart(0);
    expect(service.service.clock.now()).toBeGreaterThanOrEqual(arrivedAt + 10 * 60_000);
  });
});
