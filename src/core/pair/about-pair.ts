// A message to a member of a pair may wait until Teams takes it. Just before it leaves it is asked once more whether it is
// still meant: the meeting stands as it did, and the person is still in the pair and wants to hear of it.

import type { ConversationId, PairId, PersonId, TenantId } from '../keys.ts';
import type { Instant } from '../time.ts';

/** `prepare`, `soon`, `after`, `again` and `clash` are reminders: never sent twice, and not to who is silent. `news` is told in any case. */
export type PairWhat = 'prepare' | 'soon' | 'after' | 'again' | 'clash' | 'news';

export interface AboutPair {
  readonly kind: 'pair';
  readonly what: PairWhat;
  readonly tenant: TenantId;
  readonly community: ConversationId;
  /** Whom it is for. */
  readonly person: PersonId;
  readonly pair: PairId;
  /** Number of the meeting and when it was to begin as the message was made; null where it is about none. */
  readonly meeting: { readonly number: number; readonly startsAt: Instant } | null;
}

export const isPairReminder = ({ what }: AboutPair): boolean => what !== 'news';
