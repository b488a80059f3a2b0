// The write-ups of an hour as the pages that show them. Only the texts are kept; the pages come out the same each time.

import type { WriteUpsMessage } from '../messages.ts';
import { writeUpPages } from '../problem/pages.ts';
import { nameOf } from './people.ts';
import type { Hour } from './session.ts';

/** All pages in the order they were posted; those that came late have pages of their own behind the others. */
export function pagesOf(hour: Hour): readonly WriteUpsMessage[] {
  const batches = [...Map.groupBy(hour.writeUps, ({ batch }) => batch).values()];
  return batches.flatMap((batch) => writeUpPages(batch.flatMap(({ turn, writeUp, before = null }) => {
    const owner = hour.turns[turn]?.owner;
    return owner === undefined ? [] : [{ owner: nameOf(hour, owner), writeUp, before }];
  })));
}
