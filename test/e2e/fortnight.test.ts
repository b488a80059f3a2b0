// A fortnight of a buddy pair passes because somebody types it: `clock +14d` stops at every reminder on the way, and after a
// week of downtime nothing that is past comes as if it were of today (product.md 3 and 7).

import { expect, test } from '@jest/globals';
import { dayMs, minutes, seconds } from '../../src/core/time.ts';
import { type Buddies, london, openBuddies } from '../support/buddies.ts';
import type { Person } from '../support/person.ts';

const titles = ['Your next buddy meeting', 'Your buddy meeting is about to begin', 'Did you meet your buddy?', 'Did you meet? I ask once more'];

/** What the bot wrote to somebody alone, by title, as it stands in their chat. */
const readBy = ({ service }: Buddies, person: Person): readonly string[] =>
  service.seen(person.privateChat).flatMap(([title = '']) => (titles.includes(title) ? [title] : []));

test('`clock +14d` brings both reminders of the meeting and both questions after it, to both, once and in order', async () => {
  const buddies = await openBuddies();
  const { service, aisha, ben } = buddies;
  const before = service.service.clock.now();
  await service.time.until(aisha.says(aisha.privateChat, 'clock +14d'));
  expect(service.service.clock.now()).toBeGreaterThanOrEqual(before + 14 * dayMs);
  for (const person of [aisha, ben]) expect(readBy(buddies, person)).toEqual(titles);
  expect(service.last(aisha.privateChat).join()).toMatch(/Deadlines passed on the way: \d+/);
  await service.time.until(ben.says(ben.privateChat, 'clock +14d'));
  for (const person of [aisha, ben]) expect(readBy(buddies, person)).toEqual([...titles, ...titles]);
});

test.each([
  // Of a meeting on Thursday 10 December at 14:00; the next is on the 24th.
  ['a minute round the reminder', '2026-12-08T13:59', minutes(2), ['Your next buddy meeting']],
  ['a day', '2026-12-08T13:00', dayMs, ['Your next buddy meeting']],
  ['a week', '2026-12-08T13:00', 7 * dayMs, ['Did you meet your buddy?']],
  ['two weeks and more', '2026-12-08T13:00', 16.5 * dayMs, []],
])('after %s of downtime only what is of use comes, and once', async (_, from, awayMs, expected) => {
  const buddies = await openBuddies();
  const { service, aisha, ben } = buddies;
  await service.skipTo(london(from) - seconds(5));
  await service.restart(awayMs);
  await service.pass(minutes(2));
  for (const person of [aisha, ben]) expect(readBy(buddies, person)).toEqual(expected);
  await service.restart(minutes(1));
  await service.pass(minutes(2));
  for (const person of [aisha, ben]) expect(readBy(buddies, person)).toEqual(expected);
});
