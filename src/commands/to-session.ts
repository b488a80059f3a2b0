// Sends an event to a session and turns what became of it into an answer.

import { type Key, type SessionId, sessionKey } from '../core/keys.ts';
import { isDate, localDate } from '../core/calendar/local-time.ts';
import { whyClosed } from '../core/calendar/open-days.ts';
import { dateOrWords } from '../core/calendar/spoken-date.ts';
import { presentStep } from '../core/session/hour.ts';
import type { DrivenEvent, SessionEvent } from '../core/session/events.ts';
import type { Notice } from '../core/notices.ts';
import { inGroup } from '../core/session/in-group.ts';
import type { Brought } from '../core/problem/brought.ts';
import type { Session } from '../core/session/session.ts';
import { slotOfPress } from '../core/session/slots.ts';
import type { Outcome } from '../app/commit.ts';
import { withEvidence } from '../app/outbox.ts';
import { traceOf } from '../app/traces.ts';
import { goesWith, readyOf } from './brought.ts';
import { type Caller, communityOf, type Desk, memberOf, openSession, problemOf, refusal, type Reply, typedId, zoneOf } from './desk.ts';
import { commandWords } from './words.ts';

/** Answers worth a line of their own in the chat; the others show on the cards. */
const spoken: ReadonlySet<Notice['kind']> = new Set(['note-saved', 'request-saved', 'action-saved', 'end-would-move', 'next-chair-is', 'next-meeting-is', 'order-is', 'marked-absent', 'marked-here', 'problem-carried-over', 'join-offered', 'already-in']);

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event before the loop has said who caused it. */
export type Wish = Without<DrivenEvent, 'by' | 'birthday' | 'hasWriteUp' | 'writeUp' | 'writeUps' | 'besides' | 'dayOff'>;

export interface ToSession {
  readonly session: SessionId;
  readonly wish: Wish;
  readonly eventId: string | null;
}

/** Lets `wish` happen to a session of the caller's community. A session that is not there is `no-session`. */
export async function toSession(desk: Desk, caller: Caller, what: ToSession): Promise<Reply> {
  const { session, wish, eventId } = what;
  if (caller.community === null) return refusal({ reason: 'no-community' });
  const key = sessionKey(caller.tenant, caller.community, session);
  const event = await complete(desk, caller, wish);
  await tellEvidence(desk, caller, { key, event });
  const outcome = await desk.loop.advance(key, 'session', { event, eventId });
  desk.log.info(outcome.kind === 'refused' ? 'session.refused' : 'session.moved', { ...traceOf(key), event: event.type, kind: outcome.kind });
  const isElsewhere = outcome.kind === 'refused' && outcome.refusal.reason === 'no-session';
  const reply = isElsewhere ? await presentInstead(desk, caller) : replyOf(outcome, what, caller);
  return reply === null ? null : inGroup(reply, (outcome.state as Session | null)?.group ?? null);
}

/**
 * A chair whose chair was asked for and who writes or presses anything at all is not silent (product.md 4, "Moves"), and
 * whoever left and does so in the session is back. Gives the open session.
 */
export async function heardFrom(desk: Desk, caller: Caller): Promise<Session | null> {
  const open = await openSession(desk, caller);
  // What `absent` says is for the session itself to hear.
  if (open === null || isSayingAbsent(caller)) return open;
  const isWaitedFor = 'takeover' in open && open.takeover !== null && open.chair === caller.by.id;
  const isBack = caller.arrival.place !== 'personal' && open.people.some(({ id, leftAt }) => id === caller.by.id && leftAt !== null);
  if (isWaitedFor || isBack) await desk.loop.advance(sessionKey(open.tenant, open.community, open.id), 'session', { event: { type: 'heard-from', person: caller.by.id } });
  return open;
}

/** `absent`, of oneself or somebody else. */
function isSayingAbsent(caller: Caller): boolean {
  const { what } = caller.arrival;
  const [typed = ''] = what.kind === 'said' ? what.text.trim().replace(/^\//, '').toLowerCase().split(/[\s:]/, 1) : [];
  return ['absent', ...commandWords(caller).absent ?? []].includes(typed);
}

/** A card that belongs to no session here: nothing is done, and the answer says where this community is. */
async function presentInstead(desk: Desk, caller: Caller): Promise<Reply> {
  const open = await openSession(desk, caller);
  if (open === null) return refusal({ reason: 'no-session' });
  return refusal({ reason: 'stale', phase: 'steps' in open ? presentStep(open).phase : null });
}

/** The same for a typed command: the open session of the community. Typed once is one effect. */
export async function toOpenSession(desk: Desk, caller: Caller, wish: Wish): Promise<Reply> {
  if (caller.community === null) return refusal({ reason: 'no-community' });
  const open = await openSession(desk, caller);
  if (open === null) return refusal({ reason: 'no-session' });
  return toSession(desk, caller, { session: open.id, wish, eventId: typedId(caller) });
}

/** Adds what only the store knows: birthday and write-up of whoever joins, the ready write-ups at the start. */
async function complete(desk: Desk, caller: Caller, wish: Wish): Promise<SessionEvent> {
  const { by, community } = caller;
  if (wish.type === 'joined' || wish.type === 'volunteered') {
    const [member, problem] = await Promise.all([
      memberOf(desk, caller.tenant, by.id), community === null ? null : problemOf(desk, caller, community),
    ]);
    const isReady = problem?.status === 'ready';
    const brought = isReady ? { writeUp: problem.writeUp, besides: await goesWith(desk, problem) } : { writeUp: null };
    return { ...wish, by, birthday: member?.birthday ?? null, hasWriteUp: isReady, ...(wish.type === 'joined' && brought) };
  }
  if (wish.type === 'marked-here') {
    const ready = wish.person === null ? [] : await readyWriteUps(desk, caller);
    const { owner: _, writeUp = null, ...besides } = ready.find(({ owner }) => owner === wish.person?.id) ?? {};
    return { ...wish, by, writeUp, besides };
  }
  if (wish.type === 'next-meeting-given') return { ...wish, by, ...await dayMeant(desk, caller, wish.date) };
  if (wish.type === 'started' || wish.type === 'last-turn-given') return { ...wish, by, writeUps: await readyWriteUps(desk, caller) };
  return { ...wish, by };
}

const readyWriteUps = (desk: Desk, { tenant, community }: Caller): Promise<readonly Brought[]> =>
  (community === null ? Promise.resolve([]) : readyOf(desk, tenant, community));

/** A date as typed, by the community's calendar, and why nobody there meets on it; null when they do. */
async function dayMeant(desk: Desk, { tenant, community }: Caller, typed: string) {
  const known = community === null ? null : await communityOf(desk, tenant, community);
  const date = dateOrWords(typed, localDate(desk.clock.now(), zoneOf(known)));
  return { date, dayOff: known === null || !isDate(date) ? null : whyClosed(date, known.settings) };
}

function replyOf(outcome: Outcome, { session, wish }: ToSession, { arrival, by }: Caller): Reply {
  if (outcome.kind === 'refused') return refusal(outcome.refusal);
  const notice: Notice = outcome.kind === 'moved' && outcome.answer !== null ? outcome.answer : repeatedNotice(wish);
  const isAlone = arrival.what.kind === 'pressed' && arrival.what.shape === 'execute';
  if (notice.kind === 'join-offered') return { card: 'join', origin: { session, rev: wish.rev ?? 0 }, who: isAlone ? null : by };
  return isAlone || spoken.has(notice.kind) ? { card: 'notice', notice } : null;
}

/** What a repeated press is told: the same as the first time. */
const repeatedNotice = (wish: Wish): Notice =>
  (wish.type === 'noted' ? { kind: wish.at === 'close' ? 'request-saved' : 'note-saved' } : { kind: 'done' });

/** A pressed card tells its own id, where that was in doubt (reliability.md 1). */
async function tellEvidence(desk: Desk, { arrival }: Caller, { key, event }: { readonly key: Key; readonly event: SessionEvent }): Promise<void> {
  const { what } = arrival;
  if (what.kind !== 'pressed' || what.messageId === null || !('by' in event)) return;
  const { messageId } = what;
  await desk.loop.update(key, (doc) => {
    const slot = slotOfPress(doc.state as Session, event);
    return slot === null ? doc : withEvidence(doc, slot, messageId);
  });
}
