// The people of one schedule: what they do to get through their hour, judged by what they see in the chat, and what they
// do beside it: notes, second presses, presses of stale cards, things mistyped.

import type { Message } from '../../../src/core/messages.ts';
import { type Act, buttonsOf, type Colleague, pressed, setsUp, typed } from './acts.ts';
import type { Dice } from './dice.ts';
import { nowOf, type Shown } from './fake-teams.ts';
import type { Plan } from './plan.ts';

type OfCard<C extends Message['card']> = Extract<Message, { card: C }>;

export interface CrowdParts {
  readonly plan: Plan;
  readonly people: readonly Colleague[];
  readonly dice: Dice;
  readonly visible: () => readonly Shown[];
  /** Whether a lobby or session is truly open. */
  readonly isOpen: () => boolean;
  /** Who moves on, as the community is set up; the clock before it is. */
  readonly movesOn: () => Plan['movesOn'];
}

const commands = [
  'status', 'help', 'next', 'next', 'pause', 'pause', 'resume', 'resume', 'more time', 'more time', 'end', 'birthday 14 March', 'history', 'nxt', 'pasue',
  'chair Ben', 'absent Ben', 'here Zoe', 'order Chloe, Aisha', 'start', 'problems', 'note', 'note', 'action', 'action',
];

export class Crowd {
  readonly #parts: CrowdParts;
  #textCount = 0;

  constructor(parts: CrowdParts) { this.#parts = parts; }

  /** The next step of the meeting; null when there is nothing to do but wait. `isClosing`: come to an end. */
  plannedAct(isClosing: boolean): Act | null {
    const { people, dice, plan } = this.#parts;
    const [first] = people;
    if (first === undefined || (isClosing || this.#isEnough() ? !this.#parts.isOpen() : false)) return null;
    if (!this.#parts.isOpen() && this.#parts.movesOn() !== plan.movesOn) return setsUp(first, plan.movesOn);
    if (isClosing && dice.isLucky(0.5)) return typed(dice.isLucky(0.5) ? first : this.#chair(), 'end');
    const lobby = this.#last('lobby');
    if (lobby === null || (lobby.message.state !== 'open' && lobby.message.state !== 'started')) return typed(first, 'start');
    const { session } = lobby.message.origin;
    const summary = this.#last('summary');
    if (summary?.message.record.session === session) return typed(first, 'start');
    if (lobby.message.state === 'open') return this.#fillLobby(lobby.shown, lobby.message);
    const paused = this.#last('paused');
    if (paused?.message.state.is === 'waiting') return this.#press(this.#chair(), paused.shown, 'resume');
    const phase = this.#last('phase');
    if (plan.style === 'clock' && !isClosing && !this.#isTimeUp(phase?.message ?? null)) return null;
    if (phase?.message.state.is !== 'running') return typed(this.#chair(), dice.pick(['next', 'resume']));
    return this.#press(this.#chair(), phase.shown, 'next');
  }

  /** The chair goes on some time after the card says that time is up. */
  #isTimeUp(phase: OfCard<'phase'> | null): boolean {
    const { dice, plan } = this.#parts;
    return phase?.byHand?.overtime != null && dice.isLucky(plan.rate === 1 ? 0.05 : 0.3);
  }

  /** As many summaries as sessions were planned. */
  #isEnough(): boolean {
    const sessions = this.#parts.visible().flatMap((shown) => { const message = nowOf(shown); return message.card === 'summary' ? [message.record.session] : []; });
    return new Set(sessions).size >= this.#parts.plan.sessionCount;
  }

  /** Something beside the plan. */
  mischief(): Act {
    const { people, dice, visible } = this.#parts;
    const by = dice.pick(people);
    const cards = visible().filter(({ versions }) => versions.some((version) => buttonsOf(version).length > 0));
    if (cards.length === 0 || dice.isLucky(0.35)) return this.#type(by);
    const on = dice.isLucky(0.6) ? cards[cards.length - 1 - dice.below(Math.min(4, cards.length))] ?? dice.pick(cards) : dice.pick(cards);
    const withButtons = on.versions.map(buttonsOf).filter((buttons) => buttons.length > 0);
    const button = dice.pick(dice.isLucky(0.6) ? withButtons.at(-1) ?? dice.pick(withButtons) : dice.pick(withButtons));
    const isRash = ['end', 'end-confirm', 'cancel', 'out'].includes(button.verb) && dice.isLucky(0.8);
    if (isRash) return this.#type(by);
    return pressed(by, { on, button, text: button.input === null ? null : this.#text(), shape: dice.isLucky(0.3) ? 'submit' : 'execute' });
  }

  #type(by: Colleague): Act {
    const { dice } = this.#parts;
    if (dice.isLucky(0.1)) return typed(by, dice.pick(['help', 'history']), by.chat);
    const command = dice.pick(commands);
    return typed(by, command === 'note' || command === 'action' ? `${command} ${this.#text()}` : command);
  }

  /** A text of its own, so that it is found again; sometimes none, sometimes a very long one. */
  #text(): string {
    const { dice } = this.#parts;
    if (dice.isLucky(0.05)) return '';
    const long = dice.isLucky(0.1) ? ` ${'long '.repeat(dice.pick([100, 390, 500]))}` : '';
    return `text ${++this.#textCount}${long}`.trim();
  }

  #fillLobby(shown: Shown, lobby: OfCard<'lobby'>): Act {
    const { plan, people, dice } = this.#parts;
    const inside = new Set([...lobby.owners.map(({ name }) => name), ...lobby.helpers]);
    const outside = people.find(({ name }) => !inside.has(name));
    if (outside === undefined) return this.#press(dice.pick(people), shown, 'start');
    return this.#press(outside, shown, people.indexOf(outside) < plan.ownerCount ? 'in-owner' : 'in-helper');
  }

  /** Presses the newest such button of a message, or types the command when it has none. */
  #press(by: Colleague, on: Shown, verb: string): Act {
    const button = buttonsOf(nowOf(on)).find((each) => each.verb === verb);
    return button === undefined ? typed(by, verb) : pressed(by, { on, button, text: null, shape: this.#parts.dice.isLucky(0.3) ? 'submit' : 'execute' });
  }

  #chair(): Colleague {
    const { people, dice } = this.#parts;
    const name = this.#last('phase')?.message.chair ?? this.#last('agenda')?.message.chair;
    return people.find((each) => each.name === name) ?? dice.pick(people);
  }

  #last<C extends Message['card']>(card: C): { readonly shown: Shown; readonly message: OfCard<C> } | null {
    const shown = this.#parts.visible().findLast((each) => nowOf(each).card === card);
    return shown === undefined ? null : { shown, message: nowOf(shown) as OfCard<C> };
  }
}

