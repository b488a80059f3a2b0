// The number by which a calendar knows that a pair's meetings have changed: it rises with every change of the file.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pairCalendar } from '../../../../src/cards/pair-calendar.ts';
import { dayMs } from '../../../../src/core/time.ts';
import { en } from '../../../../src/texts/en.ts';
import { agreement, aisha, at, ben, chloe, PairStory, wall } from '../../../support/pair-story.ts';

const now = at('2027-01-04 09:00');
/** What a calendar shows to one of them: the file without its stamps and numbers. */
const shownTo = ({ state }: PairStory, reader = ben): string =>
  (pairCalendar({ pair: state, reader: reader.id, name: null, key: 'k', now }, en) ?? '').replace(/^(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n/gm, '');

const spoken = ['cannot-said', 'can-said', 'alternative-chosen', 'alone-chosen', 'go-without-said'] as const;
const acts = fc.oneof(
  fc.record({ say: fc.constantFrom(...spoken), by: fc.constantFrom(aisha, ben), meeting: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ moveTo: fc.constantFrom('2027-01-18 09:00', '2027-01-19 10:00'), meeting: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ slot: fc.constantFrom('2027-01-14', '2027-01-21', '2027-02-04') }),
  fc.constant({ gone: chloe }),
);

test('it rises with every change of what a calendar shows, and never falls', () => {
  fc.assert(fc.property(fc.array(acts, { maxLength: 7 }), (story) => {
    const pair = new PairStory({ members: [aisha, ben, chloe] });
    let before = shownTo(pair);
    for (const act of story) {
      const { sequence, changedAt } = pair.state;
      if ('say' in act) pair.says(act.by, act.meeting, { type: act.say });
      else if ('moveTo' in act) {
        const to = wall(act.moveTo);
        pair.says(aisha, act.meeting, { type: 'time-proposed', to });
        for (const each of [ben, chloe]) pair.says(each, act.meeting, { type: 'proposal-answered', suits: true, to });
      }
      else if ('days' in act) pair.passTo(pair.now + act.days * dayMs);
      else if ('slot' in act) pair.agree({ ...agreement, slot: { ...agreement.slot, first: act.slot } });
      else pair.happens({ type: 'member-gone', person: act.gone.id, why: 'member-left', by: null });
      const after = shownTo(pair);
      const isSame = after === before;
      before = after;
      expect([act, isSame || pair.state.sequence > sequence, pair.state.sequence >= sequence]).toEqual([act, true, true]);
      if (isSame && pair.state.sequence === sequence) expect(pair.state.changedAt).toBe(changedAt);
    }
  }), { numRuns: 8, examples: [[[
    { moveTo: '2027-01-18 09:00', meeting: 1 }, { say: 'alternative-chosen', by: aisha, meeting: 1 }, { say: 'cannot-said', by: ben, meeting: 1 }, { say: 'go-without-said', by: ben, meeting: 1 },
    { say: 'can-said', by: ben, meeting: 1 }, { say: 'cannot-said', by: ben, meeting: 2 }, { say: 'alone-chosen', by: aisha, meeting: 2 }, { gone: chloe },
  ]]] });
});

test('it stays with what no calendar shows', () => {
  const pair = new PairStory();
  const { sequence } = pair.state;
  pair.says(aisha, 1, { type: 'prepared-said', isPrepared: true });
  pair.agree({ ...agreement, modules: [] });
  pair.passTo(at('2027-01-16 09:00'));
  pair.says(ben, 1, { type: 'met-said', didMeet: true, text: '', action: null, id: 'x' });
  expect(pair.state.sequence).toBe(sequence);
  pair.says(ben, 2, { type: 'cannot-said' });
  expect([pair.state.sequence, pair.state.changedAt]).toEqual([sequence + 1, at('2027-01-16 09:00')]);
});
