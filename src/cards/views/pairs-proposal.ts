// A proposal of pairs for the coordinator's eyes alone: each group with its reasons, who would have no buddy and why, and
// two lists to change it with. Where the card is full, reasons go before groups do.

import { type Kit, rowsOf } from '../kit.ts';
import type { PairsProposalMessage, ShownGroup } from '../../core/messages.ts';
import type { PairingReason } from '../../core/pairing/pairing.ts';
import { choicesOf, placeOf, refusedLine } from './pairs.ts';

const groupsMax = 240;
const leftOutMax = 60;

export function pairsProposalView(message: PairsProposalMessage, kit: Kit) {
  const words = kit.texts.pairing.proposal;
  const { groups, leftOut, people, whom } = message;
  const { shown, moreCount } = kit.few(groups, groupsMax);
  const isEmpty = groups.length === 0;
  return {
    summary: words.summary, heading: words.heading, community: placeOf(message, kit), line: words.line[whom],
    none: isEmpty ? words.none : '',
    groups: shown.map((group) => ({ line: words.group(kit.say.names(group.names), reasonsLine(group, message.zone, kit)) })),
    more: moreCount === 0 ? '' : kit.texts.people.more(moreCount),
    leftOutHeading: leftOut.length === 0 ? '' : words.leftOut,
    leftOut: kit.few(leftOut, leftOutMax).shown.map(({ name, reason, until }) => ({ line: words.out(kit.say.name(name), words.whys[reason](until === null ? '' : kit.say.day(until))) })),
    told: leftOut.some(({ reason }) => reason !== 'out') && !isEmpty ? words.told : '',
    hasChoices: people.length > 1, personLabel: words.person, otherLabel: words.other, choices: choicesOf(people, kit),
    error: refusedLine(message.refusal, kit),
    rows: rowsOf(buttonsOf(message, kit), 2),
    private: words.private,
  };
}

function reasonsLine({ is, reasons }: ShownGroup, zone: string, kit: Kit): string {
  if (kit.level > 0) return '';
  const words = kit.texts.pairing.proposal;
  const date = (at: number): string => kit.when.shortDate(at, zone);
  const lineOf = <R extends PairingReason['is']>(key: R, reason: PairingReason & { readonly is: R }): string => words.reasons[key](reason, date);
  // Whoever goes on together was together before: the one says the other.
  const told = is === 'as-it-is' ? reasons.filter((reason) => reason.is !== 'together-before') : reasons;
  return [words.kinds[is], ...told.map((reason) => lineOf(reason.is, reason))].filter((line) => line !== '').join('; ');
}

function buttonsOf({ community, rev, groups, people }: PairsProposalMessage, kit: Kit) {
  const of = { community, rev };
  const changing = people.length < 2 ? [] : (['pairs-swap', 'pairs-put', 'pairs-leave-out'] as const).map((verb) => kit.button(verb, of));
  return [...(groups.length === 0 ? [] : [kit.button('pairs-announce', of)]), kit.button('pairs-again', of), ...changing, kit.button('pairs-discard', of)];
}
