// How dates, times and lengths are written (used by cards/when.ts alone).

export const when = {
  locale: 'en-GB',
  /** Teams draws no time in the reader's own zone, so the zone is always named (platform.md, Cards). */
  inZone: (time: string, city: string) => `${time} (${city} time)`,
  inUtc: (time: string) => `${time} (UTC)`,
  minutes: (count: number) => `${count} min`,
  seconds: (count: number) => `${count} s`,
};
