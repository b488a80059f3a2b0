// The form of an agreement: from what stands to its inputs, and from what was typed to an agreement, or to what is wrong
// with it. Everything comes as it was typed; nothing is guessed.

import { addDays, instantAt, localDate } from '../calendar/local-time.ts';
import { type DayOff, isWorkingDay, weekdayOf, whyClosed } from '../calendar/open-days.ts';
import { spokenDate } from '../calendar/spoken-date.ts';
import { isTimeOfDay } from '../calendar/spoken-time.ts';
import { zoneNamed, zonesLike } from '../calendar/zone-names.ts';
import type { Instant } from '../time.ts';
import type { Agreement, AlternativeSlot, MeetingFormat, Slot } from './agreement.ts';
import { modulesText, readModules } from './module-lines.ts';
import type { CommunityDays } from './pair.ts';

/** The inputs as they stand or were typed. */
export interface TypedAgreement {
  /** A name of `weekdays`, or anything. */
  readonly weekday: string;
  /** `HH:MM`, or what could not be read as one. */
  readonly time: string;
  /** `YYYY-MM-DD`, or a date in words. */
  readonly first: string;
  readonly zone: string;
  /** As `weekday`; '' or `noWeekday` for none. */
  readonly alternativeWeekday: string;
  readonly alternativeTime: string;
  readonly format: MeetingFormat | '';
  readonly joinLink: string;
  readonly modules: string;
}

/** By number: 0 is Sunday. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof weekdays)[number];
/** Choices need a value, so that none chosen is told apart. */
export const noWeekday = 'none';

/** What is wrong, by key for the texts; `options`: dates or zones that may be meant, or numbers of lines. */
export interface AgreementFault {
  readonly is:
    | 'weekday' | 'time' | 'first' | 'first-either' | 'first-past' | 'first-far' | 'first-differs' | 'zone' | 'format'
    | 'alternative-half' | 'alternative-weekday' | 'alternative-time' | 'alternative-same' | 'link' | 'modules-many' | 'modules-long';
  readonly options: readonly string[];
}

const fault = (is: AgreementFault['is'], options: readonly string[] = []): AgreementFault => ({ is, options });

/** So that the reminder two days before has room (domain.md 2). */
const proposedAheadDays = 3;
const proposedTime = '16:00';
/** A first meeting further ahead has a wrong year. */
const farDays = 366;
const linkMaxChars = 2_000;

/** The date of the next meeting by the slot alone: after `now`, or the first. */
export function nextDateOf({ first, time, zone }: Slot, now: Instant): string {
  const sinceDays = (Date.parse(localDate(now, zone)) - Date.parse(first)) / 86_400_000;
  const date = addDays(first, 14 * Math.max(0, Math.ceil(sinceDays / 14)));
  const at = instantAt({ date, time }, zone);
  return at !== null && at > now ? date : addDays(date, 14);
}

/** The inputs to begin with: what stands, its next meeting as the first; else a school day after school, some days ahead. */
export function startOf(agreement: Agreement | null, days: CommunityDays, now: Instant): TypedAgreement {
  if (agreement === null) {
    const ahead = Array.from({ length: 100 }, (_, n) => addDays(localDate(now, days.zone), proposedAheadDays + n));
    const first = ahead.find((date) => isWorkingDay(date, days)) ?? '';
    return { weekday: nameOf(first), time: proposedTime, first, zone: days.zone, alternativeWeekday: noWeekday, alternativeTime: '', format: 'teams', joinLink: '', modules: '' };
  }
  const { slot, alternative, format, joinLink, modules } = agreement;
  const first = nextDateOf(slot, now);
  return {
    weekday: nameOf(first), time: slot.time, first, zone: slot.zone,
    alternativeWeekday: alternative === null ? noWeekday : weekdays[alternative.weekday] ?? noWeekday, alternativeTime: alternative?.time ?? '',
    format, joinLink, modules: modulesText(modules),
  };
}

const nameOf = (date: string): string => (date === '' ? '' : weekdays[weekdayOf(date)] ?? '');

/** What the form was opened over. */
export interface FormGround {
  readonly now: Instant;
  /** What stands. */
  readonly before: Agreement | null;
  readonly days: CommunityDays;
  /** The first meeting that the form was filled with: left as it is, it follows the weekday. */
  readonly shownFirst: string;
}

export interface ReadAgreement {
  /** Null with any fault. */
  readonly agreement: Agreement | null;
  readonly faults: readonly AgreementFault[];
  /** With dates by the calendar where the words mean one. */
  readonly typed: TypedAgreement;
  /** Why nobody meets on the day of the first meeting. */
  readonly dayOff: DayOff | null;
}

/** Reads the form (product.md 6). */
export function readAgreement(typed: TypedAgreement, ground: FormGround): ReadAgreement {
  const zone = zoneNamed(typed.zone);
  const first = readFirst(typed, { ...ground, zone: zone ?? ground.days.zone });
  const alternative = readAlternative(typed, first.date);
  const modules = readModules(typed.modules);
  const faults = [
    ...first.faults, ...(isTimeOfDay(typed.time) ? [] : [fault('time')]), ...(zone === null ? [fault('zone', zonesLike(typed.zone))] : []),
    ...alternative.faults, ...(typed.format === '' ? [fault('format')] : []), ...(isLink(typed.joinLink) ? [] : [fault('link')]), ...modules.faults,
  ];
  const { date } = first;
  const read = date === null ? typed : { ...typed, first: date, weekday: nameOf(date) };
  const dayOff = date === null ? null : whyClosed(date, ground.days);
  if (date === null || zone === null || typed.format === '' || faults.length > 0) return { agreement: null, faults, typed: read, dayOff };
  const slot = inSeries({ first: date, time: typed.time, zone }, ground);
  return { agreement: { slot, alternative: alternative.slot, format: typed.format, joinLink: typed.joinLink, modules: modules.modules }, faults, typed: read, dayOff };
}

/** A slot that goes on as it was is the same slot: its meetings keep their numbers. */
const inSeries = (slot: Slot, { before, now }: FormGround): Slot =>
  (before !== null && before.slot.time === slot.time && before.slot.zone === slot.zone && nextDateOf(before.slot, now) === slot.first ? before.slot : slot);

interface First {
  /** Null with a fault. */
  readonly date: string | null;
  readonly faults: readonly AgreementFault[];
}
const wrong = (is: AgreementFault['is'], options: readonly string[] = []): First => ({ date: null, faults: [fault(is, options)] });

/**
 * Weekday and first meeting must fit: of two that do not, the one that was left as the form had it follows the other, and
 * otherwise it is asked back.
 */
function readFirst({ weekday: day, first, time }: TypedAgreement, { now, zone, shownFirst }: FormGround & { readonly zone: string }): First {
  const weekday = day === '' ? null : weekdayNumber(day);
  if (weekday === -1 || (weekday === null && first === '')) return wrong('weekday');
  const isAhead = (date: string): boolean => (instantAt({ date, time }, zone) ?? instantAt({ date: addDays(date, 1), time: '00:00' }, zone) ?? 0) > now;
  const follows = weekday !== null && (first === '' || (first === shownFirst && weekdayOf(first) !== weekday));
  const today = localDate(now, zone);
  if (follows) return { date: onWeekday(weekday, { from: shownFirst === '' ? today : shownFirst, isAhead }), faults: [] };
  const spoken = spokenDate(first, today);
  const fitting = spoken.kind === 'ambiguous' ? spoken.options.filter((date) => weekday === null || weekdayOf(date) === weekday) : [];
  const date = spoken.kind === 'understood' ? spoken.date : fitting.length === 1 ? fitting[0] ?? null : null;
  if (date === null) return spoken.kind === 'ambiguous' ? wrong('first-either', spoken.options) : wrong('first');
  if (!isAhead(date)) return wrong('first-past');
  if (date > addDays(today, farDays)) return wrong('first-far');
  const isWeekdayTyped = weekday !== null && (shownFirst === '' || weekday !== weekdayOf(shownFirst));
  return isWeekdayTyped && weekday !== weekdayOf(date) ? wrong('first-differs', [date]) : { date, faults: [] };
}

/** That weekday in the week, Monday to Sunday, of `from`; a week on while it is over. */
function onWeekday(weekday: number, { from, isAhead }: { readonly from: string; readonly isAhead: (date: string) => boolean }): string {
  const inWeek = addDays(from, (weekday + 6) % 7 - (weekdayOf(from) + 6) % 7);
  const dates = Array.from({ length: 60 }, (_, n) => addDays(inWeek, 7 * n));
  return dates.find(isAhead) ?? inWeek;
}

/** In any case, by its first letters too; -1 for none. */
const weekdayNumber = (text: string): number => (text.length < 2 ? -1 : weekdays.findIndex((name) => name.startsWith(text.trim().toLowerCase())));

/** Both or none; another time than the slot's. */
function readAlternative({ alternativeWeekday: day, alternativeTime: time, time: slotTime }: TypedAgreement, first: string | null): { readonly slot: AlternativeSlot | null; readonly faults: readonly AgreementFault[] } {
  const hasDay = day !== '' && day !== noWeekday;
  if (!hasDay && time === '') return { slot: null, faults: [] };
  if (!hasDay || time === '') return { slot: null, faults: [fault('alternative-half')] };
  const weekday = weekdayNumber(day);
  if (weekday < 0) return { slot: null, faults: [fault('alternative-weekday')] };
  if (!isTimeOfDay(time)) return { slot: null, faults: [fault('alternative-time')] };
  const isSame = first !== null && weekdayOf(first) === weekday && time === slotTime;
  return isSame ? { slot: null, faults: [fault('alternative-same')] } : { slot: { weekday, time }, faults: [] };
}

/** Empty, or an address of the web that nobody can read along (https), without a name and a password in it. */
function isLink(link: string): boolean {
  if (link === '') return true;
  if (link.length > linkMaxChars || !/^https:\/\/[^\s/]+\.[^\s]+$/i.test(link) || !URL.canParse(link)) return false;
  const { username, password } = new URL(link);
  return username === '' && password === '';
}
