// Joining late, leaving and coming back, over HTTP (product.md 4): what each person presses and types, what everybody
// reads, and when the turns begin.

import { describe, expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, nth, submits } from '../support/session-steps.ts';

const agenda = (service: TestService): string => service.card(channel, 'Agenda').join('\n');
const summary = (service: TestService): string => service.card(channel, 'Summary').join('\n');
const answerOf = async (doing: ReturnType<Person['presses']>): Promise<string> => linesOfAnswer((await doing).body).join('\n');
const posted = (service: TestService, clock: string): readonly string[] => service.posts(channel).filter((each) => each.at >= at(clock)).map(({ lines }) => lines[0] ?? '');

/** `count` owners of whom the first chairs, and Gwen, who is not in. */
async function hourOf(count: number, clock: string): Promise<{ service: TestService; people: readonly Person[]; aisha: Person; ben: Person; gwen: Person }> {
  const service = await openService();
  const people = colleagues(service, count);
  const gwen = service.person('Gwen Ash');
  await begin(service, people);
  await service.passTo(at(clock));
  return { service, people, aisha: nth(people, 0), ben: nth(people, 1), gwen };
}

/** What `Join` answers to the presser alone, pressed: the choice stands on a card that nobody else sees. */
async function joins(person: Person, verb: 'join-helper' | 'join-owner'): Promise<string> {
  const { body } = await person.presses(channel, { title: 'Join' });
  const text = JSON.stringify(cardOfAnswer(body));
  expect(linesOfAnswer(body)[0]).toBe('Join the session');
  const [, session = '', rev = '0'] = /"session":"([^"]+)","rev":(\d+)/.exec(text) ?? [];
  return answerOf(person.forges(channel, { verb, data: { verb, session, rev: Number(rev) } }));
}

describe('Join', () => {
  test('with a problem in turn 1 of four: goes last, the turns share the time, everybody is told', async () => {
    const { service, gwen } = await hourOf(4, '16:08:10');
    await gwen.says(channel, 'problems');
    await submits(gwen);
    expect(await joins(gwen, 'join-owner')).toBe('You are in.');
    await service.pass(seconds(3));
    expect(agenda(service)).toMatch(/16:05 · Aisha Khan[^]*16:17 · Ben Cole[^]*16:25 · Chloe Diaz[^]*16:33 · Dev Patel[^]*16:41 · Gwen Ash · write-up ready[^]*16:49 · Close[^]*Ends at 16:54/);
    expect(service.posts(channel).map(({ lines }) => lines[0])).toContain('Gwen Ash joins with a problem, and goes last. The turns to come are now 8 min each. The session now ends at 16:54 (London time).');
    await service.pass(hourMs);
    expect(clockOf(service.posts(channel).findLast(({ lines }) => lines[0] === 'Summary')?.at ?? 0)).toBe('16:54');
    expect(summary(service)).toContain('Here (5): Aisha Khan, Ben Cole, Chloe Diaz, Dev Patel and Gwen Ash');
  });

  test('as a helper posts nothing; whoever is in is told so; nobody may join by themselves in the last turn', async () => {
    const { service, aisha, gwen } = await hourOf(2, '16:08:10');
    expect(await joins(gwen, 'join-helper')).toBe('You are in.');
    expect(posted(service, '16:08:05')).toEqual([]);
    expect(await answerOf(gwen.presses(channel, { title: 'Join' }))).toBe('You are already in this session.');
    await service.passTo(at('16:20:30'));
    expect(() => aisha.pressing(channel, { title: 'Join' })).toThrow('Nobody can see');
  });

  test('by the Submit fallback is offered in the chat, with a mention, and each works for whoever presses it', async () => {
    const { service, gwen } = await hourOf(2, '16:08:10');
    const finn = service.person('Finn Gray');
    await gwen.presses(channel, { title: 'Join', shape: 'submit' });
    await service.pass(seconds(2));
    expect(service.last(channel).slice(0, 2)).toEqual(['Join the session', '<at>Gwen Ash</at>, please choose:']);
    await finn.presses(channel, { title: "I'm in, with a problem" });
    await gwen.presses(channel, { title: "I'm in, to help others" });
    await service.pass(seconds(2));
    expect(agenda(service)).toContain('16:31 · Finn Gray');
    expect(agenda(service)).not.toContain('Gwen Ash');
  });

  test('of a seventh finds no time: the chair, and nobody else, gives the last turn', async () => {
    const { service, aisha, ben, gwen } = await hourOf(6, '16:15:10');
    await gwen.says(channel, 'problems');
    await submits(gwen);
    expect(await joins(gwen, 'join-owner')).toBe('Gwen Ash’s problem is carried over to a later session.');
    await service.pass(seconds(2));
    expect(service.card(channel, 'Gwen Ash’s problem is carried over').join()).toContain('Aisha Khan, who chairs');
    expect(agenda(service)).toContain('Gwen Ash · carried over');
    expect(await answerOf(gwen.presses(channel, { title: 'Give them the last turn' }))).toMatch(/^Only the chair, Aisha Khan/);
    await aisha.presses(channel, { title: 'Give them the last turn' });
    await service.pass(seconds(3));
    expect(service.card(channel, 'Write-ups').join()).toContain('Gwen Ash');
    expect(agenda(service)).toMatch(/Gwen Ash · write-up ready[^]*Ends at 17:00/);
    expect(() => ben.pressing(channel, { title: 'Give them the last turn' })).toThrow('Nobody can see');
  });
});

describe('here and absent', () => {
  test('somebody on the telephone has a turn by the chair’s word', async () => {
    const { service, aisha } = await hourOf(2, '16:08:10');
    await aisha.says(channel, 'here Zoe Holt with a problem');
    await service.passTo(at('16:31:30'));
    expect(service.card(channel, 'Introduce the problem').join('\n')).toContain('Turn 3 of 3 · Zoe Holt');
  });

  test('without a name mean oneself; whoever writes something is back', async () => {
    const { service, ben, gwen } = await hourOf(3, '16:08:10');
    await gwen.says(channel, 'here');
    await gwen.says(channel, 'absent');
    await ben.says(channel, 'absent');
    await service.pass(seconds(2));
    expect(posted(service, '16:08:05')).toEqual(['Gwen Ash is marked as here.', 'Gwen Ash is marked as not here.', 'Ben Cole is not here. Their turn moves to the end.']);
    expect(agenda(service)).toMatch(/Aisha Khan[^]*Chloe Diaz[^]*Ben Cole/);
    await service.passTo(at('16:20:30'));
    await ben.says(channel, 'status');
    await service.passTo(at('16:31:30'));
    expect(service.card(channel, 'Introduce the problem').join('\n')).toContain('Turn 3 of 3 · Ben Cole');
  });

  test('an owner who is still away when their time comes is carried over, and the end comes forward', async () => {
    const { service, aisha } = await hourOf(3, '16:08:10');
    await aisha.says(channel, 'absent Ben');
    await service.pass(hourMs);
    expect(summary(service)).toMatch(/Ben Cole[^]*Carried over: this turn was not held/);
    expect(clockOf(service.posts(channel).findLast(({ lines }) => lines[0] === 'Summary')?.at ?? 0)).toBe('16:36');
  });
});

describe('An owner who leaves in their own turn', () => {
  test('moves to the end when nobody chooses within thirty seconds', async () => {
    const { service, aisha } = await hourOf(3, '16:22:10');
    await aisha.says(channel, 'absent Ben');
    await service.pass(seconds(2));
    expect(posted(service, '16:22:05')).toEqual(['Ben Cole is not here']);
    expect(service.card(channel, 'Look deeper').join('\n')).toContain('Ben Cole is not here.');
    await service.passTo(at('16:22:45'));
    expect(posted(service, '16:22:30')).toEqual(['Ben Cole is not here. Their turn moves to the end.', 'Turn 3 of 4: <at>Chloe Diaz</at>', 'Introduce the problem']);
    expect(service.card(channel, 'Ben Cole is not here')).toEqual(['Ben Cole is not here', 'The turn has moved to the end.']);
    await aisha.says(channel, 'here Ben');
    await service.pass(hourMs);
    expect(summary(service)).not.toContain('Carried over');
    expect(summary(service).match(/^\d · Ben Cole$/gm)).toHaveLength(1);
  });

  test.each([
    ['Go on without', 'The turn goes on.', 'Look deeper'],
    ['Move to the end', 'The turn has moved to the end.', 'Introduce the problem'],
    ['Skip', 'The problem is carried over to a later session.', 'Introduce the problem'],
  ])('%s, as the chair chooses', async (title, outcome, phase) => {
    const { service, aisha, people } = await hourOf(3, '16:22:10');
    await aisha.says(channel, 'absent Ben');
    await service.pass(seconds(2));
    expect(await answerOf(nth(people, 2).presses(channel, { title }))).toMatch(/^Only the chair/);
    await aisha.presses(channel, { title });
    await service.pass(seconds(3));
    expect(service.card(channel, 'Ben Cole is not here')[1]).toBe(outcome);
    expect(service.posts(channel).findLast(({ lines }) => ['Look deeper', 'Introduce the problem'].includes(lines[0] ?? ''))?.lines[0]).toBe(phase);
  });

  test('who chairs: the next in order chooses, and the chair is taken at once', async () => {
    const { service, aisha, ben } = await hourOf(3, '16:07:10');
    await aisha.says(channel, 'absent');
    await service.pass(seconds(2));
    expect(posted(service, '16:07:05')).toEqual(['Aisha Khan is not here', 'Aisha Khan, who chairs, is not here. Who takes the chair? Press Take the chair.']);
    await ben.presses(channel, { title: 'Go on without' });
    await ben.presses(channel, { title: 'Take the chair' });
    await service.pass(seconds(2));
    expect(service.last(channel)).toEqual(['Ben Cole is now in the chair.']);
  });
});
