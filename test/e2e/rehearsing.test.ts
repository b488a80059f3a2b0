// `rehearse` in the 1:1 chat (product.md 3): an hour with pretend colleagues in about a minute, in any seat, left alone,
// taken away and brought back; and nothing of it reaches a community.

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { linesOfAnswer, linkIn } from '../support/read-card.ts';
import { channel, group, openService, startAt, type TestService } from '../support/service.ts';
import { begin, colleagues, nth, submits } from '../support/session-steps.ts';

const pretend = ['Nadia Shah', 'Owen Price', 'Priya Nair'];
const over = 'That was a rehearsal: nothing of it is kept in your community.';

interface Rehearsing {
  readonly service: TestService;
  readonly person: Person;
}

async function rehearsing(words = 'rehearse'): Promise<Rehearsing> {
  const service = await openService({ openAt: startAt });
  const person = service.person('Aisha Khan');
  await person.installs(person.privateChat);
  await person.says(person.privateChat, words);
  await service.pass(seconds(5));
  return { service, person };
}

const titles = ({ service, person }: Rehearsing): readonly string[] => service.posts(person.privateChat).map(({ lines }) => lines[0] ?? '');
const card = ({ service, person }: Rehearsing, title: string): string => service.card(person.privateChat, title).join('\n');

/** Until the line that says it is over, at most `withinMs`; gives the real time it took. */
async function untilOver(it: Rehearsing, withinMs = minutes(2)): Promise<number> {
  const { service } = it;
  const from = service.now();
  while (!titles(it).includes(over) && service.now() < from + withinMs) await service.pass(seconds(1));
  expect(titles(it).at(-1)).toBe(over);
  return service.now() - from;
}

describe('A rehearsal in which the person does nothing', () => {
  test('is begun and chaired by a colleague after twenty seconds, shows a real hour, and ends within a minute with summary and link', async () => {
    const it = await rehearsing();
    const lobby = card(it, "Before we start: who's here?");
    for (const name of pretend) expect(lobby).toContain(`${name} · write-up ready`);
    await it.service.pass(seconds(18));
    expect(titles(it)).not.toContain('Agenda');
    await it.service.pass(seconds(3));
    expect(card(it, 'Agenda')).toContain('Chair: Nadia Shah');
    expect(await untilOver(it)).toBeLessThanOrEqual(minutes(1));
    const summary = card(it, 'Summary');
    // Three turns of 13 minutes, opening and close.
    const [, from = '', to = ''] = /(\d\d:\d\d) to (\d\d:\d\d)/.exec(summary) ?? [];
    expect(Date.parse(`2026-12-03T${to}Z`) - Date.parse(`2026-12-03T${from}Z`)).toBe(minutes(49));
    for (const text of ['Year 9 asked for a second quiz.', 'When did this last happen?', 'Bring one moderated sample to the next phase meeting.', 'Who can show me a short agenda']) expect(summary).toContain(text);
  });

  test('leaves a record behind its link, and not a word anywhere else', async () => {
    const it = await rehearsing();
    await untilOver(it);
    const posted = it.service.connector.visible(it.person.privateChat.id).find(({ activity }) => JSON.stringify(activity).includes('/records/'));
    const record = await (await fetch(linkIn(posted?.activity ?? {}) ?? '')).text();
    for (const text of ['Everybody stayed for the whole training day.', 'Plan two weeks of spaced quizzes']) expect(record).toContain(text);
    const chats = new Set(it.service.sent().map(({ conversation }) => conversation));
    expect([...chats]).toEqual([it.person.privateChat.id]);
    expect(JSON.stringify(it.service.connector.requests)).not.toContain('"mention"');
  });
});

test('Every phase card is punctual: the sends of an hour in a minute stay under the pace of the platform', async () => {
  const it = await rehearsing();
  await it.service.pass(seconds(25));
  await untilOver(it);
  const posts = it.service.posts(it.person.privateChat);
  const agendaAt = posts.find(({ lines }) => lines[0] === 'Agenda')?.at ?? 0;
  const phases = posts.filter(({ lines }) => lines.some((line) => line.startsWith('Speaking: ')));
  // An opening of five minutes, three turns of 2, 2, 4, 2, 2 and 1.
  const startMinutes = [0, ...[0, 1, 2].flatMap((turn) => [0, 2, 4, 8, 10, 12].map((minute) => 5 + 13 * turn + minute)), 44];
  expect(phases.map(({ at }) => Math.round((at - agendaAt) / 100) / 10)).toEqual(startMinutes);
  const sentAt = it.service.sent(it.person.privateChat).map(({ at }) => at);
  for (const at of sentAt) expect(sentAt.filter((other) => other >= at && other < at + seconds(30)).length).toBeLessThan(60);
});

describe('The person', () => {
  test('with a problem has a turn among four, and writes down notes and an action of their own', async () => {
    const it = await rehearsing();
    const { service, person } = it;
    await person.presses(person.privateChat, { title: "I'm in, with a problem" });
    await person.presses(person.privateChat, { title: 'Start session' });
    await service.pass(seconds(1));
    expect(card(it, 'Agenda')).toMatch(/Aisha Khan · no write-up yet/);
    await service.pass(seconds(45));
    expect(titles(it)).toContain('Turn 4 of 4: <at>Aisha Khan</at>');
    expect(linesOfAnswer((await person.presses(person.privateChat, { title: 'Save my next action', inputs: { action: 'Ask the team first' } })).body)).toEqual([expect.stringContaining('Next action saved for Aisha Khan')]);
    expect(linesOfAnswer((await person.presses(person.privateChat, { title: 'Add note', inputs: { note: 'They have tried it' } })).body)).toEqual(['Note saved.']);
    await untilOver(it);
    expect(card(it, 'Summary')).toMatch(/4 · Aisha Khan[^]*more notes[^]*Next action: Ask the team first/);
  });

  test('who helps is in, and drives by typing all the same, since it is their rehearsal', async () => {
    const it = await rehearsing();
    const { service, person } = it;
    const chat = person.privateChat;
    await person.presses(chat, { title: "I'm in, to help others" });
    await person.presses(chat, { title: 'Start session' });
    await person.says(chat, 'note It went better than last week');
    await person.says(chat, 'status');
    // Its place under the platform's pace comes after all that the start posts.
    await service.pass(seconds(2));
    expect(service.last(chat).join('\n')).toMatch(/Start on time/);
    await person.says(chat, 'next');
    await service.pass(seconds(1));
    expect(titles(it)).toContain('Introduce the problem');
    await person.says(chat, 'help');
    await service.pass(seconds(1));
    expect(service.card(chat, 'What you can do here').join('\n')).toContain('more time');
    await person.says(chat, 'end');
    await person.says(chat, 'end');
    await service.pass(seconds(2));
    expect(card(it, 'Summary')).toMatch(/It went better than last week/);
    expect(titles(it).at(-1)).toBe(over);
    await person.says(chat, 'status');
    await service.pass(seconds(1));
    expect(service.last(chat).join('\n')).toMatch(/do not belong to a community/);
  });

  test('who chairs moves on, pauses, and goes on; a pause that nobody ends is ended for them', async () => {
    const it = await rehearsing();
    const { service, person } = it;
    const chat = person.privateChat;
    await person.presses(chat, { title: "I'll chair" });
    await person.presses(chat, { title: 'Start session' });
    await service.pass(seconds(1));
    expect(card(it, 'Agenda')).toContain('Chair: Aisha Khan');
    await person.presses(chat, { title: 'Next phase' });
    await service.pass(seconds(1));
    await person.presses(chat, { title: 'Pause' });
    await service.pass(seconds(20));
    expect(card(it, 'Paused')).toContain('The chair, Aisha Khan, decides how to go on.');
    await person.presses(chat, { title: 'Resume', inputs: { finish: 'later' } });
    await service.pass(seconds(3));
    expect(titles(it)).toContain('Clarify');
    await person.presses(chat, { title: 'Pause' });
    expect(await untilOver(it, minutes(5))).toBeGreaterThan(minutes(1));
  });

  test('who only pauses is not left waiting: the colleague in the chair goes on', async () => {
    const it = await rehearsing();
    await it.service.pass(seconds(25));
    await it.person.presses(it.person.privateChat, { title: 'Pause' });
    await it.service.pass(seconds(9));
    expect(card(it, 'Paused')).toContain('Nadia Shah resumed the session.');
    await untilOver(it);
  });

  test('may call it off in the lobby, and begin another', async () => {
    const it = await rehearsing();
    const { service, person } = it;
    await person.presses(person.privateChat, { title: 'Cancel this session' });
    await service.pass(minutes(2));
    expect(titles(it)).not.toContain('Agenda');
    await person.says(person.privateChat, 'rehearse troika');
    await service.pass(seconds(25));
    expect(titles(it)).toContain('Agenda');
    await untilOver(it);
  });
});

test('Typed once more while one is open, `rehearse` shows it; `start` stays refused and names it', async () => {
  const it = await rehearsing();
  const chat = it.person.privateChat;
  await it.person.says(chat, 'rehearse');
  await it.service.pass(seconds(1));
  expect(it.service.last(chat).join('\n')).toMatch(/3 are in|lobby|In: 3|3/i);
  await it.person.says(chat, 'start');
  await it.service.pass(seconds(1));
  expect(it.service.last(chat).join('\n')).toMatch(/only in a channel[^]*“rehearse”/);
  await it.person.says(chat, 'rehearse golf');
  expect(titles(it).filter((title) => title === "Before we start: who's here?")).toHaveLength(1);
});

test.each(['rehearse consultancy', 'rehearse troika', 'rehearse action learning', 'rehearse tuning', 'rehearse case study'])('`%s` runs to its end', async (words) => {
  const it = await rehearsing(words);
  await it.service.pass(seconds(21));
  expect(titles(it)).toContain('Agenda');
  await untilOver(it);
  expect(titles(it).filter((title) => title.startsWith('Turn ')).length).toBeGreaterThan(0);
});

test('Two people rehearse at once, each in their own chat', async () => {
  const it = await rehearsing();
  const ben = it.service.person('Ben Cole');
  await ben.installs(ben.privateChat);
  await ben.says(ben.privateChat, 'rehearse');
  await it.service.pass(seconds(3));
  await ben.presses(ben.privateChat, { title: "I'm in, with a problem" });
  await untilOver(it);
  await it.service.pass(minutes(1));
  expect(card(it, 'Summary')).not.toContain('Ben Cole');
  expect(it.service.card(ben.privateChat, 'Summary').join('\n')).toContain('Ben Cole');
});

describe('Taken away in the middle', () => {
  test('for a moment it goes on where it stopped, with nothing twice', async () => {
    const it = await rehearsing();
    await it.service.pass(seconds(40));
    await it.service.restart(seconds(3));
    await untilOver(it);
    const phases = titles(it).filter((title) => title === 'Look deeper' || title === 'Agenda' || title === 'Summary' || title === over);
    expect(phases).toEqual(['Agenda', 'Look deeper', 'Look deeper', 'Look deeper', 'Summary', over]);
  });

  test('for minutes it is paused, says so, and goes on by itself', async () => {
    const it = await rehearsing();
    await it.service.pass(seconds(40));
    await it.service.restart(minutes(5));
    expect(card(it, 'Paused')).toContain('I was away');
    await untilOver(it);
  });
});

describe('A community', () => {
  test('of somebody who rehearses knows nothing of it: history, status, rota and write-up are as they were', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    const [aisha] = [nth(people, 0)];
    await begin(service, people);
    await service.pass(2 * hourMs);
    await submits(aisha);
    const asked = async (): Promise<readonly (readonly string[])[]> => {
      const before = service.seen(channel).length;
      for (const command of ['history', 'problems']) await aisha.says(channel, command);
      await service.pass(seconds(3));
      return service.seen(channel).slice(before);
    };
    const known = await asked();
    const chat = aisha.privateChat;
    await aisha.says(chat, 'rehearse');
    await service.pass(seconds(6));
    await aisha.presses(chat, { title: "I'm in, with a problem" });
    await aisha.says(chat, 'status');
    await service.pass(minutes(3));
    expect(service.posts(chat).map(({ lines }) => lines[0])).toContain(over);
    expect(await asked()).toEqual(known);
    await aisha.says(channel, 'start');
    await nth(people, 1).presses(channel, { title: "I'm in, to help others" });
    await aisha.presses(channel, { title: "I'm in, with a problem" });
    await service.pass(seconds(3));
    // Aisha has chaired once, so it is Ben's turn: a rehearsal would have changed neither.
    expect(service.card(channel, "Before we start: who's here?").join('\n')).toMatch(/Aisha Khan · write-up ready[^]*Chair: Ben Cole/);
    await aisha.says(chat, 'status');
    await service.pass(seconds(1));
    expect(service.last(chat).join('\n')).toMatch(/2|lobby/i);
  });

  test('may be rehearsed in by its own chat in local mode, and is free for a session afterwards', async () => {
    const service = await openService({ openAt: startAt });
    const aisha = service.person('Aisha Khan');
    await aisha.says(group, 'rehearse');
    await service.pass(seconds(6));
    await service.person('Ben Cole').presses(group, { title: "I'm in, to help others" });
    await aisha.says(group, 'start');
    await service.pass(minutes(2));
    expect(service.posts(group).map(({ lines }) => lines[0])).toContain(over);
    await aisha.says(group, 'history');
    await aisha.says(group, 'start');
    await service.pass(seconds(3));
    expect(service.card(group, 'Sessions held').join('\n')).not.toMatch(/2026/);
    expect(service.card(group, "Before we start: who's here?").join('\n')).not.toContain('Nadia Shah');
  });
});

test('A press on a card of somebody else\'s rehearsal is refused', async () => {
  const it = await rehearsing();
  const pressing = it.person.pressing(it.person.privateChat, { title: 'Start session' }) as { readonly value: unknown };
  const ben = it.service.person('Ben Cole');
  const { value } = pressing;
  for (const chat of [it.person.privateChat, ben.privateChat, group]) {
    const answer = await ben.send(ben.activity(chat, { type: 'invoke', name: 'adaptiveCard/action', value }));
    expect(linesOfAnswer(answer.body).join()).toMatch(/only in a channel|no session here/);
  }
  expect(titles(it)).not.toContain('Agenda');
});

test('With a fast clock it still takes about a minute', async () => {
  const service = await openService({ openAt: startAt, environment: { CLOCK_RATE: '30' } });
  const aisha = service.person('Aisha Khan');
  await aisha.installs(aisha.privateChat);
  await aisha.says(aisha.privateChat, 'rehearse');
  await service.pass(seconds(30));
  expect(service.posts(aisha.privateChat).map(({ lines }) => lines[0])).toContain('Agenda');
  const tookMs = await untilOver({ service, person: aisha });
  expect(tookMs).toBeLessThanOrEqual(minutes(1));
  expect(tookMs).toBeGreaterThan(seconds(30));
});
