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
  /** Roles that listen only. A role never stands in two lists. */
  readonly listen: readonly RoleId[];
  /** Roles that neither speak nor must reply, since nobody talks: they read, think or write. */
  readonly silent?: readonly RoleId[];
  readonly mode: 'monologue' | 'facts' | 'probe' | 'discuss' | 'silent' | 'round' | 'feedback' | 'debrief';
  /** The problem owner is mentioned when this phase begins. */
  readonly mentionsOwner?: boolean;
  /** Time can be had by leaving it out altogether: a late start that is at least as long does. */
  readonly isOptional?: boolean;
  /** What people write in the opening, where the summary has a place for it. */
  readonly collects?: 'successes';
  /** No source gives its minutes: they are our proposal. */
  readonly hasOurMinutes?: boolean;
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
  /** A form that no source has: published steps in minutes of our own. */
  readonly isOurs?: boolean;
}

/** How many people one group has. How many of them have a turn at a length is in the fits (`maxOwners`). */
export interface GroupSize {
  /** In the NPQ session those with a problem, since any number may come to help. */
  readonly min: number;
  readonly max: number;
  /** Groups are as many as can have this many each: 6 are 3 and 3, 7 are 4 and 3. Absent: as few as hold everyone. */
  readonly least?: number;
}

export interface Protocol {
  readonly id: string;
  /** What people may type besides the id, lower case. */
  readonly alsoCalled?: readonly string[];
  readonly version: number;
  readonly credit: string;
  readonly source: string;
  readonly confidence: 'verified' | 'partly-verified' | 'proposed';
  readonly group: GroupSize;
  /** A turn for each who brings something, or for everyone who is in; `once`: a turn for each piece of one agenda. */
  readonly per: 'presenter' | 'each-member' | 'once';
  /** The first is that of whoever has the turn. */
  readonly roles: readonly Role[];
  /** Before the first turn and after the last; null where there is none. */
  readonly opening: Phase | null;
  readonly close: Phase | null;
  /** Whoever has a turn writes it up before; true if absent. */
  readonly asksForWriteUp?: boolean;
  /** There are at least so many turns: those that nobody brought are the chair's. 0 if absent. */
  readonly leastTurns?: number;
  /** The phases of one turn, in order. */
  readonly turn: readonly Phase[];
  /** In which order phases give up time: never these unless nothing else is left (Response last, domain.md 1.4). */
  readonly givesLast: PhaseId;
  readonly fits: readonly Fit[];
}
