// The card of a turn: the problem and the inputs. It is never edited, so that nobody's typing is lost
// (product.md 4.3).

import { mentionEntities, rowsOf, type Kit } from '../kit.ts';
import type { TurnMessage } from '../../core/messages.ts';
import { againView, isInWords } from '../again.ts';
import { textMaxChars } from '../submissions/fields.ts';

const problemMaxChars = 300;

/** `turn` counts from 0, as in the session and in `at` of its buttons. */
export function turnView({ origin, turn, turnCount, owner, problem, dueOn, again }: TurnMessage, kit: Kit) {
  const words = kit.texts.session.turn;
  const { data, value, said } = againView(again, kit);
  const due = again?.typed['due'] ?? dueOn;
  return {
    summary: words.summary(turn + 1, turnCount),
    entities: mentionEntities(owner),
    heading: words.heading(turn + 1, turnCount, kit.say.mention(owner.name, owner.teamsId)),
    problemHeading: problem === null ? words.noProblem : words.problem,
    problem: problem === null ? '' : kit.text(problem, problemMaxChars),
    maxLength: textMaxChars,
    noteLabel: words.note, noteHint: words.noteHint, note: value('note'), noteSaid: said('note'),
    actionLabel: words.action, actionHint: words.actionHint, action: value('action'), actionSaid: said('action'),
    dueLabel: words.due, dueOn: due, isDueInWords: isInWords(due),
    noteRows: rowsOf([kit.sessionButton('note', origin, { at: turn, ...data })], 1),
    actionRows: rowsOf([kit.sessionButton('action', origin, { at: turn, ...data })], 1),
  };
}
