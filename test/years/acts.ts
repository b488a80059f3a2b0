// What the people of a told life are, agree and do: data, in the words of the rules and none of the code's.

import type { Days } from './awake.ts';
import type { Wall } from './wall-by-intl.ts';

export interface Own {
  readonly zone: string | null;
  readonly hours: readonly [from: string, to: string] | null;
  /** Reminders begin again on this date. */
  readonly pausedUntil: string | null;
}

export interface Member {
  readonly id: string;
  own: Own;
  isSilent: boolean;
}

export interface Slot {
  readonly first: string;
  readonly time: string;
  readonly zone: string;
}

export interface Agreed {
  readonly slot: Slot;
  readonly alternative: { readonly weekday: number; readonly time: string } | null;
}

/** `n`: number of a meeting; `by` and `person`: who. */
export type Act =
  | { readonly do: 'agree'; readonly by: string; readonly agreed: Agreed }
  | { readonly do: 'cannot' | 'can' | 'alone' | 'without' | 'keep'; readonly by: string; readonly n: number }
  | { readonly do: 'propose' | 'suits' | 'alternative'; readonly by: string; readonly n: number; readonly to: Wall }
  | { readonly do: 'prepared' | 'met'; readonly by: string; readonly n: number; readonly yes: boolean }
  | { readonly do: 'silence'; readonly by: string; readonly yes: boolean }
  | { readonly do: 'own'; readonly by: string; readonly own: Own }
  | { readonly do: 'days'; readonly days: Days }
  | { readonly do: 'joined' | 'gone'; readonly person: string };
