// Samples of the report of a community.

import { conversationId, tenantId } from '../../src/core/keys.ts';
import { dayMs } from '../../src/core/time.ts';

const startedAt = Date.UTC(2026, 10, 5, 16, 0);
const urls = { csv: 'https://turnstone.example.org/reports/abc.def', json: 'https://turnstone.example.org/reports/ghi.jkl' };
const meetings = [5, 6, 1].map((presentCount, n) => ({ startedAt: startedAt + n * 14 * dayMs, date: ['2026-11-05', '2026-11-19', '2026-12-03'][n] ?? '', presentCount }));
const counts = { doneCount: 3, partlyCount: 1, notYetCount: 0, openCount: 2 };
const report = {
  card: 'report', zone: 'Europe/London', communityName: 'Northern leaders', urls, outsideUrls: urls,
  of: { tenant: tenantId('t1'), conversation: conversationId('19:abc@thread.tacv2'), reader: null },
  report: { since: '2025-09-01', meetings, actions: { form: 'whole', months: [{ month: '2026-11', ...counts }, { month: '2026-12', ...counts, openCount: 0 }] } },
} as const;
const outside = { ...report, urls: null };
const long = Array.from({ length: 30 }, (_, n) => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);

export const reports = {
  'report': {
    whole: report,
    empty: { ...report, communityName: null, urls: null, outsideUrls: null, report: { since: '2025-09-01', meetings: [], actions: { form: 'whole', months: [] } } },
    long: {
      ...report,
      report: {
        since: '2024-09-01', meetings: long.map((month, n) => ({ startedAt: startedAt + n * 28 * dayMs, date: `${month}-05`, presentCount: n })),
        actions: { form: 'whole', months: long.map((month) => ({ month, ...counts })) },
      },
    },
    outside: { ...outside, report: { ...report.report, actions: { form: 'outside', merged: counts } } },
    tooFew: { ...outside, report: { ...report.report, actions: { form: 'outside', merged: null } } },
  },
} as const;
