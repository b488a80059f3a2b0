// The words of a community's report.

import type { OutcomeCounts } from '../../core/report/figures.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const report = {
  heading: 'Report',
  ofCommunity: (name: string) => `Report: ${name}`,
  since: (day: string) => `Since ${day}.`,
  meetings: (count: number) => `Meetings held: ${count}`,
  meeting: (day: string, count: number) => `${day}: ${plural(count, 'person', 'people')}`,
  actions: 'Next actions, by the month they were agreed in',
  mergedActions: 'Next actions, everybody’s together',
  month: (month: string, counts: string) => `${month}: ${counts}`,
  counts: ({ doneCount, partlyCount, notYetCount, openCount }: OutcomeCounts) => `${doneCount} done, ${partlyCount} partly, ${notYetCount} not yet, ${openCount} without an answer`,
  series: { done: 'Done', partly: 'Partly', notYet: 'Not yet', open: 'No answer yet' },
  noActions: 'None yet.',
  tooFew: 'Too few to show: figures leave the group only when they are of five people or more.',
  steps: 'They change when five more people have agreed or answered something.',
  earlier: (count: number) => `and ${count} earlier; the files have them all`,
  file: (format: string) => `For the group, as ${format}`,
  outsideFile: (format: string) => `To pass on outside the group, as ${format}`,
  summary: 'Report in numbers',
};
