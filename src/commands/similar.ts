// "This group met something like it before": what is asked of the history for a write-up that is being submitted. Only of
// its own community and of those it goes on from, as far as the writer may see them; bounded, and never in the way.

import { partitionOf } from '../core/keys.ts';
import type { DiscussedIn } from '../core/problem/brought.ts';
import { hitsPerTerm, likeliest, queryOf, type Similar, similarAmong } from '../core/history/similar.ts';
import type { WriteUp } from '../core/problem/write-up.ts';
import type { History } from '../app/ports.ts';
import { traceOfPlace } from '../app/traces.ts';
import { faultOf } from '../log.ts';
import { shelvesOf } from './continuing.ts';
import type { Caller, Desk } from './desk.ts';

/** Chats that are looked through: where somebody now is, and where they were last. */
const shelvesRead = 2;

/**
 * Earlier turns that are like `writeUp`, at most two, best first; none where the store does not answer, since the form
 * matters more. `except`: where this very problem was discussed before.
 */
export async function similarTo(desk: Desk, caller: Caller, { writeUp, except }: { readonly writeUp: WriteUp; readonly except: DiscussedIn | null }): Promise<readonly Similar[]> {
  try {
    for (const { conversation } of (await shelvesOf(desk, caller)).slice(0, shelvesRead)) {
      const found = await similarOn({ history: desk.history, partition: partitionOf(caller.tenant, conversation) }, writeUp, except);
      if (found.length > 0) return found;
    }
  } catch (error) {
    desk.log.warn('similar.failed', { ...traceOfPlace(caller.arrival.address), ...faultOf(error) });
  }
  return [];
}

/** The same on one shelf. */
export async function similarOn({ history, partition }: { readonly history: History; readonly partition: string }, writeUp: WriteUp, except: DiscussedIn | null): Promise<readonly Similar[]> {
  const query = queryOf(writeUp);
  const hits = new Map(await Promise.all(query.map(async ({ term }) => [term, await history.search(partition, [term], { after: null, limit: hitsPerTerm })] as const)));
  const records = await Promise.all(likeliest(query, hits).map((session) => history.ofSession(partition, session)));
  const others = records.map((entries) => entries.map((entry) => (entry.kind === 'session' && entry.session === except?.session
    ? { ...entry, turns: entry.turns.map((turn, at) => (at === except.turn ? { ...turn, wasHeld: false } : turn)) } : entry)));
  return similarAmong({ problem: writeUp.problem, query, hits }, others);
}
