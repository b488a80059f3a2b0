// `npm run bench`: the benchmarks, one after another. `npm run bench -- small` only shows that none is broken.

import { benchAnnouncements } from './announcements.ts';
import { benchCharges } from './charges.ts';
import { benchHistory } from './history.ts';
import { benchMatching } from './matching.ts';
import { benchReminders } from './reminders.ts';

const isSmall = process.argv.includes('small');
const runs = isSmall
  ? [{ sessionCount: 10, tenantCount: 2, rate: 120, watchMinutes: 8 }]
  : [
    { sessionCount: 200, tenantCount: 20, rate: 1, watchMinutes: 8.5 },
    { sessionCount: 200, tenantCount: 20, rate: 10, watchMinutes: 60 },
  ];
let isWhole = await benchHistory(isSmall ? { turnCounts: [400, 4_000], lookupCount: 200 } : { turnCounts: [1_000, 10_000, 100_000], lookupCount: 1_000 });
isWhole = benchMatching(isSmall ? { sizes: [8, 61], roundCount: 5 } : { sizes: [8, 30, 61, 200, 201], roundCount: 30 }) && isWhole;
isWhole = await benchReminders(isSmall ? { pairCounts: [10, 100], tenantCount: 2, minuteCount: 1, asleepForMs: 2_000 } : { pairCounts: [1_000, 10_000, 100_000], tenantCount: 100, minuteCount: 15, asleepForMs: 20_000 }) && isWhole;
isWhole = await benchCharges() && isWhole;
for (const run of runs) isWhole = await benchAnnouncements(run) && isWhole;
process.exitCode = isWhole ? 0 : 1;
