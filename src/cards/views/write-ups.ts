// One page of the write-ups that were ready at the start. The pages are cut by core/problem/pages.ts, so that nothing
// is left out here.

import type { Kit } from '../kit.ts';
import type { WriteUpsMessage } from '../../core/messages.ts';
import { shownText } from './shown-text.ts';

/** Longer than any page holds: the level of the kit alone may cut. */
const pageMaxChars = 14_000;

/** Whole texts, as the page holds them. */
export function writeUpsView({ page, pageCount, items }: WriteUpsMessage, kit: Kit) {
  const words = kit.texts.records.writeUps;
  return {
    summary: words.summary,
    heading: words.heading(page, pageCount),
    items: items.map(({ owner, isContinued, fields }) => ({
      owner: isContinued ? words.continued(kit.say.name(owner)) : words.owner(kit.say.name(owner)),
      fields: fields.map((part) => shownText(part, pageMaxChars, kit)),
    })),
  };
}
