// After the kills: what the fake connector received against what the store kept. Every phase was announced once and in
// order; a phase that stands twice was in the air when a process died; every acknowledged note is kept.

import { conversationId, partitionOf, tenantId } from '../../src/core/keys.ts';
import type { Session } from '../../src/core/session/session.ts';
import { en } from '../../src/texts/en.ts';
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

/** `killedAt`: real times of all kills. The service must not be running. */
export async function checkCircle(circle: Circle, parts: { readonly store: KillStore; readonly connector: FakeConnector; readonly killedAt: readonly number[] }): Promise<Verdict> {
  const store = await parts.store.open();
  try {
    const partition = partitionOf(tenantId(tenant), conversationId(circle.chat.id.split(';')[0] ?? ''));
    const [stored, ...others] = await store.documents.list(partition, 'session');
    if (stored === undefined || others.length > 0) return { faults: [`${1 + others.length} sessions`], phaseCount: 0, twinCount: 0, noteCount: 0, isWaiting: false };
    const session = stored.doc.state as Session;
    const kept = (await store.history.ofSession(partition, session.id)).flatMap((entry) => ('text' in entry ? [entry.text] : []));
    const lost = circle.acknowledged.filter((text) => !kept.includes(text)).map((text) => `lost: ${text}`);
    const twice = kept.length === new Set(kept).size ? [] : ['a note is kept twice'];
    const phases = phaseFaults(session, announcementsIn(circle, parts.connector), parts.killedAt);
    return { ...phases, faults: [...lost, ...twice, ...phases.faults], noteCount: circle.acknowledged.length, isWaiting: stored.doc.outbox.length > 0 };
  } finally {
    await store.close();
  }
}

interface Announced {
  readonly title: string;
  readonly at: number;
}
const titleOf = (phase: string): string => (en.phases as Readonly<Record<string, { readonly title: string }>>)[phase]?.title ?? phase;

/** Phase cards as they were posted, oldest first: their first line is the title and nothing else (product.md 4.4). */
function announcementsIn({ chat }: Circle, { requests }: FakeConnector): readonly Announced[] {
  const titles = new Set(Object.keys(en.phases).map(titleOf));
  return requests.filter(({ act, conversation, isApplied }) => act === 'post' && conversation === chat.id && isApplied)
    .flatMap(({ body, at }) => { const title = linesOf(body)[0] ?? ''; return titles.has(title) ? [{ title, at }] : []; });
}

function phaseFaults(session: Session, announced: readonly Announced[], killedAt: readonly number[]): Pick<Verdict, 'faults' | 'phaseCount' | 'twinCount'> {
  if (session.status !== 'ended') return { faults: [`the session is ${session.status}`], phaseCount: 0, twinCount: 0 };
  const expected = session.steps.slice(0, session.at + 1).map(({ phase }) => titleOf(phase));
  const firsts = [...new Set(announced.map(({ title }) => title))];
  const order = firsts.join(', ') === expected.join(', ') ? [] : [`announced ${firsts.join(', ')} instead of ${expected.join(', ')}`];
  const twins = announced.filter(({ title }, index) => announced.findIndex((each) => each.title === title) < index);
  const unexplained = twins.filter((twin) => !isExplained(twin, announced, killedAt)).map(({ title }) => `${title} was announced twice without need`);
  return { faults: [...order, ...unexplained], phaseCount: expected.length, twinCount: twins.length };
}

/** The copy before it was in the air, or its answer not yet written down, when a process died; and it was doubted long enough. */
function isExplained(twin: Announced, announced: readonly Announced[], killedAt: readonly number[]): boolean {
  const before = announced.findLast(({ title, at }) => title === twin.title && at < twin.at);
  return before !== undefined && twin.at - before.at >= doubtMs && killedAt.some((at) => at >= before.at - 1_000 && at <= before.at + inTheAirMs);
}
