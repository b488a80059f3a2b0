// What could not be delivered to whom, for the coordinator (product.md 7). Never what it said.

import { dayMs, type Instant, type Millis } from '../time.ts';
import type { PersonId } from '../keys.ts';
import { moved, type Moved } from '../machine.ts';
import type { Community } from './community.ts';
import type { CommunityEvent } from './events.ts';
import { say } from './telling.ts';

/**
 * Why something could not be delivered. `no-chat`: no way to write to them alone is known; `blocked`: they have blocked
 * the bot; `not-installed`: they, or their chat, do not have it; `outage`: Teams did not take it for an hour; `expired`:
 * it was no use any more when it could have been sent; `unsure`: it may have come, and is not sent a second time.
 */
export const undeliveredWhys = ['no-chat', 'blocked', 'not-installed', 'disabled', 'gone', 'too-large', 'outage', 'expired', 'unsure', 'refused'] as const;
export type UndeliveredWhy = (typeof undeliveredWhys)[number];

export interface Undelivered {
  readonly person: PersonId;
  readonly name: string;
  /** Key of what it was, for the texts. */
  readonly what: string;
  /** Key of the reason, for the texts; empty where nobody said. */
  readonly why: UndeliveredWhy | '';
  readonly at: Instant;
}

/** Remembered at most, the last ones. */
const keptUndelivered = 40;

/** Of a pair something comes several times a fortnight: whoever cannot be written to is called in the chat again only after so long without. */
const uncalledForMs: Millis = 7 * dayMs;
const isOfPair = (what: string): boolean => what.startsWith('buddy-');

/** It came too late, or may have come. */
const isUncalled = (why: string): boolean => why === 'expired' || why === 'unsure';

/** Kept for the report, and said in the chat where the person can be mentioned; what came too late, or may have come, is only kept. */
export function learnUnreachable(community: Community, event: Extract<CommunityEvent, { type: 'unreachable' }>, at: Instant): Moved<Community> {
  const { person: { id, name, teamsId }, thread, what = '', why = '' } = event;
  const undelivered = [...community.undelivered, { person: id, name, what, why, at } satisfies Undelivered].slice(-keptUndelivered);
  const isCalled = isOfPair(what) && community.undelivered.some((each) => each.person === id && isOfPair(each.what) && !isUncalled(each.why) && at - each.at < uncalledForMs);
  if (isCalled || isUncalled(why)) return moved({ ...community, undelivered });
  return moved({ ...community, undelivered, thread }, [say({ kind: 'unreachable-privately', name, teamsId })]);
}
