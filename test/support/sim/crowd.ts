// The people of one schedule: what they do to get through their hour, judged by what they see in the chat, be it one
// session or several groups.

import type { SessionId, ThreadId } from '../../../src/core/keys.ts';
import { type Act, buttonsOf, type Colleague, pressed, setsUp, typed } from './acts.ts';
import type { Dice } from './dice.ts';
import { nowOf, type Shown } from './fake-teams.ts';
import type { Plan } from './plan.ts';
import { isPartOf, type OfCard, type Seen, Sight } from './sight.ts';

export interface CrowdParts {
  readonly plan: Plan;
  readonly people: readonly Colleague[];
  readonly dice: Dice;
  /** Where the community meets. */
  readonly thread: ThreadId;
  readonly visible: () => readonly Shown[];
  /** Whether a lobby or session is truly open. */
  readonly isOpen: () => boolean;
  /** Who moves on, as the community is set up; the clock before it is. */
  readonly movesOn: () => Plan['movesOn'];
}

export class Crowd {
  readonly #parts: CrowdParts;
  readonly #sight: Sight;
  /** Who came in late, and into how many groups. */
  readonly #joined = new Map<Colleague, number>();

  constructor(parts: CrowdParts) {
    this.#parts = parts;
    this.#sight = new Sight(parts.visible);
  }

  /** The next step of the meeting; null when there is nothing to do but wait. `isClosing`: come to an end. */
  plannedAct(isClosing: boolean): Act | null {
    const { people, plan, thread } = this.#parts;
    const [first] = people;
    if (first === undefined || (isClosing || this.#isEnough() ? !this.#parts.isOpen() : false)) return null;
    if (!this.#parts.isOpen() && this.#parts.movesOn() !== plan.movesOn) return setsUp(first, plan.movesOn, thread);
    const lobby = this.#sight.last('lobby');
    if (lobby === null || (lobby.message.state !== 'open' && lobby.message.state !== 'started')) return isClosing ? this.#end(null) : typed(first, `start ${plan.protocol}`.trim(), thread);
    const { session } = lobby.message.origin;
    if (lobby.message.state === 'open') return isClosing && this.#parts.dice.isLucky(0.5) ? this.#end(null) : this.#fillLobby(lobby);
    const live = this.#live(session);
    const isSummed = [...this.#sight.with('summary')].some((each) => isPartOf(each, session));
    if (live.length === 0 && isSummed) return this.#parts.isOpen() ? this.#end(null) : typed(first, `start ${plan.protocol}`.trim(), thread);
    return this.#leadOn(live.length === 0 ? session : this.#parts.dice.pick(live), isClosing);
  }

  /** One of several groups, or the whole, goes on by one step. */
  #leadOn(session: SessionId, isClosing: boolean): Act | null {
    const { dice, plan, thread } = this.#parts;
    if (isClosing && dice.isLucky(0.5)) return this.#end(session);
    const chair = this.#chair(session);
    const paused = this.#sight.last('paused', session);
    if (paused?.message.state.is === 'waiting') return this.#press(chair, paused.shown, 'resume');
    const phase = this.#sight.last('phase', session);
    const late = phase?.message.state.is === 'running' && dice.isLucky(0.3) ? this.#comesLate(phase) : null;
    if (late !== null) return late;
    if (plan.style === 'clock' && !isClosing && !this.#isTimeUp(phase?.message ?? null)) return null;
    if (phase?.message.state.is !== 'running') return typed(chair, dice.pick(['next', 'resume']), thread);
    return this.#press(chair, phase.shown, 'next');
  }

  #end(session: SessionId | null): Act {
    const { dice, people, thread } = this.#parts;
    const [first] = people;
    return typed(first !== undefined && dice.isLucky(0.5) ? first : this.#chair(session), 'end', thread);
  }

  /** Sessions of this meeting that have begun and have no summary yet, as far as can be seen. */
  #live(session: SessionId): readonly SessionId[] {
    const summed = this.#sight.with('summary');
    return [...this.#sight.with('agenda')].filter((each) => isPartOf(each, session) && !summed.has(each));
  }

  /** Joins on a phase card, some of them a second group afterwards; and now and then anybody goes over to another group. */
  #comesLate({ shown, message }: Seen<'phase'>): Act | null {
    const { people, plan, dice } = this.#parts;
    if (message.group !== undefined && dice.isLucky(0.1)) {
      return pressed(dice.pick(people), { on: shown, button: { verb: 'join-helper', data: { ...message.origin }, input: null }, text: null, shape: 'execute' });
    }
    const late = people.slice(people.length - plan.lateCount).find((each) => (this.#joined.get(each) ?? 0) < (dice.isLucky(0.5) ? 2 : 1));
    if (plan.lateCount === 0 || late === undefined || !message.offersJoin) return null;
    this.#joined.set(late, (this.#joined.get(late) ?? 0) + 1);
    const button = { verb: dice.pick(['join-helper', 'join-helper', 'join-owner']), data: { ...message.origin }, input: null };
    return pressed(late, { on: shown, button, text: null, shape: 'execute' });
  }

  /** The chair goes on some time after the card says that time is up. */
  #isTimeUp(phase: OfCard<'phase'> | null): boolean {
    const { dice, plan } = this.#parts;
    return phase?.byHand?.overtime != null && dice.isLucky(plan.rate === 1 ? 0.05 : 0.3);
  }

  /** As many meetings with a summary as were planned. */
  #isEnough(): boolean {
    const meetings = new Set([...this.#sight.with('summary')].map((session) => session.replace(/-g\d+$/, '')));
    return meetings.size >= this.#parts.plan.sessionCount;
  }

  #fillLobby({ shown, message: lobby }: Seen<'lobby'>): Act {
    const { plan, people, dice } = this.#parts;
    const inside = new Set([...lobby.owners.map(({ name }) => name), ...lobby.helpers]);
    const punctual = people.slice(0, Math.max(1, people.length - plan.lateCount));
    const outside = punctual.find(({ name }) => !inside.has(name));
    const groups = this.#sight.last('groups', lobby.origin.session);
    const [first] = people;
    if (plan.isTogether && groups?.message.state === 'offered' && first !== undefined) return this.#press(first, groups.shown, 'stay-together');
    if (outside === undefined) return this.#press(dice.pick(punctual), shown, 'start');
    return this.#press(outside, shown, people.indexOf(outside) < plan.ownerCount ? 'in-owner' : 'in-helper');
  }

  /** Presses the newest such button of a message, or types the command when it has none. */
  #press(by: Colleague, on: Shown, verb: string): Act {
    const button = buttonsOf(nowOf(on)).find((each) => each.verb === verb);
    return button === undefined ? typed(by, verb, this.#parts.thread) : pressed(by, { on, button, text: null, shape: this.#parts.dice.isLucky(0.3) ? 'submit' : 'execute' });
  }

  #chair(session: SessionId | null): Colleague {
    const { people, dice } = this.#parts;
    const name = this.#sight.last('phase', session)?.message.chair ?? this.#sight.last('agenda', session)?.message.chair;
    return people.find((each) => each.name === name) ?? dice.pick(people);
  }
}
