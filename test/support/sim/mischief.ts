// What the people of one schedule do beside their plan: notes, second presses, presses of stale cards, things mistyped,
// a rehearsal in somebody's own chat. And what their clients do by themselves.

import { type Act, buttonsOf, type Colleague, isOfPerson, looks, pressed, typed } from './acts.ts';
import { threadId } from '../../../src/core/keys.ts';
import type { CrowdParts } from './crowd.ts';
import { nowOf, type Shown } from './fake-teams.ts';

const commands = [
  'status', 'help', 'next', 'next', 'pause', 'pause', 'resume', 'resume', 'more time', 'more time', 'end', 'birthday 14 March', 'history', 'nxt', 'pasue',
  'chair Ben', 'absent Ben', 'absent Aisha', 'absent', 'here', 'here Ben', 'here Zoe', 'here Zoe with a problem', 'here Ben with a problem', 'order Chloe, Aisha', 'start', 'problems', 'note', 'note', 'action', 'action',
];
const rehearsals = ['rehearse', 'rehearse', 'rehearse troika', 'rehearse consultancy', 'next', 'status', 'pause', 'end'];
/** Rash ones are rare, so that some hours come to their end. */
const rash: ReadonlySet<string> = new Set(['end', 'end-confirm', 'cancel', 'out']);

export class Mischief {
  readonly #parts: CrowdParts;
  #textCount = 0;

  constructor(parts: CrowdParts) { this.#parts = parts; }

  /** Something beside the plan. */
  act(): Act {
    const { people, dice, visible } = this.#parts;
    const by = dice.pick(people);
    return (dice.isLucky(0.35) ? null : this.#press(by, visible())) ?? this.#type(by);
  }

  /** What somebody does who rehearses in their own chat; `visible`: what stands there. */
  rehearse(by: Colleague, visible: readonly Shown[]): Act {
    const { dice } = this.#parts;
    return (dice.isLucky(0.3) ? null : this.#press(by, visible)) ?? typed(by, dice.pick(rehearsals), by.chat);
  }

  /** A client shows a phase card anew, now and then to somebody it was not meant for; null when there is none. */
  look(): Act | null {
    const { people, dice, visible } = this.#parts;
    const cards = visible().flatMap((on) => { const message = nowOf(on); return message.card === 'phase' ? [{ on, message }] : []; });
    if (cards.length === 0) return null;
    const { on, message } = dice.isLucky(0.8) ? cards[cards.length - 1] ?? dice.pick(cards) : dice.pick(cards);
    const meant = people.filter(({ teamsId }) => message.viewers.includes(teamsId));
    return looks(dice.pick(meant.length === 0 || dice.isLucky(0.1) ? people : meant), on, message);
  }

  /** Any button of a card, likely one of the newest; null where there is none, or it would be too rash. */
  #press(by: Colleague, visible: readonly Shown[]): Act | null {
    const { dice } = this.#parts;
    const cards = visible.filter(({ versions }) => versions.some((version) => buttonsOf(version).length > 0));
    if (cards.length === 0) return null;
    const on = dice.isLucky(0.6) ? cards[cards.length - 1 - dice.below(Math.min(4, cards.length))] ?? dice.pick(cards) : dice.pick(cards);
    const withButtons = on.versions.map(buttonsOf).filter((buttons) => buttons.length > 0);
    const button = dice.pick(dice.isLucky(0.6) ? withButtons.at(-1) ?? dice.pick(withButtons) : dice.pick(withButtons));
    if (rash.has(button.verb) && dice.isLucky(0.8)) return null;
    return pressed(by, { on, button, text: button.input === null ? null : this.#text(), shape: dice.isLucky(0.3) ? 'submit' : 'execute' });
  }

  #type(by: Colleague): Act {
    const { dice, thread, visible } = this.#parts;
    if (dice.isLucky(0.1)) return typed(by, dice.pick(['help', 'history']), by.chat);
    const command = dice.pick(commands);
    const somewhere = visible().at(-1)?.thread ?? thread;
    const where = dice.isLucky(0.3) && !isOfPerson(threadId(somewhere)) ? threadId(somewhere) : thread;
    return typed(by, command === 'note' || command === 'action' ? `${command} ${this.#text()}` : command, where);
  }

  /** A text of its own, so that it is found again; sometimes none, sometimes a very long one. */
  #text(): string {
    const { dice } = this.#parts;
    if (dice.isLucky(0.05)) return '';
    const long = dice.isLucky(0.1) ? ` ${'long '.repeat(dice.pick([100, 390, 500]))}` : '';
    return `text ${++this.#textCount}${long}`.trim();
  }
}
