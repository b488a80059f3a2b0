// Says when this machine's clock is not the database's: leases stand some seconds of it, and phases begin by the clock of
// whichever process comes first.

import type { Log } from '../log.ts';
import { type Instant, type Millis, minuteMs, seconds } from '../core/time.ts';

const tolerableMs: Millis = seconds(2);
/** However long it lasts. */
const saidEveryMs: Millis = minuteMs;

/** To be called now and then. `aheadMs`: by how much the clock is surely ahead of the database's; negative: behind. */
export function clockCheck({ aheadMs, realNow, log }: { readonly aheadMs: () => Millis; readonly realNow: () => Instant; readonly log: Log }): () => void {
  let saidAt: Instant = -Infinity;
  return () => {
    const ms = aheadMs();
    if (Math.abs(ms) <= tolerableMs || realNow() - saidAt < saidEveryMs) return;
    saidAt = realNow();
    log.error('clock.wrong', { aheadMs: Math.round(ms) });
  };
}
