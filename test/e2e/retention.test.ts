// What is kept is kept for RETENTION_DAYS from a session's end, and then it is gone: record, link, search, drafts, people
// (product.md 1). Through restarts, a store that fails, and a clock that is moved.

import { describe, expect, test } from '@jest/globals';
import { communityKey, conversationId, personId, personKey, problemKey, tenantId } from '../../src/core/keys.ts';
import { dayMs, hourMs, type Instant, minutes } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { linkIn } from '../support/read-card.ts';
import { channel, openService, tenant, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth, submits } from '../support/session-steps.ts';

const endedAt: Instant = at('16:36');
const overAt = endedAt + 730 * dayMs;
const community = conversationId(channel.id.split(';')[0] ?? '');
const problemOf = (name: string) => problemKey(tenantId(tenant), community, personId(name));
const personOf = (name: string) => personKey(tenantId(tenant), personId(name));
const [aishas, bens, chloes] = ['id-aisha-khan', 'id-ben-cole', 'id-chloe-diaz'] as const;

interface Held {
  readonly service: TestService;
  readonly aisha: Person;
  readonly ben: Person;
}

/** An hour of Aisha, who has a write-up, and Ben, with a note of Chloe, who also has a draft. It ended at 16:36. */
async function held(environment: Readonly<Record<string, string>> = {}): Promise<Held> {
  const service = await openService({ environment });
  const people = colleagues(service, 3);
  const [aisha, ben, chloe] = [nth(people, 0), nth(people, 1), nth(people, 2)];
  await begin(service, [aisha, ben], { helpers: [chloe], ready: [aisha] });
  await chloe.says(channel, 'note Elephants never forget');
  await chloe.says(chloe.privateChat, 'problem');
  await chloe.presses(chloe.privateChat, { title: 'Save draft', inputs: { problem: 'Half a thought' } });
  await service.passTo(at('16:40'));
  return { service, aisha, ben };
}

/** Whether a document is still there. */
const has = async ({ service }: Held, key: ReturnType<typeof problemOf>): Promise<boolean> => (await service.service.store.documents.load(key)) !== null;

/** What the history lists, and what its link brings. */
async function recordNow({ service, aisha }: Held, words = ''): Promise<{ readonly page: string; readonly link: string | null }> {
  await aisha.says(aisha.privateChat, `history ${words}`);
  const [last] = service.connector.visible(aisha.privateChat.id).slice(-1);
  return { page: service.last(aisha.privateChat).join('\n'), link: linkIn(last?.activity ?? {}) };
}

/** More than an hour ahead, so that a round has come due when it is there. */
const passTo = ({ service }: Held, to: Instant): Promise<void> => service.skipTo(to);

describe('A session’s record', () => {
  test('is there whole until 730 days after its end, and then gone whole: history, search and link', async () => {
    const hour = await held();
    await passTo(hour, overAt - 2 * hourMs);
    expect((await recordNow(hour)).page).toContain('Thursday 3 December 2026');
    const { page, link } = await recordNow(hour, 'elephants');
    expect(page).toContain('Thursday 3 December 2026');
    const answered = await fetch(link ?? '');
    expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('Elephants never forget')]);
    await passTo(hour, overAt + hourMs);
    expect((await recordNow(hour)).page).not.toContain('December 2026');
    expect((await recordNow(hour, 'elephants')).page).toContain('None found');
    const gone = await fetch(link ?? '');
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringMatching(/out of date/)]);
    expect(await hour.service.service.store.history.of(tenantId(tenant), personId(chloes))).toEqual([]);
  });

  test('is kept for as many days as are set', async () => {
    const hour = await held({ RETENTION_DAYS: '30' });
    await passTo(hour, endedAt + 30 * dayMs - hourMs);
    expect((await recordNow(hour)).page).toContain('Thursday 3 December 2026');
    await passTo(hour, endedAt + 30 * dayMs + hourMs);
    expect((await recordNow(hour)).page).not.toContain('December 2026');
  });
});

describe('A setting that was changed', () => {
  test.each([['730', '3', 4, false], ['3', '30', 20, true], ['3', '30', 31, false]])('from %s days to %s counts for the records there are: after %d, its being there is %s', async (before, after, days, isThere) => {
    const hour = await held({ RETENTION_DAYS: before });
    await hour.service.stop();
    hour.service.environment = { RETENTION_DAYS: after };
    await hour.service.boot();
    await passTo(hour, endedAt + days * dayMs);
    expect((await recordNow(hour)).page.includes('Thursday 3 December 2026')).toBe(isThere);
    expect(await has(hour, personOf(bens))).toBe(isThere || after === '3');
  });
});

describe('Documents', () => {
  test('of people who were not seen again go, write-ups and drafts with them; the community’s follows its records', async () => {
    const hour = await held();
    const keys = [problemOf(aishas), problemOf(chloes), personOf(bens), communityKey(tenantId(tenant), community)];
    await passTo(hour, overAt - 3 * hourMs);
    expect(await Promise.all(keys.map((key) => has(hour, key)))).toEqual([true, true, true, true]);
    await passTo(hour, overAt + 2 * hourMs);
    expect(await Promise.all(keys.map((key) => has(hour, key)))).toEqual([false, false, false, true]);
    await passTo(hour, overAt + 3 * dayMs);
    expect(await has(hour, communityKey(tenantId(tenant), community))).toBe(false);
    await hour.ben.says(channel, 'start');
    expect(hour.service.last(channel).join('\n')).toContain('Before we start');
  });

  test('that are touched in between stay, and everything else goes', async () => {
    const hour = await held();
    await passTo(hour, overAt - dayMs);
    await submits(hour.aisha);
    await hour.aisha.says(channel, 'status');
    await passTo(hour, overAt + 2 * hourMs);
    expect(await Promise.all([problemOf(aishas), personOf(aishas), problemOf(chloes), personOf(bens)].map((key) => has(hour, key)))).toEqual([true, true, false, false]);
  });
});

describe('Retention', () => {
  test('that meets a store that fails says so, and does it an hour later', async () => {
    const hour = await held();
    hour.service.expectsErrors = true;
    hour.service.onStoreCall = (method) => { if (method === 'remove') throw new Error('SECRET'); };
    await passTo(hour, overAt + 2 * hourMs);
    expect(hour.service.logLines.some((line) => line.includes('retention.failed'))).toBe(true);
    expect(hour.service.logLines.join()).not.toContain('SECRET');
    expect((await recordNow(hour)).page).toContain('Thursday 3 December 2026');
    hour.service.onStoreCall = () => {};
    await passTo(hour, overAt + 4 * hourMs);
    expect((await recordNow(hour)).page).not.toContain('December 2026');
  });

  test('that a restart cuts short is finished by the next process', async () => {
    const hour = await held();
    hour.service.expectsErrors = true;
    let removals = 0;
    hour.service.onStoreCall = (method) => { if (method === 'remove' && ++removals > 2) throw new Error('down'); };
    await passTo(hour, overAt + hourMs);
    expect(removals).toBeGreaterThan(2);
    hour.service.onStoreCall = () => {};
    await hour.service.restart(minutes(1));
    await passTo(hour, overAt + 3 * hourMs);
    expect(await Promise.all([problemOf(aishas), problemOf(chloes), personOf(bens)].map((key) => has(hour, key)))).toEqual([false, false, false]);
    expect((await recordNow(hour)).page).not.toContain('December 2026');
  });

  test('goes by the service’s clock: `clock +800d` leaves nothing', async () => {
    const hour = await held();
    await hour.service.time.until(hour.aisha.says(hour.aisha.privateChat, 'clock +800d'));
    expect((await recordNow(hour)).page).not.toContain('December 2026');
    expect(await Promise.all([problemOf(chloes), personOf(bens)].map((key) => has(hour, key)))).toEqual([false, false]);
  });
});
