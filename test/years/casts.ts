// Who meets when, where and for how long: six zones, chosen so that every clock change, every kind of
// holiday and every hour that is missing or comes twice falls on somebody's meeting.

import { zones } from '../support/by-intl.ts';
import type { Region } from './bank-holiday-table.ts';
import type { Outage } from './expectation.ts';
import type { Act, Own } from './acts.ts';
import type { Cast } from './telling.ts';
import { daysLater } from './wall-by-intl.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Tuesday 1 September 2026, noon in London, and two years on. */
export const startAt = Date.UTC(2026, 8, 1, 11);
export const endAt = Date.UTC(2028, 8, 1, 11);

const outage = (day: number, minutesIn: number, lengthMs: number): Outage =>
  ({ from: startAt + day * dayMs + minutesIn * minuteMs + 13_000, until: startAt + day * dayMs + minutesIn * minuteMs + 13_000 + lengthMs });
/** A minute, a day and a week, at several times of the day and the year; two over a clock change. */
export const outages: readonly Outage[] = [
  outage(22, 195, minuteMs), outage(53, 300, dayMs), outage(97, 200, 7 * dayMs), outage(160, 1100, dayMs), outage(205, 280, 7 * dayMs), outage(301, 210, minuteMs),
  outage(333, 20, dayMs), outage(390, 600, 7 * dayMs), outage(424, 900, minuteMs), outage(470, 240, dayMs), outage(560, 100, 7 * dayMs), outage(640, 226, minuteMs), outage(690, 500, dayMs),
];

const regions: readonly (Region | '')[] = ['england-and-wales', 'scotland', 'northern-ireland'];
/** Half terms and holidays as a school puts them in, the second year's later. */
const firstYear = [['2026-10-26', '2026-10-30'], ['2026-12-21', '2027-01-03'], ['2027-02-15', '2027-02-19'], ['2027-04-05', '2027-04-09'], ['2027-07-26', '2027-08-29']] as const;
const secondYear = [['2027-10-25', '2027-10-29'], ['2027-12-20', '2028-01-02'], ['2028-02-14', '2028-02-18'], ['2028-04-03', '2028-04-13'], ['2028-07-24', '2028-08-31']] as const;

interface Kind {
  readonly name: string;
  readonly people: readonly string[];
  readonly first: string;
  readonly time: string;
  readonly later: string;
}

/** Sundays, the second year in the other week, so that both times meet clock changes of either kind. */
const kinds: readonly Kind[] = [
  { name: 'afternoon', people: ['Ann', 'Bob'], first: '2026-09-09', time: '16:00', later: '2027-09-02' },
  { name: 'twice', people: ['Cat', 'Dan'], first: '2026-09-06', time: '01:45', later: '2027-09-12' },
  { name: 'missing', people: ['Eve', 'Fay'], first: '2026-09-13', time: '02:15', later: '2027-09-05' },
  { name: 'early', people: ['Gil', 'Hal', 'Ida'], first: '2026-09-07', time: '07:30', later: '2027-09-10' },
];

const own = (by: string, change: Partial<Own>): Act => ({ do: 'own', by, own: { zone: null, hours: null, pausedUntil: null, ...change } });

/** Every pair of the two years: all in London, at night where clocks change, by day where they do not. */
export const casts: readonly Cast[] = zones.flatMap((zone, place) => kinds.flatMap((kind, index): readonly Cast[] => {
  if (place > 0 && (index === 0 || index === 3) !== (zone === 'Asia/Kolkata')) return [];
  // In London the night that comes twice is a week from New York's.
  const { people, first, time, later } = place === 0 && index === 1 ? { ...kind, first: '2026-09-13', later: '2027-09-05' } : kind;
  const [one = '', other = '', third] = people;
  const region = regions[(place + index) % regions.length] ?? '';
  const alternative = { weekday: (index + 4) % 7, time: ['17:15', '08:00', '12:45', '16:30'][index] ?? '' };
  const isLikeFirst = index === 1 || index === 2;
  const slot = { first: later, time: isLikeFirst ? time : '15:20', zone: place === 0 && index === 3 ? 'Europe/Paris' : zone };
  return [{
    seed: 100 * place + index + 1, people, days: { region, closed: firstYear }, agreed: { slot: { first, time, zone }, alternative }, startAt, endAt, outages,
    fixed: [
      [40, own(one, { hours: ['12:00', '13:00'] })], [75, own(other, { zone: 'America/New_York', hours: ['08:00', '17:00'] })], [150, own(other, { pausedUntil: daysLater('2026-09-01', 171) })],
      [180, { do: 'silence', by: one, yes: true }], [214, { do: 'silence', by: one, yes: false }], [300, { do: 'days', days: { region, closed: [...firstYear, ...secondYear] } }],
      [352, { do: 'agree', by: other, agreed: { slot, alternative } }],
      ...(third === undefined ? [] : [[500, { do: 'gone', person: third }] as const]),
      ...(index === 0 ? [[520, { do: 'joined', person: 'Joy' }] as const, [610, { do: 'gone', person: one }] as const] : []),
      ...(index === 2 ? [[690, { do: 'gone', person: one }] as const] : []),
    ],
  }];
}));
