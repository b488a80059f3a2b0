// A part of a write-up, or of what came of it before, as the group reads it: its label and its words.

import { entryOf, type Kit } from '../kit.ts';
import type { ShownText } from '../../core/messages.ts';

/** At most `maxChars` characters of the text at level 0. */
export function shownText(part: ShownText, maxChars: number, kit: Kit): { readonly label: string; readonly text: string } {
  const { labels, cameOf } = kit.texts.problem;
  const label = entryOf<string>(cameOf.labels, part.field) ?? entryOf<string>(labels, part.field) ?? part.field;
  return { label: kit.texts.records.writeUps.label(label), text: kit.text(inWords(part, kit), maxChars) };
}

/** Keys and days become words, everything else stays as it was typed. */
function inWords({ field, text }: ShownText, { texts: { problem: { npqAreas, cameOf } }, when }: Kit): string {
  switch (field) {
    case 'npqArea': return entryOf<string>(npqAreas, text) ?? text;
    case 'lastOutcome': return entryOf<string>(cameOf.outcomes, text) ?? text;
    case 'lastDueOn': return when.day(text);
    default: return text;
  }
}
