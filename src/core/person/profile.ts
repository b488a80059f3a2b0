// What somebody says of themselves with `me` (product.md 3): all of it optional.

import type { WakingHours } from '../community/planning.ts';
import { localDate } from '../calendar/local-time.ts';
import type { WakingCalendar } from '../calendar/waking.ts';
import { type ConversationId, pairingKey } from '../keys.ts';
import { type Effect, type Moved, moved, type Stepped } from '../machine.ts';
import type { Instant } from '../time.ts';
import type { Member, PersonEvent } from './person.ts';

/** When somebody may be written to, as they have set it; null for what they left to their community or pair. */
export interface OwnTimes {
  /** IANA zone. */
  readonly zone: string | null;
  readonly waking: WakingHours | null;
  /** `YYYY-MM-DD`: the day on which reminders begin again; null for no pause. */
  readonly pausedUntil: string | null;
}
export const noOwnTimes: OwnTimes = { zone: null, waking: null, pausedUntil: null };

/** The calendar of a community or pair, with what somebody has set for themselves in its place. */
export const inOwnTimes = ({ zone, waking, holidays, closed }: WakingCalendar, own: OwnTimes): WakingCalendar =>
  ({ zone: own.zone ?? zone, waking: own.waking ?? waking, holidays, closed });

/** Whether no reminders are wanted on the date that `at` is in `zone`. Throws RangeError for an unknown zone. */
export const isPausedAt = ({ pausedUntil }: OwnTimes, at: Instant, zone: string): boolean => pausedUntil !== null && localDate(at, zone) < pausedUntil;

export interface Profile extends OwnTimes {
  readonly school: string;
  /** '' where they have not said. */
  readonly schoolPhase: SchoolPhase | '';
  readonly role: string;
}
export const schoolPhases = ['early-years', 'primary', 'secondary', 'all-through', 'special', 'post-16', 'other'] as const;
export type SchoolPhase = (typeof schoolPhases)[number];
/** Longest name of a school or of a role. */
export const profileMaxChars = 120;
export const blankProfile: Profile = { ...noOwnTimes, school: '', schoolPhase: '', role: '' };

/** Every pairing they take part in learns it. */
export function saveProfile(member: Member, { profile }: Pick<Extract<PersonEvent, { type: 'profile-saved' }>, 'profile'>): Moved<Member> {
  const next: Member = { ...member, profile };
  return moved(next, (next.buddying ?? []).map((community) => known(next, community)));
}

/** A pause begins, or is over; all else that they have said of themselves stays. */
export const setPause = (member: Member, { until }: Extract<PersonEvent, { type: 'pause-set' }>): Moved<Member> =>
  saveProfile(member, { profile: { ...member.profile ?? blankProfile, pausedUntil: until } });

/** Told twice is once; what they have set is told each time. */
export function beginBuddying(member: Member, { community }: Extract<PersonEvent, { type: 'buddying-begun' }>): Stepped<Member> {
  const { buddying = [] } = member;
  const next: Member = buddying.includes(community) ? member : { ...member, buddying: [...buddying, community].slice(-keptBuddying) };
  return moved(next, [known(next, community)]);
}

/** As many as the communities that are remembered. */
const keptBuddying = 20;

function known({ tenant, id, profile = blankProfile }: Member, community: ConversationId): Effect {
  const { school, zone, waking, pausedUntil } = profile;
  return { do: 'tell', key: pairingKey(tenant, community), kind: 'pairing', event: { type: 'person-known', person: id, school, own: { zone, waking, pausedUntil } } };
}
