// The end of a call reaches every group of a meeting that was split.

import { expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import { group, openService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

test('Each group hears once that the call has ended, with its own chair', async () => {
  const service = await openService();
  const people = colleagues(service, 7);
  await begin(service, people, { chat: group });
  await service.passTo(at('16:20'));
  const ended = nth(people, 0).activity(group, { type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: { Id: 'm', EndTime: 'x' } });
  await nth(people, 0).send(ended);
  await nth(people, 1).send({ ...ended, id: 'again' });
  await service.pass(seconds(5));
  const lines = service.posts(group).map((post) => post.lines.join('\n')).filter((text) => /The call has ended/.test(text));
  expect(lines).toHaveLength(2);
  expect(new Set(lines).size).toBe(2);
});
