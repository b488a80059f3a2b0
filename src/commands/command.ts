// The shape of a typed command. Adding one is one file under typed/ and one line in registry.ts.

import type { Thing } from '../core/access.ts';
import type { Caller, Desk, Reply } from './desk.ts';

export interface Command {
  /** As people type it, lower case; also the key of its line in `help`. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** `in-community`: in its chat only. `for-community`: there, or on its behalf in the 1:1 chat. `local`: in local mode. */
  readonly where: 'anywhere' | 'in-community' | 'for-community' | 'local';
  /** What of a community it shows: asked for before it runs. Absent where it shows nothing that is kept. */
  readonly shows?: Thing;
  /** `words`: what follows the command, as typed. */
  run(desk: Desk, caller: Caller, words: string): Promise<Reply>;
}
