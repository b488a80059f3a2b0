// Time zones as people write them: a name of the IANA database in any case, or what was probably meant by something else.

import { isZone } from './local-time.ts';

const known: readonly string[] = Intl.supportedValuesOf('timeZone');

/** What schools write instead of a name. */
const habits: Readonly<Record<string, string>> = {
  bst: 'Europe/London', gmt: 'Europe/London', uk: 'Europe/London', gb: 'Europe/London', british: 'Europe/London', england: 'Europe/London', wales: 'Europe/London', scotland: 'Europe/London',
  cet: 'Europe/Paris', cest: 'Europe/Paris', ist: 'Asia/Kolkata', est: 'America/New_York', edt: 'America/New_York', et: 'America/New_York',
  aest: 'Australia/Sydney', aedt: 'Australia/Sydney', utc: 'Etc/UTC',
};

/** So many letters of a city tell which one is meant, whatever follows. */
const tellingChars = 4;
const suggestedMax = 3;

const folded = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '_');
const cityOf = (zone: string): string => folded(zone.slice(zone.lastIndexOf('/') + 1));

/** The zone of that name, as the database spells it; null where there is none. */
export function zoneNamed(text: string): string | null {
  const name = text.trim();
  return isZone(name) ? known.find((zone) => folded(zone) === folded(name)) ?? name : null;
}

/** Zones that somebody may have meant who wrote no zone: by habit, by the city's name, else by its first letters. None for nothing like it. */
export function zonesLike(text: string): readonly string[] {
  const habit = Object.entries(habits).find(([name]) => name === folded(text).replace(/_(?:summer_)?time$/, ''))?.[1];
  if (habit !== undefined) return [habit];
  const city = cityOf(text);
  const named = known.filter((zone) => cityOf(zone) === city);
  const start = city.slice(0, tellingChars);
  const similar = start.length < tellingChars ? [] : known.filter((zone) => cityOf(zone).startsWith(start));
  return (named.length > 0 ? named : similar).slice(0, suggestedMax);
}
