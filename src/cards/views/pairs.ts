// The cards of pairing: what the coordinator sees and presses, what the group hears, and word to whoever has no buddy.
// Activity alone, never what a pair agreed, promised or said (product.md 7).

import { type Kit, rowsOf, type Verb } from '../kit.ts';
import { renderNotice } from '../notice.ts';
import type { View } from '../template.ts';
import type { PairActivity, PairingNewsMessage, PairsAnnouncedMessage, PairsFormMessage, PairsMessage, PairsSureMessage } from '../../core/messages.ts';
import type { Refusal } from '../../core/notices.ts';

const nameMaxChars = 80;
/** Pages hold fewer (commands/pairs-page.ts). */
const pairsMax = 40;
const waitingMax = 20;
const unreachedMax = 5;
const choicesMax = 120;
const announcedMax = 60;

type Words = Kit['texts']['pairing'];
interface Placed { readonly community: string; readonly communityName: string | null }

/** Which community, for somebody who may coordinate several. */
export const placeOf = ({ communityName }: Placed, kit: Kit): string => (communityName === null ? '' : kit.texts.problem.forCommunity(kit.text(communityName, nameMaxChars)));
export const refusedLine = (refusal: Refusal | null, kit: Kit): string => (refusal === null ? '' : renderNotice({ kind: 'refusal', refusal }, kit).summary);
export const choicesOf = (people: readonly { readonly code: string; readonly name: string }[], kit: Kit): readonly View[] =>
  kit.few(people, choicesMax).shown.map(({ code, name }) => ({ title: kit.say.name(name), value: code }));

export function pairsView(message: PairsMessage, kit: Kit) {
  const words = kit.texts.pairing.list;
  const { pairs, pairCount, page, pageCount, zone } = message;
  const { shown } = kit.few(pairs, pairsMax);
  return {
    summary: words.summary,
    heading: words.heading,
    community: placeOf(message, kit),
    said: saidLine(message, kit),
    proposal: message.hasProposal ? words.hasProposal : '',
    count: pairCount === 0 ? words.none : words.count(pairCount),
    pairs: shown.map((each) => ({ line: words.pair(kit.say.names(each.names), activityLine(each, zone, kit)) })),
    page: pageCount < 2 ? '' : words.page(page, pageCount),
    ...withoutPair(message, kit),
    hasChoices: shown.length > 0, choosePair: words.choosePair,
    choices: shown.map(({ pair, names }) => ({ title: kit.say.names(names), value: pair })),
    rows: rowsOf(buttonsOf(message, kit), 2),
    hint: words.hint,
  };
}

function withoutPair({ waiting, out, others, unreached, zone }: PairsMessage, kit: Kit) {
  const words = kit.texts.pairing.list;
  const { whys, unknown } = kit.texts.readiness.deliveries;
  return {
    waiting: kit.few(waiting, waitingMax).shown.map(({ name, since, pausedUntil }) => ({
      line: sentence([words.waiting(kit.say.name(name), kit.when.shortDate(since, zone)), ...(pausedUntil === null ? [] : [words.pauses(kit.say.name(name), kit.say.day(pausedUntil))])]),
    })),
    out: out.length === 0 ? '' : words.out(kit.say.names(out)),
    others: others === null || others.length === 0 ? '' : words.others(kit.say.names(others)),
    unreached: kit.few(unreached, unreachedMax).shown.map(({ name, reason, at }) => ({ line: words.unreached(kit.say.name(name), kit.when.shortDate(at, zone), reason === '' ? unknown : whys[reason]) })),
  };
}

const sentence = (parts: readonly string[]): string => `${parts.join('; ')}.`;

/** How it goes, without a word of what was said; dates without times, which are the pair's own. */
function activityLine({ isAgreed, since, tally, nextAt, paused }: PairActivity, zone: string, kit: Kit): string {
  const words = kit.texts.pairing.list;
  const date = (at: number): string => kit.when.shortDate(at, zone);
  const counts = (['met', 'notMet', 'alone', 'unanswered'] as const).filter((key) => tally[key] > 0).map((key) => words.counted(words.counts[key], tally[key]));
  const held = [...counts, ...(tally.lastMetAt === null ? [] : [words.lastMet(date(tally.lastMetAt))])];
  const ahead = nextAt === null ? words.noNext : words.next(date(nextAt));
  const meets = isAgreed ? [...(held.length === 0 ? [words.noMeetings] : held), ahead] : [...held, words.notAgreed(date(since))];
  return sentence([...meets, ...paused.map(({ name, until }) => words.pauses(kit.say.name(name), kit.say.day(until)))]);
}

function saidLine({ said }: PairsMessage, kit: Kit): string {
  const lines = kit.texts.pairing.list.said;
  switch (said?.is) {
    case undefined: return '';
    case 'refused': return refusedLine(said.refusal, kit);
    case 'announced': return lines.announced(said, kit.say);
    case 'discarded': return lines.discarded(said, kit.say);
    case 'paired': return lines.paired({ ...said, is: 'paired' }, kit.say);
    case 'broken-up': return lines['broken-up']({ ...said, is: 'broken-up' }, kit.say);
  }
}

function buttonsOf({ community, pairCount, page, pageCount, hasProposal }: PairsMessage, kit: Kit): readonly View[] {
  const button = (verb: Verb, is: boolean, data: View = {}): readonly View[] => (is ? [kit.button(verb, { community, ...data })] : []);
  return [
    ...button('pairs-see', hasProposal), ...button('pairs-propose', !hasProposal), ...button('pairs-round', pairCount > 0), ...button('pairs-pick', true),
    ...button('pairs-break', pairCount > 0), ...button('pairs-more', pageCount > 1, { page: page < pageCount ? page + 1 : 1 }),
  ];
}

export function pairsFormView(message: PairsFormMessage, kit: Kit) {
  const words = kit.texts.pairing.form;
  const { community, people, chosen } = message;
  const isEmpty = people.length === 0;
  return {
    summary: words.summary, heading: words.heading, community: placeOf(message, kit),
    line: isEmpty ? '' : words.line, nobody: isEmpty ? words.nobody : '', hasChoices: !isEmpty, label: words.people, choices: choicesOf(people, kit), chosen: chosen.join(','),
    error: refusedLine(message.refusal, kit),
    rows: rowsOf([...(isEmpty ? [] : [kit.button('pairs-make', { community })]), kit.button('pairs-open', { community })], 2),
  };
}

export function pairsSureView(message: PairsSureMessage, kit: Kit) {
  const words = kit.texts.pairing.sure;
  const { community, pair, names } = message;
  return {
    summary: words.summary, heading: words.heading, community: placeOf(message, kit), line: words.line(kit.say.names(names)),
    rows: rowsOf([kit.button('pairs-break-sure', { community, pair }), kit.button('pairs-open', { community })], 2),
  };
}

export function pairsAnnouncedView({ by, groups, isRound }: PairsAnnouncedMessage, kit: Kit) {
  const words = kit.texts.pairing.announced;
  const { shown, moreCount } = kit.few(groups, announcedMax);
  const heading = isRound ? words.heading.round : words.heading.some;
  return {
    summary: heading, heading, by: words.by(kit.say.name(by)), groups: shown.map(({ names }) => ({ line: kit.say.names(names) })),
    more: moreCount === 0 ? '' : kit.texts.people.more(moreCount), next: words.next,
  };
}

export function pairingNewsView({ communityName, news }: PairingNewsMessage, kit: Kit) {
  const words = kit.texts.pairing.news;
  const isWaiting = news.is === 'waiting';
  return {
    summary: words.heading[news.is], heading: words.heading[news.is], line: newsLine(news, words.place(communityName === null ? '' : kit.say.name(communityName)), kit),
    pair: isWaiting ? words.pair : '', why: isWaiting ? words.why.coordinator : words.why.member,
  };
}

function newsLine(news: PairingNewsMessage['news'], place: string, kit: Kit): string {
  const words: Words['news'] = kit.texts.pairing.news;
  switch (news.is) {
    case 'left-out': return words.leftOut[news.reason](place, news.until === null ? '' : kit.say.day(news.until));
    case 'back': return words.back(place);
    case 'waiting': return words.waiting[news.because](kit.say.names(news.names), news.names.length, place);
  }
}
