// The last look at a message before it leaves: past its time, or about a meeting that does not stand as it did, or actions
// that are done, it is not sent; what only the store knows is filled in. Reads nothing for messages that are about neither.

import type { Conversation } from '../core/conversation/conversation.ts';
import { type About, type AboutActions, isStillMeant } from '../core/community/about-meeting.ts';
import type { Community } from '../core/community/community.ts';
import { communityKey, conversationKey, type Key, pairKey, partitionOf, problemKey } from '../core/keys.ts';
import type { ActionsMessage, Message } from '../core/messages.ts';
import { stillDue } from '../core/community/following-up.ts';
import { type AboutPair, isPairReminder, isStillMeantInPair, presentInPair } from '../core/pair/about-pair.ts';
import type { Pair } from '../core/pair/pair.ts';
import { aheadItems } from '../core/problem/read-ahead.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { Instant } from '../core/time.ts';
import type { Done, Sending } from './attempt.ts';
import type { LoopParts } from './loop.ts';
import type { Documents } from './ports.ts';

/** The effect as it is to leave now, or what becomes of it instead. Throws when the store fails. */
export async function lastLook({ documents, clock }: Pick<LoopParts, 'documents' | 'clock'>, effect: Sending): Promise<Sending | Done> {
  if (effect.do !== 'say') return effect;
  const { until, about, otherwise } = effect;
  if (about !== undefined && !await stands(documents, about, clock.now())) return { kind: 'done' };
  // What somebody should have had is told to whoever answers for it.
  if (until !== null && until <= clock.now()) return otherwise === undefined ? { kind: 'done' } : { kind: 'gone', why: 'expired', closes: false };
  const message = about === undefined ? effect.message : await filledIn(documents, about, effect.message);
  return message === null ? { kind: 'done' } : { ...effect, message };
}

/** Where there is no way to send: final only for what is still meant. */
export const goneUnlessOver = (no: Done, looked: Sending | Done): Done => ('kind' in looked ? looked : no);

async function stands(documents: Documents, about: About, now: Instant): Promise<boolean> {
  const { tenant, community: conversation, person } = about;
  if (about.kind === 'actions-due') return (await openOf(documents, about)).length > 0;
  if (about.kind === 'pairing') return true;
  if (about.kind === 'pair') return !isPairReminder(about) || isStillMeantInPair(about, await pairOf(documents, about), now);
  const [community, problem] = await Promise.all([
    stateAt<Community>(documents, communityKey(tenant, conversation)), stateAt<Problem>(documents, problemKey(tenant, conversation, person)),
  ]);
  return isStillMeant(about, { community, problem });
}

/** With the name of the community, and what is shared, or open, now; null when there is nothing left to tell. */
async function filledIn(documents: Documents, about: About, message: Message): Promise<Message | null> {
  const { tenant, community, person } = about;
  if (about.kind === 'pair') return filledInPair(documents, about, message);
  if (message.card !== 'actions' && message.card !== 'pairing-news' && !('meetingAt' in message) || !('communityName' in message)) return message;
  const chat = await stateAt<Conversation>(documents, conversationKey(tenant, community));
  const named = { ...message, communityName: chat?.name ?? null };
  if (named.card === 'actions') return about.kind === 'actions-due' ? { ...named, asks: await openOf(documents, about) } : named;
  if (named.card !== 'read-ahead') return named;
  const problems = (await documents.list(partitionOf(tenant, community), 'problem')).map(({ doc }) => doc.state as Problem);
  const items = aheadItems(problems, person);
  return items.length === 0 ? null : { ...named, items };
}

async function filledInPair(documents: Documents, about: AboutPair, message: Message): Promise<Message> {
  const { tenant, community: conversation } = about;
  const chat = await stateAt<Conversation>(documents, conversationKey(tenant, conversation));
  const named = 'communityName' in message ? { ...message, communityName: chat?.name ?? null } : message;
  const [pair, community] = isPairReminder(about) ? await Promise.all([pairOf(documents, about), stateAt<Community>(documents, communityKey(tenant, conversation))]) : [null, null];
  return pair === null ? named : presentInPair(named, { about, pair, community });
}

const pairOf = (documents: Documents, { tenant, community, pair }: AboutPair): Promise<Pair | null> => stateAt<Pair>(documents, pairKey(tenant, community, pair));

async function openOf(documents: Documents, about: AboutActions): Promise<ActionsMessage['asks']> {
  const community = await stateAt<Community>(documents, communityKey(about.tenant, about.community));
  return community === null ? [] : stillDue(community, about);
}

const stateAt = async <S>(documents: Documents, key: Key): Promise<S | null> => ((await documents.load(key))?.doc.state ?? null) as S | null;
