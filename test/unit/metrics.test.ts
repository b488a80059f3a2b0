// The meter as Prometheus reads it: a registry for each service, figures of the store at every look, labels that cannot grow.

import { expect, test } from '@jest/globals';
import type { Charge } from '../../src/app/ports.ts';
import { createMetrics, type Looked, type Metrics } from '../../src/metrics.ts';

const metricsOf = (over: Partial<Looked> = {}): Metrics =>
  createMetrics({ version: '1.2.3', instance: 'me', store: 'cosmos', charges: () => [], clockAheadMs: () => -1_500, isReady: async () => true, isDraining: () => false, ...over });

const samples = async (metrics: Metrics, name: string): Promise<readonly string[]> => (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

test('Two services in one process do not count into each other', async () => {
  const [one, other] = [metricsOf(), metricsOf({ instance: 'you' })];
  one.meter.conflict('session');
  one.meter.conflict('session');
  other.meter.conflict('pace');
  expect(await samples(one, 'turnstone_document_conflicts_total')).toEqual(['turnstone_document_conflicts_total{kind="session"} 2']);
  expect(await samples(other, 'turnstone_document_conflicts_total')).toEqual(['turnstone_document_conflicts_total{kind="pace"} 1']);
});

test('What the store has counted stands as it is now, however often somebody looks', async () => {
  let charges: readonly Charge[] = [{ operation: 'load', count: 3, throttledCount: 1, requestUnits: 4.5 }];
  const metrics = metricsOf({ charges: () => charges });
  const look = (): Promise<readonly string[]> => samples(metrics, 'turnstone_store_request');
  expect(await look()).toEqual(await look());
  charges = [{ operation: 'load', count: 4, throttledCount: 1, requestUnits: 5.5 }, { operation: 'due', count: 1, throttledCount: 0, requestUnits: 2.8 }];
  expect(await look()).toEqual([
    'turnstone_store_requests_total{operation="load"} 4', 'turnstone_store_requests_total{operation="due"} 1',
    'turnstone_store_request_units_total{operation="load"} 5.5', 'turnstone_store_request_units_total{operation="due"} 2.8',
  ]);
  expect(await samples(metrics, 'turnstone_store_throttled')).toEqual(['turnstone_store_throttled_total{operation="load"} 1', 'turnstone_store_throttled_total{operation="due"} 0']);
});

test('A label that should be a key of ours is never a text, and never more than some dozens', async () => {
  const metrics = metricsOf();
  for (const why of ['tenant', 'Aisha Khan', '19:chat@thread.v2', 'x'.repeat(41), '"} 1\nforged 1']) metrics.meter.turnedAway(why);
  expect(await samples(metrics, 'turnstone_turned_away_total')).toEqual(['turnstone_turned_away_total{reason="tenant"} 1', 'turnstone_turned_away_total{reason="other"} 4']);
  for (let n = 0; n < 500; n++) metrics.meter.undelivered(`what-${n}`, 'no-chat');
  const lines = await samples(metrics, 'turnstone_undelivered_total');
  expect([lines.length <= 41, lines.at(-1)]).toEqual([true, 'turnstone_undelivered_total{what="other",why="no-chat"} 460']);
});

test('An answer of Teams counts by its class; 429 apart, and none where none came', async () => {
  const metrics = metricsOf();
  const outcomes = [{ kind: 'sent', id: '1' }, { kind: 'later', afterMs: 1, why: 'http-429 Throttled' }, { kind: 'later', afterMs: null, why: 'ECONNREFUSED' }, { kind: 'gone', why: 'http-403', closes: true }, { kind: 'unknown', why: 'time-out' }] as const;
  for (const outcome of outcomes) metrics.meter.sent({ act: 'post', outcome, lastedMs: 40 });
  metrics.meter.sent({ act: 'delete', outcome: outcomes[0], lastedMs: 40 });
  expect(await samples(metrics, 'turnstone_messages_total')).toEqual([
    '{act="post",outcome="sent",http="2xx"} 1', '{act="post",outcome="later",http="4xx"} 1', '{act="post",outcome="later",http="none"} 1',
    '{act="post",outcome="gone",http="4xx"} 1', '{act="post",outcome="unknown",http="none"} 1', '{act="delete",outcome="sent",http="2xx"} 1',
  ].map((line) => `turnstone_messages_total${line}`));
  expect(await samples(metrics, 'turnstone_teams_throttled')).toEqual(['turnstone_teams_throttled_total{act="post"} 1']);
  expect([await samples(metrics, 'turnstone_doubts_total'), await samples(metrics, 'turnstone_twins')]).toEqual([['turnstone_doubts_total{cause="no-answer"} 1'], ['turnstone_twins_folded_total 1']]);
});

test('Ready, draining and a clock that is wrong are asked for at each look', async () => {
  let isDraining = false;
  const metrics = metricsOf({ isReady: async () => !isDraining, isDraining: () => isDraining });
  expect(await samples(metrics, 'turnstone_clock')).toEqual(['turnstone_clock_ahead_seconds -1.5']);
  const look = async (): Promise<readonly string[]> => [...await samples(metrics, 'turnstone_ready'), ...await samples(metrics, 'turnstone_draining'), ...await samples(metrics, 'turnstone_build_info')];
  const build = 'turnstone_build_info{version="1.2.3",store="cosmos",instance="me"} 1';
  expect(await look()).toEqual(['turnstone_ready 1', 'turnstone_draining 0', build]);
  isDraining = true;
  expect(await look()).toEqual(['turnstone_ready 0', 'turnstone_draining 1', build]);
});

test('The figures of the end add up what was told', async () => {
  const metrics = metricsOf();
  for (const outcome of ['done', 'failed'] as const) metrics.meter.turn({ kind: 'said', outcome, lastedMs: 3 });
  metrics.meter.announced(5);
  metrics.meter.doubted();
  expect(await metrics.figures()).toEqual({ turns: 2, messages: 0, announcements: 1, doubts: 1, undelivered: 0, conflicts: 0 });
});
