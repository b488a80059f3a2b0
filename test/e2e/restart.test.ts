// The process goes away and comes back on the same store: in time it simply goes on, too late it pauses and says by how
// much; nothing is announced twice or skipped in silence (product.md 4 "Moves"). Of the phases one where the owner only
// listens; restart-in-phases.test.ts has the others.

import { expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import { awayIn, order, phases, running } from '../support/away.ts';
import { channel, openService } from '../support/service.ts';
import { at, colleagues, gather, nth } from '../support/session-steps.ts';

awayIn([['Look deeper', '16:12:30']]);

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
