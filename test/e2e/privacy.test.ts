// No word of people in what the service tells of itself, log or metrics: a whole session full of marks, in names, notes,
// write-ups, searches, links, headers and mistakes, while store and Teams fail with marks of their own.

import { expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { channel as place, openService } from '../support/service.ts';
import { at, gather } from '../support/session-steps.ts';

const mark = 'xyzzy';
/** Teams tells the names of chats and teams. */
const channel = { ...place, name: `Heads of ${mark}` };
/** Whatever looks like a frame of the stack, too. */
const fault = (): Error => Object.assign(new RangeError(`${mark}\n    at ${mark} (${mark}:1:1)`, { cause: new Error(mark) }), { code: `${mark} is no code` });

test('A session full of marks leaves none in the log or in the metrics, and no payload either', async () => {
  const service = await openService();
  service.expectsErrors = true;
  const [aisha, ben] = [service.person(`Aisha ${mark}`, { id: 'id-a', teamsId: '29:a' }), service.person(`Ben ${mark}`, { id: 'id-b', teamsId: '29:b' })];
  await gather(service, [aisha, ben]);
  await aisha.says(aisha.privateChat, 'problem');
  const words = Object.fromEntries(['problem', 'evidence', 'context', 'why', 'frameworkSection', 'artefactDescription'].map((field) => [field, `${mark} ${field}`]));
  const link = { artefactLink: `https://${mark}.example/${mark}?${mark}` };
  await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { ...words, ...link } });
  await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { ...words, why: mark.repeat(1_000) } });
  await aisha.says(channel, 'set up');
  await aisha.presses(channel, { title: 'Save', inputs: { zone: mark } });
  await aisha.says(channel, `here ${mark} with a problem`);
  await aisha.says(channel, `order ${mark} nobody`);
  await service.passTo(at('16:00'));
  await aisha.presses(channel, { title: 'Start session' });
  await service.passTo(at('16:06'));
  for (const typed of [`note ${mark}`, `action ${mark}`, `chair ${mark} nobody`, `history ${mark}`, mark, `birthday ${mark}`, `clock ${mark}`, `start ${mark}`]) {
    await ben.says(channel, typed);
    await service.pass(seconds(3));
  }
  await ben.presses(channel, { title: 'Add note', inputs: { note: mark } });
  await ben.forges(channel, { verb: mark, data: { [mark]: mark } });
  await ben.send({ ...ben.saying(channel, mark), from: { id: 5, name: mark } });
  await ben.send({ ...ben.saying(channel, mark), serviceUrl: `https://${mark}.example` });
  service.fault = ({ act }) => (act === 'post' ? { kind: 'status', status: 400, code: `${mark}: a text, not a code`, isApplied: false } : null);
  await ben.says(channel, `note ${mark}`);
  service.fault = () => null;
  service.onStoreCall = () => { throw fault(); };
  await ben.says(channel, `note ${mark}`);
  await ben.presses(channel, { title: 'Add note', inputs: { note: mark } });
  service.onStoreCall = () => {};
  // A guest has no id but the name that was typed; deadlines fall into faults; a request carries marks wherever it can.
  let [calls, requests] = [0, 0];
  service.onStoreCall = () => { if (++calls % 7 === 0) throw fault(); };
  service.fault = () => (++requests % 2 === 0 ? { kind: 'status', status: [408, 429, 503][requests % 3] ?? 500, code: `${mark} ${mark}`, retryAfter: mark, isApplied: false } : null);
  const headers = { 'Content-Type': 'application/json', 'User-Agent': mark, 'X-Forwarded-For': mark, Authorization: `Bearer ${mark}`, 'MS-CV': mark, Cookie: mark };
  await fetch(`${service.botUrl}/api/messages`, { method: 'POST', headers, body: JSON.stringify({ ...ben.saying(channel, mark), id: mark, replyToId: mark }) });
  await fetch(`${service.botUrl}/api/messages?${mark}=${mark}`, { method: 'POST', headers, body: `{"text":"${mark}` });
  for (const path of [`records/${mark}`, `calendars/${mark}.${mark}`, `reports/${mark}`, mark]) await fetch(`${service.botUrl}/${path}`, { headers });
  await service.passTo(at('16:40'));
  service.onStoreCall = () => {};
  service.fault = () => null;
  await service.pass(hourMs);
  expect(service.last(channel)[0]).toBe('Summary');
  expect(JSON.stringify(service.seen(channel))).toContain(mark);
  const metrics = await (await fetch(`${service.botUrl}/metrics`)).text();
  expect(metrics).toContain('turnstone_turn_seconds_count{kind="pressed",outcome="failed"}');
  expect(metrics.toLowerCase()).not.toContain(mark);
  await service.stop();
  expect(service.logLines.length).toBeGreaterThan(50);
  const facts = [...new Set(service.logLines.map((line) => (JSON.parse(line) as { readonly fact: string }).fact))];
  expect(facts).toEqual(expect.arrayContaining(['turn.failed', 'deadline.failed', 'effect.later', 'effect.unknown', 'service.drained']));
  expect(service.logLines.filter((line) => line.toLowerCase().includes(mark))).toEqual([]);
  expect(service.logLines.filter((line) => /AdaptiveCard|Pupils|"text"/.test(line))).toEqual([]);
});
