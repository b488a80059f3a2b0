// What people say of themselves with `me`, and what comes of it: when they are written to, and what a pause keeps away
// (product.md 3, 7). Days pass in the test's time only.

import { describe, expect, test } from '@jest/globals';
import { hourMs, type Instant, minutes, seconds } from '../../src/core/time.ts';
import { buttonsOf } from '../support/card-buttons.ts';
import type { Answered, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { group, openService, type TestService } from '../support/service.ts';
import { begin, colleagues, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const titlesOf = (answered: Answered): readonly string[] => buttonsOf(cardOfAnswer(answered.body) ?? {}).map(({ title }) => title);
const lastOf = (service: TestService, person: Person): string => service.last(person.privateChat).join('\n');
/** By the hour. */
const inLondon = (at: Instant): string => new Date(at).toISOString().slice(0, 13);

const profile = {
  birthday: '14 March', school: 'Northfield Primary', schoolPhase: 'primary', role: 'Deputy head', zone: 'Europe/Paris', wakingFrom: '08:00', wakingTo: '5pm', pausedUntil: '5 January',
};

/** Aisha, Ben and Chloe were in a lobby once; their next meeting is on Thursday 17 December 2026, 16:00. */
async function planned(): Promise<{ readonly service: TestService; readonly aisha: Person; readonly ben: Person }> {
  const service = await openService({ sweepEveryMs: seconds(30) });
  const people = colleagues(service, 3);
  const [aisha, ben] = [nth(people, 0), nth(people, 1)];
  await aisha.says(group, 'start');
  for (const person of people) await person.presses(group, { title: "I'm in, with a problem" });
  await aisha.presses(group, { title: 'Cancel this session' });
  await aisha.says(group, 'set up');
  await aisha.presses(group, { title: 'Save', inputs: { nextDate: '2026-12-17', nextTime: '16:00' } });
  await service.pass(seconds(5));
  return { service, aisha, ben };
}

async function saves(person: Person, inputs: Readonly<Record<string, string>>): Promise<Answered> {
  await person.says(person.privateChat, 'me');
  return person.presses(person.privateChat, { title: 'Save', inputs });
}

describe('me', () => {
  test('keeps what is saved, says how it is from now on, and shows it again', async () => {
    const { service, ben } = await planned();
    const saved = await saves(ben, profile);
    expect(answerOf(saved)).toBe([
      'About you', 'Saved. Type “me” to change it.', 'Birthday: 14 March', 'School: Northfield Primary', 'School phase: Primary', 'Role: Deputy head', 'Time zone: Europe/Paris',
      'I write to you: between 08:00 and 17:00, on school days',
      'Reminders: none until Tuesday 5 January 2027; then they start again by themselves. News and your sessions still reach you.',
    ].join('\n'));
    expect(titlesOf(saved)).toEqual(['Start again']);
    await ben.says(ben.privateChat, 'me');
    expect(lastOf(service, ben)).toMatch(/14 March\nSchool\nNorthfield Primary\nSchool phase\nprimary\nRole\nDeputy head\n[^]*Europe\/Paris\n[^]*08:00\n[^]*17:00\n[^]*Tuesday 5 January 2027$/);
    // Saved as it stands it stays; emptied it goes back to what the group has set.
    expect(answerOf(await ben.presses(ben.privateChat, { title: 'Save' }))).toContain('none until Tuesday 5 January 2027');
    expect(answerOf(await saves(ben, { birthday: '', school: '', schoolPhase: 'none', role: '', zone: '', wakingFrom: '', wakingTo: '', pausedUntil: '' }))).toContain([
      'Birthday: not said', 'School: not said', 'School phase: not said', 'Role: not said', 'Time zone: Europe/London, as in your groups',
      'I write to you: between 07:30 and 18:30, on school days, as in your groups', 'Reminders: on',
    ].join('\n'));
  });

  test('comes back with everything typed where something is wrong, and saves nothing', async () => {
    const { service, ben } = await planned();
    const typed = { birthday: '31 June', school: 'Northfield', schoolPhase: 'special', role: 'x'.repeat(121), zone: 'Paris', wakingFrom: '18:00', wakingTo: '08:00', pausedUntil: '12/3' };
    const refused = await saves(ben, typed);
    const lines = linesOfAnswer(refused.body);
    expect(lines.slice(2, 8)).toEqual(['Not saved yet. Please look at:', 'Birthday: please write day and month, like 14 March.', 'Role: that is too long, 120 characters fit.',
      'Time zone: I do not know this one. Write it like Europe/London.', 'Write to me: please give two times like 07:30 and 18:30, the later one last, or leave both empty.',
      'Pause: that date may be Friday 12 March 2027 or Thursday 3 December 2026. Please write the one you mean, like 12 March.'].map((line, n) => (n === 5 ? expect.stringMatching(/^Pause: that date may be .* or .*\. Please/) : line)));
    for (const text of Object.values(typed)) expect(lines).toContain(text);
    for (const [pausedUntil, why] of [['yesterday', 'cannot read'], ['3 December 2020', 'from tomorrow on'], ['today', 'from tomorrow on']] as const) expect(answerOf(await saves(ben, { pausedUntil }))).toContain(why);
    expect(answerOf(await saves(ben, { wakingFrom: '09:00' }))).toContain('please give two times');
    await ben.says(ben.privateChat, 'me');
    expect(lastOf(service, ben)).not.toMatch(/Northfield|09:00/);
  });

  test('typed where others read is answered in the 1:1 chat, and there alone', async () => {
    const { service, ben } = await planned();
    await saves(ben, { school: 'Northfield' });
    await ben.says(group, 'me');
    await service.pass(seconds(5));
    expect(service.last(group).join()).toMatch(/Ben Cole.*I have written to you/);
    expect(lastOf(service, ben)).toContain('Northfield');
    await ben.says(group, 'pause until 5 January');
    await service.pass(seconds(5));
    expect(lastOf(service, ben)).toContain('none until Tuesday 5 January 2027');
    expect(service.posts(group).flatMap(({ lines }) => lines).join('\n')).not.toMatch(/Northfield|January/);
  });

  test('has buttons that do one thing at once and leave the rest of the form as it was typed', async () => {
    const { service, ben } = await planned();
    await ben.forges(ben.privateChat, { verb: 'nudges-off', data: { community: group.id } });
    await ben.says(ben.privateChat, 'me');
    const resumed = await ben.presses(ben.privateChat, { title: 'Resume: Group', inputs: { role: 'Head', pausedUntil: 'soon' } });
    expect([answerOf(resumed), titlesOf(resumed)]).toEqual([expect.stringMatching(/^About you\nI will remind you in that group again\.[^]*Head[^]*soon$/), ['Save', 'Pause for two weeks']]);
    const paused = await ben.presses(ben.privateChat, { title: 'Pause for two weeks', inputs: { role: 'Head' } });
    expect([answerOf(paused), titlesOf(paused)]).toEqual([expect.stringMatching(/^About you\nYour reminders are paused\.[^]*Head[^]*Thursday 17 December 2026$/), ['Save', 'Start again']]);
    await ben.says(ben.privateChat, 'me');
    expect(lastOf(service, ben)).not.toContain('Head');
    expect(answerOf(await ben.presses(ben.privateChat, { title: 'Start again' }))).toContain('Your reminders have started again.');
    await ben.says(ben.privateChat, 'pause until some day');
    expect(lastOf(service, ben)).toMatch(/I cannot read that date[^]*some day$/);
    await ben.says(ben.privateChat, 'me pause');
    expect(lastOf(service, ben)).toContain('none until Thursday 17 December 2026');
  });
});

test('a birthday on the form is as good as one that was typed', async () => {
  const { service, aisha, ben } = await planned();
  await saves(ben, { birthday: '2 January' });
  await aisha.says(aisha.privateChat, 'birthday 14 March');
  await ben.says(group, 'start');
  for (const person of [aisha, ben]) await person.presses(group, { title: "I'm in, to help others" });
  expect(service.card(group, "Before we start: who's here?").join('\n')).toMatch(/Ben Cole[^\n]*earliest birthday/);
});

/** When somebody was first written to about `text`, in London. */
const written = (service: TestService, person: Person, text: RegExp): readonly string[] =>
  service.posts(person.privateChat).filter(({ lines }) => text.test(lines.join('\n'))).map(({ at }) => inLondon(at));
const nudge = /^Your problem for the next meeting/;

describe('quiet hours', () => {
  test('hold what comes outside them until they begin, over a restart, and a session does not wait for them', async () => {
    const service = await openService({ sweepEveryMs: seconds(30) });
    const people = colleagues(service, 2);
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await saves(ben, { wakingFrom: '10:00', wakingTo: '11:00' });
    await begin(service, [aisha, ben], { chat: group });
    const before = service.posts(ben.privateChat).length;
    await aisha.presses(group, { title: 'End session' });
    await aisha.presses(group, { title: 'End session' });
    await service.pass(seconds(10));
    expect(service.posts(ben.privateChat)).toHaveLength(before + 1);
    await aisha.says(group, 'set up');
    await aisha.says(group, 'pairs Aisha Khan and Ben Cole');
    await service.pass(minutes(2));
    const news = /buddy/i;
    expect([written(service, aisha, news).length > 0, written(service, ben, news)]).toEqual([true, []]);
    await service.skipTo(Date.UTC(2026, 11, 4, 4, 0));
    await service.restart(hourMs);
    await service.skipTo(Date.UTC(2026, 11, 4, 9, 59));
    expect(written(service, ben, news)).toEqual([]);
    await service.passTo(Date.UTC(2026, 11, 4, 10, 1));
    expect(new Set(written(service, ben, news))).toEqual(new Set(['2026-12-04T10']));
    const count = written(service, ben, news).length;
    await service.restart(hourMs);
    await service.pass(minutes(1));
    expect(written(service, ben, news)).toHaveLength(count);
  });

  test('move a reminder of the group into them', async () => {
    const { service, aisha, ben } = await planned();
    await saves(ben, { wakingFrom: '19:00', wakingTo: '21:00' });
    for (const hour of [9, 19]) await service.skipTo(Date.UTC(2026, 11, 10, hour, 1));
    expect([written(service, aisha, nudge), written(service, ben, nudge)]).toEqual([['2026-12-10T09'], ['2026-12-10T19']]);
  });
});

test('a pause keeps reminders away, is told to nobody, and ends by itself', async () => {
  const { service, aisha, ben } = await planned();
  await saves(ben, { pausedUntil: '16 December' });
  await service.skipTo(Date.UTC(2026, 11, 10, 9, 1));
  expect([written(service, aisha, nudge), written(service, ben, nudge)]).toEqual([['2026-12-10T09'], []]);
  await aisha.says(aisha.privateChat, 'deliveries');
  expect(lastOf(service, aisha)).toContain('Nothing: everything');
  await service.skipTo(Date.UTC(2026, 11, 16, 9, 1));
  expect(written(service, ben, nudge)).toEqual(['2026-12-16T09']);
  await ben.says(ben.privateChat, 'me');
  expect(lastOf(service, ben)).not.toContain('December');
});
