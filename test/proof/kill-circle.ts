// A pretend community of two for the real kills: they open the lobby, join, start, write notes and press on, judged by
// what the fake connector shows, whether or not the service happens to run.

import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { type Chat, Person } from '../support/person.ts';
import { linesOf, linesOfAnswer } from '../support/read-card.ts';

/** As in texts/en/notices.ts: what a person is told when a note is kept. */
const noteSaved = 'Note saved.';
/** As in texts/en/records.ts. */
const summaryHeading = 'Summary';
export const tenant = 'local';

export interface CircleParts {
  readonly n: number;
  readonly connector: FakeConnector;
  readonly botUrl: string;
  /** Uniform in [0, 1). */
  readonly dice: () => number;
}

export class Circle {
  readonly chat: Chat;
  readonly acknowledged: string[] = [];
  readonly #parts: CircleParts;
  readonly #owner: Person;
  readonly #helper: Person;
  #noteCount = 0;

  constructor(parts: CircleParts) {
    const { n, connector, botUrl } = parts;
    this.#parts = parts;
    this.chat = { id: `19:circle-${n}@thread.tacv2;messageid=${n + 1}`, type: 'channel', name: `Circle ${n}` };
    this.#owner = new Person({ name: `Olive Owner${n}`, id: `owner-${n}`, tenant, connector, botUrl });
    this.#helper = new Person({ name: `Hal Helper${n}`, id: `helper-${n}`, tenant, connector, botUrl });
  }

  /** The summary stands in the chat: its hour is over. */
  get isOver(): boolean { return this.#visible().some((activity) => linesOf(activity)[0] === summaryHeading); }

  /** One thing somebody would do now. What does not reach the service is simply done again. */
  async act(): Promise<void> {
    const titles = this.#titles();
    const { dice } = this.#parts;
    if (this.#visible().length === 0) await this.#owner.says(this.chat, 'start');
    else if (!titles.has('Next phase') && titles.has('Start session')) await this.#begin();
    else if (dice() < 0.4 && titles.has('Add note')) await this.#note();
    else if (dice() < 0.5 && titles.has('Next phase')) await this.#press(dice() < 0.5 ? this.#owner : this.#helper, 'Next phase');
    else if (dice() < 0.1) await this.#helper.says(this.chat, 'status');
  }

  async #begin(): Promise<void> {
    await this.#press(this.#owner, "I'm in, with a problem");
    await this.#press(this.#helper, "I'm in, to help others");
    await this.#press(this.#owner, 'Start session');
  }

  async #note(): Promise<void> {
    const text = `note ${++this.#noteCount} of circle ${this.#parts.n}`;
    const answered = await this.#helper.presses(this.chat, { title: 'Add note', inputs: { note: text } });
    if (answered.status === 200 && linesOfAnswer(answered.body).includes(noteSaved)) this.acknowledged.push(text);
  }

  async #press(by: Person, title: string): Promise<void> {
    if (this.#titles().has(title)) await by.presses(this.chat, { title });
  }

  #visible(): readonly Readonly<Record<string, unknown>>[] {
    return this.#parts.connector.visible(this.chat.id).map(({ activity }) => activity);
  }

  #titles(): ReadonlySet<string> {
    return new Set(this.#visible().flatMap((activity) => buttonsOf(cardOf(activity)).map(({ title }) => title)));
  }
}
