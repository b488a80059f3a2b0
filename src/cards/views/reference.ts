// Cards that only list: the commands, the kinds of session, and who has a problem ready.

import { entryOf, type Kit } from '../kit.ts';
import type { HelpMessage, ProblemsMessage, ProtocolsMessage } from '../../core/messages.ts';
import type { ProtocolText } from '../../texts/en/phases.ts';
import type { CommandText } from '../../texts/en/commands.ts';

const protocolsMax = 24;
const creditMaxChars = 160;

/** Commands this language has no words for are left out. */
export function helpView({ commands }: HelpMessage, kit: Kit) {
  const words = kit.texts.records.help;
  const known = commands.flatMap((name) => entryOf<CommandText>(kit.texts.commands, name) ?? []);
  return {
    summary: words.summary,
    heading: words.heading,
    channel: words.channel,
    commands: known.map(({ usage, does }) => ({ usage, does: words.does(does) })),
  };
}

/** Each with its lengths, size of group, roles and credit. Roles this language has no words for stand by their id. */
export function protocolsView({ protocols }: ProtocolsMessage, kit: Kit) {
  const words = kit.texts.records.protocols;
  return {
    summary: words.summary,
    heading: words.heading,
    protocols: kit.few(protocols, protocolsMax).shown.map(({ id, lengthsMinutes, groupMin, groupMax, credit, source, roles }) => {
      const text = entryOf<Pick<ProtocolText, 'title' | 'roles'>>(kit.texts.protocols, id) ?? { title: id, roles: {} };
      return {
        title: text.title,
        size: `${words.lengths(kit.say.anyOf(lengthsMinutes.map(String)))}, ${words.group(groupMin, groupMax)}`,
        roles: roles.length === 0 ? '' : words.roles(roles.map((role) => entryOf(text.roles, role) ?? role).join(', ')),
        creditLabel: words.credit,
        credit: kit.text(credit, creditMaxChars),
        sourceLabel: words.source,
        source: kit.text(source, creditMaxChars),
        start: words.start(id),
      };
    }),
  };
}

/** Names only, never texts (product.md 3). */
export function problemsView({ ready, drafting, waiting }: ProblemsMessage, kit: Kit) {
  const words = kit.texts.records.problems;
  return {
    summary: words.summary,
    heading: words.heading,
    ready: ready.length === 0 ? words.noneReady : words.ready(kit.say.names(ready)),
    drafting: drafting.length === 0 ? '' : words.drafting(kit.say.names(drafting)),
    waiting: waiting.length === 0 ? '' : words.waiting(kit.say.names(waiting)),
    hint: words.hint,
  };
}
