// The lobby: who is here, in turn order, who chairs and why, and when it ends (product.md 4.1).

import { entryOf, rowsOf, type Kit } from '../kit.ts';
import { groupLine } from './groups.ts';
import type { LobbyMessage, ProtocolShown } from '../../core/messages.ts';
import { minutes } from '../../core/time.ts';
import type { ProtocolText } from '../../texts/en/phases.ts';

const ownersMax = 30;
const groupsMax = 12;

/** Without buttons and plans once it is no longer open. */
export function lobbyView(lobby: LobbyMessage, kit: Kit) {
  const words = kit.texts.session.lobby;
  const isOpen = lobby.state === 'open';
  const owners = kit.few(lobby.owners, ownersMax);
  const { id, group } = lobby.protocol;
  const own = entryOf<ProtocolText>(kit.texts.protocols, id);
  return {
    summary: words.summary,
    heading: words.heading,
    state: words.state[lobby.state],
    alone: isOpen && lobby.isAlone ? words.alone : '',
    kind: lobby.protocol.isOther ? words.kind(kit.protocolTitle(id), kit.when.length(minutes(lobby.planned.bookedMinutes)), group) : '',
    note: isOpen ? own?.note ?? '' : '',
    ownersHeading: lobby.owners.length === 0 ? (isOpen ? own?.noOwners ?? words.noOwners : '') : (own?.owners ?? words.owners)(lobby.owners.length),
    owners: owners.shown.map(({ name, ready }, index) =>
      ({ text: words.owner(index + 1, kit.say.name(name), readiness(ready, lobby.protocol, words)) })),
    moreOwners: owners.moreCount === 0 ? '' : words.moreOwners(owners.moreCount),
    groups: isOpen ? kit.few(lobby.groups, groupsMax).shown.map((group) => ({ text: groupLine(group, kit) })) : [],
    rooms: isOpen && lobby.groups.length > 0 ? kit.texts.groups.rooms : '',
    carriedOver: isOpen && lobby.carriedOver.length > 0 ? kit.texts.groups.carriedOver(kit.say.names(lobby.carriedOver)) : '',
    helpers: lobby.helpers.length === 0 ? '' : words.helpers(kit.say.names(lobby.helpers)),
    chair: chairLine(lobby, kit),
    birthdays: isOpen && lobby.asksForBirthdays ? words.birthdays : '',
    planned: isOpen ? plannedLine(lobby, kit) : '',
    early: isOpen ? earlyLine(lobby, kit) : '',
    rows: isOpen ? buttonRows(lobby, kit) : [],
  };
}

/** Where nobody is asked to write up anything, not having done so is not worth a word. */
export const readiness = (isReady: boolean, { asksForWriteUp }: ProtocolShown, words: { readonly ready: string; readonly notReady: string }): string =>
  (isReady ? words.ready : asksForWriteUp ? words.notReady : '');

function chairLine({ chair, state }: LobbyMessage, kit: Kit): string {
  const words = kit.texts.session.lobby;
  if (chair === null) return state === 'open' ? words.noChair : '';
  return words.chair(kit.say.name(chair.name), words.chairReasons[chair.because]);
}

function plannedLine({ planned, zone }: LobbyMessage, kit: Kit): string {
  const words = kit.texts.session.lobby;
  const end = kit.when.time(planned.endsAt, zone);
  return planned.startsAt === null ? words.unplanned(end) : words.planned(kit.when.clock(planned.startsAt, zone), end);
}

/** Few problems end the hour early; the button for the rest of it stands on the agenda (domain.md 1.2, our decision). */
function earlyLine({ planned, owners, protocol }: LobbyMessage, kit: Kit): string {
  const words = kit.texts.session.lobby;
  if (owners.length === 0 || planned.lengthMinutes >= planned.bookedMinutes) return '';
  const own = entryOf<ProtocolText>(kit.texts.protocols, protocol.id);
  const early = (own?.early ?? words.early)(kit.when.length(minutes(planned.lengthMinutes)), kit.when.length(minutes(planned.bookedMinutes)));
  return planned.offersWholeHour ? `${early} ${words.wholeHour}` : early;
}

function buttonRows({ origin }: LobbyMessage, kit: Kit) {
  const verbs = ['in-owner', 'in-helper', 'out', 'chair-me', 'start', 'cancel'] as const;
  return rowsOf(verbs.map((verb) => kit.sessionButton(verb, origin)), 2);
}
