// Reads what a report is made of: everything of the sessions since its first day, a page at a time and bounded.

import { instantAt } from '../core/calendar/local-time.ts';
import type { HistoryEntry } from '../core/history/entry.ts';
import { reportedSince, type Report, type ReportForm, reportOf } from '../core/report/report.ts';
import type { Instant } from '../core/time.ts';
import type { History } from './ports.ts';

/** Records of a page are read side by side. */
const pageSize = 20;
/** Beyond what a group holds in two years, also weekly and in groups; an end, whatever is stored. */
const maxSessionCount = 600;

export interface ReportAsked {
  readonly partition: string;
  readonly form: ReportForm;
  readonly zone: string;
  readonly now: Instant;
}

/** The newest sessions come first; with more than there is room for, the oldest are left out. Throws when the store fails. */
export async function readReport(history: History, { partition, form, zone, now }: ReportAsked): Promise<Report> {
  const since = reportedSince(now, zone);
  const sinceAt = instantAt({ date: since, time: '00:00' }, zone) ?? 0;
  const entries: HistoryEntry[] = [];
  let olderThan: string | null = null;
  for (let readCount = 0; readCount < maxSessionCount; readCount += pageSize) {
    const page = await history.page(partition, olderThan, pageSize);
    const sessions = page.entries.filter((entry) => entry.kind === 'session' && entry.startedAt >= sinceAt);
    entries.push(...(await Promise.all(sessions.map(({ session }) => history.ofSession(partition, session)))).flat());
    olderThan = page.olderThan;
    if (olderThan === null || sessions.length < page.entries.length) break;
  }
  return reportOf(entries, { form, since, zone });
}
