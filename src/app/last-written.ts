// Which documents this process was the last to write, told by their deadlines: among several processes on one store it is
// the one to keep them punctually, wherever they lie. Bounded; what is forgotten is kept by anybody, a little later.

import { nameOf } from '../core/keys.ts';
import type { DueKey } from './ports.ts';

const maxCount = 20_000;

const deadlinesOf = ({ wakeAt, retryAt }: DueKey): string => `${wakeAt} ${retryAt}`;

export class LastWritten {
  /** Deadlines by name, the one written last at the end. */
  readonly #deadlines = new Map<string, string>();

  note(written: DueKey): void {
    const name = nameOf(written.key);
    this.#deadlines.delete(name);
    if (written.wakeAt === null && written.retryAt === null) return;
    this.#deadlines.set(name, deadlinesOf(written));
    const [oldest] = this.#deadlines.keys();
    if (this.#deadlines.size > maxCount && oldest !== undefined) this.#deadlines.delete(oldest);
  }

  /** Whether nobody has moved its deadlines since. */
  isLast(due: DueKey): boolean { return this.#deadlines.get(nameOf(due.key)) === deadlinesOf(due); }
}
