// A community: its settings, its members' place in the rota, and the one session that may be open.

import type { Instant, Millis } from '../time.ts';
import { type ConversationId, type PersonId, type SessionId, type TenantId, threadId, type ThreadId } from '../keys.ts';
import { localDate, type WallTime } from '../calendar/local-time.ts';
import { type Machine, type Moved, moved, type Moment, refused, type Stepped } from '../machine.ts';
import { afterSessionMs } from '../history/retention.ts';
import type { MemberRecord, Person } from '../session/session.ts';
import { forgetActions, giveOutcome, hearOutcome, withAction } from './actions.ts';
import { askForSession, openForCall, plannedWindow } from './asking.ts';
import { buddiesWait } from './buddies.ts';
import { giveCoordinator } from './coordinating.ts';
import type { CommunityEvent, KnownAction, Settings } from './events.ts';
import { followUp, followUpDueAt, withoutNudges } from './following-up.ts';
import { getReady } from './getting-ready.ts';
import { learnEnding } from './learning.ts';
import { type Former, memberCameBack, memberLeft } from './membership.ts';
import { sessionGone, withNewcomers } from './newcomers.ts';
import { type Series, withMeeting } from './next-meeting.ts';
import { defaultWaking } from './planning.ts';
import { type Planned, replanned } from './planned.ts';
import { aheadWakeAt } from './readiness.ts';
import { askForRehearsal } from './rehearsing.ts';
import { setUp } from './setting-up.ts';
import { say, tellSession } from './telling.ts';
import { learnUnreachable, type Undelivered } from './undelivered.ts';

export interface Community {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly coordinator: Person | null;
  /** Whether the coordinator ran `set up` or was named; whoever only typed `start` first makes way for whoever sets up first. */
  readonly isSetUp: boolean;
  readonly settings: Settings;
  /** The planned meeting as a wall time in the community's zone, which later ones are counted from; `nextMeetingAt` is its instant. */
  readonly meeting: WallTime | null;
  readonly nextMeetingAt: Instant | null;
  /** Which of its meetings is planned, for calendar files; absent before one was. */
  readonly series?: Series;
  /** What was done ahead of the planned meeting, by name. */
  readonly planned: Planned;
  readonly nextChair: PersonId | null;
  readonly members: Readonly<Record<PersonId, MemberRecord>>;
  /** Who left its chat; absent while nobody did. */
  readonly former?: Former;
  /** The lobby or session that is open. */
  readonly session: { readonly id: SessionId; readonly thread: ThreadId; /** Who attended one of its groups that is over: each counts once. */ readonly counted?: readonly PersonId[]; readonly isRehearsal?: boolean } | null;
  /** Where it was last spoken in: a channel has threads. */
  readonly thread: ThreadId;
  /** Committed actions, oldest first: open until their owner says done (actions.ts). */
  readonly actions: readonly KnownAction[];
  /** The community of another chat that goes on here; its history is for members of both. */
  readonly continues: ConversationId | null;
  /** Who came into a lobby here or wrote a problem up and has not met with the others yet, the newest last; absent while nobody did. */
  readonly newcomers?: readonly Person[];
  /** What could not be delivered, the newest last. */
  readonly undelivered: readonly Undelivered[];
}

export const defaultSettings: Settings = {
  npq: '', zone: 'Europe/London', protocol: 'npq-community', lengthMinutes: 60, hasWarnings: true, movesOn: 'clock', language: 'en',
  rhythm: null, holidays: '', closed: [], waking: defaultWaking, hasReminders: true, hasReadAhead: false, hasQuestionsAhead: false,
};

type Of<T extends CommunityEvent['type']> = Extract<CommunityEvent, { type: T }>;

export const newCommunity = (tenant: TenantId, conversation: ConversationId): Community => ({
  tenant, conversation, coordinator: null, isSetUp: false, settings: defaultSettings, meeting: null, nextMeetingAt: null, planned: { done: [] }, nextChair: null,
  members: {}, session: null, thread: threadId(conversation), actions: [], continues: null, undelivered: [],
});

const step = (before: Community | null, event: CommunityEvent, moment: Moment): Stepped<Community> =>
  (event.type === 'time-passed' ? stepTo(before, event, moment) : replanned(before, stepTo(before, event, moment), moment.at));

function stepTo(before: Community | null, event: CommunityEvent, moment: Moment): Stepped<Community> {
  const community = before ?? ('conversation' in event ? newCommunity(event.tenant, event.conversation) : null);
  if (community === null) return refused({ reason: 'no-community' });
  switch (event.type) {
    case 'session-asked': return askForSession(community, event, moment.at);
    case 'rehearsal-asked': return askForRehearsal(community, event, moment.at);
    case 'session-gone': return moved(sessionGone(community, event, moment.at));
    case 'session-ended': return learnEnding(community, event.ending);
    case 'action-known': return moved({ ...community, actions: withAction(community.actions, event.action, { at: moment.at, today: localDate(moment.at, community.settings.zone) }) });
    case 'outcome-given': return giveOutcome(community, event, moment.at);
    case 'outcome-heard': return hearOutcome(community, event);
    case 'record-gone': return forgetActions(community, event.session);
    case 'set-up': return setUp(community, event, moment.at);
    case 'meeting-set': return moved(withMeeting(community, event.meeting, isOver(community, moment.at)));
    case 'went-on-elsewhere': return moved(withMeeting(withoutNudges(community, moment.at), null, false), [say({ kind: 'went-on-elsewhere', by: event.by, place: event.place })]);
    case 'call-began': return openForCall(community, event, moment.at);
    case 'coordinator-given': return giveCoordinator(community, event);
    case 'seen-here': return moved(withNewcomers(community, [event.person]));
    case 'birthday-known': return learnBirthday(community, event);
    case 'write-up-known': return learnWriteUp(community, event);
    case 'unreachable': return learnUnreachable(community, event, moment.at);
    case 'member-left': return memberLeft(community, event.person);
    case 'member-came-back': return memberCameBack(community, event.person);
    case 'buddies-wait': return buddiesWait(community, event);
    case 'time-passed': return passTime(community, moment.at);
  }
}

/** What is due for the planned meeting, then for the actions. */
function passTime(community: Community, at: Instant): Moved<Community> {
  const ready = getReady(community, at);
  const followed = followUp(ready.state, at);
  return moved(followed.state, [...ready.effects, ...followed.effects]);
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null => (a === null || b === null ? a ?? b : Math.min(a, b));

/** The planned meeting is the one that is being held, or was. */
const isOver = ({ nextMeetingAt }: Community, at: Instant): boolean => nextMeetingAt !== null && nextMeetingAt <= at + plannedWindow.beforeMs;

/** Whoever wrote one is somebody to reckon with; the session that is open hears of it. */
function learnWriteUp(community: Community, { owner, name, writeUp, besides }: Of<'write-up-known'>): Stepped<Community> {
  const known = withNewcomers(community, [{ id: owner, name, teamsId: null }]);
  return moved(known, tellSession(known, { type: 'write-up-known', owner, writeUp, ...(besides !== undefined && { besides }) }));
}

function learnBirthday(community: Community, event: Of<'birthday-known'>): Stepped<Community> {
  const before = community.members[event.person];
  const members = before === undefined ? community.members : { ...community.members, [event.person]: { ...before, birthday: event.birthday } };
  return moved({ ...community, members }, tellSession(community, event));
}

/** The start of the last session, as its chair's place in the rota tells, or the meeting planned after it; null before the first. */
function lastUsedAt({ members, former = {}, nextMeetingAt }: Community): Instant | null {
  const records = [...Object.values(members), ...Object.values(former).filter((record) => record !== null)];
  const known = [nextMeetingAt, ...records.map(({ lastChairedAt }) => lastChairedAt)].filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** Where nothing but rehearsals took place: there is nothing to keep. */
const isEmpty = ({ coordinator, members, former = {}, session, nextMeetingAt, actions, continues }: Community): boolean =>
  coordinator === null && session === null && nextMeetingAt === null && continues === null && actions.length === 0 && Object.keys(members).length === 0
  && Object.values(former).every((record) => record === null);

/** Dead when its last record is: until then its settings say in which zone the record is shown. */
function expiresAt(community: Community, retentionMs: Millis): Instant | null {
  if (isEmpty(community)) return 0;
  const usedAt = lastUsedAt(community);
  return community.session !== null || usedAt === null ? null : usedAt + afterSessionMs + retentionMs;
}

/** Everyone it names, for export and erasure. */
function peopleIn({ coordinator, members, former = {}, newcomers = [], actions, undelivered }: Community): readonly PersonId[] {
  const known = [...(coordinator === null ? [] : [coordinator.id]), ...Object.keys({ ...members, ...former }) as PersonId[]];
  return [...new Set([...known, ...newcomers.map(({ id }) => id), ...actions.map(({ owner }) => owner), ...undelivered.map(({ person }) => person)])];
}

export const communityMachine: Machine<Community, CommunityEvent> = {
  step,
  wakeAt: (community) => earliest(aheadWakeAt(community), followUpDueAt(community)),
  draw: () => null,
  home: ({ thread }) => ({ kind: 'thread', thread }),
  people: peopleIn,
  expiresAt,
};
