// `report` as people get it: the group everything in numbers, somebody outside what may leave it, files by links that end
// with the right to see them.

import { expect, test } from '@jest/globals';
import { dayMs, seconds } from '../../src/core/time.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { group, openService, type TestService } from '../support/service.ts';
import { colleagues, gather, nth } from '../support/session-steps.ts';

const told = (teller: Person, chat: Chat, change: Readonly<Record<string, unknown>>): Promise<Answered> =>
  teller.send({ ...teller.activity(chat, { type: 'conversationUpdate', ...change }), id: `f:${JSON.stringify(change)}` });

/** A session in which each owner commits to something. */
async function meets(service: TestService, people: readonly Person[]): Promise<void> {
  await gather(service, people, { chat: group });
  await nth(people, 0).presses(group, { title: 'Start session' });
  for (const person of people) await person.says(group, `action A quiz by ${person.name}`);
  for (const _ of [1, 2]) await nth(people, 0).says(group, 'end');
  await service.pass(seconds(10));
}

/** The links on the last card, by what stands before them: [whole CSV, whole JSON, outside CSV, outside JSON] as far as there are any. */
async function reportFor(service: TestService, person: Person, chat: Chat): Promise<{ readonly lines: readonly string[]; readonly urls: readonly string[]; readonly card: string }> {
  await person.says(chat, 'report');
  await service.pass(seconds(2));
  const lines = service.last(chat);
  const card = JSON.stringify(service.connector.visible(chat.id).at(-1)?.activity);
  return { lines, card, urls: [...lines.join('\n').matchAll(/\]\((http[^)]+)\)/g)].map(([, url = '']) => url) };
}

async function download(url: string): Promise<{ readonly status: number; readonly type: string | null; readonly name: string | null; readonly body: string }> {
  const response = await fetch(url);
  return { status: response.status, type: response.headers.get('content-type'), name: response.headers.get('content-disposition'), body: await response.text() };
}

test('The group sees meetings, attendance and actions as text, chart and files; a former coordinator activity alone; somebody who left nothing', async () => {
  const service = await openService();
  const people = colleagues(service, 3);
  const [aisha, ben] = [nth(people, 0), nth(people, 1)];
  await meets(service, people);
  const inChat = await reportFor(service, ben, group);
  expect(inChat.lines.join('\n')).toMatch(/Report: Group\nSince[^]*1 September 2025\.\nMeetings held: 1\nThursday 3 December 2026: 3 people[^]*December 2026: 0 done, 0 partly, 0 not yet, \d without an answer/);
  expect(inChat.card).toMatch(/"Chart\.HorizontalBar\.Stacked"[^]*"fallback":"drop"/);
  expect(inChat.card).not.toMatch(/Aisha|Chloe|quiz/);
  expect(inChat.urls).toHaveLength(4);
  const [csv, json, outsideCsv, outsideJson] = await Promise.all(inChat.urls.map(download));
  expect(csv).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8', name: 'attachment; filename="turnstone-report.csv"' });
  expect(csv?.body).toMatch(/meeting,2026-12-03,present,3\r\nactions,2026-12,done,0/);
  expect(JSON.parse(json?.body ?? '')).toMatchObject({ meetingCount: 1, actions: { months: [{ month: '2026-12' }] } });
  expect(outsideCsv).toMatchObject({ name: 'attachment; filename="turnstone-report-outside.csv"', body: expect.not.stringMatching(/actions/) });
  expect(JSON.parse(outsideJson?.body ?? '')).toMatchObject({ meetingCount: 1, actions: { merged: null } });

  const alone = await reportFor(service, ben, ben.privateChat);
  const coordinator = await reportFor(service, aisha, aisha.privateChat);
  expect(alone.urls).toHaveLength(4);
  await told(aisha, group, { membersRemoved: [aisha, ben].map((person) => ({ id: person.teamsId, aadObjectId: `id-${person.name.toLowerCase().replace(' ', '-')}` })) });
  // Links made for somebody alone end with their right to see what they lead to.
  expect((await Promise.all(alone.urls.map(download))).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await Promise.all(coordinator.urls.map(download))).map(({ status }) => status)).toEqual([404, 404, 200, 200]);
  expect((await reportFor(service, ben, ben.privateChat)).lines.join()).toMatch(/Only members of that community/);
  const outside = await reportFor(service, aisha, aisha.privateChat);
  expect(outside.lines.join('\n')).toMatch(/Meetings held: 1\n[^]*3 people[^]*Too few to show/);
  expect(outside.card).not.toMatch(/Chart|done/);
  expect(outside.urls).toHaveLength(2);
});

test('A link that was changed, used in another place or kept for too long gives nothing', async () => {
  const service = await openService();
  const people = colleagues(service, 2);
  await meets(service, people);
  const { urls } = await reportFor(service, nth(people, 1), group);
  const [url = '', , outside = ''] = urls;
  const [place = '', body = '', signature = ''] = /^(.*\/)([^/.]+)\.([^.]+)$/.exec(url)?.slice(1) ?? [];
  const otherBody = /\/([^/.]+)\.[^.]+$/.exec(outside)?.[1] ?? '';
  await nth(people, 0).says(group, 'history');
  await service.pass(seconds(2));
  const record = /\]\((http[^)]+)\)/.exec(service.last(group).join('\n'))?.[1] ?? '';
  const forged = [`${place}${otherBody}.${signature}`, `${place}${body}.x${signature}`, `${place}${body}`, url.replace('/reports/', '/records/'), record.replace('/records/', '/reports/')];
  for (const each of forged) expect((await download(each)).status).toBe(404);
  expect((await download(record)).status).toBe(200);
  expect((await download(url)).status).toBe(200);
  service.time.leap(32 * dayMs);
  expect((await download(url)).status).toBe(404);
});
