// After the kills: what the fake connector received against what the store kept. Every phase was announced once and in
// order; a phase that stands twice was in the air when a process died; every acknowledged note is kept.

import type { Doc } from '../../src/app/document.ts';
import { conversationId, partitionOf, tenantId } from '../../src/core/keys.ts';
import type { Session } from '../../src/core/session/session.ts';
import { en } from '../../src/texts/en.ts';
import type { Recorded } from '../support/connector-faults.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { linesOf } from '../support/read-card.ts';
import { type Circle, tenant } from './kill-circle.ts';
import type { KillStore } from './kill-store.ts';

/** A request that a dying process had begun is answered or given up within this. */
const inTheAirMs = 5_500;
/** What is doubted waits six seconds for evidence (reliability.md 1). */
const doubtMs = 5_900;

export interface Verdict {
  readonly faults: readonly string[];
  readonly phaseCount: number;
  readonly twinCount: number;
  readonly noteCount: number;
  /** Something of a session still waits to be sent. */
  readonly isWaiting: boolean;
}

export interface Checking {
  readonly store: Pick<KillStore, 'open'>;
  readonly connector: FakeConnector;
  /** Whether a second copy is the one ambiguity that Teams leaves. */
  readonly isExplained: (twin: Announced, before: Announced) => boolean;
}

/** What became of a circle's meetings. A store that one process holds must not be held by the service. */
export async function checkCircle(circle: Circle, parts: Checking): Promise<Verdict> {
  const store = await parts.store.open();
  try {
    const partition = partitionOf(tenantId(tenant), conversationId(circle.chat.id.split(';')[0] ?? ''));
    const stored = await store.documents.list(partition, 'session');
    const sessions = stored.map(({ doc }) => doc.state as Session);
    const entries = await Promise.all(sessions.map(({ id }) => store.history.ofSession(partition, id)));
    const kept = entries.flat().flatMap((entry) => ('text' in entry ? [entry.text] : []));
    const lost = circle.acknowledged.filter((text) => !kept.includes(text)).map((text) => `lost: ${text}`);
    const twice = kept.length === new Set(kept).size ? [] : ['a note is kept twice'];
    const hours = sessions.filter(({ status }) => status !== 'split').map((session) => phaseFaults(session, announcementsIn(session, circle, parts.connector), parts.isExplained));
    const sum = (of: (hour: (typeof hours)[number]) => number): number => hours.reduce((total, hour) => total + of(hour), 0);
    return {
      faults: [...lost, ...twice, ...meetingFaults(circle, stored.map(({ doc }) => doc)), ...hours.flatMap(({ faults }) => faults)],
      phaseCount: sum(({ phaseCount }) => phaseCount), twinCount: sum(({ twinCount }) => twinCount),
      noteCount: circle.acknowledged.length, isWaiting: stored.some(({ doc }) => doc.outbox.length > 0),
    };
  } finally {
    await store.close();
  }
}

/** The sessions that such a meeting has, over with the last of them, and nothing that went on by itself where the chair does. */
function meetingFaults({ meeting }: Circle, docs: readonly Doc[]): readonly string[] {
  const sessions = docs.map(({ state }) => state as Session);
  const expectedCount = meeting === 'groups' ? 3 : 1;
  const splits = sessions.filter((session) => session.status === 'split');
  const lastEndedAt = Math.max(...sessions.map((session) => (session.status === 'ended' ? session.endedAt : 0)));
  const byHand = sessions.filter(({ movesOn }) => movesOn === 'chair');
  const paused = byHand.filter((session) => 'pauses' in session && session.pauses.some(({ cause }) => cause.kind === 'outage'));
  return [
    ...(sessions.length === expectedCount ? [] : [`${sessions.length} sessions`]),
    ...splits.filter(({ endedAt }) => endedAt === null || endedAt < lastEndedAt).map(() => 'the meeting was not over with its last group'),
    ...(meeting === 'chair' && byHand.length !== sessions.length ? ['the clock moves on'] : []),
    ...paused.map(() => 'paused where nothing is too late'),
  ];
}

export interface Announced {
  /** The title, with the number of the turn. */
  readonly title: string;
  readonly request: Recorded;
}
const titleOf = (phase: string): string => (en.phases as Readonly<Record<string, { readonly title: string }>>)[phase]?.title ?? phase;
const inTurn = (title: string, turn: number | null): string => (turn === null ? title : `${title} ${turn}`);

/** Phase cards of a session as they were posted, oldest first: their first line is the title and nothing else (product.md 4.4). */
function announcementsIn(session: Session, circle: Circle, { requests }: FakeConnector): readonly Announced[] {
  const titles = new Set(Object.keys(en.phases).map(titleOf));
  const places = circle.places.map(({ id }) => id);
  const isTheirs = (lines: readonly string[]): boolean => session.group === null || lines.some((line) => line.startsWith(`Group ${session.group?.number} of`));
  return requests.filter(({ act, conversation, isApplied }) => act === 'post' && places.includes(conversation ?? '') && isApplied).flatMap((request) => {
    const lines = linesOf(request.body);
    const turn = lines.flatMap((line) => /^Turn (\d+) of/.exec(line)?.[1] ?? [])[0];
    return titles.has(lines[0] ?? '') && isTheirs(lines) ? [{ title: inTurn(lines[0] ?? '', turn === undefined ? null : Number(turn)), request }] : [];
  });
}

function phaseFaults(session: Session, announced: readonly Announced[], isExplained: Checking['isExplained']): Pick<Verdict, 'faults' | 'phaseCount' | 'twinCount'> {
  if (session.status !== 'ended') return { faults: [`the session is ${session.status}`], phaseCount: 0, twinCount: 0 };
  const expected = session.steps.slice(0, session.at + 1).map(({ phase, turn }) => inTurn(titleOf(phase), turn === null ? null : turn + 1));
  const firsts = [...new Set(announced.map(({ title }) => title))];
  const order = firsts.join(', ') === expected.join(', ') ? [] : [`announced ${firsts.join(', ')} instead of ${expected.join(', ')}`];
  const twins = announced.flatMap((twin, index) => {
    const before = announced.slice(0, index).findLast(({ title }) => title === twin.title);
    return before === undefined ? [] : [{ twin, before }];
  });
  const unexplained = twins.filter(({ twin, before }) => !isExplained(twin, before)).map(({ twin: { title } }) => `${title} was announced twice without need`);
  return { faults: [...order, ...unexplained], phaseCount: expected.length, twinCount: twins.length };
}

/** The copy before it was in the air, or its answer not yet written down, when a process died; and it was doubted long enough. */
export const isOfKills = (killedAt: readonly number[]): Checking['isExplained'] => ({ request: twin }, { request: before }) =>
  twin.at - before.at >= doubtMs && killedAt.some((at) => at >= before.at - 1_000 && at <= before.at + inTheAirMs);
