// Versions of what is stored, per kind, and the way from each to the next. Pure. What a newer release wrote is left alone.
// A shape changes over two releases: the first reads version n + 1 and goes on writing n, the second writes it. So while
// both run side by side, or the second is taken back, each can work with everything that stands in the store.

import type { Conversation } from '../core/conversation/conversation.ts';
import type { HistoryEntry } from '../core/history/entry.ts';
import type { Key, Kind } from '../core/keys.ts';
import type { Doc } from './document.ts';
import { communityToV3, personToV3, problemToV3, sessionToV3 } from './preparation-upgrade.ts';
import { communityToV2, sessionToV2 } from './session-upgrade.ts';

/**
 * To change a shape: append an upgrade and freeze a fixture of the new version (test/fixtures). That release reads both
 * shapes as they stand; the next one raises `writes`, from then on only the new shape is seen, and the tolerance goes.
 */
export interface Versions<T> {
  /** What this release stamps on what it writes, and lifts older shapes to; a version once reached is never lowered. */
  readonly writes: number;
  /**
   * `upgrades[n - 1]` takes version n to n + 1; it need not set `v`. It covers the outbox too: what waits there holds
   * messages, entries and events of its time, so a new shape of an event is a new version of every kind that tells it.
   */
  readonly upgrades: readonly ((old: T) => T)[];
}
export type VersionsOf<K extends string, T> = Readonly<Record<K, Versions<T>>>;

const first = { writes: 1, upgrades: [] };

/** Written at once: no release that only reads version 1 ever ran beside another. */
type Dated = Parameters<typeof problemToV3>[0];
type Seen = Parameters<typeof personToV3>[0];
const problem: Versions<Doc> = {
  writes: 3,
  upgrades: [inState((old: Omit<Dated, 'discussedAt'>): Dated => ({ ...old, discussedAt: old.status === 'discussed' ? old.savedAt : null })), inState(problemToV3)],
};
const person: Versions<Doc> = {
  writes: 3,
  upgrades: [inState((old: Omit<Seen, 'seenAt'>): Seen => ({ ...old, seenAt: old.communities[0]?.lastAt ?? null })), inState(personToV3)],
};

type Spoken = Omit<Conversation, 'language'>;
const conversation: Versions<Doc> = {
  writes: 3,
  upgrades: [
    inState((old: Omit<Spoken, 'person'>): Spoken => ({ ...old, person: null })),
    inState((old: Spoken): Conversation => ({ ...old, language: null })),
  ],
};
const session: Versions<Doc> = { writes: 3, upgrades: [sessionToV2, sessionToV3] };
const community: Versions<Doc> = { writes: 3, upgrades: [communityToV2, communityToV3] };

export const documentVersions: VersionsOf<Kind, Doc> = {
  session, community, problem, person, conversation, pair: first, pairing: first, clock: first, pace: first,
};
/** Entries get their version where they are made, in the core, since they may wait in an outbox for a later release. */
export const entryVersions: VersionsOf<HistoryEntry['kind'], HistoryEntry> = { note: first, action: first, session: first, outcome: first, buddy: first };

/** An upgrade that leaves what waits in the outbox as it is. */
function inState<Old, New>(upgrade: (old: Old) => New): (doc: Doc) => Doc {
  return (doc) => ({ ...doc, state: upgrade(doc.state as Old) });
}

/** The highest version this release understands. */
export const readsUpTo = ({ upgrades }: { readonly upgrades: readonly unknown[] }): number => upgrades.length + 1;

/**
 * A document of a later release: a version or a kind unknown here. Thrown, since nothing behind the store could go on
 * with it; made a value where the work began: a refusal for people, set aside by sweep and retention, a lane given up.
 */
export class NewerDocument extends Error {
  readonly key: Key;

  constructor(key: Key) {
    super(`A newer release has written the document ${key.name}; this one leaves it alone.`);
    this.name = 'NewerDocument';
    this.key = key;
  }
}

/** The document in the shape this release works with. Throws `NewerDocument`. */
export function upgraded(doc: Doc, versions: VersionsOf<string, Doc> = documentVersions): Doc {
  const present = lifted(doc, versions);
  if (present === null) throw new NewerDocument(doc.key);
  return present;
}

/** The same for an entry; null for one of a later release, which is left out of what is shown. */
export const upgradedEntry = (entry: HistoryEntry, versions: VersionsOf<string, HistoryEntry> = entryVersions): HistoryEntry | null =>
  lifted(entry, versions);

function lifted<T extends { readonly kind: string; readonly v?: number }>(old: T, table: VersionsOf<string, T>): T | null {
  const versions = Object.hasOwn(table, old.kind) ? table[old.kind] : undefined;
  const v = old.v ?? 1;
  if (versions === undefined || v > readsUpTo(versions)) return null;
  if (v >= versions.writes) return old;
  const shape = versions.upgrades.slice(v - 1, versions.writes - 1).reduce((before, upgrade) => upgrade(before), old);
  return { ...shape, v: versions.writes };
}
