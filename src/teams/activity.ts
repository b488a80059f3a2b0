// The part of a Bot Framework activity that we use, checked once at the edge. Unknown fields are dropped, a field of
// the wrong type makes the whole activity malformed, null counts as absent.

import { z } from 'zod';

const id = z.string().min(1).max(1_000);
const account = z.object({ id, name: z.string().max(10_000).nullish(), aadObjectId: z.string().max(200).nullish() });

const mentionSchema = z.object({
  type: z.literal('mention'),
  text: z.string().max(10_000).nullish(),
  mentioned: account,
});
export type MentionEntity = z.infer<typeof mentionSchema>;

const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  timestamp: z.string().max(100).nullish(),
  serviceUrl: z.string().min(1).max(500),
  name: z.string().max(200).nullish(),
  action: z.string().max(100).nullish(),
  text: z.string().max(200_000).nullish(),
  // Only a courtesy of the client: a strange one is none.
  locale: z.string().max(100).nullish().catch(null),
  value: z.unknown().optional(),
  replyToId: id.nullish(),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
    name: z.string().max(10_000).nullish(),
  }),
  channelData: z.object({
    team: z.object({ id: z.string().max(1_000).nullish().catch(null), name: z.string().max(10_000).nullish() }).nullish(),
    channel: z.object({ id: id.nullish().catch(null), name: z.string().max(10_000).nullish() }).nullish(),
    eventType: z.string().max(100).nullish().catch(null),
    meeting: z.object({ id: z.string().max(1_000).nullish() }).nullish().catch(null),
  }).nullish(),
  entities: z.array(z.unknown()).max(1_000).nullish(),
  // Of all that may be attached only files are of use to us; whatever is strange is none.
  attachments: z.array(z.unknown()).max(100).nullish().catch(null),
  membersAdded: z.array(account).max(10_000).nullish(),
  membersRemoved: z.array(account).max(10_000).nullish(),
});
export type Activity = z.infer<typeof activitySchema>;

/** An event of a meeting comes without a person at times. */
const nobody = { id: 'nobody' };
const isOfNobody = (body: unknown): body is object =>
  typeof body === 'object' && body !== null && 'type' in body && body.type === 'event' && !('from' in body && readsAsAccount(body.from));
const readsAsAccount = (from: unknown): boolean => account.safeParse(from).success;

const clientInfoSchema = z.object({ type: z.literal('clientInfo'), locale: z.string().max(100) });

/** The activity in a body, or null if it is malformed. */
export function readActivity(body: unknown): Activity | null {
  const parsed = activitySchema.safeParse(isOfNobody(body) ? { ...body, from: nobody } : body);
  return parsed.success ? parsed.data : null;
}

/** The mentions among an activity's entities; entities of other kinds are of no use to us. */
export function mentionsOf(activity: Activity): readonly MentionEntity[] {
  return (activity.entities ?? []).flatMap((entity) => {
    const parsed = mentionSchema.safeParse(entity);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The locale of the sender's client, by itself or among the entities; null where neither tells. */
export function localeOf({ locale, entities }: Activity): string | null {
  if (locale) return locale;
  return (entities ?? []).map((entity) => clientInfoSchema.safeParse(entity)).find(({ success }) => success)?.data?.locale ?? null;
}
