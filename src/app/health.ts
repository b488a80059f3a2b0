// Whether this process is of use to whoever spreads the load. Health means progress: the store answers, and the sweep comes
// round. Anybody may ask, so that the store is asked seldom.

import { type Instant, type Millis, seconds } from '../core/time.ts';
import type { Store } from './ports.ts';
import type { Sweep } from './sweep.ts';

/** A sweep that has not come round for this long is no progress. */
const sweepStallsMs: Millis = seconds(15);
/** An answer of the store holds for this long. */
const answerHoldsMs: Millis = seconds(1);

export interface HealthParts {
  readonly store: { readonly documents: Pick<Store['documents'], 'nextWake'> };
  readonly sweep: Pick<Sweep, 'lastSweptAt'>;
  readonly realNow: () => Instant;
}

/** Resolves to whether all is well; never rejects. */
export function createHealth({ store, sweep, realNow }: HealthParts): () => Promise<boolean> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> = Promise.resolve(false);
  return async () => {
    if (realNow() - sweep.lastSweptAt >= sweepStallsMs) return false;
    if (realNow() - askedAt >= answerHoldsMs) {
      askedAt = realNow();
      answer = store.documents.nextWake().then(() => true, () => false);
    }
    return await answer;
  };
}
