// A message for one person alone. What belongs to no meeting under way waits here for waking hours, their own where they
// have set any (product.md 7), and is looked at again when it leaves: by then they may have left, paused or stopped it.

import type { Instant } from '../time.ts';
import { sendAt, type WakingCalendar, wakingEndOf } from '../calendar/waking.ts';
import type { About } from '../community/about-meeting.ts';
import { communityKey, type ConversationId, type TenantId, type ThreadId } from '../keys.ts';
import type { Effect } from '../machine.ts';
import type { Message } from '../messages.ts';
import { isPairReminder } from '../pair/about-pair.ts';
import type { Person as Sender } from '../session/session.ts';
import { hasLeft } from './coming-and-going.ts';
import type { Member } from './person.ts';
import { inOwnTimes, isPausedAt, noOwnTimes } from './profile.ts';

/** A private message; where it cannot be delivered, `insteadTo` is told so without content. */
export interface Mail {
  readonly message: Message;
  readonly insteadTo: { readonly community: ConversationId; readonly thread: ThreadId };
  /** Not worth sending after this instant; absent or null for always. */
  readonly until?: Instant | null;
  /** What it is about: it goes only while that stands. */
  readonly about?: About;
  /**
   * It waits for waking hours. Where none are left before `before`, the meeting it is about, news goes at once and a
   * reminder not at all. Absent: whoever told it has seen to that.
   */
  readonly hours?: { readonly calendar: WakingCalendar; readonly before: Instant | null };
}

export interface MailEvent extends Mail {
  readonly type: 'mail';
  readonly name: string;
  /** Who it is for, if they may never have written. */
  readonly to?: { readonly tenant: TenantId; readonly person: Sender };
}

export interface HeldMail extends Mail {
  readonly hours: NonNullable<Mail['hours']>;
  readonly leavesAt: Instant;
}

/** More than come in a night: beyond it the oldest leaves early rather than be lost. */
const keptHeld = 50;

/** What becomes of a message, as it arrives or as its time has come. */
type Fate = { readonly is: 'over' } | { readonly is: 'held'; readonly held: HeldMail } | { readonly is: 'sent'; readonly effect: Effect };
const over: Fate = { is: 'over' };

/** Takes a message in: it leaves now, or waits. */
export function take(member: Member, mail: Mail, at: Instant): { readonly state: Member; readonly effects: readonly Effect[] } {
  const fate = fateOf(member, mail, at);
  if (fate.is !== 'held') return { state: member, effects: effectsOf(fate) };
  const held = [...member.held ?? [], fate.held];
  const early = held.slice(0, -keptHeld);
  return { state: withHeld(member, held.slice(-keptHeld)), effects: early.map((each) => saying(member, each)) };
}

/** Lets go what has waited long enough by `at`, in the order in which it would have left: one late look equals those missed. */
export function release(member: Member, at: Instant): { readonly state: Member; readonly effects: readonly Effect[] } {
  const due = (member.held ?? []).filter(({ leavesAt }) => leavesAt <= at);
  return due.length === 0 ? { state: member, effects: [] } : again(member, new Set(due), at);
}

/** Their hours or their pause have changed: what waits is asked anew when it may leave. */
export const reconsider = (member: Member, at: Instant): { readonly state: Member; readonly effects: readonly Effect[] } => again(member, new Set(member.held), at);

/** The next instant at which something that waits may leave; null where nothing does. */
export const heldWakeAt = ({ held = [] }: Member): Instant | null => (held.length === 0 ? null : Math.min(...held.map(({ leavesAt }) => leavesAt)));

function again(member: Member, which: ReadonlySet<HeldMail>, at: Instant): { readonly state: Member; readonly effects: readonly Effect[] } {
  const fates = new Map((member.held ?? []).map((held) => [held, which.has(held) ? fateOf(member, held, at) : { is: 'held', held } as const]));
  const leaving = [...fates].toSorted(([a], [b]) => a.leavesAt - b.leavesAt);
  return {
    state: withHeld(member, [...fates.values()].flatMap((fate) => (fate.is === 'held' ? [fate.held] : []))),
    effects: leaving.flatMap(([, fate]) => effectsOf(fate)),
  };
}

const effectsOf = (fate: Fate): readonly Effect[] => (fate.is === 'sent' ? [fate.effect] : []);

function withHeld({ held: _, ...member }: Member, held: readonly HeldMail[]): Member {
  return held.length === 0 ? member : { ...member, held };
}

function fateOf(member: Member, mail: Mail, at: Instant): Fate {
  if (!isWanted(member, mail)) return over;
  const { hours, until = null } = mail;
  // Too late already: whoever answers for it is told so (app/last-look.ts).
  if (hours === undefined || (until !== null && until <= at)) return { is: 'sent', effect: saying(member, mail) };
  const own = member.profile ?? noOwnTimes;
  const calendar = inOwnTimes(hours.calendar, own);
  const leavesAt = leavingAt(mail, { ...hours, calendar }, at);
  if (leavesAt === null) return over;
  const timed: Mail = isOfItsDay(mail) ? { ...mail, until: Math.min(hours.before ?? Infinity, wakingEndOf(leavesAt, calendar) ?? leavesAt) } : mail;
  if (leavesAt > at) return { is: 'held', held: { ...contentOf(timed), hours, leavesAt } };
  return isReminder(mail) && isPausedAt(own, at, calendar.zone) ? over : { is: 'sent', effect: saying(member, timed) };
}

/** The first waking instant from `at` on; where none is left in time, `at` for news and null for a reminder. */
function leavingAt(mail: Mail, { calendar, before }: NonNullable<Mail['hours']>, at: Instant): Instant | null {
  const wakingAt = sendAt(at, calendar, null);
  if (wakingAt !== null && (before === null || wakingAt < before)) return wakingAt;
  return isReminder(mail) ? null : at;
}

/** A community writes to nobody who left it, and reminds nobody who stopped that. */
function isWanted(member: Member, { about, insteadTo: { community } }: Mail): boolean {
  if (hasLeft(member, community)) return false;
  return !((about?.kind === 'nudge' || about?.kind === 'actions-due') && member.unreminded?.includes(community) === true);
}

/** What a community reminds of is for the day on which it comes: in their own hours of that day, and not late in the evening after an outage. */
const ofItsDay: Readonly<Record<About['kind'], boolean>> = {
  'nudge': true, 'crib': true, 'read-ahead': true, 'chair-call': true, 'actions-due': true, 'pair': false, 'pairing': false,
};
const isOfItsDay = ({ about }: Mail): boolean => about !== undefined && ofItsDay[about.kind];
const isReminder = ({ about }: Mail): boolean => about !== undefined && (about.kind === 'pair' ? isPairReminder(about) : ofItsDay[about.kind]);

const contentOf = ({ message, insteadTo, until, about }: Mail): Mail =>
  ({ message, insteadTo, ...(until !== undefined && { until }), ...(about !== undefined && { about }) });

function saying({ tenant, id, name, teamsId }: Member, { message, insteadTo: { community, thread }, until = null, about }: Mail): Effect {
  const otherwise = { key: communityKey(tenant, community), kind: 'community', event: { type: 'unreachable', person: { id, name, teamsId }, thread, what: whatOf(message) } } as const;
  return { do: 'say', message, until, otherwise, ...(about !== undefined && { about }) };
}

/** What a message is, by key, for the delivery report. */
const whatOf = (message: Message): string => (message.card === 'notice' ? message.notice.kind : message.card);
