// A pretend colleague whose every act goes to whichever of several processes a load balancer picks, now and then to two at
// once, again to another when no answer comes within five seconds, or again later, as Teams repeats an invoke.

import { setTimeout as wait } from 'node:timers/promises';
import { type Answered, Person, type PersonOptions } from '../../support/person.ts';
import type { Dice } from '../../support/sim/dice.ts';

/** A press as it was made, whether or not it was answered. */
export interface Pressed {
  readonly verb: string;
  readonly messageId: string;
}

export interface Reaching {
  readonly dice: Dice;
  /** The address of a process, not one of these if another can be had. */
  readonly any: (but?: readonly string[]) => string;
  readonly pressed: Pressed[];
  /** What is still to be repeated. */
  readonly repeats: Set<Promise<unknown>>;
  readonly counts: { acts: number; twice: number; repeated: number };
}

/** As long as Teams waits for the answer of an invoke. */
const patienceMs = 5_000;
const atOnceShare = 0.12;
const laterShare = 0.08;

export class Anyone extends Person {
  readonly #reaching: Reaching;

  constructor(options: PersonOptions, reaching: Reaching) {
    super(options);
    this.#reaching = reaching;
  }

  /** Throws when nobody answered, or only with a fault. */
  override async send(activity: unknown): Promise<Answered> {
    const { dice, any, counts } = this.#reaching;
    this.#note(activity);
    counts.acts++;
    const first = any();
    const urls = dice.isLucky(atOnceShare) ? [first, any([first])] : [first];
    if (urls.length > 1) counts.twice++;
    if (dice.isLucky(laterShare)) this.#again(activity, any(urls));
    return Promise.any(urls.map((url) => post(url, activity))).catch(() => {
      counts.repeated++;
      return post(any(urls), activity);
    });
  }

  #again(activity: unknown, url: string): void {
    const { dice, repeats, counts } = this.#reaching;
    counts.repeated++;
    const repeat = wait(dice.between(300, 6_000)).then(() => post(url, activity)).catch(() => undefined).finally(() => repeats.delete(repeat));
    repeats.add(repeat);
  }

  #note(activity: unknown): void {
    const { replyToId, value } = Object(activity) as { readonly replyToId?: string; readonly value?: { readonly action?: { readonly verb?: string } } };
    const verb = value?.action?.verb;
    if (verb !== undefined && replyToId !== undefined) this.#reaching.pressed.push({ verb, messageId: replyToId });
  }
}

async function post(url: string, activity: unknown): Promise<Answered> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(activity), signal: AbortSignal.timeout(patienceMs),
  });
  const text = await response.text();
  if (response.status >= 500) throw new Error(`answered ${response.status}`);
  return { status: response.status, body: text === '' ? '' : JSON.parse(text) as unknown };
}
