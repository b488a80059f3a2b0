// How dates, times and lengths are written in Welsh. Nouns stay singular after a number; of those here only munud changes, after 2.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

/** Cities whose zones have a Welsh name that people use; any other keeps its own. */
const cities: Readonly<Record<string, string>> = { London: 'Llundain', Dublin: 'Dulyn', Edinburgh: 'Caeredin', Rome: 'Rhufain', Athens: 'Athen' };

export const minutesIn = (count: number | string): string => (String(count) === '2' ? '2 funud' : `${count} munud`);

export const when: Unfinished<Texts['when']> = {
  locale: 'cy-GB',
  inZone: (time, city) => `${time} (amser ${cities[city] ?? city})`,
  inUtc: (time) => `${time} (UTC)`,
  minutes: minutesIn,
  seconds: (count) => `${count} eiliad`,
};

/** A date inside a line: only at its head is `Dydd` written with a capital. */
export const within = (date: string): string => date.replace(/^Dydd /, 'dydd ');
