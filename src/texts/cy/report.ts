// The words of a community's report in Welsh.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

export const report: Unfinished<Texts['report']> = {
  heading: 'Adroddiad',
  ofCommunity: (name) => `Adroddiad: ${name}`,
  since: (day) => `Ers ${day}.`,
  meetings: (count) => `Cyfarfodydd a gynhaliwyd: ${count}`,
  month: (month, counts) => `${month}: ${counts}`,
  meeting: (day, count) => `${day}: ${count} o bobl`,
  actions: 'Camau nesaf, yn ôl y mis y cytunwyd arnynt',
  mergedActions: 'Camau nesaf, rhai pawb gyda’i gilydd',
  counts: ({ doneCount, partlyCount, notYetCount, openCount }) => `${doneCount} wedi’u gwneud, ${partlyCount} yn rhannol, ${notYetCount} ddim eto, ${openCount} heb ateb`,
  series: { done: 'Wedi’i wneud', partly: 'Yn rhannol', notYet: 'Ddim eto', open: 'Heb ateb eto' },
  noActions: 'Dim eto.',
  tooFew: 'Rhy ychydig i’w dangos: dim ond rhifau pump o bobl neu fwy sy’n gadael y grŵp.',
  steps: 'Maent yn newid pan fydd pump o bobl eraill wedi cytuno ar rywbeth neu wedi ateb.',
  earlier: (count) => `a ${count} cynharach; mae’r cyfan yn y ffeiliau`,
  file: (format) => `I’r grŵp, fel ${format}`,
  outsideFile: (format) => `I’w rannu y tu allan i’r grŵp, fel ${format}`,
  summary: 'Adroddiad mewn rhifau',
};
