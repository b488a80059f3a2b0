// `status`: the phase, the clock, who speaks, what comes next.

import { partitionOf } from '../../core/keys.ts';
import type { StatusMessage } from '../../core/messages.ts';
import { statusOf } from '../../core/session/draw.ts';
import { momentIn } from '../../core/rehearsal/warp.ts';
import { inGroup } from '../../core/session/in-group.ts';
import { sessionAt } from '../../core/session/machine.ts';
import type { Command } from '../command.ts';
import { type Caller, communityOf, type Desk, openSession, refusal, type Reply, zoneOf } from '../desk.ts';
import { groupStatuses, splitToShow } from '../group-status.ts';

export async function statusMessage(desk: Desk, caller: Caller): Promise<Reply> {
  if (caller.community === null) return refusal({ reason: 'no-community' });
  const community = await communityOf(desk, caller.tenant, caller.community);
  const session = await openSession(desk, caller);
  const service = { at: desk.clock.now(), rate: desk.clock.rate };
  const moment = session === null ? service : momentIn(session, service);
  const nextChair = community?.nextChair == null ? null : community.members[community.nextChair]?.name ?? null;
  const calendar = community === null || community.meeting === null ? null : { partition: partitionOf(caller.tenant, caller.community), url: null };
  const none: StatusMessage['is'] = { state: 'none', nextMeetingAt: community?.nextMeetingAt ?? null, nextChair, calendar };
  const card = { card: 'status', zone: zoneOf(community), now: moment.at } as const;
  if (session === null) return { ...card, is: none };
  const split = await splitToShow(desk, session);
  if (split !== null) return { ...card, is: await groupStatuses(desk, split, moment) };
  // A deadline that is just being noticed is already counted here.
  return inGroup({ ...card, is: statusOf(sessionAt(session, service), moment) }, session.group);
}

export const status: Command = { name: 'status', where: 'for-community', shows: 'session', run: (desk, caller) => statusMessage(desk, caller) };
