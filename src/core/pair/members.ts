// The members of a pair: who is asked, when each is awake, and until when somebody pauses.

import type { WakingCalendar } from '../calendar/waking.ts';
import type { PersonId } from '../keys.ts';
import type { Pair, PairMember } from './pair.ts';

/** The zone the pair keeps time in: that of its slot, before there is one that of the community. */
export const zoneOfPair = ({ agreement, days }: Pair): string => agreement?.slot.zone ?? days.zone;

/** When a member may be written to: as they have set it, else as their community is (product.md 7). */
export function memberCalendar(pair: Pair, { own }: PairMember): WakingCalendar {
  const calendar = calendarOf(pair);
  return { ...calendar, zone: own.zone ?? calendar.zone, waking: own.waking ?? calendar.waking };
}

/** The same for whoever has set nothing. */
export function calendarOf(pair: Pair): WakingCalendar {
  const { holidays, closed, waking } = pair.days;
  return { zone: zoneOfPair(pair), waking, holidays, closed };
}

export const memberOf = ({ members }: Pair, id: PersonId): PairMember | null => members.find((member) => member.id === id) ?? null;

export const othersOf = ({ members }: Pair, id: PersonId): readonly PairMember[] => members.filter((member) => member.id !== id);

/** The name of a member; '' for somebody who is none any more. */
export const nameOf = (pair: Pair, id: PersonId): string => memberOf(pair, id)?.name ?? '';

/** Whether they pause on a date, `YYYY-MM-DD`: a pause goes on until the day it names. */
export const isPausedOn = ({ own: { pausedUntil } }: PairMember, date: string): boolean => pausedUntil !== null && date < pausedUntil;
