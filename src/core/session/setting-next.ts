// `Set the next meeting` on the card of the close, and what `set up` says of it meanwhile. Set once it is the community's
// plan at that moment, so that what is prepared for it begins and no later word of the session undoes another's.

import { instantAt, localDate } from '../calendar/local-time.ts';
import { spokenDate } from '../calendar/spoken-date.ts';
import { isTimeOfDay } from '../calendar/spoken-time.ts';
import { communityKey } from '../keys.ts';
import { type Effect, type Moved, moved, refused, type Stepped } from '../machine.ts';
import type { Notice } from '../notices.ts';
import type { Instant } from '../time.ts';
import { actionGraceMs, asksForNextChair } from './ending.ts';
import type { SessionEvent } from './events.ts';
import type { Ended, Live, Session } from './session.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** Sets the next meeting, until a day after the end. A day on which nobody meets is set too, and said to be one. */
export function setNextMeeting(hour: Live | Ended, event: Of<'next-meeting-given'>, at: Instant): Stepped<Session> {
  // Of several groups the first asks, as it does for the chair.
  if (!asksForNextChair(hour)) return refused({ reason: 'bad-form' });
  if (hour.status === 'ended' && at > hour.endedAt + actionGraceMs) return refused({ reason: 'too-late-for-this' });
  const { time, dayOff = null } = event;
  if (event.date === '' || time === '') return refused({ reason: 'bad-meeting', why: 'incomplete' });
  if (!isTimeOfDay(time)) return refused({ reason: 'bad-meeting', why: 'time' });
  const spoken = spokenDate(event.date, localDate(at, hour.zone));
  if (spoken.kind === 'ambiguous') return refused({ reason: 'ambiguous-date', options: spoken.options });
  if (spoken.kind === 'unknown') return refused({ reason: 'bad-date', example: '2027-03-14' });
  const { date } = spoken;
  const nextMeetingAt = instantAt({ date, time }, hour.zone);
  if (nextMeetingAt === null) return refused({ reason: 'bad-date', example: '2027-03-14' });
  if (nextMeetingAt <= at) return refused({ reason: 'bad-meeting', why: 'past' });
  const notice: Notice = { kind: 'next-meeting-is', date, at: nextMeetingAt, zone: hour.zone, dayOff };
  if (hour.nextMeetingAt === nextMeetingAt) return moved<Session>(hour, [], notice);
  const effects: readonly Effect[] = [
    { do: 'say', message: { card: 'notice', notice }, until: null },
    ...(hour.status === 'ended' ? [{ do: 'edit', slot: 'summary' } as const] : []),
    { do: 'tell', key: communityKey(hour.tenant, hour.community), kind: 'community', event: { type: 'meeting-set', meeting: { date, time } } },
  ];
  return moved<Session>({ ...hour, nextMeetingAt }, effects, { kind: 'done' });
}

/** What the community plans: of the meeting that this session is, only what follows it is news. */
export function learnMeeting(session: Session, { nextMeetingAt, proposedNext = null }: Of<'meeting-known'>): Moved<Session> {
  const isThisOne = nextMeetingAt !== null && nextMeetingAt === session.plannedAt;
  return moved<Session>(isThisOne ? { ...session, proposedNext } : { ...session, nextMeetingAt, proposedNext: null });
}
