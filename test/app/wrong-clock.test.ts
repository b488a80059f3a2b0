// A machine's clock that is set back by an hour, while the service is down and while it runs, on each store there is:
// nothing comes early, nothing twice, and when the clock is right again the hour goes on.

import { describe, expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { Fleet } from '../support/fleet.ts';
import { almost, announced, beginTurn, chair, docOf, hourOf, onPost, phaseEndsAt, press } from '../support/fleet-session.ts';
import { stores } from '../support/open-stores.ts';

const soFar = ['0 start-on-time', '1 introduce'];
const onTime = [...soFar, '1 clarify'];
const cases = stores.flatMap((store) => [true, false].map((isExclusive) => ({ ...store, isExclusive, place: isExclusive ? 'alone' : 'beside others' })));

describe.each(cases)('On $name, $place, a clock that is set back by an hour', ({ openFresh, isExclusive }) => {
  test('while the service is down delays what is due until it is right, and nothing comes twice', async () => {
    const fleet = new Fleet(await openFresh());
    const before = await fleet.start({ isExclusive });
    await beginTurn(fleet, before);
    const endsAt = await phaseEndsAt(fleet);
    fleet.crash(before.life);
    const { clock } = await fleet.start({ isExclusive, clockAheadMs: -hourMs });
    await almost(fleet, endsAt);
    await fleet.time.passTo(endsAt + seconds(30));
    expect(announced(fleet)).toEqual(soFar);
    clock.aheadMs = 0;
    await fleet.time.pass(seconds(30));
    expect([announced(fleet), (await hourOf(fleet)).status]).toEqual([onTime, 'running']);
    await fleet.close();
  });

  test('while the service is down, with a phase begun and not announced, announces that once', async () => {
    const fleet = new Fleet(await openFresh());
    const before = await fleet.start({ isExclusive });
    await beginTurn(fleet, before);
    const endsAt = await phaseEndsAt(fleet);
    onPost(fleet, 'onLeaving', (by) => { fleet.crash(by); });
    await almost(fleet, endsAt);
    await fleet.time.passTo(endsAt);
    const { clock } = await fleet.start({ isExclusive, clockAheadMs: -hourMs });
    await fleet.time.pass(seconds(45));
    clock.aheadMs = 0;
    await fleet.time.pass(seconds(45));
    expect([announced(fleet), (await docOf(fleet)).outbox]).toEqual([onTime, []]);
    await fleet.close();
  });

  test('while the service runs delays what is due until it is right, and nothing comes early or twice', async () => {
    const fleet = new Fleet(await openFresh());
    const process = await fleet.start({ isExclusive });
    await beginTurn(fleet, process);
    const endsAt = await phaseEndsAt(fleet);
    await fleet.time.pass(seconds(20));
    process.clock.aheadMs = -hourMs;
    await almost(fleet, endsAt);
    await fleet.time.passTo(endsAt + seconds(40));
    expect(announced(fleet)).toEqual(soFar);
    process.clock.aheadMs = 0;
    await fleet.time.pass(seconds(30));
    expect([announced(fleet), (await hourOf(fleet)).status]).toEqual([onTime, 'running']);
    await fleet.close();
  });

  test('while the service runs, and right again, makes nobody late: what was begun meanwhile counts from the last right time', async () => {
    const fleet = new Fleet(await openFresh());
    const process = await fleet.start({ isExclusive });
    await beginTurn(fleet, process);
    process.clock.aheadMs = -hourMs;
    await fleet.atOnce([process, press(fleet, chair, { card: 'phase', verb: 'next' })]);
    await fleet.time.pass(seconds(20));
    expect(announced(fleet)).toEqual(onTime);
    process.clock.aheadMs = 0;
    await fleet.time.pass(seconds(20));
    expect([announced(fleet), (await hourOf(fleet)).status]).toEqual([onTime, 'running']);
    await fleet.close();
  });
});
