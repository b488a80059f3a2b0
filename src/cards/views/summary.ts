// The summary of a session: per turn the problem, the first notes and the saved action; then what belongs to all
// (product.md 4.5). Long texts are cut here; the whole record has them.

import type { Kit } from '../kit.ts';
import type { SummaryMessage, TurnSummary } from '../../core/messages.ts';

/** Far more than a session has, so that shorter texts come before fewer turns. */
const turnsMax = 48;
const notesMax = 6;
const notePerTurnMax = 2;
const textMaxChars = 300;
const noteMaxChars = 200;

/** For the group, or for one owner alone. */
export function summaryView(summary: SummaryMessage, kit: Kit) {
  const words = kit.texts.records.summary;
  const { when, say } = kit;
  const { zone, startedAt, endedAt, nextMeetingAt, nextChair, attendance } = summary;
  const turns = kit.few(summary.turns, turnsMax);
  return {
    summary: words.summary,
    heading: summary.isPrivate ? words.privateHeading : words.heading,
    held: words.held(when.date(startedAt, zone), when.clock(startedAt, zone), when.time(endedAt, zone)),
    chair: words.chair(say.name(summary.chair)),
    turns: turns.shown.map((turn, index) => turnOf(turn, summary.isPrivate ? null : index + 1, kit)),
    moreTurns: turns.moreCount === 0 ? '' : words.more(turns.moreCount),
    sections: [
      ...sectionOf(words.successes, summary.successes, kit),
      ...sectionOf(words.reflections, summary.reflections, kit),
      ...sectionOf(words.requests, summary.requests, kit),
    ],
    attendance: attendance.length === 0 ? '' : words.attendance(attendance.length, say.names(attendance)),
    nextChair: nextChair === null ? '' : words.nextChair(say.name(nextChair)),
    nextMeeting: nextMeetingAt === null ? '' : words[summary.isNextProposed ? 'proposedMeeting' : 'nextMeeting'](when.date(nextMeetingAt, zone), when.time(nextMeetingAt, zone)),
    links: [...linkTo(summary.recordUrl, words.open), ...linkTo(summary.calendar?.url ?? null, words.calendar)],
  };
}

const linkTo = (url: string | null, title: string) => (url === null ? [] : [{ title, url }]);

function turnOf(turn: TurnSummary, number: number | null, kit: Kit) {
  const words = kit.texts.records.summary;
  const notes = kit.few(turn.notes, notePerTurnMax);
  const moreCount = turn.noteCount - notes.shown.length;
  const owner = kit.say.name(turn.owner);
  return {
    owner: number === null ? owner : words.turn(number, owner),
    notHeld: !turn.isCarriedOver ? '' : turn.wasHeld ? words.unfinished : words.notHeld,
    problemLabel: words.problem,
    problem: turn.problem === null ? '' : kit.text(turn.problem, textMaxChars),
    notes: notes.shown.map(({ phase, by, text }) => ({ by: words.note(kit.phase(phase).title, kit.say.name(by)), text: kit.text(text, noteMaxChars) })),
    moreNotes: moreCount > 0 ? words.moreNotes(moreCount) : '',
    actionLabel: turn.action === null ? '' : words.action,
    action: turn.action === null ? '' : kit.text(turn.action.text, textMaxChars),
    due: turn.action === null || turn.action.dueOn === '' ? '' : words.due(kit.say.day(turn.action.dueOn)),
    noAction: turn.wasHeld && turn.action === null ? words.noAction : '',
  };
}

function sectionOf(heading: string, items: SummaryMessage['successes'], kit: Kit) {
  const words = kit.texts.records.summary;
  const { shown, moreCount } = kit.few(items, notesMax);
  if (shown.length === 0) return [];
  return [{
    heading,
    items: shown.map(({ by, text }) => ({ by: words.by(kit.say.name(by)), text: kit.text(text, noteMaxChars) })),
    more: moreCount > 0 ? words.more(moreCount) : '',
  }];
}
