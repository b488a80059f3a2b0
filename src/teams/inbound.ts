// From an activity exactly what we use (app/arrival.ts). Never throws: what is malformed or of no interest is a value.
// Who acts is taken from the sender alone, never from the data of a card.

import { z } from 'zod';
import type { Arrival, Sender } from '../app/arrival.ts';
import { conversationOf, personId, threadId } from '../core/keys.ts';
import type { TenantId, ThreadId } from '../core/keys.ts';
import { callOf } from './meeting-call.ts';
import { localeOf, mentionsOf, readActivity } from './activity.ts';
import type { Activity } from './activity.ts';
import { filesOf } from './attached-files.ts';
import { plainName, plainText } from './plain-text.ts';

/** `ignored`: well formed, but nothing for us. `malformed.isPress`: the caller waits for the answer of a button. */
export type Reading =
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'malformed'; readonly isPress: boolean };
type What = Arrival['what'];

const pressName = 'adaptiveCard/action';
const ignored = { kind: 'ignored' } as const;
const malformed = (isPress: boolean): Reading => ({ kind: 'malformed', isPress });

/** Reads the body of `POST /api/messages` for a tenant the door has let in. */
export function readInbound(body: unknown, tenant: TenantId): Reading {
  const activity = readActivity(body);
  if (activity === null) return malformed(namesPress(body));
  const what = whatOf(activity);
  if (what === 'malformed') return malformed(activity.name === pressName);
  if (what === null) return ignored;
  const isOfPlace = what.kind === 'installed' || what.kind === 'removed' || what.kind === 'members' || what.kind === 'call';
  if (!isOfPlace && typeof activity.id !== 'string') return malformed(activity.name === pressName);
  const channel = channelAlone(activity, what);
  const thread = channel === null ? threadOf(activity, what) : threadId(channel);
  return {
    kind: 'arrival',
    arrival: {
      activityId: activity.id ?? `${activity.type}@${activity.timestamp ?? ''}`,
      tenant,
      place: placeOf(activity),
      conversation: conversationOf(thread),
      address: { tenant, serviceUrl: activity.serviceUrl, thread, bot: { id: activity.recipient.id, name: activity.recipient.name ?? 'Turnstone' }, language: null },
      placeName: placeNameOf(activity),
      ...(channel === null && activity.channelData?.team?.id && { team: activity.channelData.team.id }),
      from: senderOf(activity.from),
      locale: localeOf(activity),
      what,
    },
  };
}

const namesPress = (body: unknown): boolean => typeof body === 'object' && body !== null && 'name' in body && body.name === pressName;

function whatOf(activity: Activity): What | null | 'malformed' {
  switch (activity.type) {
    case 'message': return messageOf(activity);
    case 'invoke': return activity.name === pressName ? executeOf(activity) : null;
    case 'event': return callOf(activity);
    case 'installationUpdate': return installOf(activity.action ?? '');
    case 'conversationUpdate': return membersOf(activity);
    default: return null;
  }
}

/** The bot itself before all others: where it came in or was taken out, who else did is of no account. */
function membersOf({ membersAdded, membersRemoved, recipient }: Activity): What | null {
  const isBot = (member: { readonly id: string }) => member.id === recipient.id;
  if (membersAdded?.some(isBot)) return { kind: 'installed' };
  if (membersRemoved?.some(isBot)) return { kind: 'removed' };
  const [came, left] = [membersAdded ?? [], membersRemoved ?? []].map((members) => members.map(senderOf));
  return came === undefined || left === undefined || came.length + left.length === 0 ? null : { kind: 'members', came, left };
}

/** The channel whose own members changed: private and shared ones tell of theirs (Microsoft Learn, "Apps for shared and private channels"). Null for any other event. */
function channelAlone({ channelData, conversation }: Activity, what: What): string | null {
  const isOfChannel = what.kind === 'members' && /^channelMember(Added|Removed)$/i.test(channelData?.eventType ?? '');
  return isOfChannel ? channelData?.channel?.id ?? conversation.id : null;
}

/** `add-upgrade` and `remove-upgrade` come when a new version of the app replaces the old one. */
function installOf(action: string): What | null {
  if (action === 'add' || action === 'add-upgrade') return { kind: 'installed' };
  return action === 'remove' ? { kind: 'removed' } : null;
}

/** A message with both text and a card's value is the press; in company, text counts only when the bot is mentioned. */
function messageOf(activity: Activity): What | null | 'malformed' {
  if (activity.value !== undefined && activity.value !== null) return submitOf(activity);
  const files = filesOf(activity);
  if (typeof activity.text !== 'string' && files.length === 0) return null;
  const mentions = mentionsOf(activity);
  const ofBot = mentions.filter((mention) => mention.mentioned.id === activity.recipient.id);
  if (placeOf(activity) !== 'personal' && ofBot.length === 0) return null;
  const marks = ofBot.map((mention) => mention.text ?? `<at>${mention.mentioned.name ?? ''}</at>`);
  return {
    kind: 'said',
    text: plainText(activity.text ?? '', marks),
    mentioned: mentions.filter((mention) => !ofBot.includes(mention)).map((mention) => senderOf(mention.mentioned)),
    ...(files.length > 0 && { files }),
  };
}

const verb = z.string().min(1).max(200);
const submitSchema = z.looseObject({ verb });
const executeSchema = z.object({ action: z.object({ verb, data: z.record(z.string(), z.unknown()).nullish() }) });

function submitOf(activity: Activity): What | 'malformed' {
  const parsed = submitSchema.safeParse(activity.value);
  if (!parsed.success) return 'malformed';
  return { kind: 'pressed', shape: 'submit', verb: parsed.data.verb, data: parsed.data, messageId: activity.replyToId ?? null };
}

function executeOf(activity: Activity): What | 'malformed' {
  const parsed = executeSchema.safeParse(activity.value);
  if (!parsed.success) return 'malformed';
  const { action } = parsed.data;
  return { kind: 'pressed', shape: 'execute', verb: action.verb, data: action.data ?? {}, messageId: activity.replyToId ?? null };
}

function placeOf({ conversation, channelData }: Activity): Arrival['place'] {
  const type = conversation.conversationType?.toLowerCase();
  if (type === 'channel' || type === 'personal') return type;
  if (type === 'groupchat') return 'group';
  if (channelData?.team && channelData.channel) return 'channel';
  return conversation.isGroup === true ? 'group' : 'personal';
}

/** A new post in a channel is the root of its thread; a press or an install without a thread stays in the channel. */
function threadOf(activity: Activity, what: What): ThreadId {
  const { id } = activity.conversation;
  const startsThread = placeOf(activity) === 'channel' && what.kind === 'said' && !id.includes(';messageid=');
  return threadId(startsThread ? `${id};messageid=${activity.id ?? ''}` : id);
}

function placeNameOf(activity: Activity): string | null {
  if (placeOf(activity) === 'personal') return null;
  const name = activity.channelData?.team?.name ?? activity.conversation.name ?? null;
  return name === null || name.trim() === '' ? null : plainName(name);
}

/** Someone without an Entra object id is a guest: may be named, cannot act (product.md 7). */
function senderOf(account: Activity['from']): Sender {
  const id = account.aadObjectId?.trim() ?? '';
  return { id: id === '' ? null : personId(id), teamsId: account.id, name: plainName(account.name) };
}
