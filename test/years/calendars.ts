// The calendars of those in a told life, for the expectation: when each may be written to, and what was looked up of it.

import type { Member } from './acts.ts';
import { outAt, type Waking } from './awake.ts';
import type { Life } from './life.ts';
import { wallAt } from './wall-by-intl.ts';

export class Calendars {
  readonly #life: Life;
  readonly #outs = new WeakMap<Waking, Map<string, number>>();
  readonly #known = new Map<string, Waking>();
  readonly #now = new Map<string, Waking>();

  constructor(life: Life) { this.#life = life; }

  /** Whoever is in the pair, or what they have set, may be another. */
  change(): void { this.#now.clear(); }

  /** Of whoever has set nothing. */
  community(): Waking {
    const { days, hours, agreed } = this.#life;
    if (agreed === null) throw new Error('nothing is agreed');
    return { ...days, zone: agreed.slot.zone, hours };
  }

  of(member: Member): Waking {
    const known = this.#now.get(member.id) ?? this.withOwn(this.community(), member);
    this.#now.set(member.id, known);
    return known;
  }

  /** The same object for the same settings, so that what was looked up stays known. */
  withOwn(community: Waking, { own }: Member): Waking {
    const waking = { ...community, zone: own.zone ?? community.zone, hours: own.hours ?? community.hours };
    const name = JSON.stringify(waking);
    const known = this.#known.get(name) ?? waking;
    this.#known.set(name, known);
    return known;
  }

  /** When what is due goes out to a member; looked up once. */
  outAt(due: number, member: Member, before: number): number {
    const waking = this.of(member);
    const outs = this.#outs.get(waking) ?? new Map<string, number>();
    this.#outs.set(waking, outs);
    const name = `${due} ${before}`;
    const known = outs.get(name) ?? outAt(due, waking, before);
    outs.set(name, known);
    return known;
  }

  /** Whether a member pauses on the date that their own calendar shows. */
  isPaused(at: number, member: Member): boolean {
    const { pausedUntil } = member.own;
    return pausedUntil !== null && wallAt(at, this.of(member).zone).date < pausedUntil;
  }
}
