// The calendar of a pair over HTTP: as a file and as a subscription, for its members as long as they are in it.

import { expect, test } from '@jest/globals';
import { createLinks } from '../../src/app/links.ts';
import { conversationId, pairKey, pairId, type PersonId, personId, tenantId, threadId } from '../../src/core/keys.ts';
import type { Agreement } from '../../src/core/pair/agreement.ts';
import { formed } from '../../src/core/pair/belonging.ts';
import { recordOf, withRecord } from '../../src/core/pair/meetings.ts';
import type { Pair } from '../../src/core/pair/pair.ts';
import { noOwnTimes } from '../../src/core/person/profile.ts';
import { dayMs, type Instant } from '../../src/core/time.ts';
import { buddyPages } from '../cards/sample-buddy-pages.ts';
import { readers } from '../support/calendar-readers.ts';
import { openService, startAt, tenant, type TestService } from '../support/service.ts';

const [aisha, ben, chloe] = ['aisha', 'ben', 'chloe'].map((id) => personId(id)) as [PersonId, PersonId, PersonId];
const community = conversationId('19:heads@thread.tacv2');
const key = pairKey(tenantId(tenant), community, pairId('7'));
const member = (id: PersonId) => ({ id, name: `${id} x`, teamsId: null, own: noOwnTimes, isSilent: false });
const agreement: Agreement = { slot: { first: '2026-12-10', time: '16:00', zone: 'Europe/London' }, alternative: null, format: 'teams', joinLink: 'https://teams.example/j', modules: [{ insight: 'Insight', application: 'Secret module' }] };
const firstAt = startAt + 7 * dayMs;

function pairOf(members: readonly PersonId[], agreed: Agreement | null = agreement): Pair {
  const { state } = formed({
    type: 'formed', tenant: tenantId(tenant), conversation: community, thread: threadId(community), id: pairId('7'), members: members.map(member),
    days: { holidays: '', closed: [], waking: { from: '07:30', to: '18:30' }, zone: 'Europe/London' },
  }, startAt);
  return { ...state, agreement: agreed };
}

async function put(service: TestService, state: Pair): Promise<void> {
  const { documents } = service.service.store;
  const stored = await documents.load(key);
  const doc = { key, kind: 'pair', v: 1, revision: (stored?.doc.revision ?? 0) + 1, state, outbox: [], posted: {}, seen: [], wakeAt: null, retryAt: null, people: state.members.map(({ id }) => id), expiresAt: null } as const;
  await (stored === null ? documents.create(doc) : documents.replace(doc, stored.version));
}

/** As they stand on the card; `secret`: what they are signed with. */
function linksOf(service: TestService, reader: PersonId, secret = 'l'.repeat(40)) {
  const { withLinks } = createLinks({ publicUrl: () => service.botUrl, secret, realNow: () => service.now() });
  const page = withLinks({ ...buddyPages.buddy.plain, pairCalendar: { partition: key.partition, pair: pairId('7'), reader, fileUrl: null, subscribeUrl: null } });
  return page.card === 'buddy' ? page.pairCalendar : { fileUrl: null, subscribeUrl: null };
}

async function read(link: string | null) {
  const response = await fetch(link ?? '');
  const text = await response.text();
  const seen = (): readonly { readonly startsAt: Instant; readonly title: string }[] => (response.status === 200 ? readers[0]?.[1](text) ?? [] : []);
  return { status: response.status, header: (name: string) => response.headers.get(name), text, seen };
}

test('A member keeps the meetings as a file, and a calendar that subscribes has every change of them', async () => {
  const service = await openService();
  const pair = pairOf([aisha, ben]);
  await put(service, pair);
  const { fileUrl, subscribeUrl } = linksOf(service, aisha);
  const file = await read(fileUrl);
  expect([file.status, file.header('content-type'), file.header('content-disposition'), file.header('cache-control')])
    .toEqual([200, 'text/calendar; charset=utf-8', 'attachment; filename="turnstone-buddy.ics"', 'no-store']);
  expect(file.seen().slice(0, 2)).toMatchObject([{ startsAt: firstAt, title: 'Buddy meeting with ben x' }, { startsAt: firstAt + 14 * dayMs }]);
  expect(file.text).not.toContain('Secret');
  const subscribed = await read(subscribeUrl);
  expect([subscribed.status, subscribed.header('content-disposition'), subscribed.header('cache-control')]).toEqual([200, null, 'private, max-age=3600']);
  await put(service, withRecord({ ...pair, sequence: 1 }, 1, { ...recordOf(pair, 1), movedTo: { date: '2026-12-11', time: '09:00' } }));
  const later = await read(subscribeUrl);
  expect([later.seen()[0]?.startsAt, /SEQUENCE:1\r/.test(later.text), /UID:.*/.exec(later.text)?.[0]]).toEqual([Date.UTC(2026, 11, 11, 9), true, /UID:.*/.exec(file.text)?.[0]]);
});

test('A link is of no use to who has left the pair, forged, or when its time is over; of a pair that is over it says that', async () => {
  const service = await openService();
  await put(service, pairOf([aisha, ben, chloe]));
  const [ofAisha, ofChloe] = [linksOf(service, aisha), linksOf(service, chloe)];
  expect((await read(ofChloe.subscribeUrl)).status).toBe(200);
  const left = pairOf([aisha, ben]);
  await put(service, left);
  const forged = linksOf(service, aisha, 'x'.repeat(40));
  for (const link of [ofChloe.fileUrl, ofChloe.subscribeUrl, forged.fileUrl, `${ofAisha.fileUrl ?? ''}x`, ofAisha.fileUrl?.replace('/calendars/', '/records/') ?? '']) expect((await read(link)).status).toBe(404);
  await put(service, pairOf([aisha, ben], null));
  expect(await read(ofAisha.subscribeUrl)).toMatchObject({ status: 404, text: 'You have agreed on no slot yet. Type “buddy” in your chat with Turnstone to agree on one.' });
  await put(service, { ...left, endedAt: startAt + dayMs, sequence: 2 });
  const over = await read(ofAisha.subscribeUrl);
  expect([over.status, over.text.match(/STATUS:\w+/g)]).toEqual([200, ['STATUS:CANCELLED']]);
  await service.skipTo(startAt + 31 * dayMs);
  expect([(await read(ofAisha.fileUrl)).status, (await read(ofAisha.subscribeUrl)).status]).toEqual([404, 200]);
  await service.skipTo(startAt + 402 * dayMs);
  expect((await read(ofAisha.subscribeUrl)).status).toBe(404);
});
