// What somebody may read ahead of a session: the write-ups that their owners have shared with the group.

import type { PersonId } from '../keys.ts';
import type { ReadAheadMessage } from '../messages.ts';
import type { Problem } from './problem.ts';
import { shownFields } from './write-up.ts';

/** Shared and ready, but for the reader's own, in the order of their owners' names. Drafts, and what was taken back, are in nobody's pack. */
export const aheadItems = (problems: readonly Problem[], reader: PersonId): ReadAheadMessage['items'] =>
  problems.filter(({ owner, status, isShared }) => isShared && status === 'ready' && owner.id !== reader)
    .toSorted((a, b) => a.owner.name.localeCompare(b.owner.name, 'en-GB'))
    .map(({ owner, writeUp: own, sharing }) => {
      // As the group was shown it, not as its owner has changed it since.
      const writeUp = sharing?.writeUp ?? own;
      return { owner: owner.name, fields: shownFields.flatMap((field) => (writeUp[field].trim() === '' ? [] : [{ field, text: writeUp[field] }])) };
    });
