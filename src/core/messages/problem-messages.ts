// The write-up form and a write-up shared ahead of the session, as data.

import type { Similar } from '../history/similar.ts';
import type { PersonId } from '../keys.ts';
import type { CameOf } from '../problem/came-of.ts';
import type { LikelyName } from '../problem/privacy.ts';
import type { Criterion, WriteUp } from '../problem/write-up.ts';
import type { ShownText } from './session-messages.ts';

/** The write-up form, in the 1:1 chat or answered to the presser alone. What is optional was not told by earlier releases. */
export interface ProblemFormMessage {
  readonly card: 'problem-form';
  /** The community's partition-free conversation id it belongs to. */
  readonly community: string;
  readonly communityName: string | null;
  readonly draft: WriteUp;
  /**
   * `withdrawn`: a draft that was ready until now; `changed`: shared, while the group still sees the text of before;
   * `pending`: with something wrong in it, while what was submitted before stands.
   */
  readonly status: 'new' | 'draft' | 'withdrawn' | 'ready' | 'shared' | 'changed' | 'pending';
  /** The last verdict: criteria that are not a plain yes; null before the first save. */
  readonly verdict: { readonly isSuitable: boolean; readonly failed: readonly Criterion[] } | null;
  readonly errors: readonly { readonly field: string; readonly error: 'empty' | 'too-long'; readonly lengthChars: number }[];
  /** What may name somebody, to be looked at before the group sees it. */
  readonly likelyNames?: readonly LikelyName[];
  /** Not shared yet because of these: pressed once more, it is. Carried by the button. */
  readonly heldBack?: string;
  /** The last response and what came of it, of a problem that is brought again; its owner may not have committed to any. */
  readonly before?: CameOf | null;
  /** A problem that was discussed can be brought again. */
  readonly offersAgain?: boolean;
  /** Earlier turns of the group that are like it, best first. */
  readonly similar?: readonly Similar[];
  /** The name of a file that was just kept as its artefact. */
  readonly keptFile?: string;
}

/** A file that somebody sent; `link` leads to where Teams keeps it, null where it told none that can be used. */
export interface GivenFile {
  readonly name: string;
  readonly link: string | null;
}

/** A write-up that its owner shares ahead of the session, on as many cards as it takes. */
export interface SharedProblemMessage {
  readonly card: 'shared-problem';
  readonly owner: string;
  readonly ownerId: PersonId;
  /** `closed`: taken back; `left-over`: a card that a shorter text no longer needs. Neither holds any text. */
  readonly state: 'open' | 'discussed' | 'closed' | 'left-over';
  readonly isChanged: boolean;
  /** Peers may ask about it ahead. */
  readonly takesQuestions?: boolean;
  readonly page: number;
  readonly pageCount: number;
  readonly fields: readonly ShownText[];
}
