// One line of text instead of a card: refusals, acknowledgements, warnings. Teams reads a line that mentions somebody as
// Markdown, so names come in through `Say`, which makes them harmless.

import { mentionTag, type Kit } from './kit.ts';
import { plainName } from './plain.ts';
import type { Mention, Rendered } from './rendered.ts';
import type { Notice, Refusal } from '../core/notices.ts';
import type { Lines, Told } from '../texts/en/notices.ts';
import type { Refusals } from '../texts/en/refusals.ts';
import type { Say } from '../texts/say.ts';

/** The line of a notice, and the people it mentions. */
export function renderNotice(notice: Notice, kit: Kit): Rendered {
  const mentions: Mention[] = [];
  const say: Say = {
    ...kit.say,
    mention: (name, teamsId) => {
      if (teamsId !== null) mentions.push({ teamsId, name: plainName(name) });
      return kit.say.mention(name, teamsId);
    },
  };
  const { notices, refusals } = kit.texts;
  const text = notice.kind === 'refusal'
    ? refusalLine(refusals, notice.refusal.reason, notice.refusal)(say)
    : noticeLine(notices.lines, notice.kind, notice)(say);
  const withoutTags = mentions.reduce((line, { name }) => line.replaceAll(mentionTag(name), name), text);
  return { summary: withoutTags, card: null, text, mentions };
}

/** Two steps, so that the compiler sees that reason and refusal belong together. */
function refusalLine<R extends Refusal['reason']>(lines: Refusals, reason: R, refusal: Refusal & { readonly reason: R }): (say: Say) => string {
  return (say) => lines[reason](refusal, say);
}

function noticeLine<K extends Told['kind']>(lines: Lines, kind: K, notice: Told & { readonly kind: K }): (say: Say) => string {
  return (say) => lines[kind](notice, say);
}
