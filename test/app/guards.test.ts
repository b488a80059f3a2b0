// The races once more, each without the guard that makes it come out well: what they look for must then be there, or they
// would pass whatever the service did.

import { describe, expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import { Fleet } from '../support/fleet.ts';
import {
  allNote, announced, beginTurn, chair, copiesAfter, everyone, hourOf, keptTexts, notes, onNextPhase, onPost, phaseEndsAt, runOut, two,
} from '../support/fleet-session.ts';
import { stores } from '../support/open-stores.ts';
import { typed } from '../support/sim/acts.ts';
import { forgetEvents, keepNoClaims, keepNoOutbox, replaceAnyVersion } from '../support/unguarded.ts';

const onTime = ['0 start-on-time', '1 introduce', '1 clarify'];
const cutShort = onTime.slice(0, 2);

describe.each(stores)('On $name', ({ openFresh }) => {
  test('a store that replaces any version loses notes of two processes', async () => {
    const fleet = new Fleet(await openFresh());
    const processes = await two(fleet, { wrap: replaceAnyVersion });
    await allNote(fleet, ...processes);
    await fleet.time.pass(seconds(30));
    const { turns } = await hourOf(fleet);
    expect(turns[0]?.noteCount).toBeLessThan(everyone.length);
    await fleet.close();
  });

  test('a store that replaces any version loses none of one process: there is a queue before it', async () => {
    const fleet = new Fleet(await openFresh());
    const process = await fleet.start({ wrap: replaceAnyVersion });
    await beginTurn(fleet, process);
    await allNote(fleet, process);
    await fleet.time.pass(seconds(5));
    expect(await keptTexts(fleet)).toEqual(notes);
    await fleet.close();
  });

  test('a store that forgets which events there were lets one happen twice', async () => {
    const fleet = new Fleet(await openFresh());
    const [a, b] = await two(fleet, { wrap: forgetEvents });
    const act = typed(chair, 'note Said once');
    await fleet.atOnce([a, act], [b, act]);
    await fleet.time.pass(seconds(10));
    expect((await hourOf(fleet)).turns[0]?.noteCount).toBe(2);
    await fleet.close();
  });

  test('two processes that cannot see each other\'s claims announce a phase twice', async () => {
    const fleet = new Fleet(await openFresh());
    await two(fleet, { wrap: keepNoClaims });
    fleet.teams.takesMs = seconds(4);
    await runOut(fleet);
    expect(announced(fleet)).toEqual([...onTime, '1 clarify']);
    await fleet.close();
  });

  test('a process that takes itself for the only one does not wait for the lease of another', async () => {
    const fleet = new Fleet(await openFresh());
    await two(fleet, { isExclusive: true });
    const endsAt = await phaseEndsAt(fleet);
    onPost(fleet, 'onLanded', (by) => { fleet.freeze(by, seconds(60)); });
    await runOut(fleet);
    const [first, second] = copiesAfter(fleet, 'clarify', endsAt);
    expect([first, second]).toEqual([0, expect.any(Number)]);
    expect(second).toBeLessThan(20);
    await fleet.close();
  });

  test('a process whose clock froze with it does not notice that its lease is over', async () => {
    const fleet = new Fleet(await openFresh());
    const both = await two(fleet);
    await onNextPhase(fleet, (by) => {
      fleet.freeze(by, seconds(60));
      for (const { life, clock } of both) if (life === by) clock.aheadMs = -seconds(60);
    });
    await runOut(fleet);
    await fleet.time.pass(seconds(45));
    expect(announced(fleet)).toEqual([...onTime, '1 clarify']);
    await fleet.close();
  });

  test('what only the process knew is never said when it is gone', async () => {
    const fleet = new Fleet(await openFresh());
    const process = await fleet.start();
    await beginTurn(fleet, process);
    fleet.crash(process.life);
    await fleet.start({ wrap: keepNoOutbox });
    onPost(fleet, 'onLeaving', (by) => { fleet.crash(by); });
    await runOut(fleet);
    await fleet.start();
    await fleet.time.pass(seconds(60));
    expect([announced(fleet), (await hourOf(fleet)).at]).toEqual([cutShort, 2]);
    await fleet.close();
  });
});
