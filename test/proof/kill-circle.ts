// Pretend communities for the real kills: they open the lobby, join, start, write notes and press on, judged by what the
// fake connector shows, whether or not the service happens to run. One is of two on the clock, one of two who move on by
// hand, one of seven with a problem each, who meet in groups.

import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { type Chat, Person, type PersonOptions } from '../support/person.ts';
import { linesOf, linesOfAnswer } from '../support/read-card.ts';

/** As in texts/en/notices.ts: what a person is told when a note is kept. */
const noteSaved = 'Note saved.';
/** The same, of what was not kept for a fault. */
const troubled = 'went wrong on my side';
/** As in texts/en/records.ts. */
const summaryHeading = 'Summary';
export const tenant = 'local';

/** How a community meets. `groups`: of a channel, each in a thread of its own. */
export type Meeting = 'clock' | 'chair' | 'groups';
const groupCountOf: Readonly<Record<Meeting, number>> = { clock: 1, chair: 1, groups: 2 };
const seven = 7;

export interface CircleParts {
  readonly n: number;
  readonly meeting: Meeting;
  readonly connector: FakeConnector;
  readonly botUrl: string;
  /** Uniform in [0, 1). */
  readonly dice: () => number;
  /** Each of the people, who act by way of `botUrl` if absent. */
  readonly person?: (options: PersonOptions) => Person;
  /** How often somebody who looks moves on by hand, half the time if absent, more in groups. */
  readonly haste?: number;
}

export class Circle {
  readonly chat: Chat;
  readonly meeting: Meeting;
  readonly acknowledged: string[] = [];
  readonly #parts: CircleParts;
  readonly #owners: readonly Person[];
  readonly #helper: Person;
  #noteCount = 0;
  #isSetUp: boolean;

  constructor(parts: CircleParts) {
    const { n, meeting, connector, botUrl, person: personOf = (options) => new Person(options) } = parts;
    this.#parts = parts;
    this.meeting = meeting;
    this.chat = { id: `19:circle-${n}@thread.tacv2;messageid=${n + 1}`, type: 'channel', name: `Circle ${n}` };
    const person = (name: string, id: string): Person => personOf({ name, id, tenant, connector, botUrl });
    this.#owners = Array.from({ length: meeting === 'groups' ? seven : 1 }, (_, index) => person(`Olive Owner${n}${index}`, `owner-${n}-${index}`));
    this.#helper = person(`Hal Helper${n}`, `helper-${n}`);
    this.#isSetUp = meeting !== 'chair';
  }

  /** The summaries stand in the chat: the hour is over, of every group. */
  get isOver(): boolean {
    const summed = this.places.filter((place) => this.#visible(place).some((activity) => linesOf(activity)[0] === summaryHeading));
    return summed.length >= groupCountOf[this.meeting];
  }

  /** Where something is said: in a channel of groups each of them has a thread, below its own first message. */
  get places(): readonly Chat[] {
    const channel = this.chat.id.split(';', 1)[0] ?? '';
    const roots = this.meeting === 'groups' ? this.#parts.connector.visible(channel).filter(({ activity }) => /^Group \d+ of/.test(linesOf(activity)[0] ?? '')) : [];
    return [this.chat, ...roots.map(({ id }) => ({ ...this.chat, id: `${channel};messageid=${id}` }))];
  }

  /** One thing somebody would do now. What does not reach the service is simply done again. */
  async act(): Promise<void> {
    if (!this.#isSetUp) return this.#setUp();
    const [owner] = this.#owners;
    // Words of trouble may stand there alone: whoever reads them tries again.
    if (this.#visible(this.chat).every((activity) => cardOf(activity) === null)) { await owner?.says(this.chat, 'start'); return; }
    const isBegun = this.places.some((place) => this.#titles(place).has('Next phase'));
    if (!isBegun && this.#titles(this.chat).has('Start session')) return this.#begin();
    for (const [index, place] of this.places.entries()) await this.#goOn(place, index);
  }

  async #goOn(place: Chat, index: number): Promise<void> {
    const { dice, haste = this.meeting === 'groups' ? 0.9 : 0.5 } = this.#parts;
    const titles = this.#titles(place);
    // The rota makes the first of each group its chair; anybody may try.
    const meant = this.#owners[index - 1] ?? (dice() < 0.5 ? this.#owners[0] : this.#helper);
    const by = dice() < 0.2 ? this.#owners[Math.floor(dice() * this.#owners.length)] ?? meant : meant;
    if (dice() < 0.4 && titles.has('Add note')) await this.#note(place, by ?? this.#helper);
    else if (dice() < haste && titles.has('Next phase')) await this.#press(place, by ?? this.#helper, 'Next phase');
    else if (dice() < 0.1) await this.#helper.says(place, 'status');
  }

  /** Who moves on is the chair: saved once the service has said so. */
  async #setUp(): Promise<void> {
    const data = { zone: 'Europe/London', protocol: 'npq-community', movesOn: 'chair', warnings: 'true' };
    const answered = await this.#owners[0]?.forges(this.chat, { verb: 'set-up', data });
    this.#isSetUp = answered?.status === 200;
  }

  async #begin(): Promise<void> {
    for (const owner of this.#owners) await this.#press(this.chat, owner, "I'm in, with a problem");
    if (this.meeting !== 'groups') await this.#press(this.chat, this.#helper, "I'm in, to help others");
    const [first] = this.#owners;
    if (first !== undefined) await this.#press(this.chat, first, 'Start session');
  }

  async #note(place: Chat, by: Person): Promise<void> {
    const text = `note ${++this.#noteCount} of circle ${this.#parts.n}`;
    const answered = await by.presses(place, { title: 'Add note', inputs: { note: text } });
    if (answered.status === 200 && linesOfAnswer(answered.body).includes(noteSaved)) this.acknowledged.push(text);
  }

  async #press(place: Chat, by: Person, title: string): Promise<void> {
    if (!this.#titles(place).has(title)) return;
    const { body } = await by.presses(place, { title });
    if (linesOfAnswer(body).some((line) => line.includes(troubled))) throw new Error('it did not go well, and is tried again');
  }

  #visible({ id }: Chat): readonly Readonly<Record<string, unknown>>[] {
    return this.#parts.connector.visible(id).map(({ activity }) => activity);
  }

  #titles(place: Chat): ReadonlySet<string> {
    return new Set(this.#visible(place).flatMap((activity) => buttonsOf(cardOf(activity)).map(({ title }) => title)));
  }
}
