// The outbox of a document, as pure functions: what waits, who may send it, and what an outcome means (reliability.md 1).
// Three lanes run side by side, each in order: posts, edits, and effects inside the service.

import { type Instant, minutes, type Millis, seconds } from '../core/time.ts';
import type { UndeliveredWhy } from '../core/community/undelivered.ts';
import { isPairReminder } from '../core/pair/about-pair.ts';
import type { Effect } from '../core/machine.ts';
import type { Doc, Waiting } from './document.ts';
import type { SendOutcome } from './ports.ts';
import { isTurnedAway, undeliveredWhy } from './undelivered-why.ts';

export type Lane = 'posts' | 'edits' | 'inside';
export const lanes: readonly Lane[] = ['posts', 'edits', 'inside'];

/** A claim lasts this long; an attempt is begun only while more than `attemptNeedsMs` of it remain. */
export const leaseMs = seconds(20);
export const attemptNeedsMs = seconds(8);
/** Of these, what its request needs: with less left no byte of it leaves any more, whatever has held the process up. */
export const requestNeedsMs = seconds(6);
/** How long evidence of an unknown outcome is waited for: in a session late is worse than twice, in mail the reverse. */
const announcementDoubtMs = seconds(6);
const mailDoubtMs = minutes(10);
/**
 * What could not be sent this many times, about an hour of trying, is given up; an edit sooner, since the next one shows
 * the same. What stays inside the service is never given up: it may be somebody's note.
 */
const maxAttempts: Readonly<Record<Lane, number>> = { posts: 120, edits: 25, inside: Infinity };

export const laneOf = ({ effect }: Waiting): Lane => {
  switch (effect.do) {
    case 'post':
    case 'say': return 'posts';
    case 'edit':
    case 'fold': return 'edits';
    case 'tell':
    case 'record': return 'inside';
  }
};

/**
 * Adds effects behind what waits. An edit draws the present, so one that still waits for the same slot serves for both;
 * not so one that somebody may have sent already, and may still cross off.
 */
export function enqueue(outbox: readonly Waiting[], effects: readonly Effect[], revision: number): readonly Waiting[] {
  const added: Waiting[] = [];
  effects.forEach((effect, n) => {
    const serves = (waiting: Waiting): boolean =>
      effect.do === 'edit' && waiting.effect.do === 'edit' && waiting.effect.slot === effect.slot
        && waiting.doubtfulSince === null && waiting.claim === null;
    if ([...outbox, ...added].some(serves)) return;
    added.push({ id: `${revision}.${n}`, effect, attemptCount: 0, notBefore: null, claim: null, doubtfulSince: null });
  });
  return [...outbox, ...added];
}

/** The effect a lane would carry out next, whoever may do it. An edit waits for its message to have an id. */
export function headOf(doc: Pick<Doc, 'outbox' | 'posted'>, lane: Lane): Waiting | null {
  const isWaitingForPost = ({ effect }: Waiting): boolean => effect.do === 'edit' && doc.posted[effect.slot] === undefined
    && doc.outbox.some((other) => other.effect.do === 'post' && other.effect.slot === effect.slot);
  return doc.outbox.find((waiting) => laneOf(waiting) === lane && !isWaitingForPost(waiting)) ?? null;
}

const isFree = (waiting: Waiting, realNow: Instant): boolean =>
  waiting.claim === null && (waiting.notBefore === null || waiting.notBefore <= realNow);

/** Claims the head of every lane that is free, for `owner`, in the same write that changes the rest. */
export function claimHeads(doc: Doc, owner: string, realNow: Instant): Doc {
  const heads = new Set(lanes.flatMap((lane) => { const head = headOf(doc, lane); return head !== null && isFree(head, realNow) ? [head.id] : []; }));
  if (heads.size === 0) return doc;
  const claim = { owner, until: realNow + leaseMs };
  return { ...doc, outbox: doc.outbox.map((waiting) => (heads.has(waiting.id) ? { ...waiting, claim } : waiting)) };
}

/** When the claim of `owner` on an effect runs out; 0 when it is not theirs any more. */
export function leaseOf({ outbox }: Doc, id: string, owner: string): Instant {
  const claim = outbox.find((each) => each.id === id)?.claim;
  return claim?.owner === owner ? claim.until : 0;
}

/** The claim of `owner` on an effect, with another lease or given back with null; unchanged when it is not theirs any more. */
export function reclaimed(doc: Doc, id: string, { owner, lease }: { readonly owner: string; readonly lease: Omit<NonNullable<Waiting['claim']>, 'owner'> | null }): Doc {
  const claim = lease === null ? null : { owner, ...lease };
  return leaseOf(doc, id, owner) > 0 ? { ...doc, outbox: doc.outbox.map((each) => (each.id === id ? { ...each, claim } : each)) } : doc;
}

/** Claims whose owner is gone: what they were sending is in doubt. A post waits for evidence, everything else is simply done again. */
export function releaseClaims(doc: Doc, isDead: (claim: NonNullable<Waiting['claim']>) => boolean, realNow: Instant): Doc {
  if (!doc.outbox.some(({ claim }) => claim !== null && isDead(claim))) return doc;
  const outbox = doc.outbox.flatMap((waiting): readonly Waiting[] => {
    if (waiting.claim === null || !isDead(waiting.claim)) return [waiting];
    if (isOnceAtMost(waiting.effect)) return waiting.claim.hasBegun === true ? toldInstead(waiting, 'unsure') : [{ ...waiting, claim: null }];
    return [laneOf(waiting) === 'posts' ? doubted(waiting, realNow) : { ...waiting, claim: null, doubtfulSince: waiting.doubtfulSince ?? realNow }];
  });
  return { ...doc, outbox };
}

/** A reminder never comes twice, even if it may not have come at all: the next one and the session ask again, and the delivery report tells. */
export const isOnceAtMost = (effect: Effect): boolean => effect.do === 'say' && effect.about !== undefined
  && (effect.about.kind === 'nudge' || effect.about.kind === 'actions-due' || (effect.about.kind === 'pair' && isPairReminder(effect.about)));

/** An unknown outcome: sent again after a while without evidence. In a session late is worse than twice, in mail the reverse. */
function doubted(waiting: Waiting, realNow: Instant): Waiting {
  const isMail = waiting.effect.do === 'say' && waiting.effect.otherwise !== undefined;
  const notBefore = realNow + (isMail ? mailDoubtMs : announcementDoubtMs);
  return { ...waiting, claim: null, attemptCount: waiting.attemptCount + 1, doubtfulSince: waiting.doubtfulSince ?? realNow, notBefore };
}

export interface Settlement {
  readonly id: string;
  readonly effect: Effect;
  readonly outcome: SendOutcome | { readonly kind: 'done' };
  readonly realNow: Instant;
  /** Service's clock; absent where nobody asks whom something reached. */
  readonly now?: Instant;
  /** Uniform in [0, 1), for jitter. */
  readonly dice: number;
}

/** What an outcome makes of the document: crossed off, tried later, in doubt, or given up. */
export function settle(doc: Doc, { id, effect, outcome, realNow, now, dice }: Settlement): Doc {
  const waiting = doc.outbox.find((each) => each.id === id);
  // Told late what another process has doubted and sent again meanwhile: one of the two is taken away.
  if (waiting === undefined) return outcome.kind === 'sent' && effect.do === 'post' ? withEvidence(doc, effect.slot, outcome.id) : doc;
  const without: Doc = { ...doc, outbox: doc.outbox.filter((each) => each !== waiting) };
  const again = (next: Waiting): Doc => (next.attemptCount >= maxAttempts[laneOf(next)] ? givenUp(without, waiting, 'outage')
    : { ...doc, outbox: doc.outbox.map((each) => (each === waiting ? next : each)) });
  if (outcome.kind === 'unknown' && isOnceAtMost(waiting.effect) && !isTurnedAway(outcome.why)) return givenUp(without, waiting, 'unsure');
  switch (outcome.kind) {
    case 'done': return without;
    case 'sent': return withReached(withPosted(without, waiting, outcome.id), waiting, now);
    case 'unknown': return again(laneOf(waiting) === 'posts' ? doubted(waiting, realNow) : later(waiting, realNow + backOffMs(waiting, dice)));
    case 'later': return again(later(waiting, realNow + Math.max(outcome.afterMs ?? 0, backOffMs(waiting, dice))));
    case 'gone': return givenUp(without, waiting, undeliveredWhy(outcome.why));
  }
}

/** 0.25 s, 0.5 s, 1 s … up to half a minute, each with full jitter over its upper half. */
function backOffMs({ attemptCount }: Waiting, dice: number): Millis {
  const ceilingMs = Math.min(seconds(30), 250 * 2 ** attemptCount);
  return ceilingMs / 2 + (ceilingMs / 2) * dice;
}

const later = (waiting: Waiting, notBefore: Instant): Waiting =>
  ({ ...waiting, claim: null, attemptCount: waiting.attemptCount + 1, notBefore });

function withPosted(doc: Doc, { effect, doubtfulSince }: Waiting, messageId: string): Doc {
  if (effect.do !== 'post') return doc;
  return { ...doc, posted: { ...doc.posted, [effect.slot]: { id: messageId, mayHaveTwin: doubtfulSince !== null } } };
}

/** What was for somebody alone has come: the delivery report tells when (product.md 7). */
function withReached(doc: Doc, { effect }: Waiting, now: Instant | undefined): Doc {
  if (now === undefined || doc.kind !== 'person' || effect.do !== 'say' || effect.otherwise === undefined) return doc;
  return { ...doc, reached: { ...doc.reached, [effect.otherwise.key.partition]: now } };
}

const givenUp = (doc: Doc, waiting: Waiting, why: UndeliveredWhy): Doc => ({ ...doc, outbox: [...doc.outbox, ...toldInstead(waiting, why)] });

/** What is left to do when something is not sent any more: whoever hears of it hears why. */
function toldInstead({ id, effect }: Waiting, why: UndeliveredWhy): readonly Waiting[] {
  if (effect.do !== 'say' || effect.otherwise === undefined) return [];
  const { otherwise } = effect;
  const told: Effect = otherwise.event.type === 'unreachable' ? { do: 'tell', ...otherwise, kind: 'community', event: { ...otherwise.event, why } } : { do: 'tell', ...otherwise };
  return [{ id: `${id}o`, effect: told, attemptCount: 0, notBefore: null, claim: null, doubtfulSince: null }];
}

/**
 * A card that landed told its id: resolves a doubt, or betrays a twin, which is folded. A first attempt that somebody has
 * claimed, and may not live to write down, has landed too; of a repeat under way nobody can tell which one was pressed.
 */
export function withEvidence(doc: Doc, slot: string, messageId: string): Doc {
  const doubtful = doc.outbox.find(({ effect, doubtfulSince, claim }) => effect.do === 'post' && effect.slot === slot && (doubtfulSince === null) === (claim !== null));
  if (doubtful !== undefined) {
    const outbox = doc.outbox.filter(({ id }) => id !== doubtful.id);
    return { ...doc, outbox, posted: { ...doc.posted, [slot]: { id: messageId, mayHaveTwin: false } } };
  }
  const known = doc.posted[slot];
  if (known === undefined || !known.mayHaveTwin || known.id === messageId) return doc;
  const isKnown = Object.values(doc.posted).some(({ id }) => id === messageId)
    || doc.outbox.some(({ effect }) => effect.do === 'fold' && effect.messageId === messageId);
  return isKnown ? doc : { ...doc, outbox: enqueue(doc.outbox, [{ do: 'fold', messageId }], doc.revision + 1) };
}

/** The earliest real time at which the outbox wants attention, or null. */
export function retryAt(doc: Pick<Doc, 'outbox' | 'posted'>): Instant | null {
  const wants = lanes.flatMap((lane) => { const head = headOf(doc, lane); return head === null ? [] : [head.claim?.until ?? head.notBefore ?? 0]; });
  return wants.length === 0 ? null : Math.min(...wants);
}
