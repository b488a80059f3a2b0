// Meetings as a calendar file (RFC 5545): wall times in their zone with its rules, so that 16:00 stays 16:00 in whatever
// calendar it comes to. The one file that knows the two packages which write it; given every instant, they ask no clock.

import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block as zoneRules, tzlib_get_timezones as knownZones } from 'timezones-ical-library';
import type { Instant, Millis } from '../time.ts';

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

/** The rules of a zone as a `VTIMEZONE`; null for one the package does not know. */
function rulesOf(zone: string): string | null {
  const [block] = [known.has(zone) ? zoneRules(zone) : null].flat();
  return typeof block === 'string' ? block : null;
}

/** The package leaves the name of a calendar as it is, unlike every other text. */
const escaped = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/[\\;,]/g, '\\$&');

/** The file as text: lines end in CRLF and are folded. A zone without rules has its times in UTC, which are as right. */
export function calendarText({ name, zone, meetings, madeAt }: CalendarFile): string {
  const rules = rulesOf(zone);
  const at = (instant: Instant, inZone: string | null): DateTime => DateTime.fromMillis(instant, { zone: inZone ?? 'UTC', locale: 'en-GB' });
  // Readers differ on which occurrence of a time that comes twice is meant.
  const zoneAt = (instant: Instant): string | null => (rules === null || at(instant, zone).getPossibleOffsets().length > 1 ? null : zone);
  const calendar = ical({
    name: escaped(name), method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Turnstone', product: 'Meetings', language: 'EN' },
    // Without a name, so that the stamps are in UTC, as they must be.
    timezone: { name: null, generator: () => rules },
  });
  for (const { uid, sequence, startsAt, lengthMs, title } of meetings) {
    const timezone = zoneAt(startsAt);
    calendar.createEvent({
      id: uid, sequence, summary: title.replace(/\p{Cc}+/gu, ' '), status: ICalEventStatus.CONFIRMED, timezone,
      start: at(startsAt, timezone), end: at(startsAt + lengthMs, timezone), stamp: at(madeAt, null),
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}
