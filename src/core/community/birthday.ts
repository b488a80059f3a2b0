// Day and month as people type them, for the chair's rota (domain.md 1.3). Never a year.

/** Day and month only, never a year. */
export interface Birthday {
  readonly day: number;
  readonly month: number;
}

/** Longest of each month; 29 February counts as itself. */
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const monthNames = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
];
/** With fewer, `ju` would be June or July. */
const shortestMonthChars = 3;

const dayFirst = /^(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]+)$/;
const monthFirst = /^(?<month>[a-z]+) (?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?$/;
const inNumbers = /^(?<day>\d{1,2}) ?\/ ?(?<month>\d{1,2})$/;

/** `14 March`, `14th of march`, `March 14`, `14/3` (the British order); null for anything else and for impossible dates. */
export function parseBirthday(text: string): Birthday | null {
  const typed = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const found = (dayFirst.exec(typed) ?? monthFirst.exec(typed) ?? inNumbers.exec(typed))?.groups;
  const day = Number(found?.day);
  const month = monthOf(found?.month ?? '');
  const daysInMonth = daysOfMonth[month - 1] ?? 0;
  return day >= 1 && day <= daysInMonth ? { day, month } : null;
}

/** Negative when `a` comes earlier in the year, 0 for the same day. */
export const compareBirthdays = (a: Birthday, b: Birthday): number => a.month - b.month || a.day - b.day;

/** 1 to 12, or a number that is no month. */
function monthOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  return word.length < shortestMonthChars ? 0 : monthNames.findIndex((name) => name.startsWith(word)) + 1;
}
