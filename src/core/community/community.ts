// A community: its settings, its members' place in the rota, and the one session that may be open.

import { type Instant, hourMs, type Millis, minutes } from '../time.ts';
import { conversationKey, type ConversationId, type PersonId, problemKey, type SessionId, sessionKey, type TenantId, threadId, type ThreadId } from '../keys.ts';
import { localDate } from '../calendar/local-time.ts';
import { type Effect, type Machine, moved, type Moment, refused, type Stepped } from '../machine.ts';
import { findProtocol, fittingLength, protocols } from '../protocols/catalog.ts';
import type { Notice } from '../notices.ts';
import { afterSessionMs } from '../history/retention.ts';
import type { MemberRecord, Person } from '../session/session.ts';
import { mayContinue, takenOver } from './continuing.ts';
import { askForRehearsal } from './rehearsing.ts';
import { giveCoordinator } from './coordinating.ts';
import type { CommunityEvent, Ending, KnownAction, Settings } from './events.ts';

export interface Community {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly coordinator: Person | null;
  /** Whether the coordinator ran `set up` or was named; whoever only typed `start` first makes way for whoever sets up first. */
  readonly isSetUp: boolean;
  readonly settings: Settings;
  readonly nextMeetingAt: Instant | null;
  readonly nextChair: PersonId | null;
  readonly members: Readonly<Record<PersonId, MemberRecord>>;
  /** The lobby or session that is open. */
  readonly session: { readonly id: SessionId; readonly thread: ThreadId; /** Who attended one of its groups that is over: each counts once. */ readonly counted?: readonly PersonId[] } | null;
  /** Where it was last spoken in: a channel has threads. */
  readonly thread: ThreadId;
  /** Actions no opening has listed yet, oldest first. */
  readonly actions: readonly KnownAction[];
  /** The community of another chat that goes on here; its history is for members of both. */
  readonly continues: ConversationId | null;
}

export const defaultSettings: Settings = {
  npq: '', zone: 'Europe/London', protocol: 'npq-community', lengthMinutes: 60, hasWarnings: true, movesOn: 'clock', language: 'en',
};

/** Actions remembered for later openings. */
const keptActions = 60;
/** A lobby opened this close to the planned time is for that meeting. */
const plannedWindow = { beforeMs: 2 * hourMs, afterMs: minutes(90) };

type Of<T extends CommunityEvent['type']> = Extract<CommunityEvent, { type: T }>;

export const newCommunity = (tenant: TenantId, conversation: ConversationId): Community => ({
  tenant, conversation, coordinator: null, isSetUp: false, settings: defaultSettings, nextMeetingAt: null, nextChair: null, members: {},
  session: null, thread: threadId(conversation), actions: [], continues: null,
});

function step(before: Community | null, event: CommunityEvent, moment: Moment): Stepped<Community> {
  const community = before ?? ('conversation' in event ? newCommunity(event.tenant, event.conversation) : null);
  if (community === null) return refused({ reason: 'no-community' });
  switch (event.type) {
    case 'session-asked': return askForSession(community, event, moment.at);
    case 'rehearsal-asked': return askForRehearsal(community, event, moment.at);
    case 'session-gone': return moved(community.session?.id === event.session ? { ...community, session: null } : community);
    case 'session-ended': return learnEnding(community, event.ending);
    case 'action-known': return moved({ ...community, actions: withAction(community.actions, event.action) });
    case 'set-up': return setUp(community, event);
    case 'went-on-elsewhere': return moved(community, [say({ kind: 'went-on-elsewhere', by: event.by, place: event.place })]);
    case 'call-began': return openForCall(community, event, moment.at);
    case 'coordinator-given': return giveCoordinator(community, event);
    case 'birthday-known': return learnBirthday(community, event);
    case 'write-up-known': return moved(community, tellSession(community, { type: 'write-up-known', owner: event.owner, writeUp: event.writeUp }));
    case 'unreachable': {
      const { name, teamsId } = event.person;
      return moved({ ...community, thread: event.thread }, [say({ kind: 'unreachable-privately', name, teamsId })]);
    }
    case 'time-passed': return moved(community);
  }
}

const say = (notice: Notice): Effect => ({ do: 'say', message: { card: 'notice', notice }, until: null });

/** The last word of an owner in a turn counts. */
const withAction = (actions: readonly KnownAction[], action: KnownAction): readonly KnownAction[] =>
  [...actions.filter((known) => !isSameTurn(known, action)), action].slice(-keptActions);

const isSameTurn = (a: KnownAction, b: KnownAction): boolean =>
  a.owner === b.owner && a.session === b.session && (a.turn === undefined || b.turn === undefined || a.turn === b.turn);

const tellSession = (community: Community, event: Extract<Extract<Effect, { do: 'tell' }>, { kind: 'session' }>['event']): readonly Effect[] =>
  (community.session === null ? [] : [{ do: 'tell', key: sessionKey(community.tenant, community.conversation, community.session.id), kind: 'session', event }]);

const isPlannedAbout = ({ nextMeetingAt: planned }: Community, at: Instant): boolean =>
  planned !== null && at >= planned - plannedWindow.beforeMs && at <= planned + plannedWindow.afterMs;

/** The call of the planned meeting opens the lobby, as if its coordinator had; any other call is none of ours. */
function openForCall(community: Community, { session, thread }: Of<'call-began'>, at: Instant): Stepped<Community> {
  const { coordinator, tenant, conversation } = community;
  if (coordinator === null || community.session !== null || !isPlannedAbout(community, at)) return moved(community);
  const opened = askForSession(community, { type: 'session-asked', tenant, conversation, by: coordinator, session, thread, protocol: null }, at);
  return opened.kind === 'refused' ? opened : { ...opened, effects: [say({ kind: 'call-began' }), ...opened.effects] };
}

/** `start`: one lobby or session at a time; the loop shows the one that is open instead. */
function askForSession(community: Community, event: Of<'session-asked'>, at: Instant): Stepped<Community> {
  if (community.session !== null) return moved(community);
  const protocol = findProtocol(event.protocol ?? community.settings.protocol);
  if (protocol === null) return refused({ reason: 'unknown-protocol', name: event.protocol ?? '', known: Object.keys(protocols) });
  const lengthMinutes = fittingLength(protocol, event.lengthMinutes ?? community.settings.lengthMinutes);
  const coordinator = community.coordinator ?? event.by;
  const planned = community.nextMeetingAt;
  const isForPlanned = isPlannedAbout(community, at);
  const { zone, hasWarnings, movesOn } = community.settings;
  const today = localDate(at, zone);
  const next: Community = { ...community, coordinator, session: { id: event.session, thread: event.thread }, thread: event.thread };
  return moved(next, tellSession(next, {
    type: 'opened',
    session: {
      ...(protocol.id === findProtocol(community.settings.protocol)?.id ? {} : { isOtherProtocol: true }),
      id: event.session, tenant: community.tenant, community: community.conversation, thread: event.thread, protocol, lengthMinutes, zone, hasWarnings, movesOn,
      language: event.language ?? community.settings.language, group: null, rehearsal: null, opener: event.by, coordinator, plannedAt: isForPlanned ? planned : null,
      nextMeetingAt: isForPlanned ? null : planned, appointed: community.nextChair, roster: community.members,
      dueActions: community.actions.filter(({ dueOn }) => dueOn <= today).map(({ name, text }) => ({ owner: name, text })),
    },
  }));
}

/** Counts attendance and chairing; whoever had no turn goes on waiting (domain.md 1.3). */
function learnEnding(community: Community, ending: Ending): Stepped<Community> {
  const members: Record<PersonId, MemberRecord> = { ...community.members };
  const meeting = community.session?.id === ending.session ? null : community.session;
  const counted = (meeting !== null && meeting.id === ending.group?.parent ? meeting.counted : undefined) ?? [];
  for (const { id, name, teamsId, birthday, turnAt } of ending.attended) {
    const before = members[id];
    const isChair = id === ending.chair;
    members[id] = {
      name, teamsId, birthday: birthday ?? before?.birthday ?? null,
      sessionCount: (before?.sessionCount ?? 0) + (counted.includes(id) ? 0 : 1),
      chairedCount: (before?.chairedCount ?? 0) + (isChair ? 1 : 0),
      lastChairedAt: isChair ? ending.startedAt : before?.lastChairedAt ?? null,
      waitingSince: turnAt ?? before?.waitingSince ?? ending.startedAt,
    };
  }
  // Those that were due stood in this session's opening; the others wait for the next.
  const listedOn = localDate(ending.startedAt, community.settings.zone);
  const isOfMeeting = ({ session }: KnownAction): boolean => ending.group !== undefined && session.startsWith(`${ending.group.parent}-`);
  const waiting = community.actions.filter((action) => action.dueOn > listedOn || isOfMeeting(action));
  const isPast = community.nextMeetingAt !== null && community.nextMeetingAt <= ending.startedAt + plannedWindow.beforeMs;
  const next: Community = {
    ...community, members, nextChair: (ending.group?.number ?? 1) === 1 ? ending.nextChair : community.nextChair, actions: ending.actions.reduce(withAction, waiting),
    nextMeetingAt: isPast ? null : community.nextMeetingAt,
    session: meeting === null || meeting.id !== ending.group?.parent ? meeting : { ...meeting, counted: [...counted, ...ending.attended.map(({ id }) => id)] },
  };
  return moved(next, ending.discussed.map((owner): Effect => ({
    do: 'tell', key: problemKey(community.tenant, community.conversation, owner), kind: 'problem', event: { type: 'discussed', by: owner },
  })));
}

/** The coordinator is whoever first ran `set up`, else `start` (product.md 2). */
function setUp(community: Community, event: Of<'set-up'>): Stepped<Community> {
  const present = community.isSetUp ? community.coordinator : null;
  if (present !== null && present.id !== event.by.id) return refused({ reason: 'coordinator-only', coordinator: present.name });
  const saved: Community = { ...community, coordinator: event.by, isSetUp: true, settings: event.settings, nextMeetingAt: event.nextMeetingAt };
  const continued = event.continues ?? null;
  // The same form saved again goes on from where it did.
  const isNew = continued !== null && continued.from !== community.continues;
  if (isNew && !mayContinue(community)) return refused({ reason: 'continue-too-late' });
  const next = isNew ? takenOver(saved, continued, { by: event.by.name, place: event.place ?? null }) : { state: saved, effects: [] };
  const spoken: Effect = {
    do: 'tell', key: conversationKey(community.tenant, community.conversation), kind: 'conversation', event: { type: 'language-chosen', language: event.settings.language },
  };
  const told = tellSession(saved, { type: 'meeting-known', nextMeetingAt: event.nextMeetingAt });
  return moved(next.state, [...told, spoken, ...next.effects], { kind: 'done' });
}

function learnBirthday(community: Community, event: Of<'birthday-known'>): Stepped<Community> {
  const before = community.members[event.person];
  const members = before === undefined ? community.members : { ...community.members, [event.person]: { ...before, birthday: event.birthday } };
  return moved({ ...community, members }, tellSession(community, event));
}

/** The start of the last session, as its chair's place in the rota tells, or the meeting planned after it; null before the first. */
function lastUsedAt({ members, nextMeetingAt }: Community): Instant | null {
  const known = [nextMeetingAt, ...Object.values(members).map(({ lastChairedAt }) => lastChairedAt)].filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** Where nothing but rehearsals took place: there is nothing to keep. */
const isEmpty = ({ coordinator, members, session, nextMeetingAt, actions, continues }: Community): boolean =>
  coordinator === null && session === null && nextMeetingAt === null && continues === null && actions.length === 0 && Object.keys(members).length === 0;

/** Dead when its last record is: until then its settings say in which zone the record is shown. */
function expiresAt(community: Community, retentionMs: Millis): Instant | null {
  if (isEmpty(community)) return 0;
  const usedAt = lastUsedAt(community);
  return community.session !== null || usedAt === null ? null : usedAt + afterSessionMs + retentionMs;
}

export const communityMachine: Machine<Community, CommunityEvent> = {
  step,
  wakeAt: () => null,
  draw: () => null,
  home: ({ thread }) => ({ kind: 'thread', thread }),
  people: ({ coordinator, members }) => [...new Set([...(coordinator === null ? [] : [coordinator.id]), ...Object.keys(members) as PersonId[]])],
  expiresAt,
};
