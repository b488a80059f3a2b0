// From what somebody typed to a command: case does not matter, near misses get a suggestion.

import type { Typed } from '../texts/en/typed.ts';
import type { Command } from './command.ts';

export type Parsed =
  | { readonly kind: 'command'; readonly command: Command; readonly words: string }
  | { readonly kind: 'unknown'; readonly suggestion: string | null };

/** A misspelt word this far from a command is a near miss. */
const nearChars = 2;

/** Words of another language for a command, the one to suggest first; none where it has none. */
const wordsFor = ({ name }: Command, words: Typed['commands']): readonly string[] =>
  Object.entries(words).find(([command]) => command === name)?.[1] ?? [];

/** Finds the longest command that `text` begins with. `words`: those of another language, beside the English ones. */
export function parseCommand(text: string, commands: readonly Command[], words: Typed['commands'] = {}): Parsed {
  const typed = text.trim().replace(/^\//, '');
  const folded = typed.toLowerCase();
  const names = commands.flatMap((command) => [command.name, ...command.aliases ?? [], ...wordsFor(command, words)].map((name) => ({ name, command })));
  const fits = names.filter(({ name }) => folded === name || (folded.startsWith(name) && /^[\s:]/.test(folded.slice(name.length))));
  const best = fits.toSorted((a, b) => b.name.length - a.name.length)[0];
  if (best !== undefined) return { kind: 'command', command: best.command, words: typed.slice(best.name.length).replace(/^[\s:]+/, '') };
  return { kind: 'unknown', suggestion: suggestionFor(folded, commands, words) };
}

/** The nearest name in either language, told in the language people are spoken to in. */
function suggestionFor(folded: string, commands: readonly Command[], words: Typed['commands']): string | null {
  const near = commands.flatMap((command) => [...wordsFor(command, words), command.name].map((name) => {
    const start = folded.split(/\s+/).slice(0, name.split(' ').length).join(' ');
    return { name, shown: wordsFor(command, words)[0] ?? command.name, distance: distanceBetween(start, name) };
  })).toSorted((a, b) => a.distance - b.distance)[0];
  return near !== undefined && near.distance <= Math.min(nearChars, near.name.length - 1) ? near.shown : null;
}

/** Levenshtein's distance, a neighbouring swap counted once. Words longer than any command are simply far. */
export function distanceBetween(a: string, b: string): number {
  if (a.length > 40) return a.length;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1), isSwap ? at(i - 2, j - 2) + 1 : Infinity);
    }
  }
  return at(a.length, b.length);
}
