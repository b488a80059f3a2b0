// Driving the hour: next, pause, resume, one minute more, the end asked once more, a session nobody goes
// on with (domain.md 1.4, product.md 4 "Moves").

import { describe, expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf } from '../support/session-steps.ts';

/** When a card with this title was posted: first, and last. */
const posted = (service: TestService, title: string): readonly string[] => service.posts(channel).filter(({ lines }) => lines[0] === title).map((each) => clockOf(each.at));
const first = (service: TestService, title: string): string => posted(service, title)[0] ?? 'never';
const announced = (service: TestService, title: string): string => posted(service, title).at(-1) ?? 'never';
const agenda = (service: TestService): string => service.card(channel, 'Agenda').join('\n');
const answerOf = async (doing: ReturnType<Person['presses']>): Promise<string> => linesOfAnswer((await doing).body).join('\n');

/** Two owners: turns of 13 minutes from 16:05 and 16:18, Close from 16:31 to 16:36. */
async function twoOwners(): Promise<{ service: TestService; aisha: Person; ben: Person; chloe: Person }> {
  const service = await openService();
  const [aisha, ben, chloe] = [service.person('Aisha Khan'), service.person('Ben Cole'), service.person('Chloe Diaz')];
  await begin(service, [aisha, ben], { helpers: [chloe] });
  return { service, aisha, ben, chloe };
}

describe('Next phase', () => {
  test('brings all that follows forward, and the cards say the new times', async () => {
    const { service, aisha } = await twoOwners();
    await service.passTo(at('16:06'));
    await aisha.presses(channel, { title: 'Next phase' });
    await service.pass(seconds(3));
    expect(announced(service, 'Clarify')).toBe('16:06');
    expect(agenda(service)).toMatch(/16:17 · Ben Cole[^]*Ends at 16:35/);
    expect(service.card(channel, 'Introduce the problem').join('\n')).toMatch(/Over: 16:05 to 16:06/);
    await service.passTo(at('16:40'));
    expect(announced(service, 'Summary')).toBe('16:35');
  });

  test('is refused to a helper by the name of the chair, privately for execute and as one line for submit', async () => {
    const { service, chloe } = await twoOwners();
    const before = service.seen(channel).length;
    expect(await answerOf(chloe.presses(channel, { title: 'Next phase' }))).toMatch(/^Only the chair, Aisha Khan/);
    expect(service.seen(channel)).toHaveLength(before);
    await chloe.presses(channel, { title: 'Next phase', shape: 'submit' });
    expect(service.seen(channel)).toHaveLength(before + 1);
    expect(service.last(channel).join()).toMatch(/^Only the chair, Aisha Khan/);
    expect(service.card(channel, 'Start on time').join('\n')).toContain('Ends at 16:05');
  });

  test("is open to the next in order in the chair's own turn, and to nobody else of the others", async () => {
    const { service, ben, chloe } = await twoOwners();
    await service.passTo(at('16:05:30'));
    expect(await answerOf(chloe.presses(channel, { title: 'Next phase' }))).toMatch(/Only the chair/);
    expect(await answerOf(ben.presses(channel, { title: 'Next phase' }))).toBe('Done.');
    await service.pass(seconds(3));
    expect(announced(service, 'Clarify')).toBe('16:05:30');
  });
});

describe('A pause', () => {
  test('is for anyone, says who, and goes on at the planned end: later phases pay', async () => {
    const { service, aisha, ben } = await twoOwners();
    await service.passTo(at('16:10'));
    await ben.says(channel, 'pause');
    await service.pass(seconds(3));
    expect(service.card(channel, 'Paused').join('\n')).toMatch(/Ben Cole paused the session[^]*Look deeper · Aisha Khan: 3 min left[^]*Aisha Khan, decides/);
    await service.passTo(at('16:13'));
    expect(() => ben.pressing(channel, { title: 'Pause' })).toThrow('Nobody can see');
    await aisha.presses(channel, { title: 'Resume' });
    await service.pass(seconds(3));
    expect(service.card(channel, 'Paused').join('\n')).toMatch(/Aisha Khan resumed the session/);
    expect(agenda(service)).toContain('Ends at 16:36');
    await service.passTo(at('16:40'));
    expect([first(service, 'Action step'), announced(service, 'Close'), announced(service, 'Summary')]).toEqual(['16:16', '16:31', '16:36']);
  });

  test('moves the end by its length when the chair chooses later', async () => {
    const { service, aisha, ben } = await twoOwners();
    await service.passTo(at('16:10'));
    await ben.presses(channel, { title: 'Pause' });
    await service.passTo(at('16:14'));
    expect(await answerOf(ben.presses(channel, { title: 'Resume' }))).toBe('Done.');
    await service.pass(seconds(3));
    await aisha.presses(channel, { title: 'Pause' });
    await service.passTo(at('16:20'));
    await ben.presses(channel, { title: 'Resume', inputs: { finish: 'later' } });
    await service.passTo(at('16:50'));
    expect(announced(service, 'Summary')).toMatch(/^16:4[12]/);
  });

  test('can be ended by the chair alone, not by a helper, and a second pause is refused with the name', async () => {
    const { service, aisha, chloe } = await twoOwners();
    await chloe.says(channel, 'pause');
    await service.pass(seconds(3));
    expect(await answerOf(chloe.presses(channel, { title: 'Resume' }))).toMatch(/^Only the chair, Aisha Khan/);
    await aisha.says(channel, 'pause');
    expect(service.last(channel).join()).toBe('Chloe Diaz has already paused the session.');
    await aisha.says(channel, 'next');
    expect(service.last(channel).join()).toMatch(/The session is paused/);
  });

  test('that nobody ends is forgotten 15 minutes after the planned end, and the session ended after 60', async () => {
    const { service, ben } = await twoOwners();
    await service.passTo(at('16:10'));
    await ben.presses(channel, { title: 'Pause' });
    await service.passTo(at('16:50:59'));
    expect(service.last(channel)[0]).toBe('Paused');
    await service.passTo(at('16:51:05'));
    expect(service.last(channel).join()).toMatch(/Aisha Khan.*still open.*17:36/);
    await service.passTo(at('17:36:05'));
    expect(announced(service, 'Summary')).toBe('17:36');
  });
});

describe('One minute more', () => {
  test('is paid by the longest later phase of the turn, and the session still ends on time', async () => {
    const { service, aisha } = await twoOwners();
    await service.passTo(at('16:06'));
    await aisha.presses(channel, { title: 'One minute more' });
    await service.passTo(at('16:40'));
    const times = ['Clarify', 'Look deeper', 'Action step'].map((title) => first(service, title));
    expect(times).toEqual(['16:08', '16:10', '16:13']);
    expect(announced(service, 'Summary')).toBe('16:36');
  });

  test('when nothing is left to take, names the end it would mean, and a second press moves it', async () => {
    const { service, aisha } = await twoOwners();
    await service.passTo(at('16:31:30'));
    expect(await answerOf(aisha.presses(channel, { title: 'One minute more' }))).toMatch(/ends at 16:37/);
    await service.pass(seconds(3));
    expect(service.card(channel, 'Close').join('\n')).toMatch(/session ends at 16:37/);
    await aisha.presses(channel, { title: 'One minute more' });
    await service.passTo(at('16:40'));
    expect(announced(service, 'Summary')).toBe('16:37');
  });
});

describe('The end', () => {
  test('is asked once more on a card of its own, and can be thought better of', async () => {
    const { service, aisha } = await twoOwners();
    await service.passTo(at('16:07'));
    await aisha.presses(channel, { title: 'End session' });
    await service.pass(seconds(3));
    expect(service.last(channel)[0]).toBe('End the session?');
    await aisha.presses(channel, { title: 'Carry on' });
    await service.pass(seconds(3));
    expect(service.seen(channel).flat()).not.toContain('Summary');
    await aisha.says(channel, 'end');
    await service.pass(seconds(3));
    await aisha.presses(channel, { title: 'End session' });
    await service.pass(seconds(3));
    expect(service.last(channel)[0]).toBe('Summary');
    expect(service.connector.visible(channel.id).flatMap(({ activity }) => JSON.stringify(activity).match(/"title":"(Next phase|Pause|End session)"/g) ?? [])).toEqual([]);
  });
});
