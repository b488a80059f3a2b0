// One page of sessions held, newest first, with a search and `Older` (product.md 3).

import { rowsOf, type Kit } from '../kit.ts';
import { linkTo } from '../link-text.ts';
import { plainText } from '../plain.ts';
import type { HistoryMessage, RecordOf } from '../../core/messages.ts';
import type { View } from '../template.ts';

/** Far more than a page holds, so that shorter texts come before fewer sessions: `Older` goes on from the page's end. */
const sessionsMax = 40;
const turnsMax = 8;
const textMaxChars = 160;
const searchMaxChars = 200;

type Session = HistoryMessage['sessions'][number];

/** Sessions that do not fit are not dropped silently: the line below says how many. */
export function historyView(history: HistoryMessage, kit: Kit) {
  const words = kit.texts.records.history;
  const { shown, moreCount } = kit.few(history.sessions, sessionsMax);
  const searchWords = kit.text(history.sought, textMaxChars);
  return {
    summary: words.summary,
    heading: words.heading,
    searchLabel: words.search,
    search: searchWords,
    heldIn: history.heldIn === null ? '' : words.heldIn(history.heldIn.name === null ? words.unnamed : kit.say.name(history.heldIn.name)),
    filters: [
      ...(history.by === null ? [] : [words.by(kit.say.name(history.by))]), ...(history.area === null ? [] : [words.area(kit.say.area(history.area))]),
      ...(history.isNameUnknown ? [words.nameUnknown] : []),
    ].map((line) => ({ line })),
    none: shown.length > 0 ? '' : history.words === '' ? words.none : words.noneFound,
    sessions: shown.map((session) => ({ ...sessionOf(session, history.zone, kit), rows: rowsOf([openOf(session, history, kit)], 1) })),
    more: moreCount > 0 ? words.more(moreCount) : '',
    last: shown.length > 0 && moreCount === 0 && history.olderThan === null ? words.last : '',
    earlier: history.isLastHere && history.olderThan !== null ? words.earlier : '',
    rows: history.olderThan === null ? [] : rowsOf([kit.button('older', { olderThan: history.olderThan, words: carriedWords(history.words) })], 1),
  };
}

function sessionOf({ startedAt, group, chair, attendanceCount, turns, recordUrl }: Session, zone: string, kit: Kit) {
  const words = kit.texts.records.history;
  const { shown, moreCount } = kit.few(turns, turnsMax);
  return {
    held: [words.held(kit.when.date(startedAt, zone), kit.when.time(startedAt, zone)), ...(group === null ? [] : [kit.texts.groups.line(group.number, group.count)])].join(' · '),
    led: words.led(kit.say.name(chair), attendanceCount),
    turns: shown.map(({ owner, problem, action }) => ({
      owner: `${kit.say.name(owner)}: `,
      problem: problem === null ? words.noProblem : kit.text(problem, textMaxChars),
      action: action === null ? '' : `${words.action}${kit.text(action, textMaxChars)}`,
    })),
    moreTurns: moreCount > 0 ? words.more(moreCount) : '',
    record: recordUrl === null ? '' : linkTo(words.record, recordUrl),
  };
}

/** A search as a button carries it, so that the page it leads to is of the same. */
export const carriedWords = (words: string): string => plainText(words).slice(0, searchMaxChars).toWellFormed();

/** The chat a record was held in. */
export const conversationOfRecord = ({ partition }: RecordOf): string => partition.slice(partition.indexOf('|') + 1);

/** What its page needs to come back to this one goes along. */
function openOf({ startedAt, group, record }: Session, { zone, community, words, from }: HistoryMessage, kit: Kit): View {
  const { openOne, openGroup } = kit.texts.records.history;
  const [date, heldIn] = [kit.when.shortDate(startedAt, zone), conversationOfRecord(record)];
  const data = { community, session: record.session, ...(heldIn === community ? {} : { heldIn }), ...(words === '' ? {} : { words: carriedWords(words) }), ...(from === '' ? {} : { from }) };
  return { ...kit.button('record', data), title: group === null ? openOne(date) : openGroup(date, group.number) };
}
