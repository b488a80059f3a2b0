// When a community meets, over HTTP: the rhythm and the days off in the form of `set up`, and the next meeting in the close.

import { expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import { untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, startAt, type TestService } from '../support/service.ts';
import { at, colleagues, gather, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const next = { nextDate: '2026-12-17', nextTime: '16:00' };
/** Presses on the form that was answered, as its client does: with every input that stands on it. */
async function again(person: Person, answered: Answered, { verb = 'set-up', ...inputs }: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const card = cardOfAnswer(answered.body);
  const button = /"verb":"set-up","data":(\{[^}]*\})/.exec(JSON.stringify(card))?.[1] ?? '{}';
  const data = { ...JSON.parse(button) as object, verb, ...untouchedInputsOf(card), ...inputs };
  return await person.forges(channel, { verb, data });
}
async function form(service: TestService, name = 'Aisha Khan'): Promise<Person> {
  const person = service.person(name);
  await person.says(channel, 'set up');
  return person;
}

test('The form begins short, More settings shows the whole of it with what was typed, and the answer tells the next meetings', async () => {
  const service = await openService();
  const aisha = await form(service);
  const whole = await aisha.presses(channel, { title: 'More settings', inputs: { ...next, rhythm: 'fortnightly' } });
  expect(untouchedInputsOf(cardOfAnswer(whole.body))).toMatchObject({ ...next, rhythm: 'fortnightly', wakingFrom: '07:30', wakingTo: '18:30', reminders: 'true', readAhead: 'false', questionsAhead: 'false' });
  const saved = answerOf(await again(aisha, whole, { holidays: 'england-and-wales', closed: 'Christmas: 22 Dec to 5 Jan\n2027-02-15 - 2027-02-19', wakingFrom: '08:00', readAhead: 'true' }));
  expect(saved).toMatch(/Next meeting: Thursday 17 December 2026, 16:00 · Thursday 14 January 2027, 16:00 · Thursday 28 January 2027, 16:00 · Thursday 11 February 2027, 16:00/);
  expect(saved).toMatch(/Rhythm: Fortnightly[^]*England and Wales[^]*22 Dec 2026 to 5 Jan 2027 · 15 Feb 2027 to 19 Feb 2027[^]*08:00 to 18:30[^]*Read ahead: on/);
  // Saved again from the short form, all that is not on it stays.
  await aisha.says(channel, 'set up');
  const kept = answerOf(await aisha.presses(channel, { title: 'Save', inputs: { lengthMinutes: '75' } }));
  expect(kept).toMatch(/1 h 15 min|75 min/);
  expect(kept).toMatch(/Thursday 14 January 2027[^]*Fortnightly[^]*22 Dec 2026 to 5 Jan 2027[^]*08:00 to 18:30[^]*Read ahead: on/);
});

test.each([
  ['closed dates that cannot be read', { closed: '22 Dec to 5 Jan\nsummer\n12/3' }, /line 2: I cannot read that[^]*line 3: is that Friday 12 March 2027 or Thursday 3 December 2026\?/],
  ['hours that end before they begin', { wakingFrom: '18:30', wakingTo: '07:30' }, /Messages: please give two times/],
  ['hours that are no times', { wakingFrom: 'early' }, /Messages: please give two times/],
  ['a rhythm without a meeting to count from', { rhythm: 'weekly', nextDate: '', nextTime: '' }, /Rhythm: please give the next meeting/],
  ['a rhythm of no number of weeks', { rhythm: 'weeks', everyWeeks: 'some' }, /Number of weeks: please write a number/],
])('%s are asked back, with every word still there', async (_what, wrong, error) => {
  const service = await openService();
  const aisha = await form(service);
  const inputs = { ...next, rhythm: 'none', holidays: 'scotland', closed: '14 Feb 2027', reminders: 'false', isWhole: 'x', ...wrong };
  const { isWhole: _, ...typed } = inputs;
  const answered = await aisha.forges(channel, { verb: 'set-up', data: { isWhole: true, zone: 'Europe/London', protocol: 'npq-community', lengthMinutes: '60', wakingFrom: '07:30', wakingTo: '18:30', ...typed } });
  expect(answerOf(answered)).toMatch(error);
  expect(untouchedInputsOf(cardOfAnswer(answered.body))).toMatchObject(typed);
});

test('A meeting on a day off is asked about, and saved when it is saved again, for that day alone', async () => {
  const service = await openService();
  const aisha = await form(service);
  const asked = await aisha.presses(channel, { title: 'Save', inputs: { nextDate: '2026-12-25', nextTime: '16:00', holidays: 'england-and-wales' } });
  expect(answerOf(asked)).toMatch(/Not saved yet[^]*that is a bank holiday\. To keep it, press Save again/);
  expect(answerOf(await again(aisha, asked, { nextDate: '2026-12-28', holidays: 'england-and-wales' }))).toMatch(/bank holiday/);
  expect(answerOf(await again(aisha, asked, { holidays: 'england-and-wales' }))).toMatch(/Saved[^]*Friday 25 December 2026, 16:00/);
});

/** A fortnightly community in the close of its planned meeting. */
async function inClose(service: TestService): Promise<readonly Person[]> {
  const people = colleagues(service, 3);
  await nth(people, 0).says(channel, 'set up');
  await nth(people, 0).presses(channel, { title: 'Save', inputs: { nextDate: '2026-12-03', nextTime: '16:00', rhythm: 'fortnightly', holidays: 'england-and-wales' } });
  await gather(service, people);
  await service.passTo(startAt);
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.passTo(at('16:46'));
  expect(service.card(channel, 'Before we go')).toEqual(expect.arrayContaining(['2026-12-17', '16:00', 'As the rhythm has it. It stands unless another is set.']));
  return people;
}

test('The close proposes the meeting of the rhythm; without a press it stands, and the summary says so', async () => {
  const service = await openService();
  const [aisha] = await inClose(service);
  await service.passTo(at('17:01'));
  expect(service.card(channel, 'Summary')).toContain('Next meeting: Thursday 17 December 2026, 16:00 (London time), as the rhythm has it');
  expect(service.card(channel, 'Turn 1 of 3: <at>Aisha Khan</at>')).toContain('2026-12-17');
  await aisha?.says(channel, 'status');
  expect(service.last(channel).join('\n')).toContain('Next meeting: Thursday 17 December 2026, 16:00 (London time)');
  // And the one after it is proposed when that one is held.
  await aisha?.says(channel, 'set up');
  expect(service.last(channel)).toContain('2026-12-17');
});

test('The chair sets another next meeting in the close; others are told who may, and what is wrong with it is said', async () => {
  const service = await openService();
  const [aisha, ben] = await inClose(service);
  const set = (person: Person | undefined, inputs: Readonly<Record<string, string>>) => person?.presses(channel, { title: 'Set the next meeting', inputs });
  expect(linesOfAnswer((await set(ben, { nextDate: '2026-12-18' }))?.body).join()).toMatch(/Only the chair, Aisha Khan/);
  expect(linesOfAnswer((await set(aisha, { nextDate: '2026-12-02' }))?.body).join()).toContain('That time has passed. Please choose a later one for the next meeting.');
  expect(linesOfAnswer((await set(aisha, { nextTime: '' }))?.body).join()).toContain('Please choose both a date and a time for the next meeting.');
  expect(linesOfAnswer((await set(aisha, { nextDate: '2026-12-25', nextTime: 'after lunch' }))?.body).join()).toContain('I cannot read that time. Please write it like 16:00.');
  await set(aisha, { nextDate: '2026-12-25', nextTime: '3.30pm' });
  await set(aisha, { nextDate: '2026-12-25', nextTime: '15:30' });
  const said = service.posts(channel).filter(({ lines }) => lines[0]?.startsWith('The next meeting is on'));
  expect(said.map(({ lines }) => lines)).toEqual([['The next meeting is on Friday 25 December 2026, 15:30 (London time). Please note: that is a bank holiday.']]);
  await service.passTo(startAt + hourMs + minutes(1));
  expect(service.card(channel, 'Summary')).toContain('Next meeting: Friday 25 December 2026, 15:30 (London time)');
  // Minutes later it may still be set, and the summary follows.
  await set(aisha, { nextDate: '2026-12-18', nextTime: '15:30' });
  await service.pass(seconds(5));
  expect(service.card(channel, 'Summary')).toContain('Next meeting: Friday 18 December 2026, 15:30 (London time)');
  await aisha?.says(channel, 'status');
  expect(service.last(channel).join('\n')).toContain('Next meeting: Friday 18 December 2026, 15:30 (London time)');
});
