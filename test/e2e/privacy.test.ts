// No word of people in the log: a whole session full of marks, in names, notes, write-ups, searches and mistakes.

import { expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { channel, openService } from '../support/service.ts';
import { at, gather } from '../support/session-steps.ts';

const mark = 'xyzzy';

test('A session full of marks leaves none in the log, and no payload either', async () => {
  const service = await openService();
  service.expectsErrors = true;
  const [aisha, ben] = [service.person(`Aisha ${mark}`, { id: 'id-a', teamsId: '29:a' }), service.person(`Ben ${mark}`, { id: 'id-b', teamsId: '29:b' })];
  await gather(service, [aisha, ben]);
  await aisha.says(aisha.privateChat, 'problem');
  const words = Object.fromEntries(['problem', 'evidence', 'context', 'why', 'frameworkSection', 'artefactLink', 'artefactDescription'].map((field) => [field, `${mark} ${field}`]));
  await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: words });
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
  service.onStoreCall = () => { throw new Error(mark, { cause: new Error(mark) }); };
  await ben.says(channel, `note ${mark}`);
  await ben.presses(channel, { title: 'Add note', inputs: { note: mark } });
  service.onStoreCall = () => {};
  await service.pass(hourMs);
  expect(service.last(channel)[0]).toBe('Summary');
  expect(JSON.stringify(service.seen(channel))).toContain(mark);
  expect(service.logLines.length).toBeGreaterThan(50);
  expect(service.logLines.filter((line) => line.toLowerCase().includes(mark))).toEqual([]);
  expect(service.logLines.filter((line) => /AdaptiveCard|Pupils|"text"/.test(line))).toEqual([]);
});
