// When everything has settled: meetings as a whole, their groups together. Who came is counted once, whoever joined is in a
// record, a rehearsal has left nothing behind, and a meeting in groups was over with its last group.

import type { Doc } from '../../../src/app/document.ts';
import type { Community } from '../../../src/core/community/community.ts';
import type { HistoryEntry, SessionEntry } from '../../../src/core/history/entry.ts';
import { conversationOf, type PersonId } from '../../../src/core/keys.ts';
import type { Session } from '../../../src/core/session/session.ts';
import type { Settled } from './final-check.ts';
import { nowOf } from './fake-teams.ts';

const sessionsIn = (docs: readonly Doc[]): readonly Session[] => docs.flatMap(({ kind, state }) => (kind === 'session' ? [state as Session] : []));
const isSession = (entry: HistoryEntry): entry is SessionEntry => entry.kind === 'session';
const meetingOf = ({ session, group }: SessionEntry): string => group?.parent ?? session;

export const meetingFaults = (settled: Settled): readonly string[] =>
  [...attendanceFaults(settled), ...joinFaults(settled), ...splitFaults(settled), ...rehearsalFaults(settled)];

/** The rota counts a meeting once for whoever is in a record of it. */
function attendanceFaults({ docs, entries, conversation }: Settled): readonly string[] {
  const community = docs.flatMap(({ kind, state }) => (kind === 'community' ? [state as Community] : [])).find((each) => each.conversation === conversation);
  const records = entries.filter(isSession).filter(({ partition }) => partition.endsWith(`|${conversation}`));
  return Object.entries(community?.members ?? {}).flatMap(([id, { name, sessionCount }]) => {
    const meetings = new Set(records.filter(({ people }) => people.includes(id as PersonId)).map(meetingOf));
    return meetings.size === sessionCount ? [] : [`${name} was at ${meetings.size} meetings, and the rota counts ${sessionCount}`];
  });
}

/** Whoever was told that they are in is in a record of that meeting; of the group they joined, if they joined no other. */
function joinFaults({ docs, entries, joined }: Settled): readonly string[] {
  const sessions = sessionsIn(docs);
  return joined.flatMap(({ act }) => {
    const data = act.arrival.what.kind === 'pressed' ? act.arrival.what.data as { readonly session: string } : null;
    const session = sessions.find(({ id }) => id === data?.session);
    if (session?.status !== 'ended' || session.rehearsal !== null) return [];
    const meeting = session.group?.parent ?? session.id;
    const parent = sessions.find(({ id }) => id === meeting);
    const theirs = entries.filter(isSession).filter((entry) => meetingOf(entry) === meeting && entry.people.includes(act.by.id)).map((entry) => entry.session);
    const others = joined.filter((each) => each.act.by.id === act.by.id && each.act !== act);
    const isOnly = others.length === 0 && parent?.status === 'split' && !parent.groups.some(({ session: id, people }) => people.includes(act.by.id) && id !== session.id);
    return theirs.length > 0 && (!isOnly || theirs.includes(session.id)) ? [] : [`${act.by.name} joined ${session.id} and is in the record of ${theirs.join(', ') || 'none'}`];
  });
}

/** Over with the last group; everybody in one group at most; a group of a channel in one thread of its own. */
function splitFaults({ docs, shown, refused, conversation }: Settled): readonly string[] {
  const sessions = sessionsIn(docs);
  return sessions.flatMap((split) => {
    if (split.status !== 'split') return [];
    const groups = split.groups.flatMap(({ session }) => sessions.find(({ id }) => id === session) ?? []);
    const lastEndedAt = Math.max(...groups.map((group) => (group.status === 'ended' ? group.endedAt : Infinity)));
    const people = split.groups.flatMap((group) => group.people);
    const threadsOf = new Map(groups.map(({ id }) => [id, new Set(shown.flatMap((each) => {
      const message = nowOf(each);
      return 'origin' in message && message.origin.session === id && message.card !== 'join' ? [each.thread] : [];
    }))]));
    // Taken out of the channel, the bot may never have begun a thread: then that group speaks in the channel itself.
    const isThreaded = split.thread.includes(';') && !refused.has(conversation);
    return [
      ...(groups.length === split.groups.length ? [] : [`${groups.length} of ${split.groups.length} groups ever began`]),
      ...(split.endedAt !== null && split.endedAt >= lastEndedAt ? [] : ['the meeting was not over with its last group']),
      ...(people.length === new Set(people).size ? [] : ['somebody is in two groups']),
      ...[...threadsOf].filter(([, used]) => used.size > 1 && !refused.has(conversation)).map(([id, used]) => `${id} speaks in ${[...used].join(' and ')}`),
      ...(isThreaded && new Set([...threadsOf.values()].flatMap((used) => [...used])).size < threadsOf.size ? ['two groups share a thread'] : []),
    ];
  });
}

/** A rehearsal is on its own shelf: no record in any community's history, no member, no summary sent to anybody. */
function rehearsalFaults({ docs, entries, shown }: Settled): readonly string[] {
  const rehearsals = new Set(sessionsIn(docs).flatMap(({ id, rehearsal }) => (rehearsal === null ? [] : [id])));
  const chats = docs.flatMap(({ kind, state }) => (kind === 'community' && (state as Community).conversation.startsWith('a:') ? [state as Community] : []));
  return [
    ...entries.filter(({ session, partition }) => rehearsals.has(session) && !partition.endsWith('|rehearsal')).map(({ id }) => `${id} of a rehearsal is in a history`),
    ...chats.filter(({ members, coordinator }) => Object.keys(members).length > 0 || coordinator !== null).map(({ conversation }) => `${conversation} has members of a rehearsal`),
    ...shown.filter((each) => { const message = nowOf(each); return message.card === 'summary' && message.isPrivate && rehearsals.has(message.record.session); })
      .map(({ thread }) => `a summary of a rehearsal was sent to ${conversationOf(thread as Parameters<typeof conversationOf>[0])}`),
  ];
}
