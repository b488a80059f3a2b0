// `set up`: the community's settings as a form; what is wrong with it, and what they change afterwards.

import { expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, openService } from '../support/service.ts';
import { at, clockOf, colleagues, gather, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');

test('The form starts from London, one hour and the clock, and says what was saved', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await aisha.says(channel, 'set up');
  expect(service.last(channel)).toEqual(expect.arrayContaining(['Europe/London', '60']));
  const saved = answerOf(await aisha.presses(channel, { title: 'Save', inputs: { npq: 'headship', zone: 'Europe/Paris', lengthMinutes: '75', nextDate: '2026-12-17', nextTime: '17:00', warnings: 'false' } }));
  expect(saved).toMatch(/Saved[^]*Headship[^]*Europe\/Paris[^]*1 h 15 min|75 min/);
  await aisha.says(channel, 'status');
  expect(service.last(channel).join('\n')).toMatch(/Next meeting: Thursday 17 December 2026, 17:00 \(Paris time\)/);
});

test('A next meeting in words is shown as the date it was saved as', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await aisha.says(channel, 'set up');
  expect(answerOf(await aisha.presses(channel, { title: 'Save', inputs: { nextDate: 'in two weeks', nextTime: '16:00' } }))).toContain('Thursday 17 December 2026');
});

test('A wall time that the clocks leave out is shown as the one it was saved as', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await aisha.says(channel, 'set up');
  expect(answerOf(await aisha.presses(channel, { title: 'Save', inputs: { nextDate: '2027-03-28', nextTime: '01:30' } }))).toContain('Sunday 28 March 2027, 02:30');
});

test.each([
  ['a zone nobody knows', { zone: 'Europe/Narnia' }, /Time zone/],
  ['a date without a time', { nextDate: '2026-12-17' }, /Time:/],
  ['a day that may be two', { nextDate: '12/3', nextTime: '16:00' }, /Next meeting: that date may be Friday 12 March 2027 or Thursday 3 December 2026\. Please/],
  ['a day nobody can read', { nextDate: 'end of term', nextTime: '' }, /Next meeting: I need a date from today on/],
  ['a time nobody can read', { nextDate: '2026-12-17', nextTime: 'after school' }, /Time: please write it like 16:00/],
  ['a day that has passed', { nextDate: '2026-12-02', nextTime: '16:00' }, /Next meeting:/],
  ['a length that the protocol has not', { protocol: 'consultancy', lengthMinutes: '80' }, /Length: this protocol has none of that\. Please choose 60 or 75 minutes/],
  ['an unknown protocol', { protocol: 'tea-party' }, /Protocol:/],
])('%s is not saved, and the form comes back with every word', async (_what, wrong, error) => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await aisha.says(channel, 'set up');
  const inputs = { npq: 'senco', lengthMinutes: '75', ...wrong };
  const answered = await aisha.presses(channel, { title: 'Save', inputs });
  expect(answerOf(answered)).toMatch(error);
  expect(answerOf(answered)).toMatch(/Not saved yet/);
  expect(untouchedInputsOf(cardOfAnswer(answered.body))).toMatchObject(inputs);
  await aisha.presses(channel, { title: 'Save', inputs, shape: 'submit' });
  expect(service.last(channel).join('\n')).toMatch(error);
});

test('Only the coordinator saves: who set up first, until it is passed on by name', async () => {
  const service = await openService();
  const [aisha, ben] = [service.person('Aisha Khan'), service.person('Ben Cole')];
  await aisha.says(channel, 'set up');
  await aisha.presses(channel, { title: 'Save', inputs: { zone: 'Europe/London' } });
  expect(answerOf(await ben.presses(channel, { title: 'Save' }))).toMatch(/Only the coordinator, Aisha Khan/);
  await ben.says(channel, 'coordinator Ben');
  expect(service.last(channel).join()).toMatch(/Only the coordinator, Aisha Khan/);
  await gather(service, [aisha, ben]);
  await aisha.says(channel, 'end');
  await aisha.says(channel, 'coordinator Zoe');
  expect(service.last(channel).join()).toMatch(/cannot find anyone/);
});

test('The coordinator is passed on to somebody who took part, and may then do what the chair may', async () => {
  const service = await openService();
  const people = colleagues(service, 3);
  const [aisha, ben] = [nth(people, 0), nth(people, 1)];
  await gather(service, people);
  await aisha.presses(channel, { title: 'Start session' });
  await service.pass(hourMs);
  await aisha.says(channel, 'coordinator Chloe');
  expect(service.last(channel).join()).toBe('Chloe Diaz is now the coordinator.');
  await aisha.says(channel, 'set up');
  expect(answerOf(await aisha.presses(channel, { title: 'Save' }))).toMatch(/Only the coordinator, Chloe Diaz/);
  service.connector.setMembers(channel.id.split(';')[0] ?? '', [{ id: '29:zoe-lane', name: 'Zoe Lane', aadObjectId: 'id-zoe-lane' }]);
  await gather(service, people);
  await ben.presses(channel, { title: 'Start session' });
  await service.pass(seconds(5));
  expect(answerOf(await nth(people, 2).presses(channel, { title: 'Next phase' }))).toBe('Done.');
  await nth(people, 2).says(channel, 'coordinator Zoe');
  expect(service.last(channel).join()).toBe('Zoe Lane is now the coordinator.');
});

test('The next meeting is the due date offered, the length is the plan, and warnings can be switched off', async () => {
  const service = await openService();
  const people = colleagues(service, 4);
  const aisha = nth(people, 0);
  await aisha.says(channel, 'set up');
  await aisha.presses(channel, { title: 'Save', inputs: { lengthMinutes: '75', nextDate: '2026-12-11', nextTime: '16:00', warnings: 'false' } });
  await gather(service, people);
  await service.passTo(at('16:00'));
  await aisha.presses(channel, { title: 'Start session' });
  await service.passTo(at('17:20'));
  const summary = service.posts(channel).find(({ lines }) => lines[0] === 'Summary');
  expect(clockOf(summary?.at ?? 0)).toBe('17:15');
  expect(summary?.lines.join('\n')).toContain('Next meeting: Friday 11 December 2026');
  expect(service.posts(channel).filter(({ lines }) => lines[0]?.startsWith('30 s left'))).toEqual([]);
  expect(service.card(channel, 'Turn 1 of 4: <at>Aisha Khan</at>')).toContain('2026-12-11');
});
