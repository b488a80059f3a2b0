// Many communities live through an hour at the same time, on one database with three processes to which everything happens;
// and what the fake connector received is held against what the store kept.

import { setTimeout as wait } from 'node:timers/promises';
import type { CosmosServer } from '../../support/cosmos/cosmos-server.ts';
import { FakeConnector } from '../../support/fake-connector.ts';
import type { Dice } from '../../support/sim/dice.ts';
import { checkCircle, type Verdict } from '../kill-check.ts';
import { Circle, type Meeting } from '../kill-circle.ts';
import { Anyone, type Reaching } from './anyone.ts';
import { handFaults } from './by-hand.ts';
import { makeMischief, moments } from './mischief.ts';
import { Mood } from './mood.ts';
import { copiesIn } from './once.ts';
import { moveClock } from './typed-clock.ts';
import { Trio } from './trio.ts';

export interface WaveParts {
  readonly server: CosmosServer;
  readonly dice: Dice;
  readonly clockRate: number;
  readonly circleCount: number;
  /** So long things go wrong, and so long people take, about. */
  readonly lengthMs: number;
}

export interface WaveResult {
  readonly faults: readonly string[];
  readonly sessionCount: number;
  readonly phaseCount: number;
  readonly noteCount: number;
  readonly foldedCount: number;
  readonly leftCount: number;
  readonly happened: Readonly<Record<string, number>>;
}

/** One in five by the chair, one in ten in groups. */
const meetings: readonly Meeting[] = ['clock', 'clock', 'chair', 'clock', 'groups', 'clock', 'clock', 'chair', 'clock', 'clock'];
/** After everything is well again. */
const endsWithinMs = 150_000;
const drainsWithinMs = 90_000;
const lookMs = 1_200;

export async function wave(parts: WaveParts): Promise<WaveResult> {
  const { server, dice, clockRate } = parts;
  const connector = await new FakeConnector().start();
  const mood = new Mood(dice.fork());
  connector.rule = mood.rule;
  const trio = await Trio.start({ server, dice, clockRate, moments: [dice.pick(moments), 'before-send'] });
  const reaching: Reaching = { dice: dice.fork(), any: (but) => trio.any(dice, but), pressed: [], repeats: new Set(), counts: { acts: 0, twice: 0, repeated: 0 } };
  const circles = Array.from({ length: parts.circleCount }, (_, n) => circle(n, { connector, reaching, dice }));
  const until = Date.now() + parts.lengthMs;
  const mischief = makeMischief({ trio, dice: dice.fork(), pauseMs: 1_500, until });
  const clock = moveClock({ trio, connector, dice: dice.fork(), clockRate });
  const lives = Promise.all(circles.map((each) => live(each, { dice, untilOver: () => Date.now() > until + endsWithinMs })));
  await Promise.race([lives, wait(parts.lengthMs)]);
  await mischief.stop();
  await clock.stop();
  await lives;
  await Promise.all(reaching.repeats);
  const stuck = await trio.drained(drainsWithinMs);
  const verdicts = await checked(circles, { trio, connector });
  const standing = new Set(places(connector).flatMap((place) => connector.visible(place).map(({ id }) => id)));
  const copies = copiesIn(connector.requests, standing, { instances: trio.instances, mood });
  const byHand = await handFaults(circles, { trio, connector, pressed: reaching.pressed });
  const errors = trio.instances.flatMap((each) => [...each.errors]).reduce((sum, [name, count]) => sum.set(name, (sum.get(name) ?? 0) + count), new Map<string, number>());
  const ended = await trio.stop();
  await connector.stop();
  return {
    faults: [...stuck, ...ended, ...copies.faults, ...byHand, ...clock.faults, ...verdicts.flatMap(({ faults }, n) => faults.map((fault) => `circle ${n} (${circles[n]?.meeting}): ${fault}`))],
    sessionCount: circles.length, phaseCount: sum(verdicts, 'phaseCount'), noteCount: sum(verdicts, 'noteCount'), foldedCount: copies.foldedCount, leftCount: copies.leftCount,
    happened: { ...Object.fromEntries([...mischief.counts, ...mood.counts, ...errors]), ...reaching.counts, ...clock.counts },
  };
}

const sum = (verdicts: readonly Verdict[], of: 'phaseCount' | 'noteCount'): number => verdicts.reduce((total, verdict) => total + verdict[of], 0);
const places = ({ requests }: FakeConnector): readonly string[] => [...new Set(requests.flatMap(({ conversation }) => conversation ?? []))];

function circle(n: number, { connector, reaching, dice }: { readonly connector: FakeConnector; readonly reaching: Reaching; readonly dice: Dice }): Circle {
  const meeting = meetings[n % meetings.length] ?? 'clock';
  return new Circle({
    n, meeting, connector, botUrl: '', dice: () => dice.next(), person: (options) => new Anyone(options, reaching), haste: meeting === 'clock' ? 0.1 : 0.75,
  });
}

/** People go on, whatever the service does, until their hour is over. */
async function live(each: Circle, { dice, untilOver }: { readonly dice: Dice; readonly untilOver: () => boolean }): Promise<void> {
  while (!each.isOver && !untilOver()) {
    // A person whose act came to nothing sees that, and does it again later.
    await each.act().catch(() => undefined);
    await wait(dice.between(0.5, 1.5) * lookMs);
  }
}

async function checked(circles: readonly Circle[], { trio, connector }: { readonly trio: Trio; readonly connector: FakeConnector }): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const store = { ...trio.store, close: async () => {} };
  // Which second copies are without need is judged for the whole chat, whatever it is that came again.
  for (const each of circles) verdicts.push(await checkCircle(each, { connector, isExplained: () => true, store: { open: async () => store } }));
  return verdicts;
}
