// Turns a sample into its worst case: other people's words, and many more of them.

import type { Message } from '../../src/core/messages.ts';
import { isRecord } from './walk.ts';

/** What people wrote or are called, by the key it stands under in a message. */
const peoplesKeys = new Set([
  'name', 'owner', 'chair', 'insteadOf', 'by', 'problem', 'text', 'title', 'words', 'communityName', 'nextChair', 'action',
  'owners', 'helpers', 'names', 'carriedOver', 'ready', 'drafting', 'waiting', 'attendance', 'evidence', 'context', 'why', 'frameworkSection', 'artefactLink',
  'insight', 'application', 'who', 'feedback', 'preparedOthers', 'artefactDescription', 'credit', 'found', 'line', 'keptFile', 'ownerName', 'typed', 'closed', 'everyWeeks', 'out', 'school', 'role', 'birthday',
  'members', 'joinLink', 'modules',
]);
/** Lists whose length people decide. */
const peoplesLists = new Set(['names', 'carriedOver', 'groups', 'owners', 'helpers', 'turns', 'candidates', 'asks', 'others', 'notes', 'successes', 'reflections', 'requests', 'attendance', 'sessions', 'ready', 'drafting', 'waiting', 'questions', 'closedFaults', 'meetings', 'theirs', 'entries', 'pairs', 'out', 'unreached', 'leftOut', 'people', 'paused']);

/** The message with every word of people replaced. Criteria (`specific` …) and texts of ours stay. */
export function withPeoplesText<M extends Message>(message: M, text: string): M {
  return replaced(message, '', text) as M;
}

function replaced(value: unknown, key: string, text: string): unknown {
  if (typeof value === 'string') return peoplesKeys.has(key) ? text : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, key, text));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, replaced(child, name, text)]));
}

/** The message with its lists repeated up to `count` items; empty ones stay empty. */
export function crowded<M extends Message>(message: M, count: number): M {
  return lengthened(message, count) as M;
}

function lengthened(value: unknown, count: number): unknown {
  if (Array.isArray(value)) return value.map((item) => lengthened(item, count));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => {
    const inner = lengthened(child, count);
    if (!Array.isArray(inner) || inner.length === 0 || !peoplesLists.has(name)) return [name, inner];
    const items: readonly unknown[] = inner;
    return [name, Array.from({ length: count }, (_, index) => items[index % items.length])];
  }));
}
