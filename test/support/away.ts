// A process that goes away in a phase and comes back on the same store: in time it simply goes on, too late it pauses.

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes } from '../../src/core/time.ts';
import { channel, openService, type TestService } from './service.ts';
import { at, begin, clockOf, colleagues } from './session-steps.ts';

const turn = ['Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'];
export const order = ['Start on time', ...turn, ...turn, 'Close', 'Summary'];
export const phases = (service: TestService): readonly string[] =>
  service.posts(channel).map(({ lines }) => lines[0] ?? '').filter((title) => order.includes(title));

/** Two owners, from 16:00; the phases of the first turn begin at 16:05, 07, 09, 13, 15 and 17. */
export async function running(): Promise<TestService> {
  const service = await openService();
  await begin(service, colleagues(service, 2));
  return service;
}

/** The tests for each of these phases, at a wall time within it. */
export function awayIn(moments: readonly (readonly [string, string])[]): void {
  describe.each(moments)('In %s', (title, clock) => {
    test('one minute away, across the end of the phase or not, it simply goes on', async () => {
      const service = await running();
      await service.passTo(at(clock));
      await service.restart(minutes(1));
      expect(service.seen(channel).flat()).not.toContain('Paused');
      await service.pass(hourMs);
      expect(phases(service)).toEqual(order);
      expect(clockOf(service.posts(channel).find(({ lines }) => lines[0] === 'Summary')?.at ?? 0)).toMatch(/^16:36/);
    });

    test('ten minutes away it is paused, says by how much, and goes on when the chair resumes', async () => {
      const service = await running();
      const aisha = service.person('Aisha Khan');
      await service.passTo(at(clock));
      const before = phases(service);
      await service.restart(minutes(10));
      expect(phases(service)).toEqual(before);
      const paused = service.card(channel, 'Paused').join('\n');
      expect(paused).toMatch(/I was away and am (\d+ min)?( ?\d+ s)? ?late/);
      expect(paused).toContain(title);
      await aisha.presses(channel, { title: 'Resume', inputs: { finish: 'later' } });
      await service.pass(hourMs);
      expect(phases(service)).toEqual(order);
    });
  });
}
