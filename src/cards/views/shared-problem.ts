// A write-up that its owner shares ahead of the session. Taken back, the card says so and holds none of it.

import { type Kit, rowsOf } from '../kit.ts';
import type { SharedProblemMessage } from '../../core/messages.ts';
import { shownText } from './shown-text.ts';

/** Longer than any page holds: the level of the kit alone may cut. */
const pageMaxChars = 14_000;

/** Whole texts, as the page holds them (core/problem/sharing.ts). */
export function sharedProblemView({ owner, state, ownerId, isChanged, takesQuestions = false, page, pageCount, fields }: SharedProblemMessage, kit: Kit) {
  const words = kit.texts.sharedProblem;
  const lines = {
    'open': isChanged ? words.changed : '', 'discussed': words.discussed, 'closed': words.closed, 'left-over': words.leftOver,
  } as const;
  return {
    summary: words.summary,
    heading: words.heading(kit.say.name(owner)),
    place: pageCount === 1 || state === 'left-over' ? '' : words.place(page, pageCount),
    state: lines[state],
    fields: fields.map((field) => shownText(field, pageMaxChars, kit)),
    hint: state === 'open' && page === pageCount ? words.hint : '',
    rows: takesQuestions && state === 'open' && page === pageCount ? rowsOf([kit.button('ask-open', { owner: ownerId })], 1) : [],
  };
}
