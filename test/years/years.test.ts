// Two years of some pairs in six zones, with outages of a minute, a day and a week: every reminder that left is held
// against the expectation. None is wrong, none is missing, none comes twice.

import { describe, expect, test } from '@jest/globals';
import { zones } from '../support/by-intl.ts';
import { casts } from './casts.ts';
import type { What } from './expectation.ts';
import type { Act } from './acts.ts';
import type { Meeting } from './life.ts';
import { live } from './living.ts';
import { isRare, tell } from './telling.ts';
import { clockChanges, instantOf, wallAt } from './wall-by-intl.ts';

const lives = casts.map((cast) => ({ cast, ...tell(cast) }));
const meetingsIn = (zone: string): readonly Meeting[] => lives.flatMap(({ expectation }) => expectation.life.meetings.filter((meeting) => meeting.zone === zone && meeting.is === 'standing'));
const shown = ({ at, zone }: Meeting): string => wallAt(at, zone).time;
const counted = (names: readonly string[]): Readonly<Record<string, number>> =>
  names.reduce<Record<string, number>>((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {});

describe('the two years', () => {
  test.each(zones.filter((zone) => clockChanges(zone).length > 0))('have meetings in %s on each side of every clock change, at times that do not exist and at times that exist twice', (zone) => {
    const meetings = meetingsIn(zone);
    const isMissing = (meeting: Meeting): boolean => shown(meeting) !== meeting.wall.time;
    expect(meetings.filter(isMissing)).not.toEqual([]);
    expect(meetings.filter((meeting) => isRare(meeting) && !isMissing(meeting))).not.toEqual([]);
    expect(meetings.every(({ wall, at }) => instantOf(wall, zone) === at)).toBe(true);
  });

  test('have everything in them that may happen to a pair, and many of each reminder', () => {
    const acts: readonly Act['do'][] = ['agree', 'cannot', 'can', 'alternative', 'propose', 'suits', 'alone', 'without', 'keep', 'prepared', 'met', 'silence', 'own', 'days', 'joined', 'gone'];
    expect(Object.keys(counted(lives.flatMap((life) => life.acts.map(({ act }) => act.do)))).sort()).toEqual([...acts].sort());
    const reminders = counted(lives.flatMap(({ expectation }) => expectation.reminders.map(({ what }) => what)));
    for (const what of ['prepare', 'soon', 'after', 'again', 'clash', 'lapsed'] satisfies What[]) expect([what, (reminders[what] ?? 0) > 100]).toEqual([what, true]);
  });

  test('bring every reminder that they should, at its minute, and no other', async () => {
    const { faults, sentCount } = await live(lives);
    expect(faults.slice(0, 20)).toEqual([]);
    expect(sentCount).toBeGreaterThan(4_000);
  }, 300_000);
});
