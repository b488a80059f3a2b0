// The report: numbers as text, and once more as a chart where a client draws one. Phones do not (platform.md, Cards;
// microsoft/Teams-AdaptiveCards-Mobile issue 314), so that the chart is dropped there and nothing is missing.

import type { Kit } from '../kit.ts';
import type { Shown } from '../template.ts';
import type { ReportMessage, ReportUrls } from '../../core/messages.ts';
import type { MonthOfActions } from '../../core/report/figures.ts';

/** The newest stand on the card, all in the files. */
const rowsMax = 12;

export function reportView({ report, communityName, urls, outsideUrls }: ReportMessage, kit: Kit) {
  const words = kit.texts.report;
  const { meetings, actions } = report;
  const held = kit.few(meetings.toReversed(), rowsMax);
  const months = actions.form === 'whole' ? kit.few(actions.months.toReversed(), rowsMax) : { shown: [], moreCount: 0 };
  return {
    summary: words.summary,
    heading: communityName === null ? words.heading : words.ofCommunity(kit.say.name(communityName)),
    since: words.since(kit.when.day(report.since)),
    meetings: words.meetings(meetings.length),
    held: held.shown.map(({ date, presentCount }) => ({ text: words.meeting(kit.when.day(date), presentCount) })),
    moreHeld: held.moreCount > 0 ? words.earlier(held.moreCount) : '',
    actions: actions.form === 'whole' ? words.actions : words.mergedActions,
    // In the order of time, as people read a chart.
    charts: months.shown.length === 0 ? [] : [{ data: months.shown.toReversed().map((month) => barOf(month, kit)) }],
    outcomes: outcomeLines(actions, months.shown, kit).map((text) => ({ text })),
    moreMonths: months.moreCount > 0 ? words.earlier(months.moreCount) : '',
    files: [...linksTo(urls, words.file), ...linksTo(outsideUrls, words.outsideFile)].map((text) => ({ text })),
  };
}

function outcomeLines(actions: ReportMessage['report']['actions'], shown: readonly MonthOfActions[], kit: Kit): readonly string[] {
  const words = kit.texts.report;
  if (actions.form === 'outside') return actions.merged === null ? [words.tooFew] : [words.counts(actions.merged), words.steps];
  return shown.length === 0 ? [words.noActions] : shown.map((month) => words.month(kit.when.month(month.month), words.counts(month)));
}

/** One bar of Teams' `Chart.HorizontalBar.Stacked`; its colours are names, since each theme has its own. */
function barOf({ month, doneCount, partlyCount, notYetCount, openCount }: MonthOfActions, { texts, when }: Kit): Shown {
  const { series } = texts.report;
  return {
    title: when.month(month),
    data: [
      { legend: series.done, value: doneCount, color: 'good' }, { legend: series.partly, value: partlyCount, color: 'warning' },
      { legend: series.notYet, value: notYetCount, color: 'attention' }, { legend: series.open, value: openCount, color: 'neutral' },
    ],
  };
}

/** One a line, to be hit with a thumb. */
const linksTo = (urls: ReportUrls | null, titleOf: (format: string) => string): readonly string[] =>
  (urls === null ? [] : [`[${titleOf('CSV')}](${urls.csv})`, `[${titleOf('JSON')}](${urls.json})`]);
