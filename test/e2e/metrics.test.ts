// What the service tells of itself while an hour runs: its metrics, as Prometheus would read them, and the one line of the
// log by which somebody is woken.

import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import { minutes, seconds } from '../../src/core/time.ts';
import type { Fault } from '../support/connector-faults.ts';
import { linesOf } from '../support/read-card.ts';
import { channel, openService, tenant, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

/** Every sample by its name with labels, as they stand in the text. */
async function samples(service: TestService): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${service.botUrl}/metrics`)).text();
  return new Map(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [, name = '', value = ''] = /^(\S+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
    return [name, Number(value)];
  }));
}

const facts = (service: TestService, fact: string): readonly Readonly<Record<string, unknown>>[] =>
  service.logLines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>).filter((line) => line['fact'] === fact);

/** The next post that begins with `title` meets each of the faults in turn. */
function breaks(service: TestService, title: string, ...faults: readonly Fault[]): void {
  const left = [...faults];
  service.fault = ({ act, body }) => (act === 'post' && linesOf(body)[0] === title ? left.shift() ?? null : null);
}

test('An hour is told in numbers: turns by how they ended, announcements by their lateness, messages by what became of them', async () => {
  const service = await openService();
  const people = colleagues(service, 3);
  await begin(service, people);
  const before = await samples(service);
  expect(before.get('turnstone_announcement_lateness_seconds_count')).toBe(0);
  await service.passTo(at('16:06'));
  // In the chair's own turn the next in order may, and nobody else.
  await nth(people, 2).presses(channel, { title: 'Next phase' });
  breaks(service, 'Clarify', { kind: 'status', status: 429, retryAfter: '3', isApplied: false }, { kind: 'status', status: 500, isApplied: true });
  await nth(people, 0).presses(channel, { title: 'Next phase' });
  await service.passTo(at('16:07'));
  const after = await samples(service);
  // The turn's own card and the first phase of the turn, both to the second; Clarify came by a press.
  expect([after.get('turnstone_announcement_lateness_seconds_count'), after.get('turnstone_announcement_lateness_seconds_bucket{le="0.01"}')]).toEqual([2, 2]);
  const grown = (name: string): number => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect({
    done: grown('turnstone_turn_seconds_count{kind="pressed",outcome="done"}'), refused: grown('turnstone_turn_seconds_count{kind="pressed",outcome="refused"}'),
    later: grown('turnstone_messages_total{act="post",outcome="later",http="4xx"}'), unknown: grown('turnstone_messages_total{act="post",outcome="unknown",http="5xx"}'),
    tooMany: grown('turnstone_teams_throttled_total{act="post"}'), doubts: grown('turnstone_doubts_total{cause="no-answer"}'),
  }).toEqual({ done: 1, refused: 1, later: 1, unknown: 1, tooMany: 1, doubts: 1 });
  expect(grown('turnstone_messages_total{act="post",outcome="sent",http="2xx"}')).toBeGreaterThan(3);
  expect(grown('turnstone_store_seconds_count{operation="replace"}')).toBeGreaterThan(5);
  expect(grown('turnstone_sweep_seconds_count')).toBeGreaterThan(20);
  expect([...after.keys()].filter((name) => name.startsWith('turnstone_build_info'))).toEqual([expect.stringMatching(/^turnstone_build_info\{version="\d+\.\d+\.\d+",store="\w+",instance="\w{12}"\}$/)]);
  expect([after.get('turnstone_ready'), after.get('turnstone_draining'), after.get('turnstone_last_sweep_timestamp_seconds')]).toEqual([1, 0, expect.closeTo(service.now() / 1000, -2)]);
  expect(after.get('process_cpu_seconds_total')).toBeGreaterThanOrEqual(0);
  expect([...after.keys()].filter((name) => /aisha|29:|19:|session-|aaaaaaaa/i.test(name))).toEqual([]);
  expect(facts(service, 'announcement.late')).toEqual([]);
});

test('What Teams does not take is seen waiting, older and older, and an announcement that is late by more than ten seconds is a fact', async () => {
  const service = await openService();
  await begin(service, colleagues(service, 2));
  await service.passTo(at('16:04:58'));
  service.fault = ({ act }) => (act === 'post' ? { kind: 'status', status: 429, retryAfter: '1', isApplied: false } : null);
  await service.passTo(at('16:05:09'));
  const early = (await samples(service)).get('turnstone_outbox_oldest_seconds') ?? 0;
  await service.passTo(at('16:05:40'));
  const oldest = (await samples(service)).get('turnstone_outbox_oldest_seconds') ?? 0;
  expect([early >= 5 && early < 12, oldest >= 30 && oldest < 45]).toEqual([true, true]);
  service.fault = () => null;
  await service.passTo(at('16:06:30'));
  const after = await samples(service);
  expect([after.get('turnstone_outbox_oldest_seconds'), after.get('turnstone_announcement_lateness_seconds_bucket{le="10"}'), after.get('turnstone_announcement_lateness_seconds_count')]).toEqual([0, 0, 2]);
  const late = facts(service, 'announcement.late');
  expect(late).toEqual(['turn-0', 'phase-1'].map((slot) => expect.objectContaining({ level: 'warn', kind: 'session', slot, tenant, in: expect.stringMatching(/^[0-9a-f]{12}$/), name: expect.stringMatching(/^session-/) })));
  expect(late.every(({ lateMs }) => Number(lateMs) > 35_000 && Number(lateMs) < 90_000)).toBe(true);
});

test('While the service was away a deadline passed: the card that says so counts as late as it is', async () => {
  const service = await openService();
  await begin(service, colleagues(service, 2));
  await service.restart(minutes(9));
  expect(facts(service, 'announcement.late').map(({ kind, slot }) => [kind, slot])).toEqual([['session', 'paused-0']]);
  expect(facts(service, 'announcement.late')[0]?.['lateMs']).toBeGreaterThanOrEqual(4 * 60_000);
});

test('Every line of one process bears its name, from the start, which tells what runs, to the figures of the end', async () => {
  const service = await openService();
  await begin(service, colleagues(service, 2));
  await service.stop();
  await service.boot();
  const lines = service.logLines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const [first, second] = facts(service, 'service.started').map(({ instance }) => instance);
  expect(facts(service, 'service.started')[0]).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), rate: 1, store: expect.stringMatching(/^(sqlite|cosmos)$/) });
  expect(new Set(lines.map(({ instance }) => instance))).toEqual(new Set([first, second]));
  expect(first).not.toBe(second);
  expect(facts(service, 'service.drained')).toEqual([expect.objectContaining({ instance: first, turns: expect.any(Number), messages: expect.any(Number), announcements: 0, conflicts: 0 })]);
  expect(Number(facts(service, 'service.drained')[0]?.['turns'])).toBeGreaterThan(3);
});

test('An incident that somebody reads out leads to one line with all an operator needs, and to no word of theirs', async () => {
  const service = await openService();
  service.expectsErrors = true;
  const people = colleagues(service, 2);
  await begin(service, people);
  service.onStoreCall = (method) => { if (method === 'replace') throw new TypeError('SECRET of the disk', { cause: Object.assign(new Error('SECRET'), { code: 'ENOSPC' }) }); };
  const { body } = await nth(people, 0).presses(channel, { title: 'Next phase' });
  service.onStoreCall = () => {};
  const [, incident = 'none'] = /: (\w{4}-\w{4})\./.exec(JSON.stringify(body)) ?? [];
  expect(facts(service, 'turn.failed')).toEqual([{
    level: 'error', at: expect.any(String), fact: 'turn.failed', instance: expect.any(String), incident,
    what: 'pressed', verb: 'next', shape: 'execute', place: 'channel', tenant, in: expect.stringMatching(/^[0-9a-f]{12}$/), activity: expect.stringMatching(/^[\da-f:-]+$/),
    fault: 'TypeError', cause: 'Error', code: 'ENOSPC', where: expect.stringContaining('metrics.test'),
  }]);
  expect(service.logLines.join('')).not.toContain('SECRET');
  await service.pass(seconds(40));
});

test('Who is not let in counts by the reason; what reached nobody, and what a dead process left in doubt, count too', async () => {
  const service = await openService();
  const [aisha, ben] = [service.person('Aisha Khan'), service.person('Ben Cole')];
  await begin(service, [aisha, ben], { ready: [ben] });
  await ben.send({ ...ben.saying(channel, 'help'), serviceUrl: 'https://elsewhere.example' });
  await ben.send({ ...ben.saying(channel, 'help'), from: { id: 5 } });
  await fetch(`${service.botUrl}/api/messages`, { method: 'POST', body: '{' });
  await new Promise((resolve) => { request(`${service.botUrl}/api/messages`, { method: 'POST', headers: { Host: 'bot.example' } }, (answer) => { answer.resume().on('end', resolve); }).end('{}'); });
  const { documents } = service.service.store;
  const [stored] = await documents.list(`${tenant}|${channel.id.split(';')[0]}`, 'session');
  const claim = { owner: 'somebody-dead', until: service.now() - 1 };
  const left = { id: '0.0', effect: { do: 'say', message: { card: 'notice', notice: { kind: 'done' } }, until: null }, attemptCount: 0, notBefore: null, claim, doubtfulSince: null } as const;
  if (stored !== undefined) await documents.replace({ ...stored.doc, revision: stored.doc.revision + 1, outbox: [left], retryAt: claim.until }, stored.version);
  await service.pass(seconds(5));
  service.fault = ({ act, conversation }) => (act === 'post' && conversation?.startsWith('a:') === true ? { kind: 'status', status: 403, code: 'ConversationBlockedByUser', isApplied: false } : null);
  await service.passTo(at('17:05'));
  const after = await samples(service);
  const turnedAway = [...after].filter(([name]) => name.startsWith('turnstone_turned_away_total')).map(([name, count]) => [/"(.*)"/.exec(name)?.[1], count]);
  expect(turnedAway.toSorted()).toEqual([['body-415', 1], ['foreign-host', 1], ['malformed', 1], ['service-url', 1]]);
  expect(after.get('turnstone_doubts_total{cause="lost-claim"}')).toBeGreaterThanOrEqual(1);
  expect(after.get('turnstone_undelivered_total{what="summary",why="blocked"}')).toBe(2);
  const untold = { level: 'info', tenant, name: 'person', what: 'summary', why: 'blocked' };
  expect(facts(service, 'message.undelivered')).toEqual([expect.objectContaining(untold), expect.objectContaining(untold)]);
});
