// What the members of a pair have agreed with each other: when they meet, what instead, how, and which modules they work
// on (domain.md 2). Wall times in a named zone, so that 14:00 stays 14:00.

/** How they meet: a telephone is a barrier to sharing examples, so online means at a computer (guidance, domain.md 2). */
export type MeetingFormat = 'in-person' | 'teams';
export const meetingFormats: readonly MeetingFormat[] = ['in-person', 'teams'];

/** Every second week from a first date on, the same weekday and time each fortnight. */
export interface Slot {
  /** `YYYY-MM-DD`: its weekday is that of the slot. */
  readonly first: string;
  /** `HH:MM`. */
  readonly time: string;
  /** IANA zone, of the alternative slot too. */
  readonly zone: string;
}

/** Where one of them cannot come. */
export interface AlternativeSlot {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly time: string;
}

/** An application module is done together, after each has done the insight module that comes before (guidance, domain.md 2). */
export interface ModulePair {
  /** May be empty. */
  readonly insight: string;
  readonly application: string;
}

export interface Agreement {
  readonly slot: Slot;
  readonly alternative: AlternativeSlot | null;
  readonly format: MeetingFormat;
  /** `https://…`, or '' for none. */
  readonly joinLink: string;
  /** In the order in which they come; may be empty. */
  readonly modules: readonly ModulePair[];
}
