// `set up`: the settings and the next meeting, saved by the coordinator.

import type { Instant } from '../time.ts';
import { localDate, localTime } from '../calendar/local-time.ts';
import { nextOf } from '../calendar/rhythm.ts';
import { conversationKey } from '../keys.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { daysTold } from './buddies.ts';
import type { Community } from './community.ts';
import { mayContinue, takenOver } from './continuing.ts';
import { stillCoordinating } from './coordinating.ts';
import type { CommunityEvent, Settings } from './events.ts';
import { withNewcomers } from './newcomers.ts';
import { type Series, seriesOf, withMeeting } from './next-meeting.ts';
import { tellSession } from './telling.ts';

type Of<T extends CommunityEvent['type']> = Extract<CommunityEvent, { type: T }>;

/** The settings and the meeting as the form has them; a meeting in place of one that is over is another one. */
function planned(community: Community, { nextMeetingAt, settings }: Of<'set-up'>, at: Instant): Community {
  const before = community.nextMeetingAt;
  const meeting = nextMeetingAt === null ? null : { date: localDate(nextMeetingAt, settings.zone), time: localTime(nextMeetingAt, settings.zone) };
  const saved = withMeeting({ ...community, settings }, meeting, before !== null && before <= at);
  // The same instant may be another wall time, in another zone.
  return nextMeetingAt === before && isOtherPlan(community.settings, settings) ? { ...saved, meeting, series: nextPlan(community) } : { ...saved, meeting };
}

const nextPlan = (community: Community): Series => ({ ...seriesOf(community), sequence: seriesOf(community).sequence + 1 });

/** Whether the meetings to come, as a calendar has them, may be others. */
const isOtherPlan = (before: Settings, after: Settings): boolean =>
  (['zone', 'lengthMinutes', 'rhythm', 'holidays', 'closed'] as const).some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));

/** The coordinator is whoever first ran `set up`, else `start` (product.md 2). */
export function setUp(community: Community, event: Of<'set-up'>, at: Instant): Stepped<Community> {
  const present = community.isSetUp ? stillCoordinating(community) : null;
  if (present !== null && present.id !== event.by.id) return refused({ reason: 'coordinator-only', coordinator: present.name });
  const { thread = community.thread } = event;
  const saved: Community = { ...withNewcomers(planned(community, event, at), [event.by]), coordinator: event.by, isSetUp: true, thread };
  const continued = event.continues ?? null;
  // The same form saved again goes on from where it did.
  const isNew = continued !== null && continued.from !== community.continues;
  if (isNew && !mayContinue(community)) return refused({ reason: 'continue-too-late' });
  const next = isNew ? takenOver(saved, continued, { by: event.by.name, place: event.place ?? null }) : { state: saved, effects: [] };
  const spoken: Effect = {
    do: 'tell', key: conversationKey(community.tenant, community.conversation), kind: 'conversation', event: { type: 'language-chosen', language: event.settings.language },
  };
  const told = tellSession(saved, { type: 'meeting-known', nextMeetingAt: event.nextMeetingAt, proposedNext: saved.meeting === null ? null : nextOf(saved.meeting, saved.settings) });
  return moved(next.state, [...told, spoken, ...daysTold(community.settings, saved), ...next.effects], { kind: 'done' });
}
