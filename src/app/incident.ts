// Names of incidents: a person reads one out from a card, an operator types it into the search of the logs. One way of
// making them, wherever something fails on somebody's behalf.

import type { Random } from './ports.ts';

/** Without vowels, so that no word comes of it, and without what looks or is written alike: 0 and o, 1, l and i. */
const letters = 'bcdfghjkmnpqrstvwxyz23456789';
const groupChars = 4;

/** Two groups of four, such as `k7fm-9qx4`. */
export function incidentId(random: Pick<Random, 'id'>): string {
  const drawn = [...random.id(2 * groupChars)].map((drawnChar) => letters[(drawnChar.codePointAt(0) ?? 0) % letters.length]).join('');
  return `${drawn.slice(0, groupChars)}-${drawn.slice(groupChars)}`;
}
