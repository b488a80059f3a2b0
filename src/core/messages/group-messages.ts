// The messages about groups, as data.

import type { ButtonOrigin } from './shared.ts';

/** Who is in one group. The chair stands apart, and in neither list. */
export interface GroupShown {
  readonly number: number;
  readonly chair: string | null;
  readonly owners: readonly string[];
  readonly helpers: readonly string[];
}

/** More problems than one session has time for: the offer to stay together, and from the start on who is where. */
export interface GroupsMessage {
  readonly card: 'groups';
  readonly origin: ButtonOrigin;
  /** `one`: there is time for all after all. `stayed`: it began together. `closed`: it never began. */
  readonly state: 'offered' | 'together' | 'one' | 'stayed' | 'closed' | 'started' | 'over';
  readonly problemCount: number;
  /** Every member has a turn: groups are for the size that suits the protocol, not for want of time. */
  readonly isOfMembers: boolean;
  readonly groupCount: number;
  /** From the start on. */
  readonly groups: readonly GroupShown[];
  /** Names of those whose problem finds no time. */
  readonly carriedOver: readonly string[];
  /** Each group has a thread of its own; otherwise its cards name it. */
  readonly isThreaded: boolean;
}

/** The first message of a group's thread. */
export interface GroupRootMessage {
  readonly card: 'group-root';
  readonly of: { readonly number: number; readonly count: number };
  readonly chair: string;
  /** Everyone but the chair. */
  readonly names: readonly string[];
}
