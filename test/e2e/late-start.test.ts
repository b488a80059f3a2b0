// A session that begins late finishes on time unless the chair runs the full length; a short one may use the whole hour
// (domain.md 1.2 and 1.4, product.md 4.2).

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, gather, nth } from '../support/session-steps.ts';

/** When a card with this title was posted; the last one counts. */
const announced = (service: TestService, title: string): string => clockOf(service.posts(channel).findLast(({ lines }) => lines[0] === title)?.at ?? 0);
const agenda = (service: TestService): string => service.card(channel, 'Agenda').join('\n');
const answerOf = async (doing: ReturnType<Person['presses']>): Promise<string> => linesOfAnswer((await doing).body).join('\n');

describe('A late start', () => {
  const planned = { nextDate: '2026-12-03', nextTime: '16:00', zone: 'Europe/London' };

  /** Owners with a meeting planned for 16:00, started at `clock`. */
  async function startedAt(clock: string, owners = 4): Promise<{ service: TestService; aisha: Person }> {
    const service = await openService();
    const people = colleagues(service, owners);
    const aisha = nth(people, 0);
    await aisha.says(channel, 'set up');
    await aisha.presses(channel, { title: 'Save', inputs: planned });
    await gather(service, people);
    await service.passTo(at(clock));
    await aisha.presses(channel, { title: 'Start session' });
    await service.pass(seconds(3));
    return { service, aisha };
  }

  test('of two minutes or more finishes on time unless the chair runs the full length', async () => {
    const { service, aisha } = await startedAt('16:04');
    expect(agenda(service)).toMatch(/4 min shorter[^]*16:09 · Aisha[^]*Ends at 17:00/);
    await aisha.presses(channel, { title: 'Run full length' });
    await service.pass(seconds(3));
    expect(agenda(service)).toContain('Ends at 17:04');
    await service.pass(hourMs);
    expect(announced(service, 'Summary')).toBe('17:04');
  });

  test('keeps the Close at five minutes and the end at the hour', async () => {
    const { service } = await startedAt('16:10');
    await service.pass(hourMs);
    expect([announced(service, 'Close'), announced(service, 'Summary')]).toEqual(['16:55', '17:00']);
  });

  test('takes nothing from a whole hour whose turns have their most all the same', async () => {
    const { service, aisha } = await startedAt('16:05', 2);
    expect(agenda(service)).toContain('5 min shorter');
    await aisha.presses(channel, { title: 'Use the whole hour' });
    await service.pass(seconds(3));
    expect(agenda(service)).toMatch(/16:10 · Aisha[^]*16:31 · Ben[^]*16:52 · Close/);
    expect(agenda(service)).not.toContain('shorter');
  });

  test('of less than two minutes is none', async () => {
    const { service } = await startedAt('16:01');
    expect(agenda(service)).toContain('Ends at 17:01');
    expect(agenda(service)).not.toContain('shorter');
  });
});

test('Use the whole hour shares it among two owners, until the first turn starts, and is for the chair', async () => {
  const service = await openService();
  const [aisha, ben, chloe] = [service.person('Aisha Khan'), service.person('Ben Cole'), service.person('Chloe Diaz')];
  await begin(service, [aisha, ben], { helpers: [chloe] });
  expect(await answerOf(chloe.presses(channel, { title: 'Use the whole hour' }))).toMatch(/^Only the chair/);
  await aisha.presses(channel, { title: 'Use the whole hour' });
  await service.pass(seconds(3));
  expect(agenda(service)).toMatch(/16:05 · Aisha Khan[^]*16:26 · Ben Cole[^]*16:47 · Close[^]*Ends at 16:52/);
  await service.passTo(at('16:05:30'));
  expect(() => aisha.pressing(channel, { title: 'Use the whole hour' })).toThrow('Nobody can see');
  await service.pass(hourMs + minutes(5));
  expect(announced(service, 'Summary')).toBe('16:52');
});
