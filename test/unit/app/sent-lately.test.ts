// What was sent of late is given back as it was counted, in every window and in the hour.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conversationLimits, nothingSent, withoutSend, withSend } from '../../../src/app/sent-lately.ts';
import { minuteMs, seconds } from '../../../src/core/time.ts';

const startAt = Date.UTC(2026, 10, 24, 16);
const counted = (pausesMs: readonly number[]) => {
  let now = startAt;
  return pausesMs.reduce((sent, pauseMs) => withSend(sent, conversationLimits, now += pauseMs), nothingSent);
};

test('A send that is given back leaves what there was without it', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 40 }), fc.nat(4_000), (pausesMs, pauseMs) => {
    const before = counted(pausesMs);
    const now = startAt + pausesMs.reduce((sum, each) => sum + each, 0) + pauseMs;
    const back = withoutSend(withSend(before, conversationLimits, now), now);
    expect(back.at).toEqual(before.at.filter((at) => at > now - seconds(30)));
    expect(back.minutes.filter(([, count]) => count > 0)).toEqual(before.minutes);
  }));
});

test('One that counts no more takes nothing away', () => {
  const sent = counted([0, minuteMs, minuteMs]);
  expect(withoutSend(sent, startAt)).toEqual(sent);
});
