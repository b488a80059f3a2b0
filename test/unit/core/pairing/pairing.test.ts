// The pairing of a community, step by step: what is proposed and changed, who is told what, and who waits (domain.md 2).

import { describe, expect, test } from '@jest/globals';
import { pairId } from '../../../../src/core/keys.ts';
import type { PairingEvent } from '../../../../src/core/pairing/events.ts';
import { pairingMachine } from '../../../../src/core/pairing/machine.ts';
import { noOwnTimes } from '../../../../src/core/person/profile.ts';
import { dayMs } from '../../../../src/core/time.ts';
import { candidate, coordinator, founding, idOf, PairingStory } from '../../../support/pairing-steps.ts';

const ada = candidate('Ada');
const ben = candidate('Ben');
const cy = candidate('Cy');
const dee = candidate('Dee');
const eve = candidate('Eve');
const pausing = { ...noOwnTimes, pausedUntil: '2027-01-04' };
const by = coordinator;
const left = (name: string): PairingEvent => ({ type: 'member-left', person: idOf(name) });
/** Ada and Ben, and Cy who waits. */
const oneWaits = (): PairingStory => new PairingStory().pairs(ada, ben).does({ type: 'asked-in', ...founding, person: cy });

describe('A proposal', () => {
  test('is seen by nobody and moves nobody before it is announced', () => {
    const story = new PairingStory().proposes([ada, ben, cy, dee]);
    expect(story.told).toEqual(['person ada buddying-begun', 'person ben buddying-begun', 'person cy buddying-begun', 'person dee buddying-begun', 'community buddies-wait']);
    expect(story.groups).toEqual([]);
    expect(story.proposed).toHaveLength(2);
    expect(story.announces().told).toEqual(['pair formed', 'pair formed', 'say pairs-announced']);
    expect(story.groups).toHaveLength(2);
    expect(story.pairing.proposal).toBeNull();
    expect(story.waiting).toEqual([]);
  });

  test('leaves out whoever pauses, and says so; whoever asked to be left out hears nothing more of it', () => {
    const story = new PairingStory().proposes([ada, ben, candidate('Cy', { own: pausing }), dee]).does({ type: 'asked-out', ...founding, by: dee });
    expect(story.proposed).toEqual(['ada+ben']);
    expect(story.leftOut).toEqual(['cy: paused', 'dee: out']);
    expect(story.announces().told).toEqual(['pair formed', 'mail cy left-out', 'say pairs-announced']);
    expect(story.waiting).toEqual(['cy']);
  });

  test('an odd number makes one trio; one who waits alone joins a pair, which goes on', () => {
    expect(new PairingStory().proposes([ada, ben, cy]).proposed).toEqual(['ada+ben+cy']);
    const story = oneWaits().proposes([ada, ben, cy]);
    expect(story.pairing.proposal?.groups).toMatchObject([{ pair: '1', reasons: [{ is: 'trio' }, { is: 'never-together' }, { is: 'school-unknown' }] }]);
    expect(story.announces().told).toEqual(['pair member-joined', 'say pairs-announced']);
    expect([...story.pairDocs]).toEqual([['1', [ada.id, ben.id, cy.id]]]);
  });

  test('of a new round ends every pair that is not in it again, and keeps the others as they are', () => {
    const story = new PairingStory().pairs(ada, ben).pairs(cy, dee).proposes([], 'everyone');
    const { proposal } = story.pairing;
    story.state = { ...story.pairing, proposal: proposal && { ...proposal, groups: [{ members: [ada.id, ben.id], pair: pairId('1'), reasons: [] }], leftOut: [] } };
    expect(story.announces().told).toEqual(['pair ended', 'community buddies-wait', 'say pairs-announced']);
    expect(story.groups).toEqual(['ada+ben']);
    expect(story.waiting).toEqual(['cy', 'dee']);
  });

  test('of nobody cannot be announced', () => {
    const story = new PairingStory().proposes([ada]);
    expect(story.leftOut).toEqual(['ada: alone']);
    expect(story.announces().refusal).toEqual({ reason: 'bad-group', fault: 'nobody' });
  });
});

describe('The coordinator', () => {
  const four = (): PairingStory => {
    const story = new PairingStory();
    // Any three seeds may agree; among twenty each of the three ways to pair four is found.
    for (let seed = 1; seed < 20 && story.state?.proposal?.groups[0]?.members[1] !== ben.id; seed++) story.proposes([ada, ben, cy, dee], 'waiting', seed);
    expect(story.proposed).toEqual(['ada+ben', 'cy+dee']);
    return story;
  };
  const swapped = (story: PairingStory, one: string, other: string) => story.does({ type: 'swapped', by, rev: story.rev, one: idOf(one), other: idOf(other) });
  const leftOut = (story: PairingStory, person: string) => story.does({ type: 'left-out', by, rev: story.rev, person: idOf(person) });
  const put = (story: PairingStory, person: string, beside: string) => story.does({ type: 'put-beside', by, rev: story.rev, person: idOf(person), beside: idOf(beside) });

  test('swaps two, leaves one out and puts one beside another', () => {
    const story = swapped(four(), 'Ben', 'Cy');
    expect(story.proposed).toEqual(['ada+cy', 'ben+dee']);
    expect(leftOut(story, 'Ada').proposed).toEqual(['ben+dee']);
    expect(story.leftOut).toEqual(['ada: by-hand', 'cy: alone']);
    expect(put(story, 'Cy', 'Dee').proposed).toEqual(['ben+cy+dee']);
    expect(swapped(story, 'Ada', 'Dee').proposed).toEqual(['ada+ben+cy']);
    expect(story.leftOut).toEqual(['dee: by-hand']);
    expect(put(story, 'Dee', 'Ben').refusal).toEqual({ reason: 'bad-group', fault: 'too-many' });
    expect(story.announces().told).toEqual(['pair formed', 'mail dee left-out', 'say pairs-announced']);
  });

  test('is told what cannot be', () => {
    const story = four();
    for (const other of ['Ada', 'Ben', 'Nobody']) expect(swapped(story, 'Ada', other).refusal).toEqual({ reason: 'bad-group', fault: 'same' });
    expect(put(story, 'Ada', 'Ben').refusal).toEqual({ reason: 'bad-group', fault: 'same' });
    expect(leftOut(story, 'Eve').refusal).toEqual({ reason: 'bad-group', fault: 'not-in' });
    expect(story.proposed).toEqual(['ada+ben', 'cy+dee']);
  });

  test('may move whoever has a buddy already; the other one waits, unless they stand in the proposal too', () => {
    const story = new PairingStory().pairs(ada, ben).proposes([ada, ben, cy, dee]);
    expect(swapped(story, 'Ada', 'Cy').proposed).toEqual(['ada+dee', 'ben+cy']);
    expect(story.announces().told).toEqual(['pair ended', 'pair formed', 'pair formed', 'say pairs-announced']);
    expect(story.pairing.past).toMatchObject([{ members: [ada.id, ben.id] }]);
  });

  test('with a card of before the last change is refused, whoever changed it', () => {
    const story = four();
    const { rev } = story;
    swapped(story, 'Ben', 'Cy');
    for (const event of [{ type: 'announced', by, rev }, { type: 'discarded', by, rev }, { type: 'left-out', by, rev, person: ada.id }] satisfies PairingEvent[]) {
      expect(story.does(event).refusal).toEqual({ reason: 'old-proposal', isOver: false });
    }
    const last = story.announces().pairing.rev;
    expect(story.does({ type: 'announced', by, rev: last }).refusal).toEqual({ reason: 'old-proposal', isOver: true });
  });

  test('pairs by hand, at once, also who had a buddy: the other one waits', () => {
    const story = new PairingStory().pairs(ada, ben);
    expect(story.told).toEqual(['person ada buddying-begun', 'person ben buddying-begun', 'pair formed', 'say pairs-announced']);
    expect(story.pairs(ben, ada).refusal).toEqual({ reason: 'bad-group', fault: 'together' });
    expect(story.pairs(ben, cy).told).toEqual(['person cy buddying-begun', 'pair ended', 'pair formed', 'community buddies-wait', 'mail ada left-out', 'say pairs-announced']);
    expect(story.waiting).toEqual(['ada']);
    expect(story.pairs(ada, ben, cy).told).toEqual(['pair member-joined', 'say pairs-announced']);
    expect(story.pairs(ada).refusal).toEqual({ reason: 'bad-group', fault: 'too-few' });
    expect(story.does({ type: 'asked-out', ...founding, by: ada }).pairs(ada, dee).refusal).toEqual({ reason: 'wants-no-buddy', names: ['Ada'] });
  });

  test('who pairs somebody by hand takes them out of the open proposal', () => {
    expect(four().pairs(ada, eve).proposed).toEqual(['cy+dee']);
  });
});

describe('A pair', () => {
  test('broken up leaves both waiting, and is remembered', () => {
    const story = new PairingStory().pairs(ada, ben).does({ type: 'broken-up', by: ada, pair: pairId('1') });
    expect(story.told).toEqual(['pair ended', 'community buddies-wait']);
    expect(story.waiting).toEqual(['ada', 'ben']);
    expect(story.proposes([ada, ben]).pairing.proposal?.groups[0]?.reasons[0]?.is).toBe('together-before');
    expect(story.does({ type: 'broken-up', by: ada, pair: pairId('1') }).refusal).toEqual({ reason: 'bad-group', fault: 'gone' });
  });

  test('of three goes on as two when one of them goes, and ends whole when the coordinator says so', () => {
    const trio = (): PairingStory => new PairingStory().pairs(ada, ben, cy);
    expect(trio().does({ type: 'broken-up', by: cy, pair: pairId('1') }).groups).toEqual(['ada+ben']);
    expect(trio().does({ type: 'broken-up', by: cy, pair: pairId('1'), isWhole: true }).groups).toEqual([]);
    expect(trio().does({ type: 'broken-up', by, pair: pairId('1'), isWhole: true }).waiting).toEqual(['ada', 'ben', 'cy']);
    // Said again by who is gone, the others stay.
    const again = trio().does({ type: 'broken-up', by: cy, pair: pairId('1') }).does({ type: 'broken-up', by: cy, pair: pairId('1') });
    expect(again.groups).toEqual(['ada+ben']);
    expect(again.refusal).toEqual({ reason: 'no-pair' });
  });

  test('of which one leaves the chat is over; back again they wait, and are told once', () => {
    const story = new PairingStory().pairs(ada, ben).does(left('Ada'));
    expect(story.told).toEqual(['pair ended', 'community buddies-wait']);
    expect(story.waiting).toEqual(['ben']);
    expect(story.does(left('Ada')).told).toEqual([]);
    const back: PairingEvent = { type: 'member-came-back', person: ada.id };
    expect(story.does(back).told).toEqual(['person ada buddying-begun', 'community buddies-wait', 'mail ada back']);
    expect(story.waiting).toEqual(['ada', 'ben']);
    expect(story.does(back).told).toEqual([]);
  });

  test('hears of days and of what its members set, once', () => {
    const story = oneWaits();
    const days = { ...founding.days, zone: 'Europe/Paris' };
    expect(story.does({ type: 'days-known', days }).told).toEqual(['pair days-known']);
    expect(story.does({ type: 'days-known', days }).told).toEqual([]);
    const known: PairingEvent = { type: 'person-known', person: ada.id, school: 'Hill', own: pausing };
    expect(story.does(known).told).toEqual(['pair own-times-known']);
    expect(story.does(known).told).toEqual([]);
    expect(story.does({ ...known, person: cy.id }).told).toEqual([]);
  });
});

test('Whoever pauses while a proposal is open is in it no more, and who comes in later is told why they are left out', () => {
  const story = new PairingStory().proposes([ada, ben, cy]).does({ type: 'person-known', person: cy.id, school: '', own: pausing });
  expect(story.proposed).toEqual(['ada+ben']);
  expect(story.leftOut).toEqual(['cy: paused']);
  expect(story.does({ type: 'asked-in', ...founding, person: dee }).leftOut).toEqual(['cy: paused', 'dee: alone']);
});

test('Who left a year ago is forgotten, with whose buddy they were; a pairing of nobody expires', () => {
  const story = new PairingStory().pairs(ada, ben).does(left('Ada')).does(left('Ben'));
  const due = pairingMachine.wakeAt(story.pairing) ?? 0;
  expect((due - story.now) / dayMs).toBeCloseTo(365, 0);
  expect(pairingMachine.expiresAt(story.pairing, 10 * dayMs)).toBe(story.now + 10 * dayMs);
  story.now = due + dayMs;
  story.does({ type: 'time-passed' });
  expect(story.pairing).toMatchObject({ people: {}, past: [] });
  expect(pairingMachine.wakeAt(story.pairing)).toBeNull();
  expect(pairingMachine.expiresAt(story.pairing, dayMs)).toBe(0);
});

test('Events for a community that has no pairing are refused', () => {
  expect(new PairingStory().does(left('Ada')).refusal).toEqual({ reason: 'no-pair' });
});
