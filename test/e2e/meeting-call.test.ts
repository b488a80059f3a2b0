// Start and end of a meeting's call, as Teams tells them: an ease that nothing depends on. Once, twice, late or never.

import { expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, gather, nth } from '../support/session-steps.ts';

type Json = Readonly<Record<string, unknown>>;
const lobby = "Before we start: who's here?";

/** The activity as Teams documents it; `rest` overrides. */
const call = (someone: Person, is: 'Start' | 'End', rest: Json = {}): Json => {
  const { conversation: { id, tenantId }, ...activity } = someone.activity(group, {}) as Json & { readonly conversation: { readonly id: string; readonly tenantId: string } };
  return {
    ...activity, type: 'event', name: `application/vnd.microsoft.meeting${is}`, conversation: { isGroup: true, tenantId, id },
    channelData: { tenant: { id: tenantId }, source: null, meeting: { id: 'MCMxOTptZWV0aW5n' } },
    value: { MeetingType: 'Recurring', Title: 'Heads', Id: 'MCMxOTptZWV0aW5n', JoinUrl: 'https://teams.example/join', [`${is}Time`]: '2026-12-03T16:00:10.4388966Z' },
    ...rest,
  };
};

/** So long ahead that the call comes before the bot opens the lobby by itself. */
async function planned(nextDate = '2026-12-03', nextTime = '16:20'): Promise<{ readonly service: TestService; readonly people: readonly Person[] }> {
  const service = await openService();
  const people = colleagues(service, 3);
  await nth(people, 0).says(group, 'set up');
  await nth(people, 0).presses(group, { title: 'Save', inputs: { nextDate, nextTime } });
  await service.pass(seconds(5));
  return { service, people };
}
const lobbies = (service: TestService): number => service.posts(group).filter(({ lines }) => lines[0] === lobby).length;
const said = (service: TestService, pattern: RegExp): number => service.posts(group).filter(({ lines }) => pattern.test(lines.join('\n'))).length;

test('The start of the planned call opens the lobby, said once however often it comes, and people go on as always', async () => {
  const { service, people } = await planned();
  await service.passTo(at('16:00'));
  const started = call(nth(people, 1), 'Start');
  expect((await nth(people, 1).send(started)).status).toBe(200);
  await nth(people, 1).send({ ...started, id: 'again' });
  await nth(people, 2).send(call(nth(people, 2), 'Start', { from: undefined, id: undefined, value: null }));
  await service.pass(seconds(5));
  expect([lobbies(service), said(service, /The meeting has begun/)]).toEqual([1, 1]);
  expect(service.posts(group).slice(-2).map(({ lines }) => lines[0])).toEqual(['The meeting has begun, so here is the lobby.', lobby]);
  await nth(people, 1).presses(group, { title: "I'm in, with a problem" });
  await nth(people, 1).presses(group, { title: 'Start session' });
  await service.pass(seconds(3));
  expect(service.card(group, 'Start on time').join('\n')).toMatch(/Chair: Ben Cole/);
});

test('A call that begins after the bot has opened the lobby by itself opens no second one', async () => {
  const { service, people } = await planned('2026-12-03', '16:05');
  await service.passTo(at('16:00'));
  await nth(people, 1).send(call(nth(people, 1), 'Start'));
  await service.pass(seconds(5));
  expect([lobbies(service), said(service, /The meeting has begun/)]).toEqual([1, 0]);
});

test.each([
  ['a chat that is no community', async () => { const service = await openService(); return { service, people: colleagues(service, 1) }; }],
  ['a meeting planned for another day', () => planned('2026-12-10')],
])('A call in %s does nothing', async (_what, given) => {
  const { service, people } = await given();
  const before = service.posts(group).length;
  await service.passTo(at('16:00'));
  await nth(people, 0).send(call(nth(people, 0), 'Start'));
  await nth(people, 0).send(call(nth(people, 0), 'End'));
  await nth(people, 0).send(call(nth(people, 0), 'Start', { name: 'application/vnd.microsoft.meetingParticipantJoin' }));
  await nth(people, 0).send(call(nth(people, 0), 'Start', { name: undefined }));
  await service.pass(seconds(5));
  expect(service.posts(group)).toHaveLength(before);
});

test('A call in a channel opens no lobby: that belongs in the thread of whoever asks for it', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await aisha.says(channel, 'set up');
  await aisha.presses(channel, { title: 'Save', inputs: { nextDate: '2026-12-03', nextTime: '16:00' } });
  await service.passTo(at('16:00'));
  const before = service.posts().length;
  const id = channel.id.split(';')[0];
  const { conversation } = call(aisha, 'Start') as { readonly conversation: Json };
  // Told with what makes it a channel, and without.
  for (const rest of [{ channelData: { team: { id: 't' }, channel: { id } } }, {}]) await aisha.send(call(aisha, 'Start', { conversation: { ...conversation, id }, value: { Id: JSON.stringify(rest) }, ...rest }));
  await service.pass(seconds(5));
  expect(service.posts()).toHaveLength(before);
});

test('A chat known only by its calls is still welcomed when the bot is added', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await aisha.send(call(aisha, 'Start'));
  await aisha.installs(group);
  await service.pass(seconds(3));
  expect(said(service, /Hello, I am Turnstone/)).toBe(1);
});

test('The end of the call before the Close is one line to the chair, in the lobby nothing', async () => {
  const { service, people } = await planned();
  await gather(service, people, { chat: group });
  const before = service.posts(group).length;
  await nth(people, 0).send(call(nth(people, 0), 'End', { value: { EndTime: 'a' } }));
  await service.pass(seconds(3));
  expect(service.posts(group)).toHaveLength(before);
  await service.passTo(at('16:00'));
  await nth(people, 0).presses(group, { title: 'Start session' });
  await service.passTo(at('16:20'));
  for (const EndTime of ['b', 'b', 'c']) await nth(people, 0).send(call(nth(people, 0), 'End', { value: { EndTime } }));
  await service.pass(seconds(3));
  expect(said(service, /The call has ended; the session still runs\. Aisha Khan|The call has ended; the session still runs\. <at>Aisha Khan/)).toBe(1);
  expect(service.posts(group).some(({ lines }) => lines[0] === 'Summary')).toBe(false);
});

test('The end of the call in the Close ends the session as completed, with its summary', async () => {
  const service = await openService();
  const people = colleagues(service, 4);
  await begin(service, people, { chat: group });
  await service.passTo(at('16:56'));
  expect(service.card(group, 'Close').join('\n')).toMatch(/Ends at 17:00/);
  await nth(people, 0).send(call(nth(people, 0), 'End'));
  await service.pass(seconds(3));
  expect(service.card(group, 'Close').join('\n')).toMatch(/Over: 16:55 to 16:56/);
  expect(service.card(group, 'Summary').join('\n')).toMatch(/16:00 to 16:56/);
});
