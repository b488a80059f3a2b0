// What people do to get a session under way, for the end-to-end tests that are about something later.

import { type Instant, seconds } from '../../src/core/time.ts';
import type { Chat, Person, Press } from './person.ts';
import { channel, startAt, type TestService } from './service.ts';

/** In the order of their names, so that the first of them chairs and has the first turn. */
export const names = ['Aisha Khan', 'Ben Cole', 'Chloe Diaz', 'Dev Patel', 'Eve Ford', 'Finn Gray', 'Grace Hall'] as const;

export const suitableWriteUp = {
  problem: 'Pupils forget what they are taught', evidence: 'End-of-unit results', context: 'Several new teachers', why: 'Learning that lasts',
  specific: 'yes', solvable: 'yes', controllable: 'yes',
} as const;

/** `count` colleagues: people with a turn each, unless they only help. */
export const colleagues = (service: TestService, count: number): readonly Person[] => names.slice(0, count).map((name) => service.person(name));

/** One of the people, who surely is there. */
export function nth(people: readonly Person[], index: number): Person {
  const person = people[index];
  if (person === undefined) throw new Error(`nobody is number ${index}`);
  return person;
}

export interface Gathering {
  readonly chat?: Chat;
  readonly helpers?: readonly Person[];
  /** Those of the owners who submit a write-up. */
  readonly ready?: readonly Person[];
}

/** The first owner, else the first helper, opens the lobby; all come in. */
export async function gather(service: TestService, owners: readonly Person[], { chat = channel, helpers = [], ready = [] }: Gathering = {}): Promise<void> {
  await nth([...owners, ...helpers], 0).says(chat, 'start');
  for (const owner of owners) await owner.presses(chat, { title: "I'm in, with a problem" });
  for (const helper of helpers) await helper.presses(chat, { title: "I'm in, to help others" });
  for (const owner of ready) await submits(owner);
  await service.pass(seconds(5));
}

/** Writes up a problem in the 1:1 chat. */
export async function submits(person: Person, inputs: Press['inputs'] = suitableWriteUp): Promise<void> {
  await person.says(person.privateChat, 'problem');
  await person.presses(person.privateChat, { title: 'Submit problem', inputs });
}

/** Gathers and starts at 16:00 to the second; two seconds later every message of the start is there. */
export async function begin(service: TestService, owners: readonly Person[], gathering: Gathering = {}): Promise<void> {
  await gather(service, owners, gathering);
  await service.passTo(startAt);
  await nth([...owners, ...gathering.helpers ?? []], 0).presses(gathering.chat ?? channel, { title: 'Start session' });
  await service.pass(seconds(2));
}

/** `16:07` on that Thursday, `16:07:30` with seconds. */
export function at(clock: string): Instant {
  const [hours = 0, minutes = 0, secondsPast = 0] = clock.split(':').map(Number);
  return Date.UTC(2026, 11, 3, hours, minutes, secondsPast);
}

/** The time of day of an instant in London in winter: `16:07`, or `16:07:30` when it is not a whole minute. */
export const clockOf = (instant: Instant): string => new Date(instant).toISOString().slice(11, instant % 60_000 === 0 ? 16 : 19);
