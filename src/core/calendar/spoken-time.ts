// Times of day as people type them where a client has no input for them: `16:00`, `4pm`, `4.30 pm`, `1600`. An hour of one
// digit that might be in the morning or in the afternoon is not guessed at.

const inFull = /^([01]\d|2[0-3])[:.]?([0-5]\d)$/;
const byHalf = /^(0?[1-9]|1[0-2])(?:[:.]([0-5]\d))? ?([ap])\.?m\.?$/i;
const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether this is a time of day as `HH:MM`. */
export const isTimeOfDay = (text: string): boolean => isTime.test(text);

/** The time as `HH:MM`; what cannot be read stays as it was typed, to be asked back. */
export function timeOrWords(text: string): string {
  const typed = text.trim();
  const [, hours, minutes] = inFull.exec(typed) ?? [];
  if (hours !== undefined && minutes !== undefined) return `${hours}:${minutes}`;
  const [, hour, past = '00', half] = byHalf.exec(typed) ?? [];
  if (hour === undefined) return text;
  return `${String((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)).padStart(2, '0')}:${past}`;
}
