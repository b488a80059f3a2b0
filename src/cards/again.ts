// A card that answers somebody alone with what they typed still in its inputs, and says at the button they pressed what was
// wrong, or that it is saved now. Its buttons say that they stand on such a card (commands/again.ts).

import type { Kit } from './kit.ts';
import { renderNotice } from './notice.ts';
import type { View } from './template.ts';
import type { Again } from '../core/messages.ts';

export interface AgainView {
  /** For the data of the buttons. */
  readonly data: View;
  /** What stands in an input. */
  readonly value: (input: string) => string;
  /** The line at a button; '' for none. */
  readonly said: (about: Again['about']) => string;
}

/** Empty inputs and no line for the card that all share. */
export function againView(again: Again | undefined, kit: Kit): AgainView {
  return {
    data: again === undefined ? {} : { again: true },
    value: (input) => again?.typed[input] ?? '',
    said: (about) => (again?.about === about ? renderNotice(again.said, kit).summary : ''),
  };
}

/** A date input holds dates alone: what was typed otherwise stays in an input of text. */
export const isInWords = (date: string): boolean => !/^(?:\d{4}-\d\d-\d\d)?$/.test(date);
