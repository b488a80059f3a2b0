// Does what is due ahead of the planned meeting: nudges, the page for a new chair, the pack to read, the lobby, and the
// move to the next meeting where one was not held. What an outage made useless is not done late; nothing is done twice.

import type { Instant } from '../time.ts';
import { personKey, sessionId, threadId } from '../keys.ts';
import { calendarOf, isWaking, wakingEndOf } from '../calendar/waking.ts';
import { type Effect, moved, type Moved } from '../machine.ts';
import type { Message } from '../messages.ts';
import type { Person } from '../session/session.ts';
import type { AboutMeeting } from './about-meeting.ts';
import { askForSession } from './asking.ts';
import type { Community } from './community.ts';
import { cribMessage } from './crib.ts';
import { readersOf } from './newcomers.ts';
import { rolledOn, withMeeting } from './next-meeting.ts';
import type { Missed } from './planned.ts';
import { type Ahead, aheadOf, lobbyAheadMs, notHeldAfterMs } from './readiness.ts';

/** After so many meetings in a row that nobody began, no further one is planned (our decision: longer than a half-term holiday). */
const maxMissed = 3;

/** Does all that is due by `at`, in order. Ends, since each is done once or moves the meeting forward. */
export function getReady(community: Community, at: Instant): Moved<Community> {
  let state = community;
  let effects: readonly Effect[] = [];
  for (let [next] = aheadOf(state); next !== undefined && next.dueAt <= at; [next] = aheadOf(state)) {
    const step = doOne(state, next, at);
    state = step.state;
    effects = [...effects, ...step.effects];
  }
  return moved(state, effects);
}

/** With a planned meeting: there is nothing to do without one. */
type Meeting = Community & { readonly nextMeetingAt: Instant };

function doOne(community: Community, { name, until }: Ahead, at: Instant): Moved<Community> {
  const { nextMeetingAt, planned } = community;
  const done: Community = { ...community, planned: { ...planned, done: [...planned.done, name] } };
  if (nextMeetingAt === null || at >= until) return moved(done);
  const meeting: Meeting = { ...done, nextMeetingAt };
  switch (name) {
    case 'nudge-week':
    case 'nudge-day': return moved(done, nudges(meeting, until));
    case 'read-ahead': return moved(done, isWaking(at, done.settings) ? packs(meeting, at) : []);
    case 'lobby': return openLobby(meeting, at);
    case 'not-held': return rollOn(meeting, at);
    case 'not-held-told': return moved(done, tellMissed(meeting, until));
    default: return giveCrib({ before: community, done: meeting }, at);
  }
}

interface Mail {
  readonly kind: AboutMeeting['kind'];
  readonly message: Message;
  readonly until: Instant;
  /** Part of the meeting, so that it goes out at any hour; absent for what waits for their own hours. */
  readonly isOfMeeting?: boolean;
}

/** One message to one person alone, which goes only while the meeting stands. */
function mail({ tenant, conversation: community, thread, nextMeetingAt: meetingAt, settings }: Meeting, person: Person, { kind, message, until, isOfMeeting = false }: Mail): Effect {
  const about: AboutMeeting = { kind, tenant, community, meetingAt, person: person.id };
  return {
    do: 'tell', key: personKey(tenant, person.id), kind: 'person',
    event: {
      type: 'mail', message, name: person.name, insteadTo: { community, thread }, to: { tenant, person }, until, about,
      ...(!isOfMeeting && { hours: { calendar: calendarOf(settings), before: meetingAt } }),
    },
  };
}

/** To everybody: whose write-up is ready is known when each is about to leave (about-meeting.ts). */
function nudges(meeting: Meeting, until: Instant): readonly Effect[] {
  const { conversation: community, nextMeetingAt: meetingAt, settings: { zone } } = meeting;
  const message: Message = { card: 'nudge', zone, community, communityName: null, meetingAt };
  return readersOf(meeting).map((person) => mail(meeting, person, { kind: 'nudge', message, until }));
}

/** What is in it is known when it is about to leave. */
function packs(meeting: Meeting, at: Instant): readonly Effect[] {
  const { nextMeetingAt: meetingAt, settings } = meeting;
  const message: Message = { card: 'read-ahead', zone: settings.zone, communityName: null, meetingAt, items: [] };
  const until = Math.min(meetingAt, wakingEndOf(at, settings) ?? meetingAt);
  return readersOf(meeting).map((person) => mail(meeting, person, { kind: 'read-ahead', message, until }));
}

/** Noticed too late for the day, it waits for the next waking minute, or comes with the lobby. */
function giveCrib({ before, done }: { readonly before: Community; readonly done: Meeting }, at: Instant): Moved<Community> {
  const { nextMeetingAt: meetingAt, nextChair, settings } = done;
  const isOfMeeting = at >= meetingAt - lobbyAheadMs;
  if (!isOfMeeting && !isWaking(at, settings)) return moved({ ...before, planned: { ...before.planned, chairSince: at } });
  const chair = readersOf(done).find(({ id }) => id === nextChair);
  const until = isOfMeeting ? meetingAt : Math.min(meetingAt, wakingEndOf(at, settings) ?? meetingAt);
  return moved<Community>(done, chair === undefined ? [] : [mail(done, chair, { kind: 'crib', message: cribMessage(settings, meetingAt), until, isOfMeeting })]);
}

/** As if the coordinator had asked for it. Its id follows from the meeting and since when it stands: told twice, it is opened once. */
function openLobby(meeting: Meeting, at: Instant): Moved<Community> {
  const { tenant, conversation, thread, coordinator, nextMeetingAt, planned } = meeting;
  if (coordinator === null) return moved<Community>(meeting);
  const opensThread = String(thread) !== String(conversation);
  const session = sessionId(`planned-${nextMeetingAt.toString(36)}-${(planned.since ?? 0).toString(36)}`);
  const opened = askForSession(meeting, {
    type: 'session-asked', tenant, conversation, by: coordinator, session, thread: opensThread ? threadId(conversation) : thread, protocol: null, opensThread,
  }, at);
  return opened.kind === 'refused' ? moved<Community>(meeting) : opened;
}

/** Nobody began it: the next one in the rhythm is planned, where there is a rhythm. A group that has gone quiet is left in peace. */
function rollOn(meeting: Meeting, at: Instant): Moved<Community> {
  const { nextMeetingAt, planned } = meeting;
  const missed: Missed = { meetingAt: nextMeetingAt, at: nextMeetingAt + notHeldAfterMs, count: (planned.missed?.count ?? 0) + 1 };
  const next = missed.count >= maxMissed ? null : rolledOn(meeting, at);
  if (next === null) return moved<Community>({ ...meeting, planned: { ...planned, done: planned.done.filter((name) => name !== 'not-held-told'), missed } });
  return moved<Community>({ ...withMeeting(meeting, next, true), planned: { ...planned, done: [], since: at, missed } });
}

function tellMissed({ nextMeetingAt, planned: { missed }, settings: { zone } }: Meeting, until: Instant): readonly Effect[] {
  if (missed === undefined) return [];
  const next = nextMeetingAt > missed.meetingAt ? nextMeetingAt : null;
  return [{ do: 'say', message: { card: 'notice', notice: { kind: 'meeting-not-held', meetingAt: missed.meetingAt, nextMeetingAt: next, zone } }, until }];
}
