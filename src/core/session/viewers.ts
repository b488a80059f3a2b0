// Who is here while the hour runs, and who of them may be shown a view of their own (product.md 4.4).

import { presentStep } from './hour.ts';
import { isIn } from './people.ts';
import type { Live, Participant } from './session.ts';

/** Teams asks again for at most this many people (platform.md, Cards). */
const maxViewers = 60;

export const isHere = (someone: Participant): boolean => isIn(someone) && someone.leftAt === null;

/** `29:…` of those who are here: the chair first, then who has the turn, so that a long list never leaves them out. */
export function viewersOf(live: Live): readonly string[] {
  const { turn } = presentStep(live);
  const first = [live.chair, turn === null ? null : live.turns[turn]?.owner ?? null];
  const place = ({ id }: Participant): number => (first.includes(id) ? first.indexOf(id) : first.length);
  const here = live.people.filter(isHere).toSorted((a, b) => place(a) - place(b));
  return here.flatMap(({ teamsId }) => teamsId ?? []).slice(0, maxViewers);
}
