// What the log hears of requests that are turned away before their body is read. Anybody can send such, so a reason is
// told once a minute, with how often it came in between: enough to see a wrong app id or a clock that is off.

import type { Log } from '../log.ts';
import type { TurnedAway } from './door.ts';

const toldEveryMs = 60_000;

/** @param now real time in ms. Reasons are a fixed list, so that what is kept stays small. */
export function turnedAwayLog(log: Log, now: () => number): (away: Pick<TurnedAway, 'status' | 'why'>) => void {
  const reasons = new Map<string, { toldAt: number; sinceCount: number }>();
  return ({ status, why }) => {
    const reason = reasons.get(why);
    if (reason !== undefined && now() - reason.toldAt < toldEveryMs) {
      reason.sinceCount += 1;
      log.debug('request.turned-away', { status, why });
      return;
    }
    reasons.set(why, { toldAt: now(), sinceCount: 0 });
    log.warn('request.turned-away', { status, why, before: reason?.sinceCount ?? 0 });
  };
}
