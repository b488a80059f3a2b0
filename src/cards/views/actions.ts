// Committed actions, and what came of them: in the opening of a session, asked for, and on the day one is due. One card for
// all that are asked about, with one line to write and three buttons, so that it stays short on a telephone: whoever has
// several chooses first, everybody else just presses.

import { rowsOf, type Kit, type Verb } from '../kit.ts';
import type { ActionShown, ActionsMessage } from '../../core/messages.ts';
import type { Outcome } from '../../core/problem/came-of.ts';
import { fieldMaxChars } from '../../core/problem/write-up.ts';
import { isCarried, type OutcomeSubmission } from '../submissions/action-forms.ts';
import { textMaxChars } from '../submissions/fields.ts';

/** A telephone's screens of lines; the rest is counted. */
const asksMax = 12;
const othersMax = 12;
const textMaxCharsShown = 200;
const lineMaxCharsShown = 160;
const choiceMaxChars = 70;
const nameMaxChars = 80;

export const outcomeVerbs = { 'done': 'outcome-done', 'partly': 'outcome-partly', 'not-yet': 'outcome-not-yet' } as const satisfies Readonly<Record<Outcome, Verb>>;

export function actionsView(actions: ActionsMessage, kit: Kit) {
  const words = kit.texts.actions;
  const { asked, isShared, saved, typed } = actions;
  const asks = kit.few(actions.asks, asksMax);
  const others = kit.few(actions.others, othersMax);
  const moreCount = asks.moreCount + others.moreCount;
  const isNone = asks.shown.length === 0 && others.shown.length === 0;
  const lineOf = (shown: ActionShown) => actionLine(shown, isShared || others.shown.includes(shown), kit);
  return {
    summary: words.summary[asked],
    heading: asked === 'due' ? words.heading.due(actions.asks.length) : words.heading[asked],
    community: actions.communityName === null ? '' : kit.texts.problem.forCommunity(kit.text(actions.communityName, nameMaxChars)),
    saved: saved === null ? '' : words.saved(outcomeTitle(saved, kit)),
    intro: words.intro[asked],
    none: isNone ? words.none : asks.shown.length === 0 && !isShared ? words.noneOfYours : '',
    asks: asks.shown.map(lineOf),
    ...outcomeInputs(actions, asks.shown, kit),
    error: outcomeError(typed, kit),
    rows: outcomeRows(actions, asks.shown, kit),
    othersHeading: others.shown.length === 0 || isShared ? '' : words.others,
    others: others.shown.map(lineOf),
    more: moreCount === 0 ? '' : asked === 'opening' ? words.moreDue(moreCount) : words.more(moreCount),
    why: asked === 'due' ? words.why : '',
    stopRows: asked === 'due' ? rowsOf([kit.button('nudges-off', { community: actions.community })], 1) : [],
  };
}

const outcomeTitle = (outcome: Outcome, kit: Kit): string => kit.texts.buttons[outcomeVerbs[outcome]];

/** One action in a line, and what was said of it in another. */
export function actionLine({ owner, text, dueOn, outcome, line }: ActionShown, isNamed: boolean, kit: Kit) {
  const words = kit.texts.actions;
  return {
    owner: isNamed ? words.owner(kit.say.name(owner)) : '',
    text: kit.text(text, textMaxCharsShown),
    due: dueOn === '' ? '' : words.due(kit.say.day(dueOn)),
    said: outcome === null ? '' : words.said(outcomeTitle(outcome, kit), kit.text(line, lineMaxCharsShown)),
  };
}

/** What is wrong with what was typed; '' for nothing. */
export function outcomeError(typed: ActionsMessage['typed'], kit: Kit): string {
  const { errors } = kit.texts.actions;
  return typed === null ? '' : typed.error === 'which' ? errors.which : errors['too-long'](typed.line.length, fieldMaxChars);
}

/** What somebody has to choose from: whoever has one alone just presses. Of two with one name each may choose. */
const choosable = (asks: readonly ActionShown[], isShared: boolean): readonly ActionShown[] =>
  (isShared ? asks.filter(({ owner }) => asks.filter((each) => each.owner === owner).length > 1) : asks.length > 1 ? asks : []);

/** The one line, and the choice where there are several. Nothing is chosen beforehand: a wrong one would be marked unnoticed. */
export function outcomeInputs({ isShared, typed }: Pick<ActionsMessage, 'isShared' | 'typed'>, asks: readonly ActionShown[], kit: Kit) {
  const words = kit.texts.actions;
  const title = ({ owner, text }: ActionShown): string => (isShared ? words.choice(kit.say.name(owner), kit.text(text, choiceMaxChars)) : kit.text(text, choiceMaxChars));
  const choices = choosable(asks, isShared);
  return {
    asksWhich: choices.length > 0,
    whichLabel: isShared ? words.whichShared : words.which, whichHint: words.whichHint,
    chosen: choices.some(({ ref }) => ref === typed?.ref) ? typed?.ref ?? '' : '',
    choices: choices.map((shown) => ({ title: title(shown), value: shown.ref })),
    asksLine: asks.length > 0,
    lineLabel: words.line, lineHint: words.lineHint, line: typed !== null && isCarried(typed.line) ? typed.line : '', maxLength: textMaxChars,
  };
}

/** What the buttons say of where they stand. */
interface AskedIn {
  readonly community: string;
  readonly asked: OutcomeSubmission['asked'];
  readonly session: ActionsMessage['session'];
}

/** The three outcomes; none where nothing is asked. */
export const outcomeRows = (where: AskedIn, asks: readonly ActionShown[], kit: Kit) =>
  (asks.length === 0 ? [] : rowsOf(Object.values(outcomeVerbs).map((verb) => kit.button(verb, dataOf(where, asks))), 3));

/** Of a single one the buttons name it; whether it is the presser's own is decided by who presses. */
function dataOf({ community, asked, session }: AskedIn, asks: readonly ActionShown[]) {
  const [only] = asks;
  return {
    community, asked, ...(session === null ? {} : { session }), ...(only === undefined || asks.length > 1 ? {} : { action: only.ref }),
  };
}
