// Dates in the words people use, for a given today: understood, asked back when they may mean several, or unknown. Never
// guessed. Dates only, so no zone; words are English, other languages are brought to them (commands/words.ts).

import { addDays, isDate } from './local-time.ts';
import { weekdayOf } from './open-days.ts';

export type SpokenDate =
  | { readonly kind: 'understood'; readonly date: string }
  /** At least two dates, the likelier British reading first. */
  | { readonly kind: 'ambiguous'; readonly options: readonly string[] }
  | { readonly kind: 'unknown' };

/** What a pattern found, by the names of its groups; '' for what is not in it. */
const nothing = { count: '', day: '', weekday: '', month: '', d: '', m: '', y: '', a: '', b: '' };
type Groups = Readonly<typeof nothing>;
/** Every date that the words may mean; none for a date that does not exist. */
type Reading = (groups: Groups, today: string) => readonly string[];

const spokenMaxChars = 60;

/**
 * The date meant by `text` as said on `today` (`YYYY-MM-DD`). Without a year it is the next such date, today included.
 * `12/3` may be in March or in December and `next Friday` this week's or next week's: both are given, to be asked back.
 */
export function spokenDate(text: string, today: string): SpokenDate {
  const said = plainWords(text);
  const dates = said === '' || said.length > spokenMaxChars ? [] : readingsOf(said, today);
  const options = [...new Set(dates)];
  const [date] = options;
  if (date === undefined) return { kind: 'unknown' };
  return options.length === 1 ? { kind: 'understood', date } : { kind: 'ambiguous', options };
}

/** The date meant where there is one, else the words as they are, for whoever asks back. */
export function dateOrWords(text: string, today: string): string {
  const spoken = spokenDate(text, today);
  return spoken.kind === 'understood' ? spoken.date : text;
}

/** Small words say nothing here, and one order will do: `by the 12th of March, please` is `12th march`. */
const plainWords = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/['’]/g, '').replace(/,/g, ' ')
  .replace(/\b(?:the|of|please)\b/g, ' ').replace(/\s+/g, ' ').trim().replace(/^(?:by|on) /, '').replace(/ ?[.!?]$/, '')
  .replace(/^(?<first>this|next) week (?:on )?(?<then>[a-z]+)$/, '$<then> $<first> week').replace(/^(?<name>[a-z]+) next$/, 'next $<name>');

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const numberWords = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const weekday = '(?<weekday>mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const anchor = `(?:(?<day>today|tomorrow)|${weekday})`;
const month = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)';
const count = '(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const ordinal = '(?<d>\\d{1,2})(?:st|nd|rd|th)';
const dayOfMonth = '(?<d>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?: (?<y>\\d{4}|\\d{2}))?';

/** Dates with a day of the month; a weekday before them must fit. */
const dated: readonly (readonly [string, Reading])[] = [
  ['(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})', onDay],
  ['(?<a>\\d{1,2}) ?/ ?(?<b>\\d{1,2})(?: ?/ ?(?<y>\\d{4}|\\d{2}))?', inNumbers],
  ['(?<a>\\d{1,2})(?<mark>[.-])(?<b>\\d{1,2})\\k<mark>(?<y>\\d{4}|\\d{2})', inNumbers],
  [`${dayOfMonth} ${month}${year}`, onDay],
  [`${month} ${dayOfMonth}${year}`, onDay],
  [ordinal, ({ d }, today) => monthsAhead(today, '').map((inMonth) => `${inMonth}-${d.padStart(2, '0')}`).filter((date) => isDate(date) && date >= today).slice(0, 1)],
];

const undated: readonly (readonly [string, Reading])[] = [
  [anchor, anchored],
  ['day after tomorrow', (_, today) => [addDays(today, 2)]],
  [`(?:in |within )?(?:${count} )?fortnights?(?: time| from (?:now|today))?`, ({ count: n }, today) => [addDays(today, 14 * numberOf(n))]],
  [`(?:in |within )?${count} days?(?: time| from (?:now|today))?`, ({ count: n }, today) => [addDays(today, numberOf(n))]],
  [`(?:in |within )?${count} weeks?(?: time| from now)?`, ({ count: n }, today) => [addDays(today, 7 * numberOf(n))]],
  [`(?:in |within )?${count} months?(?: time| from (?:now|today))?`, ({ count: n }, today) => monthsOn(today, numberOf(n))],
  [`(?:in )?(?:${count} )?weeks? (?:on |from )?${anchor}`, (groups, today) => later(anchored(groups, today), 7 * numberOf(groups.count))],
  [`(?:in )?(?:${count} )?fortnights? (?:on |from )?${anchor}`, (groups, today) => later(anchored(groups, today), 14 * numberOf(groups.count))],
  [`${anchor} week`, (groups, today) => later(anchored(groups, today), 7)],
  [`${anchor} fortnight`, (groups, today) => later(anchored(groups, today), 14)],
  [`this ${weekday}`, anchored],
  [`(?:this )?coming ${weekday}`, ({ weekday: name }, today) => [comingDay(name, today)]],
  // Some mean the next one to come, some the one of next week.
  [`next ${weekday}`, ({ weekday: name }, today) => [comingDay(name, today), dayOfWeek(name, addDays(today, 7))]],
  [`${weekday} this week`, ({ weekday: name }, today) => [dayOfWeek(name, today)]],
  [`${weekday} next week`, ({ weekday: name }, today) => [dayOfWeek(name, addDays(today, 7))]],
  ['next week', (_, today) => ['monday', 'friday'].map((name) => dayOfWeek(name, addDays(today, 7)))],
  ['end (?:this )?week', (_, today) => weekEnds(today).every((date) => date >= today) ? weekEnds(today) : []],
  ['end next week', (_, today) => weekEnds(addDays(today, 7))],
  ['end (?:this )?month', (_, today) => [monthEnd(today)]],
  ['end next month', (_, today) => [monthEnd(addDays(monthEnd(today), 1))]],
  [`end ${month}${year}`, ({ month: name, y }, today) => monthsAhead(today, y).filter((inMonth) => Number(inMonth.slice(5)) === monthNumber(name)).map(monthEnd).slice(0, 1)],
];

type Form = readonly [pattern: RegExp, read: Reading];
const compiled = (forms: readonly (readonly [string, Reading])[]): readonly Form[] => forms.map(([pattern, read]) => [new RegExp(`^(?:${pattern})$`), read]);
const datedForms = compiled(dated);
const allForms = [...datedForms, ...compiled(undated)];
const behindWeekday = new RegExp(`^${weekday} (?<rest>.*)$`);

function readingsOf(said: string, today: string): readonly string[] {
  const { weekday: name = '', rest = '' } = behindWeekday.exec(said)?.groups ?? {};
  const dates = readBy(datedForms, rest, today);
  return dates.length > 0 ? fitting(dates, name) : readBy(allForms, said, today);
}

function readBy(forms: readonly Form[], said: string, today: string): readonly string[] {
  const [pattern, read] = forms.find((form) => form[0].test(said)) ?? [];
  const found = Object.entries(pattern?.exec(said)?.groups ?? {}).filter(([, words]) => words !== undefined);
  return read?.({ ...nothing, ...Object.fromEntries(found) }, today).filter(isDate) ?? [];
}

/** Those on that weekday; where none is, somebody was a day or so out: each, and that weekday in its week. */
function fitting(dates: readonly string[], name: string): readonly string[] {
  const right = dates.filter((date) => dayOfWeek(name, date) === date);
  return right.length > 0 ? right : dates.flatMap((date) => [date, dayOfWeek(name, date)]);
}

/** British order first; both where both exist (12/3), one where only one does (25/3). */
function inNumbers({ a, b, y }: Groups, today: string): readonly string[] {
  return [...onDay({ ...nothing, d: a, m: b, y }, today), ...onDay({ ...nothing, d: b, m: a, y }, today)];
}

/** Of a day and a month, by its number `m` or its name; without a year the next one, which for 29 February may be years on. */
function onDay({ d, m, month: name, y }: Groups, today: string): readonly string[] {
  const wanted = name === '' ? Number(m) : monthNumber(name);
  return monthsAhead(today, y).filter((inMonth) => Number(inMonth.slice(5)) === wanted).map((inMonth) => `${inMonth}-${d.padStart(2, '0')}`)
    .filter((date) => isDate(date) && (y !== '' || date >= today)).slice(0, 1);
}

/** Today or tomorrow, or a weekday: its next one, and on that very day both today and in a week. */
function anchored({ day, weekday: name }: Groups, today: string): readonly string[] {
  if (day !== '') return [addDays(today, day === 'today' ? 0 : 1)];
  return dayOfWeek(name, today) === today ? [today, addDays(today, 7)] : [comingDay(name, today)];
}

const later = (dates: readonly string[], days: number): readonly string[] => dates.map((date) => addDays(date, days));

/** So many months on; where that month is too short, its last day and the one after. */
function monthsOn(today: string, count: number): readonly string[] {
  const inMonth = monthsAhead(today, '')[count] ?? '';
  const date = inMonth + today.slice(7);
  return isDate(date) ? [date] : [monthEnd(inMonth), addDays(monthEnd(inMonth), 1)];
}

/** The months `YYYY-MM` of a year `y`, of two digits or four; without one those from the month of `today` on, beyond the next leap day. */
function monthsAhead(today: string, y: string): readonly string[] {
  const [year = 0, firstMonth = 1] = y === '' ? today.split('-').map(Number) : [Number(y.length === 2 ? `20${y}` : y), 1];
  return Array.from({ length: y === '' ? 12 * 9 : 12 }, (_, index) => firstMonth - 1 + index)
    .map((index) => `${year + Math.floor(index / 12)}-${String(index % 12 + 1).padStart(2, '0')}`);
}

/** The last day of the month of `date`. */
const monthEnd = (date: string): string => ['31', '30', '29', '28'].map((d) => `${date.slice(0, 7)}-${d}`).find(isDate) ?? '';
/** A week of work ends on its Friday, one of the calendar on its Sunday. */
const weekEnds = (date: string): readonly string[] => [dayOfWeek('friday', date), dayOfWeek('sunday', date)];

const placeOf = (name: string, names: readonly string[]): number => names.findIndex((full) => full.startsWith(name.slice(0, 3)));
const monthNumber = (name: string): number => placeOf(name, monthNames) + 1;
/** That weekday in the week, Monday to Sunday, of `date`. */
const dayOfWeek = (name: string, date: string): string => addDays(date, placeOf(name, weekdayNames) - (weekdayOf(date) + 6) % 7);
/** The next one after today. */
const comingDay = (name: string, today: string): string => addDays(dayOfWeek(name, today), dayOfWeek(name, today) > today ? 0 : 7);

const numberOf = (words: string): number => (/^\d/.test(words) ? Number(words) : Math.max(1, numberWords.indexOf(words)));
