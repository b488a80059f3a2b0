// How a meeting stands for one member, as the card a press is answered with.

import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../../../src/core/messages.ts';
import { occurrence } from '../../../../src/core/pair/meetings.ts';
import type { PairMember } from '../../../../src/core/pair/pair.ts';
import { choicesCard, type Looked, standingCard } from '../../../../src/core/pair/standing.ts';
import { aisha, at, ben, chloe, PairStory, wall } from '../../../support/pair-story.ts';

/** The first meeting is on Thursday 14 January 2027 at 16:00. */
const ahead = '2027-01-12 17:00';
const story = (members: readonly PairMember[] = [aisha, ben]): PairStory => new PairStory({ members }).passTo(at(ahead));

function look(of: PairStory, member: PairMember, number = 1): Looked {
  const meeting = occurrence(of.state, number);
  const own = of.state.members.find(({ id }) => id === member.id);
  if (meeting === null || own === undefined) throw new Error('nobody meets');
  return { pair: of.state, member: own, meeting, at: of.now };
}

/** The card and what tells it from others of its kind. */
function kindOf(card: Message): string {
  switch (card.card) {
    case 'buddy-reminder': return `reminder ${card.is}`;
    case 'buddy-follow-up': return card.saved === undefined ? 'asking' : `saved ${card.saved.didMeet} ${card.saved.isOpen}`;
    case 'buddy-offer': return `offer ${card.why.is}`;
    case 'buddy-proposal': return `proposal of ${card.by}`;
    case 'buddy-news': return `news ${card.news.is}${'by' in card.news ? ` ${card.news.by ?? 'oneself'}` : ''}`;
    default: return card.card;
  }
}
const seen = (of: PairStory, ...members: readonly PairMember[]): readonly string[] => members.map((member) => kindOf(standingCard(look(of, member))));
const choices = (of: PairStory, ...members: readonly PairMember[]): readonly string[] => members.map((member) => kindOf(choicesCard(look(of, member))));

describe('a meeting ahead', () => {
  test('that stands is shown as its reminder', () => {
    expect(seen(story(), aisha, ben)).toEqual(['reminder prepare', 'reminder prepare']);
  });

  test('that somebody cannot come to is theirs to choose for, and the other\'s', () => {
    const told = story();
    told.says(aisha, 1, { type: 'cannot-said' });
    expect(seen(told, aisha, ben)).toEqual(['offer own', 'offer other-cannot']);
  });

  test('with a time proposed asks whoever has not answered, and tells the others so', () => {
    const told = story([aisha, ben, chloe]);
    told.says(aisha, 1, { type: 'time-proposed', to: wall('2027-01-15 10:00') });
    told.says(ben, 1, { type: 'proposal-answered', suits: true, to: wall('2027-01-15 10:00') });
    expect(seen(told, aisha, ben, chloe)).toEqual(['news proposed oneself', 'news proposed Aisha', 'proposal of Aisha']);
    expect(choices(told, aisha, ben, chloe)).toEqual(['offer own', 'offer other-cannot', 'proposal of Aisha']);
  });

  test('that is practised alone names who chose it', () => {
    const told = story();
    told.says(ben, 1, { type: 'alone-chosen' });
    expect(seen(told, aisha, ben)).toEqual(['news alone Ben', 'news alone oneself']);
  });

  test('of three without one is a reminder for the two', () => {
    const told = story([aisha, ben, chloe]);
    told.says(chloe, 1, { type: 'cannot-said' });
    told.says(chloe, 1, { type: 'go-without-said' });
    expect(seen(told, aisha, ben, chloe)).toEqual(['reminder prepare', 'reminder prepare', 'news without oneself']);
  });

  test('on a day off offers the choices of a clash, until it is kept', () => {
    const told = new PairStory({ days: { closed: [{ from: '2027-01-28', to: '2027-01-28' }] } });
    const offered = (): string => kindOf(choicesCard(look(told, aisha, 2)));
    expect(offered()).toBe('offer clash');
    told.says(aisha, 2, { type: 'kept' });
    expect(offered()).toBe('offer own');
  });
});

describe('a meeting that has begun', () => {
  test('is asked about by each who has not said whether they met', () => {
    const told = story().passTo(at('2027-01-15 17:00'));
    told.says(aisha, 1, { type: 'met-said', didMeet: true, text: '', action: null, id: 'a' });
    expect(seen(told, aisha, ben)).toEqual(['saved true false', 'asking']);
  });

  test('and that nobody came to may still be moved, until the next begins', () => {
    const told = story().passTo(at('2027-01-15 17:00'));
    told.says(aisha, 1, { type: 'met-said', didMeet: false, text: '', action: null, id: 'a' });
    expect([...seen(told, aisha), ...choices(told, aisha)]).toEqual(['saved false true', 'offer lapsed']);
    expect(seen(told.passTo(at('2027-01-28 16:01')), aisha)).toEqual(['saved false false']);
  });

  test('with nothing settled has lapsed, and tells when they meet next from now on', () => {
    const told = story();
    told.says(aisha, 1, { type: 'cannot-said' });
    told.passTo(at('2027-01-28 16:01'));
    const card = standingCard(look(told, ben));
    expect([kindOf(card), card.card === 'buddy-news' && card.news.is === 'lapsed' && card.news.nextAt]).toEqual(['news lapsed', at('2027-02-11 16:00')]);
    expect(choices(told, ben)).toEqual(['offer lapsed']);
  });
});
