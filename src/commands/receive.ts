// The turn: one arrival in, what follows from it kept, an answer for the presser alone. The only place that catches
// whatever a turn throws: the person gets an incident id, the log the fault.

import { communityKey, conversationKey, personKey } from '../core/keys.ts';
import { type Conversation, isSameReach } from '../core/conversation/conversation.ts';
import type { Message } from '../core/messages.ts';
import { type Member, seenAgainAfterMs } from '../core/person/person.ts';
import type { Answer, Arrival, Receive } from '../app/arrival.ts';
import { incidentId } from '../app/incident.ts';
import type { Replies } from '../app/replies.ts';
import { languageOf } from '../app/spoken-to.ts';
import { traceOf, traceOfArrival } from '../app/traces.ts';
import { NewerDocument } from '../app/upgrade.ts';
import { parseSubmission } from '../cards/submissions.ts';
import { faultOf } from '../log.ts';
import { languageOfLocale } from '../texts/languages.ts';
import { type Caller, communityOf, type Desk, memberOf, refusal, type Reply } from './desk.ts';
import { takeFiles } from './given-file.ts';
import { createGuests } from './guests.ts';
import { isOfCommunity, takeCall } from './meeting-call.ts';
import { communitiesOf, takeMembers } from './membership.ts';
import { asksForView, ownView } from './own-view.ts';
import { press } from './presses.ts';
import { heardFrom } from './to-session.ts';
import { asked, timedTurn, type Turned } from './turns.ts';
import { namesCommand, typedCommand } from './typed-command.ts';

export function createReceive(desk: Desk, replies: Replies): Receive {
  const refuseGuest = createGuests();
  return (arrived) => timedTurn(desk.loop.parts, arrived, async () => {
    let arrival = arrived;
    let reply: Reply;
    try {
      // Before anything is kept: a chat that only has calls is not known by them.
      if (arrived.what.kind === 'call' && !await isOfCommunity(desk, arrived)) return nothing;
      if (arrived.what.kind === 'members') {
        await takeMembers(desk, arrived, arrived.what);
        return nothing;
      }
      if (asksForView(arrived)) return seen(await ownView(desk, arrived));
      const { isNew, language } = await noteConversation(desk, arrived);
      arrival = inLanguage(arrived, language);
      const caller = isAct(arrived) ? await callerOf(desk, arrival) : null;
      arrival = caller?.arrival ?? arrival;
      reply = await take(desk, arrival, { caller, isNew, refuseGuest });
    } catch (error) {
      reply = replyTo(error, desk, arrival);
    }
    return { reply, answer: answer(arrival, reply, replies) };
  });
}

const nothing: Turned = { reply: null, answer: { message: null, language: null } };
const seen = (answer: Answer): Turned => ({ reply: answer.message, answer });

/** What only a newer release understands is refused for the minute it needs to take over; everything else is a fault. */
function replyTo(error: unknown, desk: Desk, arrival: Arrival): Reply {
  if (error instanceof NewerDocument) {
    desk.log.warn('document.newer', { ...traceOf(error.key), what: arrival.what.kind });
    return refusal({ reason: 'newer-release' });
  }
  const incident = incidentId(desk.random);
  desk.log.error('turn.failed', { incident, ...traceOfArrival(arrival), ...asked(arrival), ...faultOf(error) });
  return { card: 'notice', notice: { kind: 'failed', incident } };
}

/** An `Action.Execute` is answered to its presser; everything else in the chat. */
function answer(arrival: Arrival, reply: Reply, replies: Replies): Answer {
  // A language just chosen is the first thing to be seen of it.
  const { address } = reply?.card === 'set-up' && reply.isSaved ? inLanguage(arrival, reply.language) : arrival;
  const { language } = address;
  if (reply === null || arrival.what.kind === 'call' || arrival.what.kind === 'members') return { message: null, language };
  if (arrival.what.kind === 'pressed' && arrival.what.shape === 'execute') return { message: reply, language };
  const isFault = reply.card === 'notice' && reply.notice.kind === 'failed';
  if (isFault) replies.complain(address, reply);
  else replies.say(address, reply);
  return { message: null, language };
}

const inLanguage = (arrival: Arrival, language: string | null): Arrival => ({ ...arrival, address: { ...arrival.address, language } });
const isAct = ({ what }: Arrival): boolean => what.kind === 'said' || what.kind === 'pressed';

interface Taking {
  readonly caller: Caller | null;
  readonly isNew: boolean;
  readonly refuseGuest: (guest: Arrival) => Reply;
}

async function take(desk: Desk, arrival: Arrival, { caller, isNew, refuseGuest }: Taking): Promise<Reply> {
  const { what } = arrival;
  if (what.kind === 'removed' || what.kind === 'members') return null;
  if (what.kind === 'installed') return isNew ? welcome : null;
  if (what.kind === 'call') {
    await takeCall(desk, { arrival, ...what });
    return null;
  }
  if (caller === null) return refuseGuest(arrival);
  if (what.kind === 'pressed') {
    const parsed = parseSubmission(what.verb, what.data);
    return parsed.kind === 'invalid' ? refusal(parsed.refusal) : press(desk, caller, parsed.submission);
  }
  // In company a command counts whatever is sent with it.
  const isCommand = what.files === undefined || (arrival.place !== 'personal' && namesCommand(caller, what.text));
  return isCommand ? typedCommand(desk, caller, what.text) : takeFiles(desk, caller, what.files);
}

const welcome: Message = { card: 'notice', notice: { kind: 'welcome' } };

interface Noted {
  /** Not known before, or closed since. */
  readonly isNew: boolean;
  /** As of an `Address`. */
  readonly language: string | null;
}

/** Keeps how the conversation is reached, when that has changed, and tells in which language. */
async function noteConversation(desk: Desk, { tenant, conversation, address, place, placeName, team, from: sender, locale, what }: Arrival): Promise<Noted> {
  const key = conversationKey(tenant, conversation);
  if (what.kind === 'removed') {
    await desk.loop.advance(key, 'conversation', { event: { type: 'closed', why: 'the app was removed' } });
    return { isNew: false, language: null };
  }
  const isPersonal = place === 'personal';
  const person = isPersonal ? sender.id : null;
  const known = (await desk.loop.parts.documents.load(key))?.doc.state as Conversation | undefined;
  // A chat that was forgotten while the bot was away from it, as it was set up.
  const ofCommunity = isPersonal || known !== undefined ? null : (await communityOf(desk, tenant, conversation))?.settings.language ?? null;
  const language = isPersonal ? languageOfLocale(locale) : ofCommunity;
  // A call's event does not always tell a channel from a chat.
  const where = what.kind === 'call' ? known?.place ?? place : place;
  const from = { tenant, id: conversation, place: where, person, name: placeName, language, ...(team !== undefined && { team }), serviceUrl: address.serviceUrl, bot: address.bot };
  const spoken = language ?? await languageOf(desk.loop.parts.documents, known ?? { ...from, closed: null });
  if (known !== undefined && isSameReach(known, from)) return { isNew: false, language: spoken };
  await desk.loop.advance(key, 'conversation', { event: { type: 'heard-from', from } });
  return { isNew: known === undefined || known.closed !== null, language: spoken };
}

/** Who acts, by the sender's identity, and for which community: in the 1:1 chat the one last used. */
async function callerOf(desk: Desk, { tenant, from, place, conversation, placeName, ...rest }: Arrival): Promise<Caller | null> {
  if (from.id === null) return null;
  const by = { id: from.id, name: from.name, teamsId: from.teamsId };
  const arrival: Arrival = { tenant, from, place, conversation, placeName, ...rest };
  const member = await memberOf(desk, tenant, from.id);
  const isPersonal = place === 'personal';
  const chat = isPersonal ? conversation : null;
  const community = isPersonal ? null : { conversation, name: placeName };
  if (isNews(member, { chat, community: isPersonal ? null : conversation, name: from.name, now: desk.clock.now() })) {
    await desk.loop.advance(personKey(tenant, from.id), 'person', { event: { type: 'seen', tenant, by, chat, community } });
    if (!isPersonal) await desk.loop.advance(communityKey(tenant, conversation), 'community', { event: { type: 'seen-here', person: by } });
  }
  const communities = isPersonal && member !== null ? await communitiesOf(desk, member) : [];
  const caller = { arrival, by, tenant, communities, community: isPersonal ? communities[0]?.conversation ?? null : conversation };
  const open = await heardFrom(desk, caller);
  // What is answered beside the cards of a session is in their language.
  return isPersonal || open === null ? caller : { ...caller, arrival: inLanguage(arrival, open.language) };
}

interface Seen {
  readonly chat: string | null;
  readonly community: string | null;
  readonly name: string;
  readonly now: number;
}

/** Whether this sight of a person tells something worth a write. */
function isNews(member: Member | null, { chat, community, name, now }: Seen): boolean {
  if (member === null || member.name !== name) return true;
  if (chat !== null) return member.chat !== chat || member.seenAt === null || now - member.seenAt > seenAgainAfterMs;
  const [last] = member.communities;
  return last?.conversation !== community || now - last.lastAt > seenAgainAfterMs;
}
