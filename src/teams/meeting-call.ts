// The start and end of a meeting's call, as Teams tells bots that were granted to hear of them: activities of type `event`
// whose value names the meeting and the time (Microsoft Learn, "Receive real-time Teams meeting events").

import { z } from 'zod';
import type { Arrival } from '../app/arrival.ts';
import type { Activity } from './activity.ts';

type Call = Extract<Arrival['what'], { readonly kind: 'call' }>;

const names: Readonly<Record<string, Call['is']>> = {
  'application/vnd.microsoft.meetingstart': 'begun',
  'application/vnd.microsoft.meetingend': 'over',
};

/** Every field may be missing: the event counts all the same. Field names come in more than one case. */
const text = z.string().max(1_000).nullish().catch(null);
const valueSchema = z.object({ Id: text, id: text, StartTime: text, startTime: text, EndTime: text, endTime: text }).catch({});

/** Null for any other event. */
export function callOf({ name, value, id, timestamp, channelData }: Activity): Call | null {
  const is = names[(name ?? '').toLowerCase()];
  if (is === undefined) return null;
  const told = valueSchema.parse(value ?? {});
  const meeting = told.Id ?? told.id ?? channelData?.meeting?.id ?? '';
  const time = told.StartTime ?? told.startTime ?? told.EndTime ?? told.endTime ?? timestamp ?? id ?? '';
  return { kind: 'call', is, occurrence: `${meeting} ${time}` };
}
