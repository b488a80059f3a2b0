// Buttons in both shapes and typed commands: they do the same; stale, forged and repeated presses do nothing more; many
// people at once lose nothing (product.md 4 "Moves", reliability.md 2).

import { describe, expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import type { Answered, Person, Shape } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, gather, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const posts = (service: TestService, title: string): readonly string[] => service.posts(channel).filter(({ lines }) => lines[0] === title).map((each) => clockOf(each.at));

type Data = Readonly<Record<string, unknown>>;
interface Way {
  readonly way: string;
  /** Presses the button with this title, or types the command. */
  readonly does: (person: Person, title: string, command: string) => Promise<Answered>;
}
const press = (shape: Shape) => (person: Person, title: string): Promise<Answered> => person.presses(channel, { title, shape });
const ways: readonly Way[] = [
  { way: 'pressed as Action.Execute', does: press('execute') },
  { way: 'pressed as Action.Submit', does: press('submit') },
  { way: 'typed', does: (person, _title, command) => person.says(channel, command) },
];

describe.each(ways)('An hour that is $way', ({ does }) => {
  test('goes the same way: next, pause, resume, one minute more, note, action, end', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await begin(service, people);
    await service.passTo(at('16:02'));
    await does(aisha, 'Next phase', 'next');
    await service.passTo(at('16:03'));
    await does(ben, 'Pause', 'pause');
    await service.passTo(at('16:04'));
    await does(aisha, 'Resume', 'resume');
    await service.passTo(at('16:04:30'));
    await does(aisha, 'One minute more', 'more time');
    await service.passTo(at('16:15'));
    await does(aisha, 'End session', 'end');
    await service.pass(seconds(3));
    await does(aisha, 'End session', 'end');
    await service.passTo(at('16:30'));
    expect(posts(service, 'Introduce the problem')).toEqual(['16:02', '16:15']);
    expect([posts(service, 'Paused'), posts(service, 'Clarify'), posts(service, 'Summary')]).toEqual([['16:03'], ['16:06'], ['16:15:03']]);
  });
});

describe('A stale press', () => {
  test('shows the present phase and changes nothing, in both shapes', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    await begin(service, people);
    await service.passTo(at('16:01'));
    const old = ['execute', 'submit'].map((shape) => nth(people, 0).pressing(channel, { title: 'Next phase', shape: shape as Shape }));
    await service.passTo(at('16:07:30'));
    const before = service.seen(channel).length;
    expect(answerOf(await nth(people, 0).send(old[0]))).toMatch(/out of date[^]*Clarify/);
    expect(service.seen(channel)).toHaveLength(before);
    await nth(people, 0).send(old[1]);
    expect(service.last(channel).join()).toMatch(/out of date[^]*Clarify/);
    await service.passTo(at('16:09:30'));
    expect(posts(service, 'Look deeper')).toEqual(['16:09']);
  });

  test('of a note is none: it is saved to the phase it was written in', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    await begin(service, people);
    await service.passTo(at('16:17:30'));
    const note = nth(people, 1).pressing(channel, { title: 'Add note', inputs: { note: 'A late thought' } });
    await service.passTo(at('16:25'));
    expect(answerOf(await nth(people, 1).send(note))).toBe('Note saved.');
    await service.pass(hourMs);
    const summary = service.card(channel, 'Summary').join('\n');
    expect(summary).toMatch(/1 · Aisha Khan[^]*A late thought|Our reflections[^]*A late thought/);
    expect(summary.indexOf('A late thought')).not.toBe(-1);
  });
});

describe('A forged press does nothing, whoever sends it', () => {
  async function running(): Promise<{ service: TestService; aisha: Person; ben: Person; data: Record<string, unknown> }> {
    const service = await openService();
    const people = colleagues(service, 2);
    await begin(service, people, { helpers: [service.person('Chloe Diaz')] });
    await service.passTo(at('16:05:30'));
    const card = service.connector.visible(channel.id).map(({ activity }) => cardOf(activity)).findLast((each) => buttonsOf(each).some(({ verb }) => verb === 'next'));
    return { service, aisha: nth(people, 0), ben: nth(people, 1), data: { ...buttonsOf(card).find(({ verb }) => verb === 'next')?.data } };
  }

  test.each([
    ['another session', (data: Data) => ({ verb: 'next', data: { ...data, session: 'another' } }), /out of date/],
    ['another revision', (data: Data) => ({ verb: 'next', data: { ...data, rev: 999 } }), /out of date/],
    ['an unknown verb', (data: Data) => ({ verb: 'dance', data: { ...data, verb: 'dance' } }), /do not know that button/],
    ['a revision of the wrong type', (data: Data) => ({ verb: 'next', data: { ...data, rev: '5' } }), /could not read that form/],
    ['an extra key that claims a right', (data: Data) => ({ verb: 'next', data: { ...data, isChair: true } }), /could not read that form/],
    ['a session that is no name', (data: Data) => ({ verb: 'next', data: { ...data, session: { $ne: 1 } } }), /could not read that form/],
    ['a note in a turn that does not exist', (data: Data) => ({ verb: 'note', data: { ...data, verb: 'note', at: 57, note: 'x' } }), /No turn has begun|do not know|out of date/],
  ])('%s', async (_what, forge, answer) => {
    const { service, aisha, data } = await running();
    const before = service.sent(channel).length;
    expect(answerOf(await aisha.forges(channel, forge(data)))).toMatch(answer);
    await service.pass(seconds(5));
    expect(service.sent(channel)).toHaveLength(before);
    await aisha.forges(channel, { ...forge(data), shape: 'submit' });
    await service.pass(seconds(5));
    expect(service.sent(channel)).toHaveLength(before + 1);
    expect(service.last(channel).join()).toMatch(answer);
  });

  test('with a verb that differs from its data, from another conversation, from the 1:1 chat, from another tenant', async () => {
    const { service, aisha, data } = await running();
    const before = service.sent(channel).length;
    expect(answerOf(await aisha.forges(channel, { verb: 'end-confirm', data }))).toMatch(/could not read that form/);
    expect(answerOf(await aisha.forges(group, { verb: 'next', data }))).toMatch(/no session here now/);
    expect(answerOf(await aisha.forges(aisha.privateChat, { verb: 'next', data }))).toMatch(/only in a channel or group/);
    const foreign = service.person('Aisha Khan', { tenant: 'bbbbbbbb-0000-0000-0000-00000000000b' });
    expect(answerOf(await foreign.forges(channel, { verb: 'next', data }))).toMatch(/no session here now/);
    await service.pass(seconds(5));
    expect(service.sent(channel)).toHaveLength(before);
  });

  test("somebody else's next action and a chair that nobody may appoint", async () => {
    const { service, ben, data } = await running();
    const mine = await ben.forges(channel, { verb: 'action', data: { session: data['session'], rev: data['rev'], at: 0, action: 'Do my work', due: '' } });
    expect(answerOf(mine)).toMatch(/^Only Aisha Khan can write|^Only Aisha Khan or/);
    const stranger = service.person('Zoe Lane');
    expect(answerOf(await stranger.forges(channel, { verb: 'appoint', data: { session: data['session'], rev: data['rev'], nextChair: 'id-zoe-lane' } }))).toMatch(/Only the chair/);
    await service.pass(hourMs);
    expect(service.card(channel, 'Summary').join()).not.toContain('Do my work');
  });
});

describe('The same press again', () => {
  test('is one effect, sixfold and with activities of their own, in both shapes', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await begin(service, people);
    await service.passTo(at('16:05:30'));
    const notes = Array.from({ length: 6 }, (_, n) => ben.pressing(channel, { title: 'Add note', inputs: { note: 'Six times' }, shape: n % 2 === 0 ? 'execute' : 'submit' }));
    const nexts = Array.from({ length: 6 }, () => aisha.pressing(channel, { title: 'Next phase' }));
    await Promise.all([...notes.map((note) => ben.send(note)), ...nexts.map((next) => aisha.send(next))]);
    await service.passTo(at('16:06:30'));
    expect([posts(service, 'Clarify'), posts(service, 'Look deeper')]).toEqual([['16:05:30'], []]);
    await ben.presses(channel, { title: 'Add note', inputs: { note: 'Another' } });
    await service.pass(hourMs);
    const shown = service.card(channel, 'Summary').join('\n');
    expect(shown.match(/Six times/g)).toHaveLength(1);
    expect(shown.match(/Another/g)).toHaveLength(1);
    expect(shown).not.toContain('more note');
  });

  test('under the same activity id gets the same answer', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    await gather(service, people);
    const start = nth(people, 0).pressing(channel, { title: 'Start session' });
    const [one, two] = await Promise.all([nth(people, 0).send(start), nth(people, 0).send(start)]);
    expect(two).toEqual(one);
    const said = nth(people, 1).saying(channel, 'note Twice the same message');
    await nth(people, 1).send(said);
    await nth(people, 1).send(said);
    await service.pass(seconds(5));
    expect(posts(service, 'Agenda')).toHaveLength(1);
    expect(service.seen(channel).filter(([line]) => line === 'Note saved.')).toHaveLength(1);
  });
});

test('Twenty people press at once, each press sent twice: everyone is in, every note is kept once, it starts once', async () => {
  const service = await openService();
  const crowd = Array.from({ length: 20 }, (_, n) => service.person(`Colleague ${String(n).padStart(2, '0')}`));
  await nth(crowd, 0).says(channel, 'start');
  const twice = (person: Person, title: string, inputs = {}): readonly Promise<Answered>[] => {
    const activity = person.pressing(channel, { title, inputs });
    return [person.send(activity), person.send(activity)];
  };
  await Promise.all(crowd.flatMap((person, n) => twice(person, n < 4 ? "I'm in, with a problem" : "I'm in, to help others")));
  await service.pass(seconds(5));
  const lobby = service.card(channel, "Before we start: who's here?").join('\n');
  for (const { name } of crowd) expect(lobby.split(name).length - 1).toBeGreaterThanOrEqual(1);
  const starts = await Promise.all(crowd.flatMap((person) => twice(person, 'Start session')));
  expect(starts.every(({ status }) => status === 200)).toBe(true);
  await service.pass(5 * 60_000 + seconds(30));
  expect([posts(service, 'Agenda').length, posts(service, 'Start on time').length]).toEqual([1, 1]);
  await Promise.all(crowd.flatMap((person) => twice(person, 'Add note', { note: `Noted by ${person.name}` })));
  await service.pass(hourMs);
  expect(service.card(channel, 'Summary').join('\n')).toContain('and 18 more notes');
  expect(service.logLines.filter((line) => line.includes('too many conflicts'))).toEqual([]);
});
