// A process dies somewhere between the start in groups and the groups' first messages, on each store there is: the next one
// brings every group to its thread, once, from the instant of the start (reliability.md 1).

import { describe, expect, test } from '@jest/globals';
import { minutes, seconds } from '../../src/core/time.ts';
import { Fleet } from '../support/fleet.ts';
import { everyone, openLobby, posted, press } from '../support/fleet-session.ts';
import { stores } from '../support/open-stores.ts';
import { thread } from '../support/sim/acts.ts';
import { nowOf } from '../support/sim/fake-teams.ts';

const channel = thread.split(';')[0] ?? '';
const owners = everyone.slice(0, 7);
const firstPhases = ['start-on-time', 'introduce', 'clarify'];

/** A lobby of seven, about to start. */
async function lobbyOfSeven(fleet: Fleet): Promise<Awaited<ReturnType<Fleet['start']>>> {
  const process = await fleet.start({ isExclusive: true });
  await openLobby(fleet, process);
  for (const owner of owners) await fleet.atOnce([process, press(fleet, owner, { card: 'lobby', verb: 'in-owner' })]);
  await fleet.time.pass(seconds(10));
  return process;
}

/** What a group was told, in order, each phase with how often it stands. */
function phasesOf(fleet: Fleet, number: number): { readonly order: readonly string[]; readonly threads: ReadonlySet<string>; readonly roots: readonly string[]; readonly twinCount: number } {
  const phases = posted(fleet, 'phase').filter(({ message }) => message.group?.number === number);
  const order = phases.map(({ message }) => message.phase);
  return {
    order: order.filter((phase, index) => phase !== order[index - 1]), twinCount: order.length - new Set(order).size,
    threads: new Set(phases.map(({ shown }) => shown.thread)),
    roots: posted(fleet, 'group-root').filter(({ message }) => message.of.number === number).map(({ shown }) => shown.id),
  };
}

describe.each(stores)('On $name', ({ openFresh }) => {
  test.each([0, 1, 2, 3, 4, 5, 7, 9, 11, 13, 15, 18, 22])('a death after write %d leaves nothing out', async (survives) => {
    const fleet = new Fleet(await openFresh());
    const process = await lobbyOfSeven(fleet);
    const startedAt = fleet.time.now();
    let writeCount = 0;
    fleet.onWrite = ({ kind }) => { if (kind === 'saved' && writeCount++ === survives) fleet.crash(process.life); };
    fleet.bring(process, press(fleet, owners[0] ?? fail(), { card: 'lobby', verb: 'start' }));
    await fleet.time.pass(seconds(5));
    if (process.life.isAlive) fleet.crash(process.life);
    await fleet.start({ isExclusive: true });
    await fleet.time.pass(minutes(7.5));
    for (const [number, roots] of [[1, phasesOf(fleet, 1)], [2, phasesOf(fleet, 2)]] as const) {
      expect([number, roots.order]).toEqual([number, firstPhases]);
      // The thread is that of a root of this group; of two, of the one that was written down.
      expect([...roots.threads]).toEqual([`${channel};messageid=${roots.roots.at(-1)}`]);
      expect(roots.roots.length + roots.twinCount).toBeLessThanOrEqual(2);
      const first = posted(fleet, 'phase').find(({ message }) => message.group?.number === number);
      expect(first?.message).toMatchObject({ endsAt: expect.any(Number) });
      expect((first?.message.endsAt ?? 0) - startedAt).toBeLessThan(minutes(5) + seconds(1));
    }
    expect(fleet.teams.visible(thread).map((shown) => nowOf(shown)).find(({ card }) => card === 'groups')).toMatchObject({ state: 'started' });
    await fleet.close();
  });
});

function fail(): never { throw new Error('not there'); }
