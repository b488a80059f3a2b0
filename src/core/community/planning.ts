// When a community meets: the rhythm of its meetings, the days it does not meet on, and the hours in which it is written to.

/** How meetings follow one another; the weekday and the time are those of the meeting itself. */
export type Rhythm =
  /** Every `every` weeks: 1 is weekly, 2 fortnightly. */
  | { readonly kind: 'weeks'; readonly every: number }
  /** The first to fourth, or the last, of that weekday in each month. */
  | { readonly kind: 'monthly'; readonly nth: 1 | 2 | 3 | 4 | 'last' };

/** Whose bank holidays count. */
export const holidayRegions = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

/** Dates on which nobody meets or is written to, both inclusive: `YYYY-MM-DD`. */
export interface ClosedDates {
  readonly from: string;
  readonly to: string;
}

/** Times of day, `HH:MM`, between which messages go out that belong to no meeting under way (product.md 7). */
export interface WakingHours {
  readonly from: string;
  readonly to: string;
}

export const defaultWaking: WakingHours = { from: '07:30', to: '18:30' };
