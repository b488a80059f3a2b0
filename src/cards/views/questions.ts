// Clarifying questions written ahead: the form for one person, the word to the owner, and what opens the Clarify phase.

import { type Kit, rowsOf } from '../kit.ts';
import { textMaxChars } from '../submissions/fields.ts';
import type { QuestionFormMessage, QuestionsAskedMessage, AskedAheadMessage } from '../../core/messages.ts';
import { fieldMaxChars } from '../../core/problem/write-up.ts';

const questionsMax = 20;
/** Of those that come together each is shown at this length at least where they all fit. */
const shownMaxChars = 600;

/** What was typed stands in it to the letter; the input's own limit lies above ours, so that a client never cuts. */
export function questionFormView({ community, ownerId, ownerName, typed, error }: QuestionFormMessage, kit: Kit) {
  const words = kit.texts.readiness.questions;
  return {
    summary: words.formSummary,
    heading: words.formHeading(kit.say.name(ownerName)),
    help: words.help,
    error: error === null ? '' : error.is === 'empty' ? words.empty : words.tooLong(error.lengthChars, fieldMaxChars),
    label: words.label,
    hint: words.hint,
    value: typed,
    maxLength: textMaxChars,
    rows: rowsOf([kit.button('ask', { community, owner: ownerId })], 1),
  };
}

type Asked = AskedAheadMessage['questions'];

const linesOf = (questions: Asked, kit: Kit) => {
  const words = kit.texts.readiness;
  const { shown, moreCount } = kit.few(questions, questionsMax);
  return {
    questions: shown.map(({ name, text }) => ({ label: words.questions.by(kit.say.name(name)), text: kit.text(text, questions.length === 1 ? fieldMaxChars : shownMaxChars) })),
    more: moreCount === 0 ? '' : words.deliveries.more(moreCount),
  };
};

export function questionsAskedView({ questions }: QuestionsAskedMessage, kit: Kit) {
  const words = kit.texts.readiness.questions;
  return { summary: words.askedSummary, heading: words.askedHeading, help: words.askedHelp, ...linesOf(questions, kit), why: words.askedWhy };
}

export function askedAheadView({ owner, questions }: AskedAheadMessage, kit: Kit) {
  const words = kit.texts.readiness.questions;
  return { summary: words.summary, heading: words.heading(kit.say.name(owner)), ...linesOf(questions, kit) };
}
