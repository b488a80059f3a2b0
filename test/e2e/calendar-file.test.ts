// The calendar file over HTTP: where its link is offered, what it holds, and what becomes of it when a meeting moves.

import { expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { minutes } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { channel, openService, startAt, type TestService } from '../support/service.ts';
import { at, colleagues, gather, nth } from '../support/session-steps.ts';

const linkIn = (body: unknown): string => /https?:\/\/127\.0\.0\.1:\d+\/calendars\/[\w.-]+/.exec(JSON.stringify(body))?.[0] ?? '';
async function read(link: string) {
  const response = await fetch(link);
  const text = await response.text();
  const events = response.status === 200 ? ICAL.Component.fromString(text).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) : [];
  return { response, text, events: events.map(({ uid, sequence, summary, startDate }) => ({ uid, sequence, summary, startsAt: startDate.toUnixTime() * 1000 })) };
}
const save = (person: Person, inputs: Readonly<Record<string, string>>) => person.presses(channel, { title: 'Save', inputs });
async function planned(service: TestService): Promise<Person> {
  const aisha = service.person('Aisha Khan');
  await aisha.says(channel, 'set up');
  return aisha;
}

test('The answer to set up, the status and the summary offer the file, which a calendar reads', async () => {
  const service = await openService();
  const people = colleagues(service, 2);
  const aisha = nth(people, 0);
  await aisha.says(channel, 'set up');
  const saved = await save(aisha, { nextDate: '2026-12-03', nextTime: '16:00', rhythm: 'fortnightly' });
  const { response, events } = await read(linkIn(saved.body));
  expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')])
    .toEqual([200, 'text/calendar; charset=utf-8', 'attachment; filename="turnstone-meetings.ics"']);
  expect(events.slice(0, 2)).toMatchObject([{ summary: 'Problem-solving hour: Heads', startsAt: startAt }, { startsAt: startAt + minutes(14 * 24 * 60) }]);
  await aisha.says(channel, 'status');
  expect(linkIn(service.posts(channel).at(-1)?.body)).not.toBe('');
  await gather(service, people);
  await service.passTo(startAt);
  await aisha.presses(channel, { title: 'Start session' });
  await service.passTo(at('16:40'));
  const summary = service.posts(channel).find(({ lines }) => lines[0] === 'Summary');
  // Held: the file begins with the one after it, under the number it had before.
  expect((await read(linkIn(summary?.body))).events[0]).toMatchObject({ uid: events[1]?.uid, startsAt: events[1]?.startsAt });
});

test('A meeting that moves keeps its identity and raises its sequence; another community has other ones', async () => {
  const service = await openService();
  const aisha = await planned(service);
  const link = linkIn((await save(aisha, { nextDate: '2026-12-17', nextTime: '16:00' })).body);
  const before = (await read(link)).events;
  await aisha.says(channel, 'set up');
  await save(aisha, { nextDate: '2026-12-18', nextTime: '15:30' });
  const after = (await read(link)).events;
  expect(before).toHaveLength(1);
  expect(after).toEqual([{ ...before[0], sequence: (before[0]?.sequence ?? 0) + 1, startsAt: Date.UTC(2026, 11, 18, 15, 30) }]);
  const other = { ...channel, id: '19:others@thread.tacv2;messageid=1700000000001', name: 'Others' };
  await aisha.says(other, 'set up');
  const [elsewhere] = (await read(linkIn((await aisha.presses(other, { title: 'Save', inputs: { nextDate: '2026-12-17', nextTime: '16:00' } })).body))).events;
  expect(elsewhere?.uid).not.toBe(before[0]?.uid);
});

test('A link that was forged or is over leads nowhere, and without a meeting there is none', async () => {
  const service = await openService();
  const aisha = await planned(service);
  const link = linkIn((await save(aisha, { nextDate: '2026-12-17', nextTime: '16:00' })).body);
  for (const bad of [`${link}x`, link.replace('/calendars/', '/records/'), link.replace(/\/calendars\/.{8}/, '/calendars/AAAAAAAA')]) expect((await read(bad)).response.status).toBe(404);
  await aisha.says(channel, 'set up');
  expect(linkIn((await save(aisha, { nextDate: '', nextTime: '' })).body)).toBe('');
  const { response, text } = await read(link);
  expect([response.status, text]).toEqual([404, 'There is no meeting to come. Type “set up” in the chat to plan one.']);
  await aisha.says(channel, 'status');
  expect(linkIn(service.posts(channel).at(-1)?.body)).toBe('');
  await service.skipTo(startAt + minutes(40 * 24 * 60));
  expect(await read(link).then(({ response: { status } }) => status)).toBe(404);
});
