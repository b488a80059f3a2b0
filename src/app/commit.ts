// From a document and an event to the document to be saved: state, effects, claims and deadlines in one piece. Pure.

import { type Instant, dayMs, type Millis } from '../core/time.ts';
import type { Key } from '../core/keys.ts';
import type { Moment, Stepped } from '../core/machine.ts';
import type { Notice, Refusal } from '../core/notices.ts';
import type { Doc } from './document.ts';
import { machineOf, type MovingKind } from './machines.ts';
import { claimHeads, enqueue, retryAt } from './outbox.ts';
import { documentVersions } from './upgrade.ts';

/** A document whose outbox is longer than this takes no more texts: its store or its conversation is in trouble. */
const maxWaitingChars = 120_000;
/** Shorter outboxes are not measured. */
const fewWaiting = 16;
/** Ids of events a document remembers, so that a repeated one is one effect. */
const rememberedEvents = 256;

export interface Commit {
  readonly key: Key;
  readonly kind: MovingKind;
  readonly event: { readonly type: string };
  /** The same id twice is one effect; null where the event is harmless to repeat. */
  readonly eventId: string | null;
  readonly moment: Moment;
  readonly realNow: Instant;
  readonly owner: string;
  readonly retentionMs: Millis;
}

export type Outcome =
  | { readonly kind: 'moved'; readonly answer: Notice | null; readonly state: unknown }
  | { readonly kind: 'repeated'; readonly state: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly state: unknown };

/** `doc` is null when there is nothing to save. */
export interface Committed {
  readonly doc: Doc | null;
  readonly outcome: Outcome;
}

export function commit(before: Doc | null, what: Commit): Committed {
  const state = before?.state ?? null;
  if (before !== null && what.eventId !== null && before.seen.includes(what.eventId)) {
    return { doc: null, outcome: { kind: 'repeated', state } };
  }
  const stepped: Stepped<unknown> = machineOf(what.kind).step(state, what.event, what.moment);
  if (stepped.kind === 'refused') return { doc: null, outcome: { kind: 'refused', refusal: stepped.refusal, state } };
  const outcome: Outcome = stepped.refusal === undefined
    ? { kind: 'moved', answer: stepped.answer ?? null, state: stepped.state }
    : { kind: 'refused', refusal: stepped.refusal, state: stepped.state };
  if (before !== null && 'text' in what.event && isFull(before)) return { doc: null, outcome: { kind: 'refused', refusal: { reason: 'too-much-waiting' }, state } };
  const isNothing = before !== null && stepped.state === before.state && stepped.effects.length === 0;
  return { doc: isNothing ? null : next(before, what, stepped), outcome };
}

const isFull = ({ outbox }: Doc): boolean => outbox.length > fewWaiting && JSON.stringify(outbox).length > maxWaitingChars;

function next(before: Doc | null, what: Commit, stepped: Extract<Stepped<unknown>, { kind: 'moved' }>): Doc {
  const revision = (before?.revision ?? 0) + 1;
  // An event that was refused after its session was brought up to date may come again.
  const isRemembered = what.eventId !== null && stepped.refusal === undefined;
  const seen = isRemembered ? [...before?.seen ?? [], what.eventId].slice(-rememberedEvents) : before?.seen ?? [];
  const doc: Doc = {
    // A document once written by a later release stays at its version.
    key: what.key, kind: what.kind, v: before?.v ?? documentVersions[what.kind].writes, revision, state: stepped.state,
    outbox: enqueue(before?.outbox ?? [], stepped.effects, revision), posted: before?.posted ?? {}, ...(before?.reached !== undefined && { reached: before.reached }), seen,
    wakeAt: null, retryAt: null, people: [], expiresAt: null,
  };
  return dated(claimHeads(doc, what.owner, what.realNow), what.retentionMs);
}

/** Fills in what the indexes hold, all of it derived from state and outbox. */
export function dated(doc: Doc, retentionMs: Millis = 730 * dayMs): Doc {
  const machine = machineOf(doc.kind as MovingKind);
  return {
    ...doc, wakeAt: machine.wakeAt(doc.state), retryAt: retryAt(doc),
    people: machine.people(doc.state), expiresAt: machine.expiresAt(doc.state, retentionMs),
  };
}
