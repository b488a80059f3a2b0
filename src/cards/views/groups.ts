// Groups: the offer to stay together, who is where, and the first message of a group's thread (product.md 4, "Groups").

import { rowsOf, type Kit } from '../kit.ts';
import type { GroupRootMessage, GroupShown, GroupsMessage } from '../../core/messages.ts';

const groupsMax = 12;

export function groupsView(message: GroupsMessage, kit: Kit) {
  const words = kit.texts.groups;
  const { state, problemCount, groupCount, carriedOver, isThreaded, isOfMembers, origin } = message;
  const isOpen = state === 'offered' || state === 'together';
  const shown = kit.few(message.groups, groupsMax);
  return {
    summary: isOpen ? words.offer : words.summary,
    heading: words.headings[state](isOfMembers ? words.members.people(problemCount) : words.members.problems(problemCount), groupCount),
    line: state === 'offered' ? offerLine(message, kit) : words.lines[state],
    groups: shown.shown.map((group) => ({ text: groupLine(group, kit) })),
    moreGroups: shown.moreCount === 0 ? '' : kit.texts.session.lobby.moreOwners(shown.moreCount),
    place: state === 'started' ? (isThreaded ? words.places.threads : words.places.chat) : '',
    rooms: state === 'offered' || state === 'started' ? words.rooms : '',
    carriedOver: carriedOver.length === 0 ? '' : words.carriedOver(kit.say.names(carriedOver)),
    rows: isOpen ? rowsOf([kit.sessionButton(state === 'offered' ? 'stay-together' : 'split-up', origin)], 1) : [],
  };
}

/** Why there are groups. That everyone gets a turn is said only where it is so. */
function offerLine({ isOfMembers, carriedOver }: GroupsMessage, kit: Kit): string {
  const { members, lines } = kit.texts.groups;
  return isOfMembers ? members.offered : carriedOver.length > 0 ? members.offeredToSome : lines.offered;
}

/** "Group 1: Aisha (chair), Ben and Chloe; helping: Dan". */
export function groupLine({ number, chair, owners, helpers }: GroupShown, kit: Kit): string {
  return kit.texts.groups.list({ number, chair: chair === null ? '' : kit.say.name(chair), others: kit.say.names(owners), helpers: kit.say.names(helpers) });
}

/** "Group 2 of 3", and who belongs here. */
export function groupRootView({ of, chair, names }: GroupRootMessage, kit: Kit) {
  const { line, root } = kit.texts.groups;
  const heading = line(of.number, of.count);
  return {
    summary: heading, heading,
    chair: root.chair(kit.say.name(chair)),
    members: names.length === 0 ? '' : root.members(kit.say.names(names)),
    line: root.line,
  };
}
