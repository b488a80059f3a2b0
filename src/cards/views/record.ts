// The record of one session, opened from the history: more than its summary, less than the Markdown file, a page of turns
// at a time (product.md 4.5).

import type { Kit } from '../kit.ts';
import { rowsOf } from '../kit.ts';
import { carriedWords, conversationOfRecord } from './history.ts';
import type { OpenedRecordMessage, RecordTurn } from '../../core/messages.ts';
import type { View } from '../template.ts';

/** More than a page has, so that shorter texts come before fewer of them. */
const turnsMax = 48;
const notesMax = 20;
const textMaxChars = 400;

export function recordView(record: OpenedRecordMessage, kit: Kit) {
  const { record: words, summary } = kit.texts.records;
  const { when, say } = kit;
  const { zone, startedAt, endedAt, nextMeetingAt, nextChair, attendance, page, pageCount } = record;
  const besides = kit.few(record.besides, notesMax);
  const turns = kit.few(record.turns, turnsMax);
  return {
    summary: words.summary,
    heading: pageCount === 1 ? words.heading : words.page(page, pageCount),
    held: summary.held(when.date(startedAt, zone), when.clock(startedAt, zone), when.time(endedAt, zone)),
    led: `${summary.chair(say.name(record.chair))} · ${kit.protocolTitle(record.protocol)}`,
    attendance: attendance.length === 0 ? '' : summary.attendance(attendance.length, say.names(attendance)),
    turns: turns.shown.map((turn) => turnOf(turn, kit)),
    moreTurns: turns.moreCount > 0 ? summary.more(turns.moreCount) : '',
    besides: besides.shown.map((said) => saidOf(said, kit)),
    moreBesides: besides.moreCount > 0 ? summary.more(besides.moreCount) : '',
    nextChair: nextChair === null || page < pageCount ? '' : summary.nextChair(say.name(nextChair)),
    nextMeeting: nextMeetingAt === null || page < pageCount ? '' : summary.nextMeeting(when.date(nextMeetingAt, zone), when.time(nextMeetingAt, zone)),
    links: record.recordUrl === null ? [] : [{ title: summary.open, url: record.recordUrl }],
    rows: rowsOf(buttonsOf(record, kit), 2),
  };
}

function turnOf({ number, owner, problem, wasHeld, notes, action }: RecordTurn, kit: Kit) {
  const { records: { record: words, summary } } = kit.texts;
  const { shown, moreCount } = kit.few(notes, notesMax);
  const [came, line] = action === null ? ['', ''] : [action.outcome === null ? '' : words.came(kit.texts.record.outcomes[action.outcome]), kit.text(action.line, textMaxChars)];
  return {
    owner: summary.turn(number, kit.say.name(owner)),
    notHeld: wasHeld ? '' : summary.notHeld,
    problemLabel: summary.problem,
    problem: problem === null ? '' : kit.text(problem, textMaxChars),
    notes: shown.map((note) => saidOf(note, kit)),
    moreNotes: moreCount > 0 ? summary.moreNotes(moreCount) : '',
    actionLabel: summary.action,
    action: action === null ? '' : kit.text(action.text, textMaxChars),
    due: action === null || action.dueOn === '' ? '' : summary.due(kit.say.day(action.dueOn)),
    came,
    cameLine: line === '' ? '' : ` ${line}`,
    noAction: wasHeld && action === null ? summary.noAction : '',
  };
}

const saidOf = ({ phase, by, text }: OpenedRecordMessage['besides'][number], kit: Kit) =>
  ({ by: kit.texts.records.summary.note(kit.phase(phase).title, kit.say.name(by)), text: kit.text(text, textMaxChars) });

/** Back to where it was opened, and on to its next page. */
function buttonsOf({ community, list, record, page, pageCount }: OpenedRecordMessage, kit: Kit): readonly View[] {
  const words = kit.texts.records.record;
  const heldIn = conversationOfRecord(record);
  const data = { community, heldIn: heldIn === community ? '' : heldIn, session: record.session, words: carriedWords(list.words), from: list.from };
  return [
    ...(page < pageCount ? [{ ...kit.button('record', { ...data, page: page + 1 }), title: words.next }] : []),
    { ...kit.button('older', { olderThan: `${community} ${list.from}`, words: carriedWords(list.words) }), title: words.back },
  ];
}
