// Which of many documents that are due are taken up now. When a whole service is reminded in one minute, the platform's
// pace is the limit: what could not be sent for a while is left in the store, where it costs nothing and its claims do not
// run out, and no tenant waits because of another.

import { type Key, type TenantId, tenantOf } from '../core/keys.ts';
import type { DueKey } from './ports.ts';
import type { UnderWay } from './under-way.ts';

/** Lanes at work in one tenant, and documents taken up with them: what its places last for some seconds. */
const tenantLimit = 200;

export interface Room {
  /** Lanes that are at work. */
  readonly underWay: Pick<UnderWay<unknown>, 'count' | 'countIn'>;
  /** Lanes at work and documents taken up, in all. */
  readonly limit: number;
  /** It failed, and waits for another try: it is not taken up yet, and takes nobody's place. */
  readonly isAside: (key: Key) => boolean;
}

/** Those to take up now, in their order. A session always is: its phases wait for nobody. */
export function admitted(due: readonly DueKey[], { underWay, limit, isAside }: Room): readonly DueKey[] {
  const room = limit - underWay.count;
  const takenIn = new Map<TenantId, number>();
  let takenCount = 0;
  return due.filter(({ key }) => {
    if (key.name.startsWith('session-') || isAside(key)) return true;
    const tenant = tenantOf(key);
    const inTenant = takenIn.get(tenant) ?? underWay.countIn(tenant);
    if (takenCount >= room || inTenant >= tenantLimit) return false;
    takenIn.set(tenant, inTenant + 1);
    takenCount++;
    return true;
  });
}
