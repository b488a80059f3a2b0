// The meetings of a community as a calendar file: the planned one and those of its rhythm for a year, days off left out.
// A meeting is known by its number: one that moves keeps it, and the calendar it was put into moves it too.

import { calendarText } from '../core/calendar/calendar-file.ts';
import { addDays, instantAt, localDate } from '../core/calendar/local-time.ts';
import { meetingsUntil } from '../core/calendar/rhythm.ts';
import type { Community } from '../core/community/community.ts';
import { seriesOf } from '../core/community/next-meeting.ts';
import { type Instant, minutes } from '../core/time.ts';
import type { Texts } from '../texts/texts.ts';

const daysAhead = 365;

export interface Filed {
  readonly community: Community;
  /** Of its chat, where it has one. */
  readonly name: string | null;
  /** The same for this community at all times, and of no other. */
  readonly key: string;
  readonly now: Instant;
}

/** The file as text; null where no meeting is planned. */
export function communityCalendar({ community, name, key, now }: Filed, texts: Texts): string | null {
  const { meeting, settings } = community;
  if (meeting === null) return null;
  const { number, sequence } = seriesOf(community);
  const until = addDays(localDate(now, settings.zone), daysAhead);
  const title = texts.records.calendar.meeting(name);
  const meetings = meetingsUntil(until, meeting, settings).map((wall, index) => ({
    uid: `${number + index}.${key}@turnstone`, sequence, title, startsAt: instantAt(wall, settings.zone) ?? now, lengthMs: minutes(settings.lengthMinutes),
  }));
  return meetings.length === 0 ? null : calendarText({ name: title, zone: settings.zone, meetings, madeAt: now });
}
