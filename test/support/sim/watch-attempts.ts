// Watches every request to Teams at the moment it is made (reliability.md 1): an announcement only under a claim of the
// sender whose lease outlasts the deadline, again only as the outcome before allows, nothing to a chat that said no, and
// never faster than Teams takes it (platform.md).

import type { Doc } from '../../../src/app/document.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { type Instant, hourMs, type Millis, seconds } from '../../../src/core/time.ts';
import { isAnnouncement, type Place } from './slots.ts';
import type { Life } from './timeline.ts';
import type { Attempt } from './wire.ts';

const deadlineMs = seconds(5);
const announcementDoubtMs = seconds(6);
/** What is left of a lease at the least when a request begins (app/outbox.ts). */
const leaseLeftMs = seconds(8);
/** A no is kept by a write, which a store in trouble holds up, and read before every send. */
const closingGraceMs = seconds(10);
/** Teams' own figures: one more than these is refused. */
const windows = [{ count: 7, perMs: seconds(1) }, { count: 8, perMs: seconds(2) }, { count: 60, perMs: seconds(30) }, { count: 1_800, perMs: hourMs }];
const tenantWindow = { count: 50, perMs: seconds(1) };

export interface CallContext {
  /** The document it is sent for, as stored. */
  readonly doc: Doc | null;
  readonly place: Place | null;
  /** The instance that sends, as it names itself in claims. */
  readonly owner: string;
  /** Earlier requests for the same message, oldest first. */
  readonly earlier: readonly Attempt[];
  readonly realNow: Instant;
}

/** Everything wrong with making this request now. */
export function callFaults(attempt: Attempt, context: CallContext): readonly string[] {
  const { place } = context;
  if (place === null || attempt.asked.act !== 'post') return [];
  return [...claimFaults(context, place), ...threadFaults(attempt, context, place), ...context.earlier.flatMap((earlier) => againFaults(earlier, attempt, place))];
}

/** Everything wrong with its bytes leaving now: while another is sending the same, or has taken it for lost. */
export function leaveFaults(doc: Doc, { slot }: Place, owner: string): readonly string[] {
  const waiting = doc.outbox.find(({ effect }) => effect.do === 'post' && effect.slot === slot);
  const isAnothers = waiting !== undefined && (waiting.claim === null ? waiting.doubtfulSince !== null : waiting.claim.owner !== owner);
  return isAnothers ? [`${slot} leaves after another process has taken it over`] : [];
}

/** A group of a channel speaks in the thread of its own first message, everything else where it was opened. */
function threadFaults({ asked }: Attempt, { doc }: CallContext, { slot }: Place): readonly string[] {
  const session = doc?.state as Session | undefined;
  if (doc === null || session === undefined) return [];
  const root = doc.posted['group-root'];
  const isThreaded = session.group !== null && session.thread.includes(';');
  const meant = !isThreaded ? session.thread : slot === 'group-root' || root === undefined ? String(session.community) : `${session.community};messageid=${root.id}`;
  return asked.thread === meant ? [] : [`${slot} is posted in ${asked.thread} instead of ${meant}`];
}

function claimFaults({ doc, owner, realNow }: CallContext, { slot }: Place): readonly string[] {
  const isMeant = (other: string): boolean => other === slot || (slot === 'paused' && other.startsWith('paused-'));
  const waiting = doc?.outbox.filter(({ effect }) => effect.do === 'post' && isMeant(effect.slot)) ?? [];
  if (waiting.length === 0) return [`${slot} is posted although the store does not ask for it`];
  const claim = waiting.map((each) => each.claim).find((each) => each?.owner === owner);
  if (claim == null) return [`${slot} is posted without a claim`];
  const leftMs = claim.until - realNow;
  return leftMs < deadlineMs ? [`${slot} is posted with ${Math.round(leftMs)} ms of its lease left`] : [];
}

function againFaults(earlier: Attempt, attempt: Attempt, place: Place): readonly string[] {
  const { told } = earlier;
  const isMine = earlier.life === attempt.life;
  // Pauses share a name: each is posted once, so nothing is said about one after another.
  if (place.slot === 'paused') return [];
  // What another process was told it may have taken with it: in doubt from the start. A process that was told only when its
  // lease was over had been doubted by then.
  const doubtedAt = isMine ? Math.min(earlier.toldAt ?? Infinity, earlier.calledAt + leaseLeftMs) : earlier.calledAt;
  const sinceMs = attempt.calledAt - doubtedAt;
  const head = `${place.slot} is posted again (#${earlier.n}, #${attempt.n})`;
  if (told === null) return isMine && earlier.life.isAlive ? [`${head} while the first is under way`] : tooSoon(head, sinceMs, place);
  switch (told.kind) {
    case 'sent': return isMine ? [`${head} by the process that knew it was sent`] : tooSoon(head, sinceMs, place);
    case 'gone': return isMine ? [`${head} although it never can be`] : [];
    case 'unknown': return tooSoon(head, sinceMs, place);
    case 'later': return isMine && sinceMs < (told.afterMs ?? 0) - 1 ? [`${head} before Retry-After is over`] : [];
  }
}

const tooSoon = (head: string, sinceMs: number, place: Place): readonly string[] =>
  (isAnnouncement(place) && sinceMs < announcementDoubtMs - 1 ? [`${head} blindly, after ${Math.round(sinceMs)} ms`] : []);

/**
 * `noes`: requests to the same conversation that were told no for good, and nobody there has been heard since.
 * `storeUpMs`: how long the store was there between two instants.
 */
export function closedFaults(attempt: Attempt, noes: readonly Attempt[], storeUpMs: (from: Instant, until: Instant) => Millis): readonly string[] {
  if (attempt.asked.act === 'open' || attempt.isReply) return [];
  // A process that dies with the no untold leaves the next one to hear it again.
  // So does one that stands still with it.
  const heardUntil = ({ diedAt, frozenFrom, frozenUntil }: Life): Instant => Math.min(attempt.calledAt, diedAt, frozenUntil > attempt.calledAt ? frozenFrom : Infinity);
  const known = noes.find(({ toldAt, life }) => toldAt !== null && storeUpMs(toldAt, heardUntil(life)) > closingGraceMs);
  return known === undefined ? [] : [`${attempt.asked.act} #${attempt.n} to a conversation that said no to #${known.n}`];
}

/** Keeps count of requests, of one process or of all, on the service's clock. */
export class PaceWatch {
  readonly #chats = new Map<string, number[]>();
  readonly #all: number[] = [];
  readonly #unevenMs: Millis;

  /** `unevenMs`: so much later than another a request may be on its way to Teams. */
  constructor(unevenMs: Millis = 0) { this.#unevenMs = unevenMs; }

  faults(attempt: Attempt, now: Instant): readonly string[] {
    const chat = this.#chats.get(attempt.asked.thread) ?? [];
    this.#chats.set(attempt.asked.thread, chat);
    chat.push(now);
    this.#all.push(now);
    const over = windows.filter(({ count, perMs }) => isOver(chat, count, now - perMs + this.#unevenMs));
    const tenantOver = isOver(this.#all, tenantWindow.count, now - tenantWindow.perMs + this.#unevenMs) ? [tenantWindow] : [];
    return [...over, ...tenantOver].map(({ count, perMs }) => `more than ${count} requests in ${perMs / 1000} s`);
  }
}

const isOver = (sentAt: readonly number[], count: number, from: Instant): boolean => {
  const oldest = sentAt[sentAt.length - 1 - count];
  return oldest !== undefined && oldest > from;
};
