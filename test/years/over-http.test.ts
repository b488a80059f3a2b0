// The same two years for one pair over HTTP: the real service in local mode on its store, everything typed or pressed, time
// moved by `clock`, the process gone for a minute, a day and a week. The connector's log is the truth.

import { expect, test } from '@jest/globals';
import { casts } from './casts.ts';
import { compared } from './living.ts';
import { OverHttp } from './over-http.ts';
import { type Cast, tell } from './telling.ts';
import { instantOf } from './wall-by-intl.ts';

test('two years over HTTP bring every reminder that they should, and no other', async () => {
  const [first] = casts;
  if (first === undefined) throw new Error('nobody lives');
  const cast: Cast = { ...first, fixed: [...first.fixed.filter(([, act]) => act.do !== 'joined' && act.do !== 'gone'), [690, { do: 'gone', person: 'Ann' }]] };
  const told = tell(cast);
  const room = await OverHttp.open(cast);
  const happenings = [
    ...told.acts.map((done) => ({ at: done.at, happen: () => room.does(done, done.act.do === 'alternative' ? instantOf(done.act.to, 'Europe/London') : null) })),
    ...cast.outages.flatMap(({ from, until }) => [{ at: from, happen: () => room.stop() }, { at: until, happen: () => room.start(until - from) }]),
  ].sort((a, b) => a.at - b.at);
  for (const { at, happen } of happenings) {
    if (!cast.outages.some(({ until }) => until === at)) await room.passTo(at);
    await happen();
  }
  await room.passTo(cast.endAt);
  expect(compared(told, room.reminders()).slice(0, 20)).toEqual([]);
  expect(room.reminders().length).toBeGreaterThan(200);
}, 300_000);
