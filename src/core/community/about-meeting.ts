// A message about a planned meeting may wait for hours until Teams takes it. Just before it leaves it is asked once more
// whether it is still meant: the meeting was neither moved nor cancelled, and nobody is nudged who is done. Asked of the
// documents as they are then, so that it holds whatever waited where.

import type { Instant } from '../time.ts';
import type { ConversationId, PersonId, TenantId } from '../keys.ts';
import type { AboutPair } from '../pair/about-pair.ts';
import type { Problem } from '../problem/problem.ts';
import type { Community } from './community.ts';
import { hasGone } from './membership.ts';

export interface AboutMeeting {
  readonly kind: 'nudge' | 'crib' | 'read-ahead' | 'chair-call';
  readonly tenant: TenantId;
  readonly community: ConversationId;
  readonly meetingAt: Instant;
  /** Whom it is for. */
  readonly person: PersonId;
}

/** A reminder of actions on the day they are due: of those that are open when it leaves. */
export interface AboutActions {
  readonly kind: 'actions-due';
  readonly tenant: TenantId;
  readonly community: ConversationId;
  readonly person: PersonId;
  /** Their names (actions.ts). */
  readonly actions: readonly string[];
}

/** News of the pairing: of use whatever has happened meanwhile. */
export interface AboutPairing {
  readonly kind: 'pairing';
  readonly tenant: TenantId;
  readonly community: ConversationId;
  readonly person: PersonId;
}

export type About = AboutMeeting | AboutActions | AboutPair | AboutPairing;

/** As the store has them when the message is about to leave; `problem` is that of its receiver. */
export interface Present {
  readonly community: Community | null;
  readonly problem: Problem | null;
}

/** Whether the message may leave. Nobody is written to, or called, about the meeting of a chat that they have left since. */
export function isStillMeant({ kind, meetingAt, person }: AboutMeeting, { community, problem }: Present): boolean {
  if (community === null || community.nextMeetingAt !== meetingAt || hasGone(community, person)) return false;
  const { settings, nextChair } = community;
  switch (kind) {
    case 'nudge': return settings.hasReminders && problem?.status !== 'ready';
    case 'crib': return nextChair === person;
    case 'read-ahead': return settings.hasReadAhead;
    case 'chair-call': return true;
  }
}
