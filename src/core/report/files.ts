// A report as a file: CSV for a spreadsheet, JSON for a program. Both hold the numbers of the card and no more.

import type { OutcomeCounts } from './figures.ts';
import type { Report } from './report.ts';

export const fileFormats = ['csv', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

type Cell = string | number;

/** Without it Excel reads a file of UTF-8 in the code page of its country. */
const byteOrderMark = '\ufeff';
/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"); the apostrophe makes it text. */
const formulaStart = /^[=+\-@\t\r]/;

/** RFC 4180: lines end in CRLF, a cell with a comma, a quote or a line end is quoted, a quote within is doubled. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => `${byteOrderMark}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const named = ({ doneCount, partlyCount, notYetCount, openCount }: OutcomeCounts) => ({ done: doneCount, partly: partlyCount, 'not yet': notYetCount, 'no answer yet': openCount });

/** One number a line, so that meetings and actions stand in one table. Outcomes of too few are left out. */
export function reportCsv({ since, meetings, actions }: Report): string {
  const countRows = (when: string, counts: OutcomeCounts): readonly Cell[][] => Object.entries(named(counts)).map(([measure, count]) => ['actions', when, measure, count]);
  const ofActions = actions.form === 'whole' ? actions.months.flatMap((month) => countRows(month.month, month))
    : actions.merged === null ? [] : countRows(`since ${since}`, actions.merged);
  return csvOf([['kind', 'when', 'measure', 'count'], ...meetings.map(({ date, presentCount }) => ['meeting', date, 'present', presentCount]), ...ofActions]);
}

/** `merged` is null where outcomes are of too few people to show. */
export function reportJson({ since, meetings, actions }: Report): string {
  const held = { since, meetingCount: meetings.length, meetings: meetings.map(({ date, presentCount }) => ({ date, presentCount })) };
  return `${JSON.stringify({ ...held, actions: actions.form === 'whole' ? { months: actions.months } : { merged: actions.merged } }, null, 2)}\n`;
}
