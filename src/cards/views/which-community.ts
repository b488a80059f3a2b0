// Which of somebody's communities a command in the 1:1 chat is for: the last used first, and chosen unless another is.

import { rowsOf, type Kit } from '../kit.ts';
import type { WhichCommunityMessage } from '../../core/messages.ts';

const communitiesMax = 20;
const fileNameMaxChars = 200;

/** Two may have the same name, so each says when it was last used. */
export function whichCommunityView({ command, file, communities, zone }: WhichCommunityMessage, kit: Kit) {
  const words = kit.texts.records.which;
  const { shown } = kit.few(communities, communitiesMax);
  return {
    summary: words.summary,
    heading: words.heading,
    line: words.line,
    label: words.label,
    lastUsed: shown[0]?.id ?? '',
    choices: shown.map(({ id, name, lastAt }) =>
      ({ title: words.choice(name === null ? words.unnamed : kit.say.name(name), kit.when.date(lastAt, zone)), value: id })),
    rows: rowsOf([kit.button('which', file === undefined ? { command } : { command, file: { name: kit.text(file.name, fileNameMaxChars), link: file.link ?? '' } })], 1),
  };
}
