// The write-up form (product.md 5). What was typed stands in its inputs to the letter, never cut: an input that is cut
// is saved cut. A write-up too long for one card leaves its longest fields out of the form instead and names them in
// `keeps` of its buttons: an input left empty then means "keep what is stored".

import { entryOf, rowsOf, type Kit } from '../kit.ts';
import { textMaxChars } from '../submissions/fields.ts';
import type { View } from '../template.ts';
import { shownText } from './shown-text.ts';
import type { Similar } from '../../core/history/similar.ts';
import type { ProblemDoorMessage, ProblemFormMessage } from '../../core/messages.ts';
import { cameOfFields } from '../../core/problem/brought-again.ts';
import { sharpeningQuestions } from '../../core/problem/sharpening.ts';
import { criteria, fieldMaxChars, writeUpProblems, type WriteUp } from '../../core/problem/write-up.ts';

const textFields = [...writeUpProblems, 'frameworkSection', 'artefactLink', 'artefactDescription'] as const;
type TextField = (typeof textFields)[number];

const nameMaxChars = 80;
const keptMaxChars = 200;
/** The whole of it stands where the group reads it. */
const beforeMaxChars = 400;
const similarMaxChars = 240;
const namesMax = 8;
const wordMaxChars = 60;

/** The caller's own write-up; `status` and the verdict first, then the inputs in the guidance's order. */
export function problemFormView(form: ProblemFormMessage, kit: Kit) {
  const words = kit.texts.problem;
  const keeps = longest(form.draft, kit.level);
  const names = form.likelyNames ?? [];
  const input = (field: TextField): View => inputOf(form, { field, isKept: keeps.includes(field) }, kit);
  const data = { community: form.community, ...(keeps.length === 0 ? {} : { keeps }) };
  return {
    summary: words.summary,
    heading: words.heading,
    community: form.communityName === null ? '' : words.forCommunity(kit.text(form.communityName, nameMaxChars)),
    status: words.status[form.status],
    keptFile: form.keptFile === undefined ? [] : [{ label: words.keptFile, text: kit.text(form.keptFile, keptMaxChars) }],
    again: form.offersAgain === true ? words.again : '',
    beforeHeading: form.before == null ? '' : words.beforeHeading,
    before: cameOfFields(form.before ?? null).filter(({ text }) => text !== '').map((part) => shownText(part, beforeMaxChars, kit)),
    errorHeading: form.errors.length === 0 ? '' : keeps.length === 0 ? words.errorHeading : words.errorHeadingLong,
    errors: form.errors.map((error) => ({ text: errorLine(error, kit) })),
    verdict: form.verdict === null ? '' : form.verdict.isSuitable ? words.suitable : words.unsuitable,
    questions: form.verdict === null ? [] : sharpeningQuestions(form.draft).map(({ criterion, key, word }) =>
      ({ label: words.foundIn(words.labels[criterion]), text: kit.texts.sharpening[key](kit.text(word ?? '', wordMaxChars)) })),
    namesHeading: names.length === 0 ? '' : words.namesHeading,
    names: kit.few(names, namesMax).shown.map(({ field, found, kind }) =>
      ({ label: words.foundIn(words.labels[field]), text: kit.text(found, nameMaxChars), kind: words.foundAs(words.nameKinds[kind]) })),
    similarHeading: (form.similar ?? []).length === 0 ? '' : words.similarHeading,
    similar: (form.similar ?? []).map((each) => similarOf(each, kit)),
    heldBack: form.heldBack === undefined ? '' : words.heldBack,
    reminder: words.reminder,
    keptHeading: keeps.length === 0 ? '' : words.keptHeading,
    kept: keeps.map((field) => ({ text: words.kept(words.labels[field], form.draft[field].length, kit.text(form.draft[field], keptMaxChars)) })),
    problems: writeUpProblems.map((field) => ({ ...input(field), question: words.questions[field] })),
    npqLabel: words.labels.npqArea,
    npqHint: words.npqHint,
    npqArea: form.draft.npqArea,
    npqChoices: Object.entries(words.npqAreas).map(([value, title]) => ({ title, value })),
    framework: [input('frameworkSection')],
    criteriaHelp: words.criteriaHelp,
    criteria: criteria.map((id) => ({ id, label: words.labels[id], value: form.draft[id] })),
    answers: Object.entries(words.answers).map(([value, title]) => ({ title, value })),
    artefact: [input('artefactLink'), input('artefactDescription')],
    rows: rowsOf(buttonsOf(form, data, kit), 2),
  };
}

/** What the group met, what its owner tried and how that went. */
function similarOf({ heldOn, owner, problem, came }: Similar, kit: Kit): View {
  const { similarTurn, similarAction, similarCame, cameOf: { outcomes } } = kit.texts.problem;
  const outcome = came?.outcome == null ? '' : similarCame(outcomes[came.outcome]);
  return {
    label: similarTurn(kit.when.day(heldOn), kit.say.name(owner)),
    text: kit.text(problem, similarMaxChars),
    action: came === null ? '' : `${similarAction}${kit.text(came.text, similarMaxChars)}${outcome}`,
    line: came === null || came.line === '' ? '' : ` ${kit.text(came.line, similarMaxChars)}`,
  };
}

/** `Withdraw` where there is something to take back, `Bring it again` where there is something to bring. */
function buttonsOf({ status, offersAgain, heldBack }: ProblemFormMessage, data: View, kit: Kit): readonly View[] {
  const isReady = status !== 'new' && status !== 'draft' && status !== 'withdrawn';
  return [
    kit.button('problem-save', data), kit.button('problem-submit', data),
    kit.button('problem-share', { ...data, ...(heldBack !== undefined && { heldBack }) }),
    ...(isReady ? [kit.button('problem-withdraw', data)] : []), ...(offersAgain === true ? [kit.button('problem-again', data)] : []),
  ];
}

/** The `count` longest texts as JSON writes them, where quotes and newlines count twice. */
function longest(draft: WriteUp, count: number): readonly TextField[] {
  const sizeOf = (field: TextField): number => JSON.stringify(draft[field]).length;
  return textFields.filter((field) => draft[field] !== '').sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, count);
}

/** A text longer than allowed keeps its length as the input's limit, else a client could cut it. */
function inputOf({ draft }: ProblemFormMessage, { field, isKept }: { readonly field: TextField; readonly isKept: boolean }, kit: Kit): View {
  const { labels, hints, keptHint } = kit.texts.problem;
  const value = isKept ? '' : draft[field];
  return {
    id: field,
    label: labels[field],
    value,
    // A hint is seen in an empty input only.
    hint: isKept ? keptHint : value === '' ? hints[field] : '',
    maxLength: textMaxChars,
  };
}

function errorLine({ field, error, lengthChars }: ProblemFormMessage['errors'][number], kit: Kit): string {
  const words = kit.texts.problem;
  const label = entryOf<string>(words.labels, field) ?? field;
  return error === 'empty' ? words.empty(label) : words.tooLong(label, lengthChars, fieldMaxChars);
}

/** For a shared chat: a button and no word of anyone. */
export function problemDoorView(_door: ProblemDoorMessage, kit: Kit) {
  const words = kit.texts.problem;
  return { summary: words.doorSummary, heading: words.heading, line: words.door, rows: rowsOf([kit.button('problem-open')], 1) };
}
