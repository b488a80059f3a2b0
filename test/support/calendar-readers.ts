// Two calendars that read a file: one goes by the rules of the zone that stand in it (ical.js), the other by the zone's
// name and the machine's own rules (node-ical), as calendars of both kinds are about.

import ICAL from 'ical.js';
import { expandRecurringEvent, sync, type VEvent } from 'node-ical';
import type { Instant } from '../../src/core/time.ts';

/** One entry of the calendar as people see it. */
export interface Seen {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly title: string;
  readonly status: string;
}

type Reader = (text: string) => readonly Seen[];
const inOrder = (seen: readonly Seen[]): readonly Seen[] => seen.toSorted((a, b) => a.startsAt - b.startsAt);
const msOf = (time: ICAL.Time): Instant => time.toUnixTime() * 1000;

const byRulesInFile: Reader = (text) => {
  const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const series = events.filter((each) => !each.isRecurrenceException());
  return inOrder(series.flatMap((each) => {
    for (const other of events) if (other.isRecurrenceException() && other.uid === each.uid) each.relateException(other);
    const seen: Seen[] = [];
    const iterator = each.iterator();
    for (let next: ICAL.Time | undefined = iterator.next(); next !== undefined; next = iterator.next()) {
      // The package's types name one that it does not have.
      const { item, startDate, endDate } = each.getOccurrenceDetails(next) as Record<'startDate' | 'endDate', ICAL.Time> & { readonly item: ICAL.Event };
      seen.push({ startsAt: msOf(startDate), endsAt: msOf(endDate), title: item.summary, status: String(item.component.getFirstPropertyValue('status')) });
    }
    return seen;
  }));
};

const ever = { from: new Date('2020-01-01'), to: new Date('2050-01-01') };
const byName: Reader = (text) => {
  const events = Object.values(sync.parseICS(text)).filter((each): each is VEvent => each?.type === 'VEVENT');
  return inOrder(events.flatMap((each) => expandRecurringEvent(each, ever).map(({ start, end, event }) =>
    ({ startsAt: start.getTime(), endsAt: end.getTime(), title: typeof event.summary === 'string' ? event.summary : event.summary.val, status: event.status ?? '' }))));
};

export const readers: readonly (readonly [name: string, read: Reader])[] = [['ical.js', byRulesInFile], ['node-ical', byName]];
