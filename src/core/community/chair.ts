// Who chairs next (guidance, domain.md 1.3; the order of the proposal is our decision there).

/** Day and month only, never a year. */
export interface Birthday {
  readonly day: number;
  readonly month: number;
}

/** What the rota knows of one person. Instants are of the service's clock. */
export interface ChairRecord {
  readonly name: string;
  readonly sessionCount: number;
  readonly chairedCount: number;
  readonly lastChairedAt: number | null;
  readonly birthday: Birthday | null;
}

/** Why somebody is proposed, for the lobby. */
export type ChairReason = 'volunteered' | 'appointed' | 'earliest-birthday' | 'fewest-times' | 'longest-ago' | 'by-name' | 'only-one';
