// Every protocol by id. To add one: a file beside this one, and a line in the list.

import { npqCommunity } from './npq-community.ts';
import type { Protocol } from './protocol.ts';

const all: readonly Protocol[] = [
  npqCommunity,
];

export const protocols: Readonly<Record<string, Protocol>> = Object.fromEntries(all.map((protocol) => [protocol.id, protocol]));

/** The protocol with this id, typed in any case and with spaces for hyphens, or the only one that begins so; else null. */
export function findProtocol(name: string): Protocol | null {
  const typed = name.trim().toLowerCase().replaceAll(/[\s_-]+/g, '-');
  if (typed === '') return null;
  const exact = all.find(({ id }) => id === typed);
  const beginning = all.filter(({ id }) => id.startsWith(typed));
  return exact ?? (beginning.length === 1 ? beginning[0] ?? null : null);
}
