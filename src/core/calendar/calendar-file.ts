// Meetings as a calendar file (RFC 5545): wall times in their zone with its rules, so that 16:00 stays 16:00 in whatever
// calendar it comes to. The one file that knows the two packages which write it; given every instant, they ask no clock.

import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block as zoneRules, tzlib_get_timezones as knownZones } from 'timezones-ical-library';
import { type Instant, type Millis, minuteMs } from '../time.ts';
import { ruleOf, type Series } from './series-rule.ts';

const known: ReadonlySet<string> = new Set([knownZones()].flat());

export interface FiledMeeting {
  /** The same for a meeting however often it moves. */
  readonly uid: string;
  /** Higher after every change. */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly lengthMs: Millis;
  readonly title: string;
}

export interface CalendarFile {
  readonly name: string;
  readonly zone: string;
  readonly meetings: readonly FiledMeeting[];
  /** When this file is made. */
  readonly madeAt: Instant;
}

/** One event that repeats, with what has become of single meetings. */
export interface SeriesFile extends Series {
  /** The same for the series whatever becomes of it. */
  readonly uid: string;
  /** Higher after every change. */
  readonly sequence: number;
  readonly title: string;
  /** May have several lines. */
  readonly description: string;
  /** `https://…`, or '' for none. */
  readonly joinLink: string;
  /** None of it takes place. */
  readonly isCancelled: boolean;
  readonly changedAt: Instant;
  readonly madeAt: Instant;
  /** How often a calendar that subscribes is to ask again. */
  readonly refreshMs: Millis;
}

/** The rules of a zone as a `VTIMEZONE`; null for one the package does not know. */
function rulesOf(zone: string): string | null {
  const [block] = [known.has(zone) ? zoneRules(zone) : null].flat();
  return typeof block === 'string' ? block : null;
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
/** The package leaves the name of a calendar as it is, unlike every other text. */
const escaped = (text: string): string => oneLine(text).replace(/[\\;,]/g, '\\$&');

const at = (instant: Instant, inZone: string | null): DateTime => DateTime.fromMillis(instant, { zone: inZone ?? 'UTC', locale: 'en-GB' });

const calendarOf = (name: string, rules: string | null): ICalCalendar => ical({
  name: escaped(name), method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Turnstone', product: 'Meetings', language: 'EN' },
  // Without a name, so that the stamps are in UTC, as they must be.
  timezone: { name: null, generator: () => rules },
});

const textOf = (calendar: ICalCalendar): string => `${calendar.toString().trimEnd()}\r\n`;

/** The file as text: lines end in CRLF and are folded. A zone without rules has its times in UTC, which are as right. */
export function calendarText({ name, zone, meetings, madeAt }: CalendarFile): string {
  const rules = rulesOf(zone);
  // Readers differ on which occurrence of a time that comes twice is meant.
  const zoneAt = (instant: Instant): string | null => (rules === null || at(instant, zone).getPossibleOffsets().length > 1 ? null : zone);
  const calendar = calendarOf(name, rules);
  for (const { uid, sequence, startsAt, lengthMs, title } of meetings) {
    const timezone = zoneAt(startsAt);
    calendar.createEvent({
      id: uid, sequence, summary: oneLine(title), status: ICalEventStatus.CONFIRMED, timezone,
      start: at(startsAt, timezone), end: at(startsAt + lengthMs, timezone), stamp: at(madeAt, null),
    });
  }
  return textOf(calendar);
}

/**
 * A series as text, one event with exceptions. A meeting that was moved is an exception (RECURRENCE-ID). One that does not
 * take place is left out of the rule (EXDATE): a cancelled exception is shown struck through by some calendars, and by some
 * as if it stood. Throws as `ruleOf` does.
 */
export function seriesText(series: SeriesFile): string {
  const { uid, sequence, description, joinLink, lengthMs, isCancelled, changedAt, madeAt, refreshMs } = series;
  const { zone, fromAt, leftOut, exceptions } = ruleOf(series, (each) => rulesOf(each) !== null);
  const title = oneLine(series.title);
  const calendar = calendarOf(title, zone === null ? null : rulesOf(zone));
  const said = {
    id: uid, sequence, summary: title, description, timezone: zone, stamp: at(madeAt, null), lastModified: at(changedAt, null),
    // The package escapes a link like a text, where these two mean nothing by it.
    ...(joinLink === '' ? {} : { location: joinLink, url: joinLink.replace(/[,;]/g, encodeURIComponent) }),
  };
  const during = (startsAt: Instant) => ({ start: at(startsAt, zone), end: at(startsAt + lengthMs, zone) });
  calendar.createEvent({
    ...said, ...during(fromAt), status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    repeating: { freq: ICalEventRepeatingFreq.WEEKLY, interval: series.everyWeeks, count: series.meetings.length, ...(leftOut.length === 0 ? {} : { exclude: leftOut.map((each) => at(each, zone)) }) },
  });
  for (const { ruledAt, startsAt, isTentative } of isCancelled ? [] : exceptions) {
    calendar.createEvent({ ...said, ...during(startsAt), recurrenceId: at(ruledAt, zone), status: isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED });
  }
  // Where the package puts these they would stand behind the rules of the zone, and properties come first.
  const refresh = `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMs / minuteMs}M\r\nX-PUBLISHED-TTL:PT${refreshMs / minuteMs}M\r\n`;
  return textOf(calendar).replace('METHOD:PUBLISH\r\n', (method) => `${method}${refresh}`);
}
