// When everything has settled: the visible history and the stored record side by side. Every phase stands in the chat once
// and in order, what was acknowledged is kept, and the cards show how it ended.

import type { Doc } from '../../../src/app/document.ts';
import type { Community } from '../../../src/core/community/community.ts';
import type { HistoryEntry } from '../../../src/core/history/entry.ts';
import type { Message } from '../../../src/core/messages.ts';
import type { ConversationId, SessionId } from '../../../src/core/keys.ts';
import { draw } from '../../../src/core/session/draw.ts';
import type { Ended, Session } from '../../../src/core/session/session.ts';
import { nowOf, type Shown } from './fake-teams.ts';
import { meetingFaults } from './final-meetings.ts';
import { placeOf } from './slots.ts';
import type { Joined } from './world.ts';

export interface Settled {
  readonly docs: readonly Doc[];
  readonly entries: readonly HistoryEntry[];
  readonly shown: readonly Shown[];
  /** Texts whose writer was told that they are saved. */
  readonly acknowledged: readonly string[];
  readonly joined: readonly Joined[];
  /** Where the community meets. */
  readonly conversation: ConversationId;
  /** Conversations that said no at some time: what should stand there may be missing. */
  readonly refused: ReadonlySet<string>;
}

export interface Final {
  readonly faults: readonly string[];
  /** Announcements that stand twice, and those of which the second was taken away. */
  readonly twinsLeft: number;
  readonly twinsFolded: number;
  readonly phaseCount: number;
  /** Groups of meetings that were split, and rehearsals that got as far as a first phase. */
  readonly groupCount: number;
  readonly rehearsalCount: number;
}

export function finalCheck(settled: Settled): Final {
  const { docs, entries, acknowledged } = settled;
  const sessions = docs.filter(({ kind }) => kind === 'session');
  const texts = new Set(entries.flatMap((entry) => ('text' in entry ? [entry.text] : [])));
  const lost = acknowledged.filter((text) => !texts.has(text)).map((text) => `acknowledged and lost: ${text.slice(0, 20)}`);
  const each = sessions.map((doc) => checkSession(doc, settled));
  const begun = sessions.map(({ state }) => state as Session).filter((session) => 'steps' in session);
  const sum = (of: (final: Standings) => number): number => each.reduce((total, final) => total + of(final), 0);
  return {
    faults: [...lost, ...meetingFaults(settled), ...each.flatMap(({ faults }) => faults)],
    twinsLeft: sum(({ twinsLeft }) => twinsLeft), twinsFolded: sum(({ twinsFolded }) => twinsFolded), phaseCount: sum(({ phaseCount }) => phaseCount),
    groupCount: begun.filter(({ group }) => group !== null).length, rehearsalCount: begun.filter(({ rehearsal }) => rehearsal !== null).length,
  };
}

interface Standing {
  readonly slot: string;
  readonly shown: Shown;
}

type Standings = Omit<Final, 'groupCount' | 'rehearsalCount'>;

function checkSession(doc: Doc, settled: Settled): Standings {
  const session = doc.state as Session;
  const stateOf = (id: SessionId): Session | null => (id === session.id ? session : null);
  const standing = settled.shown.flatMap((shown): readonly Standing[] => {
    const place = placeOf(nowOf(shown), stateOf);
    return place?.session === session.id ? [{ slot: place.slot, shown }] : [];
  });
  const isRefused = settled.refused.has(session.community);
  const copies = new Map<string, Standing[]>();
  for (const each of standing) copies.set(each.slot, [...copies.get(each.slot) ?? [], each]);
  const folded = standing.filter(({ shown }) => shown.isDeleted);
  const alone = folded.filter(({ slot }) => !(copies.get(slot) ?? []).some(({ shown }) => !shown.isDeleted)).map(({ slot }) => `${slot} was taken away and stands nowhere`);
  const extra = [...copies].filter(([slot]) => slot !== 'paused').reduce((count, [, all]) => count + all.length - 1, 0);
  const missing = isRefused ? [] : [...missingFaults(session, copies), ...editFaults(doc, session, settled.shown)];
  const ended = session.status === 'ended' ? endFaults(session, settled) : [];
  return {
    faults: [...alone, ...missing, ...orderFaults(standing), ...groupFaults(session, standing), ...ended],
    twinsLeft: extra - folded.length, twinsFolded: folded.length, phaseCount: 'steps' in session ? session.at + 1 : 0,
  };
}

function missingFaults(session: Session, copies: ReadonlyMap<string, readonly Standing[]>): readonly string[] {
  const expected = session.group === null ? ['lobby'] : [];
  if ('steps' in session) {
    const { opening, close } = session.protocol;
    const begun = session.steps.slice(0, session.at + 1);
    expected.push('agenda', ...(opening?.collects === 'successes' ? ['successes'] : []), ...begun.map((_, index) => `phase-${index}`));
    expected.push(...new Set(begun.flatMap(({ turn }) => (turn === null ? [] : [`turn-${turn}`]))));
    if (close !== null && begun.some(({ turn, phase }) => turn === null && phase === close.id)) expected.push('closing');
    if (session.status === 'ended') expected.push('summary');
  }
  const faults = expected.filter((slot) => !copies.has(slot)).map((slot) => `${slot} never appeared`);
  const invented = [...copies.keys()].filter((slot) => /^(phase|turn|closing|summary)/.test(slot) && !expected.includes(slot)).map((slot) => `${slot} appeared and never was`);
  const pauseCount = 'pauses' in session ? session.pauses.length : 0;
  const pausedCount = copies.get('paused')?.length ?? 0;
  return [...faults, ...invented, ...(pausedCount < pauseCount ? [`${pauseCount} pauses and ${pausedCount} cards`] : [])];
}

/** Every card of a group names it. */
function groupFaults({ group }: Session, standing: readonly Standing[]): readonly string[] {
  const unnamed = standing.filter(({ shown }) => nowOf(shown).group?.number !== group?.number);
  return unnamed.map(({ slot }) => `${slot} names ${group === null ? 'a group, and there is none' : `another group than ${group.number}`}`);
}

/** First appearances of the phases, in the order in which they came. */
function orderFaults(standing: readonly Standing[]): readonly string[] {
  const firsts = [...new Set(standing.map(({ slot }) => slot).filter((slot) => slot.startsWith('phase-')))].map((slot) => Number(slot.slice(6)));
  return firsts.some((phase, index) => index > 0 && phase < (firsts[index - 1] ?? 0)) ? [`phases came in the order ${firsts.join(' ')}`] : [];
}

/** The cards the service knows by id show what is true in the end. */
function editFaults(doc: Doc, session: Session, all: readonly Shown[]): readonly string[] {
  return Object.entries(doc.posted).flatMap(([slot, posted]) => {
    const shown = all.find(({ id }) => id === posted.id);
    if (shown?.isOvertaken === true) return [];
    if (shown === undefined || shown.isDeleted) return [`${slot} is known by an id that stands for nothing`];
    const at = 'endedAt' in session ? session.endedAt ?? 0 : 0;
    const truth = draw(session, slot, { at, rate: 1 });
    const isTrue = truth === null || JSON.stringify(lasting(truth)) === JSON.stringify(lasting(nowOf(shown)));
    return isTrue ? [] : [`${slot} was left showing ${JSON.stringify(lasting(nowOf(shown)))} instead of ${JSON.stringify(lasting(truth))}`];
  });
}

/** What of a card must be true in the end, whenever it was drawn last. */
function lasting(message: Message): unknown {
  switch (message.card) {
    case 'lobby': return [message.state, message.state === 'started' ? null : message.owners];
    case 'groups': return message.state;
    case 'agenda': return [message.offersFullLength, message.offersWholeHour, message.endsAt];
    case 'phase': return [message.phase, message.state, message.startsAt];
    case 'paused': return message.state.is === 'resumed' ? [message.state.is, message.state.by] : [message.state.is];
    case 'end-asked':
    case 'owner-away':
    case 'no-time': return message.isOpen;
    case 'summary': return message.turns.map(({ owner, action, noteCount }) => [owner, action, noteCount]);
    default: return null;
  }
}

function endFaults(ended: Ended, { docs, entries, shown, refused }: Settled): readonly string[] {
  const faults: string[] = [];
  if (!entries.some((entry) => entry.kind === 'session' && entry.session === ended.id)) faults.push('no record of the session');
  const waiting = docs.flatMap(({ kind, state }) => (kind === 'community' ? (state as Community).session?.id ?? [] : []));
  if (waiting.includes(ended.id)) faults.push('the community still waits for a session that is over');
  if (ended.rehearsal !== null) return faults;
  const owners = ended.turns.map(({ owner }) => ended.people.find(({ id }) => id === owner)).filter((owner) => owner?.teamsId != null);
  for (const owner of owners) {
    const chat = `a:${owner?.teamsId ?? ''}`;
    const own = shown.filter((each) => each.thread === chat && isOwnSummary(nowOf(each), ended.id));
    if (own.length > 0 || refused.has(ended.community)) continue;
    if (!refused.has(chat)) faults.push(`${owner?.name ?? ''} never got a summary`);
    else if (!shown.some((each) => isSayingUnreachable(nowOf(each), owner?.name ?? ''))) faults.push(`nobody was told that ${owner?.name ?? ''} cannot be reached`);
  }
  return faults;
}

const isSayingUnreachable = (message: Message, name: string): boolean =>
  message.card === 'notice' && message.notice.kind === 'unreachable-privately' && message.notice.name === name;

const isOwnSummary = (message: Message, session: SessionId): boolean =>
  message.card === 'summary' && message.isPrivate && message.record.session === session;
