// Processes that die or stay away, on each store there is, and what the next one makes of what they left: alone on the
// store, where a predecessor's claims are dead at once, and beside others, where they run out.

import { describe, expect, test } from '@jest/globals';
import { type Instant, minutes, seconds } from '../../src/core/time.ts';
import { Fleet, over, type Process, type Starting } from '../support/fleet.ts';
import {
  almost, announced, beginTurn, chair, copiesAfter, docOf, hourOf, onNextPhase, onPost, phaseEndsAt, posted, press, pressNextOn, runOut,
} from '../support/fleet-session.ts';
import { stores } from '../support/open-stores.ts';

const soFar = ['0 start-on-time', '1 introduce'];
const onTime = [...soFar, '1 clarify'];

const successions = [
  { place: 'alone', isExclusive: true, leaseSeconds: 0 },
  { place: 'beside others', isExclusive: false, leaseSeconds: 20 },
] as const;
const cases = stores.flatMap((store) => successions.map((succession) => ({ ...store, ...succession })));

/** One process in the first phase of the first turn; gives when that phase is over. */
async function alone(fleet: Fleet, starting: Starting): Promise<{ readonly process: Process; readonly endsAt: Instant }> {
  const process = await fleet.start(starting);
  await beginTurn(fleet, process);
  return { process, endsAt: await phaseEndsAt(fleet) };
}

type Moment = 'in the write' | 'before the request' | 'after the request';

/** It dies as it begins the next phase, and another starts a second later. */
async function diesAndIsFollowed(fleet: Fleet, isExclusive: boolean, moment: Moment): Promise<{ readonly next: Process; readonly startedAt: Instant; readonly endsAt: Instant }> {
  const { process: { life }, endsAt } = await alone(fleet, { isExclusive });
  const crash = (): void => { fleet.crash(life); };
  if (moment === 'in the write') await onNextPhase(fleet, crash);
  else onPost(fleet, moment === 'before the request' ? 'onLeaving' : 'onLanded', crash);
  await almost(fleet, endsAt);
  await fleet.time.passTo(endsAt + seconds(1));
  if (life.isAlive) throw new Error('it should be dead by now');
  return { next: await fleet.start({ isExclusive }), startedAt: fleet.time.now(), endsAt };
}

describe.each(cases)('On $name, $place, when a process dies', ({ openFresh, isExclusive, leaseSeconds }) => {
  /** From the end of the phase: the lease, else the second until the restart, and the wait for evidence. */
  const againAfter = Math.max(leaseSeconds, 1) + 6;

  test.each<Moment>(['in the write', 'before the request'])('with a phase begun and not announced (%s), the next one announces it, once', async (moment) => {
    const fleet = new Fleet(await openFresh());
    const { endsAt } = await diesAndIsFollowed(fleet, isExclusive, moment);
    expect([(await hourOf(fleet)).at, announced(fleet)]).toEqual([2, soFar]);
    await fleet.time.pass(seconds(60));
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([againAfter]);
    expect([announced(fleet), (await docOf(fleet)).outbox]).toEqual([onTime, []]);
    await fleet.close();
  });

  test('with a post in the air that nobody presses on, it may stand twice, not before the wait is over, and a press folds it', async () => {
    const fleet = new Fleet(await openFresh());
    const { next, endsAt } = await diesAndIsFollowed(fleet, isExclusive, 'after the request');
    await fleet.time.pass(seconds(60));
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([0, againAfter]);
    const copies = posted(fleet, 'phase').slice(-2);
    await pressNextOn(fleet, next, copies[0]?.shown);
    expect(copies.map(({ shown }) => shown.isDeleted)).toEqual([true, false]);
    expect([announced(fleet).at(-1), (await docOf(fleet)).outbox]).toEqual(['1 look-deeper', []]);
    await fleet.close();
  });

  test('with a post in the air that somebody presses on while it is in doubt, it is not posted again', async () => {
    const fleet = new Fleet(await openFresh());
    const { next, endsAt } = await diesAndIsFollowed(fleet, isExclusive, 'after the request');
    await fleet.time.passTo(endsAt + seconds(againAfter - 2));
    await fleet.atOnce([next, press(fleet, chair, { card: 'phase', verb: 'minute' })]);
    await fleet.time.pass(seconds(60));
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([0]);
    expect((await docOf(fleet)).outbox).toEqual([]);
    await fleet.close();
  });

  test('with a post in the air that somebody presses on at once, it is not posted again, and what was pressed happens', async () => {
    const fleet = new Fleet(await openFresh());
    const { next, endsAt } = await diesAndIsFollowed(fleet, isExclusive, 'after the request');
    await fleet.time.passTo(endsAt + seconds(3));
    await pressNextOn(fleet, next, posted(fleet, 'phase').at(-1)?.shown);
    await fleet.time.pass(seconds(60));
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([0]);
    expect([copiesAfter(fleet, 'look-deeper', endsAt), (await docOf(fleet)).outbox]).toEqual([[3], []]);
    await fleet.close();
  });

  test('in mid-phase, the next one goes on, and every later phase comes once and on time', async () => {
    const fleet = new Fleet(await openFresh());
    const { process: { life }, endsAt } = await alone(fleet, { isExclusive });
    await fleet.time.pass(seconds(20));
    fleet.crash(life);
    fleet.time.leap(seconds(30));
    await fleet.start({ isExclusive });
    await runOut(fleet);
    await runOut(fleet);
    expect(announced(fleet)).toEqual([...onTime, '1 look-deeper']);
    expect([copiesAfter(fleet, 'clarify', endsAt), copiesAfter(fleet, 'look-deeper', endsAt)]).toEqual([[0], [120]]);
    await fleet.close();
  });

  test('and nobody follows for 40 minutes, the hour is paused, says by how much it is late, once, and goes on where it was', async () => {
    const fleet = new Fleet(await openFresh());
    const { process: { life }, endsAt } = await alone(fleet, { isExclusive });
    fleet.crash(life);
    fleet.time.leap(endsAt + minutes(40) - fleet.time.now());
    const next = await fleet.start({ isExclusive });
    if (!isExclusive) await fleet.start();
    await fleet.time.pass(seconds(30));
    expect(posted(fleet, 'paused').map(({ message: { cause } }) => cause)).toEqual([{ kind: 'outage', lateMs: minutes(40) }]);
    expect([announced(fleet), (await hourOf(fleet)).status]).toEqual([soFar, 'paused']);
    await fleet.atOnce([next, press(fleet, chair, { card: 'paused', verb: 'resume' })]);
    await fleet.time.pass(seconds(10));
    expect([announced(fleet), (await hourOf(fleet)).status]).toEqual([onTime, 'running']);
    expect(posted(fleet, 'paused')).toHaveLength(1);
    await fleet.close();
  });
});

describe.each(stores)('On $name', ({ openFresh }) => {
  test('a process that loses the answers of all its writes finds them written, and announces each phase once and on time', async () => {
    const fleet = new Fleet(await openFresh());
    let isLosing = false;
    const lose = <T>(saved: T): T => { if (isLosing) throw new Error('answer lost'); return saved; };
    const { endsAt } = await alone(fleet, { wrap: (documents) => over(documents, {
      create: async (doc) => lose(await documents.create(doc)),
      replace: async (doc, version) => lose(await documents.replace(doc, version)),
    }) });
    isLosing = true;
    await runOut(fleet);
    await runOut(fleet);
    expect([copiesAfter(fleet, 'clarify', endsAt), copiesAfter(fleet, 'look-deeper', endsAt)]).toEqual([[0], [120]]);
    expect(announced(fleet)).toEqual([...onTime, '1 look-deeper']);
    await fleet.close();
  });
});
