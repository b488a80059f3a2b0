// A store full of buddy pairs whose next meeting is near, as if they had agreed on it and been heard from long ago: written
// as documents, by the same functions that the service writes them with.

import { commit, dated } from '../../src/app/commit.ts';
import type { Doc } from '../../src/app/document.ts';
import type { MovingKind } from '../../src/app/machines.ts';
import type { Documents } from '../../src/app/ports.ts';
import { localDate, localTime } from '../../src/core/calendar/local-time.ts';
import { defaultSettings } from '../../src/core/community/community.ts';
import { type ConversationId, communityKey, conversationId, conversationKey, type Key, pairId, pairKey, personId, personKey, tenantId, threadId } from '../../src/core/keys.ts';
import type { EventsOf } from '../../src/core/told.ts';
import { noOwnTimes } from '../../src/core/person/profile.ts';
import { dayMs, type Instant, minuteMs } from '../../src/core/time.ts';

export interface ManyPairs {
  readonly tenantCount: number;
  readonly serviceUrl: string;
  /** When the next meeting of the nth pair begins, in whole minutes. */
  readonly startsAt: (n: number) => Instant;
}

const pairsPerCommunity = 10;
const writtenAtOnce = 500;
const zone = 'Europe/London';
const bot = { id: '28:bot', name: 'Turnstone' };

/** The nth pair's member at `seat`, and the pair again from the chat with them. */
export const chatOf = (n: number, seat: number): ConversationId => conversationId(`a:chat-${n}-${seat}`);
export const pairOfChat = (chat: string): number => Number(chat.split('-')[1]);
export const tenantOfPair = (n: number, tenantCount: number): number => Math.floor(n / pairsPerCommunity) % tenantCount;

/** Writes the pairs from one number to the next but one, with all that belongs to them. */
export async function writePairs(documents: Documents, pairs: ManyPairs, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  for (let first = from; first < to; first += writtenAtOnce) {
    const docs = Array.from({ length: Math.min(writtenAtOnce, to - first) }, (_, n) => docsOf(pairs, first + n)).flat();
    await Promise.all(docs.map((doc) => documents.create(doc)));
  }
}

function docsOf({ tenantCount, serviceUrl, startsAt }: ManyPairs, n: number): readonly Doc[] {
  const tenant = tenantId(`tenant-${String(tenantOfPair(n, tenantCount)).padStart(4, '0')}`);
  const community = conversationId(`19:community-${Math.floor(n / pairsPerCommunity)}@thread.v2`);
  const thread = threadId(community);
  const seats = [0, 1].map((seat) => ({ id: personId(`person-${n}-${seat}`), name: `Person ${n} ${'AB'[seat]}`, teamsId: `29:person-${n}-${seat}` }));
  const [by = { id: personId(''), name: '', teamsId: null }] = seats;
  const at = startsAt(n) - 16 * minuteMs;
  const slot = { first: localDate(startsAt(n), zone), time: localTime(startsAt(n), zone), zone };
  const key = pairKey(tenant, community, pairId(String(n)));
  const founding = n % pairsPerCommunity !== 0 ? [] : [
    told(communityKey(tenant, community), 'community', at, [{ type: 'set-up', tenant, conversation: community, by, settings: defaultSettings, nextMeetingAt: null }]),
    told(conversationKey(tenant, community), 'conversation', at, [{ type: 'heard-from', from: { tenant, id: community, place: 'group', person: null, name: `Community ${n}`, language: null, serviceUrl, bot } }]),
  ];
  return [
    ...founding,
    told(key, 'pair', at, [
      { type: 'formed', tenant, conversation: community, thread, id: pairId(String(n)), members: seats.map((seat) => ({ ...seat, own: noOwnTimes, isSilent: false })), days: { holidays: '', closed: [], waking: { from: '07:30', to: '18:30' }, zone } },
      { type: 'agreement-saved', by, rev: 0, agreement: { slot, alternative: { weekday: 2, time: '08:30' }, format: 'teams', joinLink: 'https://teams.example/join', modules: [{ insight: 'How pupils learn', application: 'Planning a sequence' }] } },
    ]),
    ...seats.flatMap((seat, place) => [
      told(personKey(tenant, seat.id), 'person', at - dayMs, [{ type: 'seen', tenant, by: seat, chat: chatOf(n, place), community: { conversation: community, name: null } }]),
      told(conversationKey(tenant, chatOf(n, place)), 'conversation', at, [{ type: 'heard-from', from: { tenant, id: chatOf(n, place), place: 'personal', person: seat.id, name: null, language: 'en', serviceUrl, bot } }]),
    ]),
  ];
}

/** What these events leave, everything said and told. */
function told<K extends MovingKind>(key: Key, kind: K, at: Instant, events: readonly EventsOf[K][]): Doc {
  let doc: Doc | null = null;
  for (const event of events) {
    const { doc: next, outcome } = commit(doc, { key, kind, event, eventId: null, moment: { at, rate: 1 }, realNow: at, owner: 'bench', retentionMs: 730 * dayMs });
    if (outcome.kind !== 'moved' || next === null) throw new Error(`${kind}: ${JSON.stringify(outcome)}`);
    doc = { ...next, outbox: [] };
  }
  if (doc === null) throw new Error('no events');
  return dated(doc);
}
