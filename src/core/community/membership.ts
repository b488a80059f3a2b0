// Members who were taken out of the community's chat: their place in the rota is set aside, so that nobody waits for them
// or writes to them, and is theirs again when they come back.

import type { PersonId } from '../keys.ts';
import { moved, type Stepped } from '../machine.ts';
import type { MemberRecord } from '../session/session.ts';
import type { Community } from './community.ts';
import { tellPairing } from './telling.ts';

/** Who left, with their place in the rota; null for somebody who had none. */
export type Former = Readonly<Record<PersonId, MemberRecord | null>>;

/** Remembered at most, the last who left. */
const keptFormer = 200;

export const hasGone = ({ former = {} }: Community, person: PersonId): boolean => Object.hasOwn(former, person);

/** Told twice is once. */
export function memberLeft(community: Community, person: PersonId): Stepped<Community> {
  if (hasGone(community, person)) return moved(community);
  const { [person]: record = null, ...members } = community.members;
  const former = Object.fromEntries([...Object.entries(community.former ?? {}), [person, record]].slice(-keptFormer)) as Former;
  return moved({ ...community, members, former, nextChair: community.nextChair === person ? null : community.nextChair }, [tellPairing(community, { type: 'member-left', person })]);
}

export function memberCameBack(community: Community, person: PersonId): Stepped<Community> {
  const { [person]: record = null, ...former } = community.former ?? {};
  const next = { ...community, former, members: record === null ? community.members : { ...community.members, [person]: record } };
  return moved(next, hasGone(community, person) ? [tellPairing(community, { type: 'member-came-back', person })] : []);
}
