// The processes of one schedule: started, killed at any step, frozen past their leases, and started again on the same
// store. What a person does reaches one of those that run.

import type { Answer } from '../../../src/app/arrival.ts';
import type { Message } from '../../../src/core/messages.ts';
import { type Instant, type Millis, minutes, seconds } from '../../../src/core/time.ts';
import type { Log } from '../../../src/log.ts';
import type { Act } from './acts.ts';
import { type Instance, instanceOf } from './instance.ts';
import { Life } from './timeline.ts';
import { looking } from './looking.ts';
import { wildStore } from './wild-store.ts';
import { messengerOf } from './wire.ts';
import type { World } from './world.ts';

const savedNotices: ReadonlySet<string> = new Set(['note-saved', 'request-saved', 'action-saved']);

export class Processes {
  killCount = 0;
  freezeCount = 0;
  /** Clients that looked at a card and were answered. */
  lookCount = 0;
  readonly #world: World;
  readonly #running: Instance[] = [];
  #startedCount = 0;

  constructor(world: World) { this.#world = world; }

  get isComplete(): boolean { return this.#running.length === this.#world.plan.instanceCount; }

  /** Starts one process; it is given work once its first sweep is done. */
  start(): void {
    const { timeline, dice, plan } = this.#world;
    const life = new Life(`p${++this.#startedCount}`);
    const instance = this.#compose(life);
    this.#world.owners.set(life, instance.owner);
    this.#world.say(`${life.name} starts`);
    timeline.after(dice.between(1, 400), { life, label: `${life.name} start` }, () => {
      this.#running.push(instance);
      // A store that does not answer ends the process, as in main.ts.
      instance.start().catch(() => { this.kill(life, seconds(2)); });
    });
    if (this.#startedCount < plan.instanceCount) this.start();
  }

  #compose(life: Life): Instance {
    const { timeline, dice, plan, clock } = this.#world;
    const world = this.#world;
    const own = dice.fork();
    const isEmbedded = plan.instanceCount === 1;
    const parts = { timeline, dice: dice.fork(), weather: () => world.weather(), trace: (line: string) => { world.say(line); } };
    const wire = { ...parts, teams: world.teams, attempts: world.attempts, onCall: world.onCall, onLeave: world.onLeave };
    return instanceOf({
      life, dice: own, clock, log: this.#log(life), isExclusive: isEmbedded,
      // A timer may fire a little early by the clock, and a good deal late.
      scheduler: { after: (delayMs, work) => timeline.after(delayMs + own.between(-1, 5), { life, label: `${life.name} timer` }, work) },
      store: wildStore(life, { ...parts, tables: world.tables, isEmbedded, downUntil: () => world.downUntil, writing: world.writing }),
      messenger: messengerOf(life, false, wire), replier: messengerOf(life, true, wire),
    });
  }

  /** The process stops for good between two steps; another starts after `downMs`. */
  kill(life: Life, downMs: Millis): void {
    if (!life.isAlive) return;
    life.isAlive = false;
    life.diedAt = this.#world.timeline.now;
    this.killCount++;
    const index = this.#running.findIndex((instance) => instance.life === life);
    if (index >= 0) this.#running.splice(index, 1);
    this.#world.say(`${life.name} is killed`);
    this.#world.timeline.after(downMs, { life: null, label: 'restart' }, () => { this.start(); });
  }

  /** Kills or freezes `life`, or any process if it is null. */
  strike(how: 'kill' | 'freeze', life: Life | null): void {
    const { dice, timeline } = this.#world;
    const struck = life ?? this.#running[0]?.life;
    if (struck === undefined) return;
    if (how === 'kill') this.kill(struck, dice.between(200, 4_000));
    else this.#freeze(struck, timeline.now + dice.between(seconds(25), seconds(60)));
  }

  killOne(): void {
    const { dice } = this.#world;
    if (this.#running.length === 0) return;
    const kind = dice.next();
    this.kill(dice.pick(this.#running).life, kind < 0.8 ? dice.between(200, 10_000) : kind < 0.95 ? dice.between(10_000, 60_000) : dice.between(minutes(1.5), minutes(5)));
  }

  freezeOne(): void {
    const { dice, timeline } = this.#world;
    if (this.#running.length === 0) return;
    const { life } = dice.pick(this.#running);
    this.#freeze(life, timeline.now + (dice.isLucky(0.9) ? dice.between(seconds(1), seconds(60)) : dice.between(minutes(1.5), minutes(4))));
  }

  #freeze(life: Life, until: Instant): void {
    life.freeze(this.#world.timeline.now, until);
    this.#world.noteFreeze();
    this.freezeCount++;
    this.#world.say(`${life.name} freezes for ${((until - this.#world.timeline.now) / 1000).toFixed(1)} s`);
  }

  /** Brings an act to a process, sometimes twice as Teams does; with none running it is lost, and the person sees that. */
  deliver(act: Act): void {
    const { dice, timeline, teams } = this.#world;
    // Where the bot was taken out nobody reaches it.
    if (act.arrival.place !== 'personal' && teams.refusing.has(act.arrival.conversation)) return;
    const times = dice.isLucky(0.1) ? [dice.between(5, 60), dice.pick([30, 5_000])] : [dice.between(5, 60)];
    for (const delayMs of times) timeline.after(delayMs, { life: null, label: 'arrive' }, () => { this.#give(act); });
  }

  #give(act: Act): void {
    const world = this.#world;
    world.say(`${act.by.name} ${act.rev === null ? 'types' : 'presses'} ${act.verb}${act.rev === null ? '' : ` rev ${act.rev}`}`);
    if (this.#running.length === 0) return;
    const instance = world.dice.pick(this.#running);
    const { life } = instance;
    world.timeline.after(0, { life, label: `${life.name} receives` }, () => {
      world.heardAt.set(act.arrival.conversation, world.timeline.now);
      const done = world.handOver(act, life);
      const hear = (message: Message): void => { this.#hear(act, message); };
      const taken = act.verb === 'my-view' ? looking.run(true, () => instance.take(act.arrival, hear)) : instance.take(act.arrival, hear);
      void taken.then(({ message }: Answer) => {
        if (message !== null) hear(message);
        if (act.verb === 'my-view' && message?.card === 'phase') this.lookCount++;
        // What came in before a no may be written down after it.
        world.heardAt.set(act.arrival.conversation, world.timeline.now);
        done();
      });
    });
  }

  #hear(act: Act, message: Message): void {
    if (message.card !== 'notice') return;
    if (message.notice.kind === 'you-are-in') this.#world.joined.push({ act, at: this.#world.timeline.now });
    if (savedNotices.has(message.notice.kind) && act.text !== null) this.#world.acknowledged.add(act.text.trim());
  }

  /** A fault that the weather did not make is a fault of the service. */
  #log(life: Life): Log {
    const error: Log['error'] = (fact, fields = {}) => {
      if (fields['fault'] !== 'StoreFault') this.#world.fail(`${life.name} ${fact} ${JSON.stringify(fields)}`);
    };
    const quiet = (): void => {};
    const log: Log = { debug: quiet, info: quiet, warn: quiet, error, with: () => log };
    return log;
  }
}
