// What the coordinator reads and presses when pairing people, what the group hears of it, and those without a buddy
// (domain.md 2, product.md 6).

import type { PairingNews, PairsSaid, ShownGroup } from '../../core/messages/pairing-messages.ts';
import type { LeftOut, PairingReason } from '../../core/pairing/pairing.ts';
import type { Refusal } from '../../core/notices.ts';

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');
const waits = (count: number): string => (count === 1 ? 'waits' : 'wait');
const pairs = (count: number): string => `${count} ${count === 1 ? 'pair' : 'pairs'}`;

const list = {
  heading: 'Buddy pairs',
  summary: 'Buddy pairs',
  none: 'There are no pairs yet. Propose pairs finds the best ones and shows them to you before anybody else; Pair people is by hand.',
  count: (count: number) => `There ${isOrAre(count)} ${pairs(count)}.`,
  page: (page: number, pageCount: number) => `Page ${page} of ${pageCount}`,
  pair: (names: string, line: string) => `${names}: ${line}`,
  notAgreed: (date: string) => `no slot agreed since ${date}`,
  noMeetings: 'no meeting so far',
  counts: { met: 'met', notMet: 'not held', alone: 'practised alone', unanswered: 'no answer' },
  counted: (what: string, count: number) => `${what} ${count}`,
  lastMet: (date: string) => `last met ${date}`,
  next: (date: string) => `next ${date}`,
  noNext: 'no meeting to come',
  pauses: (name: string, day: string) => `${name} pauses until ${day}`,
  waiting: (name: string, date: string) => `${name} has waited for a buddy since ${date}`,
  out: (names: string) => `Asked to be left out: ${names}.`,
  others: (names: string) => `In the chat, not taking part yet: ${names}. You can pair them by hand, or they type “buddy”.`,
  unreached: (name: string, date: string, reason: string) => `I could not reach ${name} on ${date}: ${reason}`,
  hasProposal: 'A proposal waits for you to announce it. Nobody else has seen it.',
  hint: 'You see who meets, not what they say. By hand you can also type “pairs Aisha and Ben” or “pairs break up Aisha”.',
  choosePair: 'Pair to break up',
  said: {
    'paired': ({ names }, say) => `${say.names(names)} are buddies now. Each of them gets word in private.`,
    'broken-up': ({ names }, say) => `${say.names(names)} are no buddies any more. They are told, and wait for a new buddy.`,
    'announced': ({ pairCount }) => `${pairCount === 1 ? 'One pair is' : `${pairCount} pairs are`} announced. Everybody gets word in private.`,
    'discarded': () => 'The proposal is gone. Nobody has seen it.',
  } as { readonly [S in Exclude<PairsSaid['is'], 'refused'>]: (said: PairsSaid & { readonly is: S }, say: { names(raw: readonly string[]): string }) => string },
};

const form = {
  heading: 'Pair people by hand',
  summary: 'Pair people by hand',
  line: 'Choose two, or three for a trio. It is announced at once. Whoever has a buddy already changes over; the one left without waits.',
  people: 'Two or three people',
  nobody: 'I know nobody here yet. They come in when they type “buddy” or take part in a session.',
};

const sure = {
  heading: 'Break this pair up?',
  summary: 'Break this pair up?',
  line: (names: string) => `${names} would be no buddies any more. Their meetings end, they are told, and they wait for a new buddy.`,
};

const proposal = {
  heading: 'Proposed pairs',
  summary: 'Proposed pairs',
  line: { waiting: 'For those who wait; all other pairs stay.', everyone: 'A new round for everyone. Pairs that are not listed here end.' },
  private: 'Only you see this. Change what you like, then announce it.',
  group: (names: string, reasons: string) => (reasons === '' ? names : `${names}: ${reasons}`),
  none: 'Nobody can be paired now.',
  kinds: { 'new': '', 'joined': 'somebody joins a pair', 'as-it-is': 'they go on together' } satisfies Record<ShownGroup['is'], string>,
  reasons: {
    'never-together': () => 'never buddies before',
    'together-before': ({ until }, date) => `buddies before, until ${date(until)}`,
    'other-schools': () => 'different schools',
    'same-school': () => 'same school',
    'school-unknown': () => 'school not known',
    'trio': () => 'three, as the number is odd',
    'by-hand': () => 'changed by you',
  } as { readonly [R in PairingReason['is']]: (reason: PairingReason & { readonly is: R }, date: (at: number) => string) => string },
  leftOut: 'Without a buddy',
  out: (name: string, reason: string) => `${name}: ${reason}`,
  whys: {
    'paused': (until: string) => (until === '' ? 'pauses' : `pauses until ${until}`),
    'out': () => 'asked to be left out',
    'by-hand': () => 'left out by you',
    'alone': () => 'nobody is left to pair them with',
  } satisfies Record<LeftOut['why'], (until: string) => string>,
  told: 'They are told why when you announce.',
  person: 'Who',
  other: 'With whom to swap or put them together',
};

const announced = {
  heading: { round: 'New buddy pairs for everyone', some: 'New buddy pairs' },
  by: (name: string) => `From ${name}, who coordinates this group:`,
  next: 'Each of you gets word in private. Type “buddy” in our own chat to agree on a fortnightly slot.',
};

const news = {
  heading: { 'left-out': 'No buddy this time', 'back': 'Welcome back', 'waiting': 'Waiting for a buddy' } satisfies Record<PairingNews['is'], string>,
  place: (name: string) => (name === '' ? 'your group' : name),
  leftOut: {
    'paused': (place: string, until: string) => `New buddy pairs are announced in ${place}. You are in none, since you pause${until === '' ? '' : ` until ${until}`}. Type “me” to end the pause; you are paired after it.`,
    'alone': (place: string) => `New buddy pairs are announced in ${place}. There was nobody left to pair you with, so you wait for a buddy; the coordinator knows.`,
    'by-hand': (place: string) => `New buddy pairs are announced in ${place}. The coordinator has not paired you yet. You wait for a buddy; please ask them if you wonder why.`,
    'out': (place: string) => `New buddy pairs are announced in ${place}. You asked to be left out. Type “buddy” to take part again.`,
  } satisfies Record<LeftOut['why'], (place: string, until: string) => string>,
  back: (place: string) => `You are in ${place} again and wait for a new buddy. Type “buddy” to see how it stands, or to be left out.`,
  waiting: {
    'asked-in': (names: string, count: number, place: string) => `${names} ${count === 1 ? 'looks' : 'look'} for a buddy in ${place}.`,
    'left-alone': (names: string, count: number, place: string) => `${names} ${isOrAre(count)} without a buddy in ${place} and ${waits(count)} for a new one.`,
    'back': (names: string, count: number, place: string) => `${names} ${isOrAre(count)} back in ${place} and ${waits(count)} for a buddy.`,
  } satisfies Record<Extract<PairingNews, { is: 'waiting' }>['because'], (names: string, count: number, place: string) => string>,
  pair: 'Type “pairs” to see all pairs and to propose new ones.',
  why: { member: 'You get this because you take part in the buddy pairs there. Type “buddy” to stop that.', coordinator: 'You get this because you coordinate that group.' },
};

/** What is wrong with a group. */
export const groupFaults: Readonly<Record<Extract<Refusal, { reason: 'bad-group' }>['fault'], string>> = {
  'same': 'Please choose two people who are not together yet and take part.',
  'not-in': 'That person is in no pair of this proposal. Please choose somebody who is.',
  'too-many': 'That would be more than three. Please leave somebody out first.',
  'too-few': 'Please choose two people, or three.',
  'nobody': 'There is no pair to announce. Please put two people together first.',
  'together': 'They are buddies already, so nothing was changed.',
  'gone': 'That pair is none any more.',
  'who': 'Please choose who first.',
  'with-whom': 'Please choose with whom, too.',
  'which': 'Please choose a pair first.',
};

export const pairing = { list, form, sure, proposal, announced, news };
