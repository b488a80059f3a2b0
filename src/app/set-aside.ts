// What failed and is left alone for a while, longer each time, so that it does not hold up the others. Real time.

import { type Instant, type Millis, seconds } from '../core/time.ts';

const firstMs: Millis = seconds(0.5);
const longestMs: Millis = seconds(30);

export class SetAside {
  readonly #all = new Map<string, { readonly times: number; readonly until: Instant }>();

  /** Not before this instant is it looked at again. */
  until(name: string): Instant { return this.#all.get(name)?.until ?? 0; }

  /** `isForLong`: nothing will have changed soon. */
  put(name: string, { realNow, isForLong }: { readonly realNow: Instant; readonly isForLong: boolean }): void {
    const times = (this.#all.get(name)?.times ?? 0) + 1;
    this.#all.set(name, { times, until: realNow + (isForLong ? longestMs : Math.min(longestMs, firstMs * 2 ** times)) });
  }

  takeBack(name: string): void { this.#all.delete(name); }
}
