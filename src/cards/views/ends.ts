// The inputs at both ends of the hour: a success in the opening, requests for help and the next chair in the close.
// On cards of their own, since phase cards carry no inputs (product.md 4.4).

import { rowsOf, type Kit } from '../kit.ts';
import type { ClosingMessage, SuccessesMessage } from '../../core/messages.ts';
import { againView, isInWords } from '../again.ts';
import { textMaxChars } from '../submissions/fields.ts';

const candidatesMax = 40;

/** A success of the last week, for those who want to write it down. */
export function successesView({ origin, again }: SuccessesMessage, kit: Kit) {
  const words = kit.texts.session.successes;
  const { data, value, said } = againView(again, kit);
  return {
    summary: words.summary,
    heading: words.heading,
    line: words.line,
    maxLength: textMaxChars,
    noteLabel: words.note, noteHint: words.noteHint, noteError: words.noteError, note: value('note'), noteSaid: said('note'),
    rows: rowsOf([kit.sessionButton('note', origin, { at: 'opening', ...data })], 1),
  };
}

/** Requests for help, who chairs next, and when; without candidates nobody can be appointed. */
export function closingView({ origin, candidates, proposed, next, again }: ClosingMessage, kit: Kit) {
  const words = kit.texts.session.closing;
  const { data, value, said } = againView(again, kit);
  // The proposed one first, so that a long list never leaves out the name that is preselected.
  const others = candidates.filter(({ id }) => id !== proposed?.id);
  const { shown, moreCount } = kit.few(proposed === null ? others : [proposed, ...others], candidatesMax);
  const asksForChair = shown.length > 0;
  const nextDate = again?.typed['nextDate'] ?? next?.date ?? '';
  return {
    summary: words.summary,
    heading: words.heading,
    maxLength: textMaxChars,
    requestLabel: words.request, requestHint: words.requestHint, request: value('request'), requestSaid: said('request'),
    requestRows: rowsOf([kit.sessionButton('request', origin, data)], 1),
    asksForChair,
    chairLabel: words.nextChair,
    choices: shown.map(({ id, name }) => ({ title: kit.say.name(name), value: id })),
    proposedId: proposed?.id ?? '',
    proposed: asksForChair && proposed !== null ? words.proposed(kit.say.name(proposed.name)) : '',
    shortList: asksForChair && moreCount > 0 ? words.shortList(shown.length) : '',
    chairRows: asksForChair ? rowsOf([kit.sessionButton('appoint', origin)], 1) : [],
    asksForNext: next !== null, asksForNextDate: next !== null && !isInWords(nextDate),
    nextDateLabel: words.nextDate, nextDate, isNextInWords: next !== null && isInWords(nextDate),
    nextTimeLabel: words.nextTime, nextTime: again?.typed['nextTime'] ?? next?.time ?? '', nextSaid: said('next-meeting'),
    proposedNext: next?.isProposed === true ? words.proposedNext : '',
    nextRows: next === null ? [] : rowsOf([kit.sessionButton('next-meeting', origin, data)], 1),
  };
}
