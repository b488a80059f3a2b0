// Who chairs: handing over, taking the chair from one who has gone quiet, and the rota from one session to the next
// (domain.md 1.3).

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs, seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, nth } from '../support/session-steps.ts';

const owner = "I'm in, with a problem";

/** Aisha chairs, Ben has the second turn, Chloe helps; it is 16:20, in Ben's turn. */
async function inBensTurn(): Promise<{ service: TestService; aisha: Person; ben: Person; chloe: Person }> {
  const service = await openService();
  const [aisha, ben, chloe] = [service.person('Aisha Khan'), service.person('Ben Cole'), service.person('Chloe Diaz')];
  await begin(service, [aisha, ben], { helpers: [chloe] });
  await service.passTo(at('16:20:30'));
  return { service, aisha, ben, chloe };
}

const chairOnCard = (service: TestService): string => {
  const phase = service.card(channel, 'Clarify').join('\n');
  return /Chair: ([\w ]+?) ·/.exec(phase)?.[1] ?? 'nobody';
};

describe('Take the chair', () => {
  test('mentions the chair, and the chair passes after 60 seconds of silence', async () => {
    const { service, chloe } = await inBensTurn();
    await chloe.presses(channel, { title: 'Take the chair' });
    await service.pass(seconds(2));
    expect(service.last(channel).join()).toMatch(/^<at>Aisha Khan<\/at>: Chloe Diaz has asked to chair/);
    const mention = service.connector.visible(channel.id).at(-1)?.activity.entities;
    expect(mention).toEqual([{ type: 'mention', text: '<at>Aisha Khan</at>', mentioned: { id: '29:aisha-khan', name: 'Aisha Khan' } }]);
    await service.passTo(at('16:21:29'));
    expect(chairOnCard(service)).toBe('Aisha Khan');
    await service.passTo(at('16:21:35'));
    expect(service.posts(channel).findLast(({ lines }) => lines.join().includes('now in the chair'))).toMatchObject({ at: at('16:21:30'), lines: ['Chloe Diaz is now in the chair.'] });
    expect(chairOnCard(service)).toBe('Chloe Diaz');
    await chloe.says(channel, 'next');
    await service.pass(seconds(2));
    expect(service.posts(channel).at(-1)?.lines[0]).toBe('Look deeper');
  });

  test.each([
    ['presses anything', (aisha: Person) => aisha.presses(channel, { title: 'One minute more' })],
    ['types anything that reaches the bot', (aisha: Person) => aisha.says(channel, 'note I am here')],
    ['asks for help', (aisha: Person) => aisha.says(channel, 'help')],
    ['mistypes', (aisha: Person) => aisha.says(channel, 'nxt pls')],
    ['writes in the 1:1 chat', (aisha: Person) => aisha.says(aisha.privateChat, 'problems')],
    ['opens a form', (aisha: Person) => aisha.presses(channel, { title: 'Open my write-up' })],
    ['writes on a card', (aisha: Person) => aisha.presses(channel, { title: 'Add note', inputs: { note: 'Still here' } })],
  ])('does not pass when the chair %s', async (_what, act) => {
    const { service, aisha, chloe } = await inBensTurn();
    await aisha.says(channel, 'problem');
    await chloe.presses(channel, { title: 'Take the chair' });
    await service.pass(seconds(30));
    await act(aisha);
    await service.pass(seconds(40));
    expect(chairOnCard(service)).toBe('Aisha Khan');
    expect(service.seen(channel).flat()).toContain('Aisha Khan stays in the chair.');
  });

  test('is asked once, however often it is pressed', async () => {
    const { service, ben, chloe } = await inBensTurn();
    await chloe.presses(channel, { title: 'Take the chair' });
    await ben.presses(channel, { title: 'Take the chair' });
    await chloe.presses(channel, { title: 'Take the chair', shape: 'submit' });
    await service.pass(seconds(2));
    expect(service.seen(channel).filter((lines) => lines.join().includes('asked to chair') && lines.length === 1)).toHaveLength(1);
  });

  test('is refused to somebody who is not in', async () => {
    const { service } = await inBensTurn();
    const answered = await service.person('Zoe Lane').presses(channel, { title: 'Take the chair' });
    expect(linesOfAnswer(answered.body).join()).toMatch(/Only those who are in/);
  });
});

describe('Handing over', () => {
  test('is said to all, and the new chair drives from then on', async () => {
    const { service, aisha, chloe } = await inBensTurn();
    await aisha.says(channel, 'chair chloe');
    await service.pass(seconds(2));
    expect(service.seen(channel).flat()).toContain('Aisha Khan made Chloe Diaz the chair.');
    expect(chairOnCard(service)).toBe('Chloe Diaz');
    const answered = await chloe.presses(channel, { title: 'Next phase' });
    expect(linesOfAnswer(answered.body)).toEqual(['Done.']);
  });

  test('is refused to others, to strangers and for a name nobody has', async () => {
    const { service, aisha, ben } = await inBensTurn();
    await ben.says(channel, 'chair Ben');
    expect(service.last(channel).join()).toMatch(/^Only the chair, Aisha Khan/);
    await aisha.says(channel, 'chair Zoe');
    expect(service.last(channel).join()).toMatch(/cannot find anyone/);
  });
});

describe('From one session to the next', () => {
  /** Ends the session that runs. */
  const ends = async (service: TestService, chair: Person): Promise<void> => {
    await chair.says(channel, 'end');
    await chair.says(channel, 'end');
    await service.pass(seconds(5));
  };

  test('the proposed chair stands when nobody is appointed, and chairs the next lobby', async () => {
    const service = await openService();
    const people = colleagues(service, 3);
    await begin(service, people);
    await service.pass(hourMs);
    expect(service.card(channel, 'Summary')).toContain('Next chair: Ben Cole');
    await service.skipTo(at('16:00') + dayMs);
    await nth(people, 2).says(channel, 'start');
    for (const person of people) await person.presses(channel, { title: owner });
    await service.pass(seconds(5));
    expect(service.card(channel, "Before we start: who's here?")).toContain('Chair: Ben Cole (appointed at the last meeting)');
  });

  test('who is appointed in the Close chairs next, and who waited longest has the first turn', async () => {
    const service = await openService();
    const people = colleagues(service, 3);
    const [aisha, ben, chloe] = [nth(people, 0), nth(people, 1), nth(people, 2)];
    await begin(service, people);
    // Ben's turn has begun when the session ends; Chloe's has not.
    await service.passTo(at('16:18:30'));
    await ends(service, aisha);
    await service.skipTo(at('16:00') + dayMs);
    await aisha.says(channel, 'start');
    for (const person of people) await person.presses(channel, { title: owner });
    await service.pass(seconds(5));
    const lobby = service.card(channel, "Before we start: who's here?").join('\n');
    expect(lobby).toMatch(/1 · Chloe Diaz[^]*2 · Aisha Khan[^]*3 · Ben Cole/);
    await ben.presses(channel, { title: 'Start session' });
    await service.passTo(at('16:00') + dayMs + 45 * 60_000);
    const appointed = await ben.presses(channel, { title: 'Appoint', inputs: { nextChair: 'id-chloe-diaz' } });
    expect(linesOfAnswer(appointed.body)).toEqual(['Done.']);
    const refused = await chloe.presses(channel, { title: 'Appoint', inputs: { nextChair: 'id-aisha-khan' } });
    expect(linesOfAnswer(refused.body).join()).toMatch(/Only the chair/);
    await service.pass(hourMs);
    expect(service.card(channel, 'Summary')).toContain('Next chair: Chloe Diaz');
    expect(clockOf(service.now())).toMatch(/^17:4/);
  });
});
