// Runs one schedule: sets people and weather going, lets time pass until everything has settled, and gives the verdict.

import { type Millis, minutes, seconds } from '../../../src/core/time.ts';
import { type Colleague, colleagues, installed, restartActivityIds, typed } from './acts.ts';
import { Crowd } from './crowd.ts';
import { Dice } from './dice.ts';
import { finalCheck } from './final-check.ts';
import { Mischief } from './mischief.ts';
import { type Plan, planOf } from './plan.ts';
import { Processes } from './processes.ts';
import { World } from './world.ts';

/** Quiet for this long is settled: whatever was on the network has landed. */
const quietMs: Millis = seconds(20);

export interface Options {
  readonly seed: number;
  /** Instead of the plan the seed stands for. */
  readonly plan?: Plan;
  /** Kills or freezes a process when the step of this number is about to happen: the one whose step it is, else any. */
  readonly strike?: { readonly pick: number; readonly how: 'kill' | 'freeze' };
  /** Told of every step by its label. */
  readonly onPick?: (label: string) => void;
}

export interface Report {
  readonly seed: number;
  readonly plan: Plan;
  readonly faults: readonly string[];
  readonly trace: readonly string[];
  readonly pickCount: number;
  readonly killCount: number;
  readonly freezeCount: number;
  readonly requestCount: number;
  readonly phaseCount: number;
  readonly groupCount: number;
  readonly rehearsalCount: number;
  /** Who came in while the hour ran and was told so. */
  readonly joinCount: number;
  readonly lookCount: number;
  readonly twinsLeft: number;
  readonly twinsFolded: number;
  readonly lifeMs: Millis;
}

export async function runSchedule({ seed, plan: given, strike, onPick }: Options): Promise<Report> {
  restartActivityIds();
  const dice = new Dice(seed);
  const plan = given ?? planOf(dice);
  const world = new World(plan, dice);
  const processes = new Processes(world);
  world.say(`seed ${seed}: ${JSON.stringify(plan)}`);
  world.timeline.onPick = ({ life, label }, number) => {
    onPick?.(label);
    if (number === strike?.pick) processes.strike(strike.how, life);
  };
  processes.start();
  setGoing(world, processes);
  let quietSinceMs: Millis | null = null;
  const isOver = (): boolean => {
    if (world.faults.length > 0) return true;
    const isQuiet = !world.isStorm && processes.isComplete && !world.isAnythingOpen() && [...world.tables.rows.values()].every(({ doc }) => doc.outbox.length === 0);
    quietSinceMs = isQuiet ? quietSinceMs ?? world.elapsedMs : null;
    return quietSinceMs !== null && world.elapsedMs - quietSinceMs > quietMs;
  };
  const isSettled = await world.timeline.run(isOver, world.timeline.now + plan.limitMs);
  if (!isSettled) world.fail(`not settled after ${Math.round(plan.limitMs / 60_000)} min: ${waiting(world)}`);
  return reportOf(seed, world, processes);
}

const waiting = (world: World): string => [...world.tables.rows.values()]
  .flatMap(({ doc }) => doc.outbox.map(({ id, effect }) => `${doc.key.name} ${id} ${effect.do}`)).slice(0, 5).join(', ') || `session ${world.openSession()?.status ?? 'none'}, anything open ${world.isAnythingOpen()}`;

/** People, weather and the plan, each a chain of steps of its own. */
function setGoing(world: World, processes: Processes): void {
  const { timeline, plan, dice, teams } = world;
  const people = colleagues(Math.max(1, plan.ownerCount + plan.helperCount));
  const { thread, conversation } = world;
  const parts = { plan, people, thread, visible: () => teams.visible(conversation), isOpen: () => world.openSession() !== null, movesOn: () => world.movesOn() };
  const crowd = new Crowd({ ...parts, dice: dice.fork() });
  const mischief = new Mischief({ ...parts, dice: dice.fork() });
  const chain = (everyMs: () => Millis, work: () => void): void => {
    timeline.after(everyMs(), { life: null, label: 'people' }, () => { work(); chain(everyMs, work); });
  };
  const inStorm = (meanMs: Millis, work: () => void): void => {
    if (meanMs > 0) chain(() => meanMs * dice.between(0.2, 1.8), () => { if (world.isStorm) work(); });
  };
  const isDriven = plan.style === 'driven';
  const closingAtMs = isDriven ? plan.stormMs : plan.limitMs - minutes(45);
  // Several groups go on side by side.
  const stepMs = (isDriven ? 5_000 : 20_000) * (plan.ownerCount > 6 ? 0.4 : 1);
  chain(() => dice.between(stepMs / 5, stepMs), () => {
    const act = crowd.plannedAct(world.elapsedMs > closingAtMs);
    if (act !== null) processes.deliver(act);
  });
  inStorm(plan.mischiefEveryMs, () => { processes.deliver(mischief.act()); });
  inStorm(plan.viewEveryMs, () => { const look = mischief.look(); if (look !== null) processes.deliver(look); });
  if (plan.hasRehearsal) rehearse(people[people.length - 1], inStorm);
  inStorm(plan.weather.killEveryMs, () => { processes.killOne(); });
  inStorm(plan.weather.freezeEveryMs, () => { processes.freezeOne(); });
  inStorm(plan.weather.store.downEveryMs, () => { world.takeStoreDown(dice.between(500, 40_000)); });
  for (const person of people) {
    if (dice.isLucky(0.5)) processes.deliver(installed(person, person.chat));
    if (dice.isLucky(plan.weather.blocked)) refuse(world, person.chat, 'ConversationBlockedByUser');
  }
  if (plan.weather.isRemovedForAWhile) removeForAWhile(world, processes);

  function rehearse(by: Colleague | undefined, often: typeof inStorm): void {
    if (by === undefined) return;
    processes.deliver(typed(by, 'rehearse', by.chat));
    often(seconds(15), () => { processes.deliver(mischief.rehearse(by, teams.visible(by.chat))); });
  }
}

function refuse(world: World, chat: string, code: string): void {
  world.teams.refusing.set(chat, code);
  world.refused.add(chat);
}

/** The bot is taken out of the community and comes back before the storm is over. */
function removeForAWhile(world: World, processes: Processes): void {
  const { timeline, dice, plan, teams } = world;
  const [someone] = colleagues(1);
  timeline.after(plan.stormMs * dice.between(0.2, 0.6), { life: null, label: 'removed' }, () => { refuse(world, world.conversation, 'BotNotInConversationRoster'); });
  timeline.after(plan.stormMs * dice.between(0.7, 0.95), { life: null, label: 'back' }, () => {
    teams.refusing.delete(world.conversation);
    if (someone !== undefined) processes.deliver(installed(someone, world.thread));
  });
}

function reportOf(seed: number, world: World, processes: Processes): Report {
  const final = finalCheck({
    docs: [...world.tables.rows.values()].map(({ doc }) => doc), entries: [...world.tables.entries.values()], shown: world.teams.shown,
    acknowledged: [...world.acknowledged], joined: world.joined, refused: world.refused, conversation: world.conversation,
  });
  // What a schedule broken off would show at its end is no finding.
  if (world.faults.length === 0) for (const fault of final.faults) world.fail(fault);
  return {
    seed, plan: world.plan, faults: world.faults, trace: world.trace, pickCount: world.timeline.pickCount,
    killCount: processes.killCount, freezeCount: processes.freezeCount, requestCount: world.attempts.length,
    phaseCount: final.phaseCount, groupCount: final.groupCount, rehearsalCount: final.rehearsalCount, joinCount: world.joined.length, lookCount: processes.lookCount, twinsLeft: final.twinsLeft, twinsFolded: final.twinsFolded, lifeMs: world.elapsedMs,
  };
}
