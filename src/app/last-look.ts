// The last look at a message before it leaves: past its time, or about a meeting that does not stand as it did, it is not
// sent; what only the store knows is filled in. Reads nothing for messages that are about no meeting.

import type { Conversation } from '../core/conversation/conversation.ts';
import { type AboutMeeting, isStillMeant } from '../core/community/about-meeting.ts';
import type { Community } from '../core/community/community.ts';
import { communityKey, conversationKey, type Key, partitionOf, problemKey } from '../core/keys.ts';
import type { Message } from '../core/messages.ts';
import { aheadItems } from '../core/problem/read-ahead.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { Done, Sending } from './attempt.ts';
import type { LoopParts } from './loop.ts';
import type { Documents } from './ports.ts';

/** The effect as it is to leave now, or what becomes of it instead. Throws when the store fails. */
export async function lastLook({ documents, clock }: Pick<LoopParts, 'documents' | 'clock'>, effect: Sending): Promise<Sending | Done> {
  if (effect.do !== 'say') return effect;
  const { until, about, otherwise } = effect;
  if (about !== undefined && !await stands(documents, about)) return { kind: 'done' };
  // What somebody should have had is told to whoever answers for it.
  if (until !== null && until <= clock.now()) return otherwise === undefined ? { kind: 'done' } : { kind: 'gone', why: 'expired', closes: false };
  const message = about === undefined ? effect.message : await filledIn(documents, about, effect.message);
  return message === null ? { kind: 'done' } : { ...effect, message };
}

async function stands(documents: Documents, about: AboutMeeting): Promise<boolean> {
  const { tenant, community: conversation, person } = about;
  const [community, problem] = await Promise.all([
    stateAt<Community>(documents, communityKey(tenant, conversation)), stateAt<Problem>(documents, problemKey(tenant, conversation, person)),
  ]);
  return isStillMeant(about, { community, problem });
}

/** With the name of the community, and the write-ups that are shared now; null when there are none to read. */
async function filledIn(documents: Documents, { tenant, community, person }: AboutMeeting, message: Message): Promise<Message | null> {
  if (!('meetingAt' in message) || !('communityName' in message)) return message;
  const chat = await stateAt<Conversation>(documents, conversationKey(tenant, community));
  const named = { ...message, communityName: chat?.name ?? null };
  if (named.card !== 'read-ahead') return named;
  const problems = (await documents.list(partitionOf(tenant, community), 'problem')).map(({ doc }) => doc.state as Problem);
  const items = aheadItems(problems, person);
  return items.length === 0 ? null : { ...named, items };
}

const stateAt = async <S>(documents: Documents, key: Key): Promise<S | null> => ((await documents.load(key))?.doc.state ?? null) as S | null;
