// An update while an hour runs: on the embedded store the old release goes before the new one comes (restart.test.ts), on
// Cosmos DB (more-on-cosmos.config.js) both run for a while. Whichever of them sees a phase due, it is announced on time, and once.

import { expect, test } from '@jest/globals';
import { type Millis, seconds } from '../../src/core/time.ts';
import { order, phases } from '../support/away.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

/** How late a phase was announced. */
const lateMs = (service: TestService, title: string, clock: string): Millis => (service.posts(channel).find(({ lines }) => lines[0] === title)?.at ?? Infinity) - at(clock);

const moments: readonly [string, Millis][] = [['at the moment', 0], ['just before the moment', seconds(-1)], ['just after the moment', seconds(1)]];

test.each(moments)('The old release goes %s that a phase is due, the new one is there: every phase comes on time, once', async (_when, offMs) => {
  const service = await openService();
  await begin(service, colleagues(service, 2));
  await service.passTo(at('16:06'));
  const older = await service.bootBeside();
  expect((await fetch(`http://127.0.0.1:${older.port}/readyz`)).status).toBe(200);
  await service.passTo(at('16:07') + offMs);
  older.retire();
  expect((await fetch(`http://127.0.0.1:${older.port}/readyz`)).status).toBe(503);
  await service.time.untilStopped(older.drain());
  await service.passTo(at('16:08'));
  await nth(colleagues(service, 2), 0).presses(channel, { title: 'Next phase' });
  await service.passTo(at('16:08:10'));
  expect(phases(service)).toEqual(order.slice(0, 4));
  expect(lateMs(service, 'Clarify', '16:07')).toBeLessThanOrEqual(seconds(1));
});
