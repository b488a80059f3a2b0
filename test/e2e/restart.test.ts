// The process goes away and comes back on the same store, in every kind of phase: in time it simply goes on, too late it
// pauses and says by how much; nothing is announced twice or skipped in silence (product.md 4 "Moves").

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, gather, nth } from '../support/session-steps.ts';

const turn = ['Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'];
const order = ['Start on time', ...turn, ...turn, 'Close', 'Summary'];
const phases = (service: TestService): readonly string[] =>
  service.posts(channel).map(({ lines }) => lines[0] ?? '').filter((title) => order.includes(title));

/** Two owners, from 16:00; the phases of the first turn begin at 16:05, 07, 09, 13, 15 and 17. */
async function running(): Promise<TestService> {
  const service = await openService();
  await begin(service, colleagues(service, 2));
  return service;
}

const moments = [
  ['Start on time', '16:04'], ['Introduce the problem', '16:06:30'], ['Clarify', '16:08:30'], ['Look deeper', '16:12:30'],
  ['Action step', '16:14:30'], ['Response', '16:16:30'], ['Our reflections', '16:17:30'], ['Close', '16:35:30'],
] as const;

describe.each(moments)('In %s', (title, clock) => {
  test('one minute away, across the end of the phase or not, it simply goes on', async () => {
    const service = await running();
    await service.passTo(at(clock));
    await service.restart(minutes(1));
    expect(service.seen(channel).flat()).not.toContain('Paused');
    await service.pass(hourMs);
    expect(phases(service)).toEqual(order);
    expect(clockOf(service.posts(channel).find(({ lines }) => lines[0] === 'Summary')?.at ?? 0)).toMatch(/^16:36/);
  });

  test('ten minutes away it is paused, says by how much, and goes on when the chair resumes', async () => {
    const service = await running();
    const aisha = service.person('Aisha Khan');
    await service.passTo(at(clock));
    const before = phases(service);
    await service.restart(minutes(10));
    expect(phases(service)).toEqual(before);
    const paused = service.card(channel, 'Paused').join('\n');
    expect(paused).toMatch(/I was away and am (\d+ min)?( ?\d+ s)? ?late/);
    expect(paused).toContain(title);
    await aisha.presses(channel, { title: 'Resume', inputs: { finish: 'later' } });
    await service.pass(hourMs);
    expect(phases(service)).toEqual(order);
  });
});

test('Ten minutes away within one long phase would be no lateness: a paused session stays as it was', async () => {
  const service = await running();
  const aisha = service.person('Aisha Khan');
  await service.passTo(at('16:10'));
  await aisha.says(channel, 'pause');
  await service.pass(seconds(3));
  await service.restart(minutes(10));
  expect(service.card(channel, 'Paused').join('\n')).toMatch(/Aisha Khan paused the session/);
  expect(service.seen(channel).filter(([title]) => title === 'Paused')).toHaveLength(1);
  await aisha.presses(channel, { title: 'Resume', inputs: { finish: 'later' } });
  await service.pass(hourMs);
  expect(phases(service)).toEqual(order);
});

test('A lobby is still open after a restart, with everybody in it, and its old buttons work', async () => {
  const service = await openService();
  const people = colleagues(service, 2);
  await gather(service, people);
  await service.restart(minutes(10));
  await nth(people, 1).presses(channel, { title: 'Start session' });
  await service.pass(seconds(5));
  expect(service.card(channel, 'Agenda').join('\n')).toMatch(/Aisha Khan[^]*Ben Cole/);
});

test('What waited to be sent when it stopped is sent when it is back, once', async () => {
  const service = await running();
  service.fault = ({ act, conversation }) => (act === 'post' && conversation === channel.id ? { kind: 'status', status: 429, isApplied: false } : null);
  await service.passTo(at('16:05:02'));
  await service.stop();
  service.fault = () => null;
  service.time.leap(seconds(30));
  await service.boot();
  await service.passTo(at('16:06'));
  expect(phases(service)).toEqual(['Start on time', 'Introduce the problem']);
});

test('A link and a note from before the restart still count', async () => {
  const service = await running();
  const ben = service.person('Ben Cole');
  await service.passTo(at('16:06'));
  const note = ben.pressing(channel, { title: 'Add note', inputs: { note: 'Kept across a restart' } });
  await ben.send(note);
  await service.restart(seconds(20));
  await ben.send({ ...note, id: 'another-activity' });
  await service.pass(hourMs);
  expect(service.card(channel, 'Summary').join('\n').match(/Kept across a restart/g)).toHaveLength(1);
});

test('While it drains it is not ready, and answers nothing new afterwards', async () => {
  const service = await running();
  const ready = await fetch(`${service.botUrl}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { pid: process.pid, ready: true }]);
  expect((await fetch(`${service.botUrl}/healthz`)).status).toBe(200);
  await service.stop();
  await expect(fetch(`${service.botUrl}/readyz`)).rejects.toThrow();
});
