// Stand-in until the check is here.
import type { ShownField, WriteUp } from './write-up.ts';
export const likelyNames = (writeUp: WriteUp, members: readonly string[]): readonly { readonly field: ShownField; readonly found: string; readonly kind: 'email' | 'phone' | 'title' | 'first-name' | 'member' | 'number' }[] =>
  members.filter((name) => writeUp.problem.includes(name)).map((found) => ({ field: 'problem', found, kind: 'member' }));
