// What a protocol is: phases, who speaks, and minutes as data. Words are keys into texts/, so that a language is a file.

/** The stable name of a phase, used in state, history and as key of its texts. */
export type PhaseId = string;
export type RoleId = string;

export interface Role {
  readonly id: RoleId;
  /** How many hold it at once; `rest` for everyone else. */
  readonly count: number | 'rest';
}

export interface Phase {
  readonly id: PhaseId;
  /** Roles that may speak, the leading one first. */
  readonly speak: readonly RoleId[];
  /** Roles that listen only. A role never stands in both lists. */
  readonly listen: readonly RoleId[];
  readonly mode: 'monologue' | 'facts' | 'probe' | 'discuss' | 'silent' | 'round' | 'feedback' | 'debrief';
  /** The problem owner is mentioned when this phase begins. */
  readonly mentionsOwner?: boolean;
}

/** Minutes for one number of problem owners at one booked length. */
export interface Fit {
  readonly lengthMinutes: number;
  readonly owners: number;
  readonly openingMinutes: number;
  readonly closeMinutes: number;
  /** Minutes of each turn phase, in the order of the protocol; 0 leaves the phase out. */
  readonly turnMinutes: Readonly<Record<PhaseId, number>>;
  /** Minutes of each turn where they differ from the sum above; the difference comes from `slotsTakeFrom`. */
  readonly slotMinutes?: readonly number[];
  readonly slotsTakeFrom?: PhaseId;
  /** What an owner without a ready write-up gets instead: one phase gives minutes to another. */
  readonly withoutWriteUp?: { readonly phase: PhaseId; readonly minutes: number; readonly takenFrom: PhaseId };
  /** The hour may be filled on request: each turn an equal share, at most this many minutes. */
  readonly wholeHourTurnMinutes?: number;
}

export interface Protocol {
  readonly id: string;
  readonly version: number;
  readonly credit: string;
  readonly source: string;
  readonly confidence: 'verified' | 'partly-verified' | 'proposed';
  readonly group: { readonly min: number; readonly max: number };
  readonly per: 'presenter' | 'each-member' | 'once';
  readonly roles: readonly Role[];
  /** Before the first turn and after the last. */
  readonly opening: Phase;
  readonly close: Phase;
  /** The phases of one turn, in order. */
  readonly turn: readonly Phase[];
  /** In which order phases give up time: never these unless nothing else is left (Response last, domain.md 1.4). */
  readonly givesLast: PhaseId;
  readonly fits: readonly Fit[];
}
