// Where a situation is played: the service, its people by first name, what they did, and who is away since when.

import { dayMs, type Instant } from '../../src/core/time.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, type TestService } from '../support/service.ts';
import { at } from '../support/session-steps.ts';

const fullNames = [
  'Aisha Khan', 'Ben Cole', 'Chloe Diaz', 'Dev Patel', 'Eve Ford', 'Finn Gray', 'Grace Hall', 'Hana Ito', 'Idris Jones', 'Jack Kerr', 'Kit Lowe',
  'Lena Moss', 'Milo Nash', 'Zoe Lane',
] as const;

/** Something that somebody did, and what was answered to them alone. */
export interface Deed {
  readonly at: Instant;
  readonly by: string;
  readonly chat: Chat;
  readonly what: string;
  /** A note, next action or request for help that was typed. */
  readonly typed: string | null;
  /** Requests that Teams had been sent before. */
  readonly requestCount: number;
  readonly answer: readonly string[];
}

interface Absence {
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

export class Stage {
  readonly service: TestService;
  /** Where people speak and press now. */
  chat: Chat;
  readonly deeds: Deed[] = [];
  readonly #people = new Map<string, Person>();
  /** Owners who left in their own turn, which goes on without them. */
  readonly goneOnWithout = new Set<string>();
  #absences: readonly Absence[] = [];
  #answered: Answered = { status: 0, body: null };
  #dayCount = 0;

  constructor(service: TestService, chat: Chat = channel) {
    this.service = service;
    this.chat = chat;
  }

  /** `16:07` on the day that has been reached. */
  at(clock: string): Instant { return at(clock) + this.#dayCount * dayMs; }
  get now(): Instant { return this.service.now(); }
  leaveDays(count: number): void { this.#dayCount += count; }

  person(firstName: string): Person {
    const known = this.#people.get(firstName);
    if (known !== undefined) return known;
    const person = this.service.person(fullNameOf(firstName));
    this.#people.set(firstName, person);
    return person;
  }

  /** Lets somebody act and remembers what was answered. */
  async does(by: string, what: string, act: { readonly typed: string | null; readonly send: () => Promise<Answered> }): Promise<void> {
    const deed = { at: this.now, by, chat: this.chat, what, typed: act.typed, requestCount: this.service.connector.requests.length };
    this.#answered = await act.send();
    if (this.#answered.status !== 200) throw new Error(`${by} ${what}: HTTP ${this.#answered.status}`);
    this.deeds.push({ ...deed, answer: linesOfAnswer(this.#answered.body).filter((line) => line !== 'undefined') });
  }

  /** The card that was answered to the last press alone. */
  get answeredCard(): Readonly<Record<string, unknown>> | null { return cardOfAnswer(this.#answered.body); }

  /** What was answered to the last deed: to the presser alone, or in the chat within the seconds after it. */
  answers(deed = this.deeds.at(-1)): readonly string[] {
    if (deed === undefined) return [];
    const sentBefore = this.service.connector.requests.slice(0, deed.requestCount).filter(({ isApplied, activityId, conversation }) => isApplied && activityId !== null && conversation !== null).length;
    const posted = this.service.sent().slice(sentBefore).filter(({ act, at: sentAt, conversation }) => act === 'post' && sentAt <= deed.at + 5_000 && conversation === deed.chat.id);
    return [deed.answer.join('\n'), ...posted.map(({ lines }) => lines.join('\n'))].filter((answer) => answer !== '');
  }

  goesAway(name: string): void { this.#absences = [...this.#absences, { name: fullNameOf(name), from: this.now, to: null }]; }
  comesBack(name: string): void {
    this.#absences = this.#absences.map((absence) => (absence.name === fullNameOf(name) && absence.to === null ? { ...absence, to: this.now } : absence));
  }

  /** Whether the bot had been told that this person is not here; full name. */
  isAway(name: string, when: Instant): boolean {
    return this.#absences.some((absence) => absence.name === name && absence.from < when && (absence.to === null || when < absence.to));
  }
}

/** `Jo` for someone who is no colleague, such as a guest. */
export const fullNameOf = (firstName: string): string => fullNames.find((name) => name.startsWith(`${firstName} `)) ?? firstName;
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;
export const listed = (names = ''): readonly string[] => names.split(/,\s*| and /).filter((name) => name !== '');
