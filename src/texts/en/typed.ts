// What people type besides the names of the commands. English names and their other words stand with the commands
// themselves (commands/typed), as the contract has them; every other language adds its own, and English goes on working.

import type { commands } from './commands.ts';

export interface Typed {
  /** The first one is shown and suggested. Lower case. */
  readonly commands: { readonly [Command in keyof typeof commands]?: readonly string[] };
  /** What follows a name in `here Jo with a problem`. */
  readonly withProblem: readonly string[];
  /** What stands before a person, and before an NPQ area, in `history reading by Aisha on leading literacy`. One word each. */
  readonly by: readonly string[];
  readonly on: readonly string[];
  /** What stands before the last of several names. */
  readonly and: readonly string[];
  /** What stands before the name behind `pairs`, where a pair is to be none any more. */
  readonly breakUp: readonly string[];
  /** What stands before the date of `action Ask the team by Friday`. */
  readonly byDate: readonly string[];
  /** Words of dates in English, but for the months; lower case, the longer found first. What English has no need of is empty. */
  readonly dates: Readonly<Record<string, string>>;
  /** January to December, lower case; in as many rounds of twelve as there are forms of them. */
  readonly months: readonly string[];
}

export const typed: Typed = {
  commands: {},
  withProblem: ['with a problem', 'with their problem', 'with her problem', 'with his problem'],
  by: ['by'],
  on: ['on'],
  and: ['and'],
  breakUp: ['break up', 'split up'],
  byDate: ['by'],
  dates: {},
  months: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
};
