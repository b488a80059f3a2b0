// Pretend buddies for end-to-end tests: a pair that was formed and has agreed, its document told so directly, and presses on
// cards that only their presser sees.

import { Loop } from '../../src/app/loop.ts';
import { type ConversationId, conversationOf, pairId, pairKey, personId, tenantId, threadId } from '../../src/core/keys.ts';
import type { Agreement } from '../../src/core/pair/agreement.ts';
import type { PairEvent } from '../../src/core/pair/events.ts';
import type { CommunityDays, Pair } from '../../src/core/pair/pair.ts';
import { noOwnTimes } from '../../src/core/person/profile.ts';
import { type Instant, seconds } from '../../src/core/time.ts';
import { createLog } from '../../src/log.ts';
import { buttonsOf, untouchedInputsOf } from './card-buttons.ts';
import type { Answered, Person, Press } from './person.ts';
import { cardOfAnswer, linesOfAnswer } from './read-card.ts';
import { channel, openService, tenant, type TestService } from './service.ts';
import { colleagues, nth } from './session-steps.ts';

/** Thursday 3 December 2026, noon in London. */
export const pairedAt: Instant = Date.UTC(2026, 11, 3, 12, 0);
/** `2026-12-08T14:00` in a London winter. */
export const london = (wall: string): Instant => Date.parse(`${wall}:00Z`);

/** Thursdays at 14:00 from 10 December on, else Fridays at 14:00. */
export const agreed: Agreement = {
  slot: { first: '2026-12-10', time: '14:00', zone: 'Europe/London' }, alternative: { weekday: 5, time: '14:00' }, format: 'teams', joinLink: 'https://teams.example/join',
  modules: [{ insight: 'Insight 1', application: 'Application 1' }, { insight: 'Insight 2', application: 'Application 2' }],
};
const usualDays: CommunityDays = { holidays: 'england-and-wales', closed: [], waking: { from: '07:30', to: '18:30' }, zone: 'Europe/London' };
const community: ConversationId = conversationOf(threadId(channel.id));
export const ofPair = { community, pair: pairId('1') } as const;
const key = pairKey(tenantId(tenant), community, ofPair.pair);

export interface Buddies {
  readonly service: TestService;
  readonly people: readonly Person[];
  readonly aisha: Person;
  readonly ben: Person;
  /** What happens to the pair by another hand than a press. */
  readonly happens: (event: PairEvent) => Promise<void>;
  readonly pair: () => Promise<Pair>;
}

export interface Options {
  readonly count?: 2 | 3;
  readonly agreement?: Partial<Agreement>;
  readonly days?: Partial<CommunityDays>;
}

/** Aisha and Ben, or with Chloe a trio, are known in the channel and in their own chats, and have agreed. */
export async function openBuddies({ count = 2, agreement = {}, days = {} }: Options = {}): Promise<Buddies> {
  const service = await openService({ openAt: pairedAt, sweepEveryMs: seconds(20) });
  const people = colleagues(service, count);
  for (const person of people) {
    await person.says(channel, 'status');
    await person.says(person.privateChat, 'help');
  }
  const { store, clock } = service.service;
  const loop = new Loop({
    documents: store.documents, clock, scheduler: service.time.scheduler, log: createLog('error', (line) => void service.logLines.push(line)), retentionMs: 1e12,
    random: { next: () => 0.5, id: () => 'elsewhere' },
  });
  /** Whatever it tells was claimed by nobody here, so that the service takes it up after a lease. */
  const happens = async (event: PairEvent): Promise<void> => {
    await loop.advance(key, 'pair', { event });
    await service.pass(seconds(45));
  };
  const members = people.map((person) => ({ ...whoIs(person), own: noOwnTimes, isSilent: false }));
  await happens({ type: 'formed', tenant: tenantId(tenant), conversation: community, thread: threadId(channel.id), id: ofPair.pair, members, days: { ...usualDays, ...days } });
  await happens({ type: 'agreement-saved', by: whoIs(nth(people, 0)), rev: 0, agreement: { ...agreed, ...agreement } });
  return {
    service, people, aisha: nth(people, 0), ben: nth(people, 1), happens,
    pair: async () => (await store.documents.load(key))?.doc.state as Pair,
  };
}

const whoIs = ({ name, teamsId }: Person) => ({ id: personId(`id-${name.toLowerCase().replaceAll(' ', '-')}`), name, teamsId });

/** Cards for one person alone with this title, as they were posted. */
export const privately = (service: TestService, person: Person, title: string) => service.posts(person.privateChat).filter(({ lines }) => lines[0] === title);

export const said = ({ body }: Answered): string => linesOfAnswer(body).join('\n');
export const titlesOn = ({ body }: Answered): readonly string[] => buttonsOf(cardOfAnswer(body)).map(({ title }) => title);
export const inputsOn = ({ body }: Answered) => untouchedInputsOf(cardOfAnswer(body));

/** A press in one's own chat, on a card that stands there. */
export const presses = (person: Person, title: string, inputs: Press['inputs'] = {}): Promise<Answered> => person.presses(person.privateChat, { title, inputs });

/** A press on the card that a press was answered with. Throws where it has no such button. */
export async function pressesOn(person: Person, answered: Answered, { title, inputs = {} }: Pick<Press, 'title' | 'inputs'>): Promise<Answered> {
  const card = cardOfAnswer(answered.body);
  const button = buttonsOf(card).find((each) => each.title === title);
  if (button === undefined) throw new Error(`No button "${title}" on ${said(answered)}`);
  return person.forges(person.privateChat, { verb: button.verb, data: { ...button.data, ...untouchedInputsOf(card), ...inputs } });
}
