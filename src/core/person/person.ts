// One person across communities: how to reach them alone, their birthday (day and month only), where they take part.

import type { Instant } from '../time.ts';
import { communityKey, type ConversationId, type PersonId, type TenantId } from '../keys.ts';
import type { Birthday } from '../community/chair.ts';
import { type Effect, type Machine, type Moved, moved, type Moment, refused, type Stepped } from '../machine.ts';
import type { Person as Sender } from '../session/session.ts';
import { backByWriting, comeBack, type ComingEvent, type GoingEvent, hasLeft, leave } from './coming-and-going.ts';
import { type HeldMail, heldWakeAt, type MailEvent, reconsider, release, take } from './mail.ts';
import { beginBuddying, type Profile, saveProfile, setPause } from './profile.ts';

export interface Member {
  readonly tenant: TenantId;
  readonly id: PersonId;
  readonly name: string;
  readonly teamsId: string | null;
  /** The 1:1 chat, once it is known. */
  readonly chat: ConversationId | null;
  readonly birthday: Birthday | null;
  /**
   * When they last wrote or pressed, give or take an hour (`seenAgainAfterMs`); until then when they were first heard of.
   * Null where a release that did not keep it left no trace of when.
   */
  readonly seenAt: Instant | null;
  /** Communities this person was seen in, the last used first. */
  readonly communities: readonly { readonly conversation: ConversationId; readonly name: string | null; readonly lastAt: Instant }[];
  /** Communities they were taken out of. */
  readonly formerly: readonly ConversationId[];
  /** Communities they want no reminders from; absent for none. */
  readonly unreminded?: readonly ConversationId[];
  /** What they said of themselves with `me`; absent for nothing. */
  readonly profile?: Profile;
  /** Communities whose pairing they take part in: it hears what changes in the profile; absent for none. */
  readonly buddying?: readonly ConversationId[];
  /** Messages that wait for waking hours, in the order in which they came; absent for none. */
  readonly held?: readonly HeldMail[];
}

export type PersonEvent =
  /** Somebody wrote or pressed. `chat`: in the 1:1 chat; `community`: in a community. */
  | { readonly type: 'seen'; readonly tenant: TenantId; readonly by: Sender; readonly chat: ConversationId | null; readonly community: { readonly conversation: ConversationId; readonly name: string | null } | null }
  | { readonly type: 'birthday-given'; readonly tenant: TenantId; readonly by: Sender; /** Null takes it back. */ readonly birthday: Birthday | null; readonly community: ConversationId | null }
  /** Reminders of a community's meetings and actions stopped, or wanted again. */
  | { readonly type: 'reminders-set'; readonly tenant: TenantId; readonly by: Sender; readonly community: ConversationId; readonly isOff: boolean }
  | MailEvent
  /** What they said of themselves; replaces what was said before. */
  | { readonly type: 'profile-saved'; readonly tenant: TenantId; readonly by: Sender; readonly profile: Profile; /** Given on the same form; absent leaves it as it is. */ readonly birthday?: Birthday | null }
  /** `until`: the day on which reminders begin again, `YYYY-MM-DD`; null for at once. */
  | { readonly type: 'pause-set'; readonly tenant: TenantId; readonly by: Sender; readonly until: string | null }
  /** They take part in the pairing of a community from now on: it is told what they have set. `person`: who it is, if they never wrote. */
  | { readonly type: 'buddying-begun'; readonly tenant: TenantId; readonly person: Sender; readonly community: ConversationId }
  | { readonly type: 'time-passed' }
  /** Taken out of the chat of a community, and in it again. */
  | GoingEvent | ComingEvent;

/** Communities remembered for one person. */
const keptCommunities = 20;
/** A person counts as seen again, a community as used again, after this long; sooner writes nothing. */
export const seenAgainAfterMs = 60 * 60_000;

const nobody = (tenant: TenantId, by: Sender, seenAt: Instant): Member => ({
  tenant, id: by.id, name: by.name, teamsId: by.teamsId, chat: null, birthday: null, seenAt, communities: [], formerly: [],
});

/** First lets go what waited until now, so that nothing that comes later overtakes it. */
function step(before: Member | null, event: PersonEvent, moment: Moment): Stepped<Member> {
  if (before === null) return happen(null, event, moment);
  const released = release(before, moment.at);
  const stepped = happen(released.state, event, moment);
  return stepped.kind === 'refused' || released.effects.length === 0 ? stepped : { ...stepped, effects: [...released.effects, ...stepped.effects] };
}

function happen(member: Member | null, event: PersonEvent, { at }: Moment): Stepped<Member> {
  switch (event.type) {
    case 'seen': {
      const before = member ?? nobody(event.tenant, event.by, at);
      const chat = event.chat ?? before.chat;
      const { by, community } = event;
      const { formerly, effects } = backByWriting(before, community?.conversation);
      return moved<Member>({ ...before, name: by.name, teamsId: by.teamsId ?? before.teamsId, chat, seenAt: at, communities: used(before, community, at), formerly }, effects);
    }
    case 'birthday-given': return answered(giveBirthday(member ?? nobody(event.tenant, event.by, at), event), event.birthday);
    case 'reminders-set': return setReminders(member ?? nobody(event.tenant, event.by, at), event);
    case 'mail': return receive(member, event, at);
    case 'profile-saved': return reconsidered(saveForm(member ?? nobody(event.tenant, event.by, at), event), at);
    case 'pause-set': return reconsidered(setPause(member ?? nobody(event.tenant, event.by, at), event), at);
    case 'buddying-begun': return beginBuddying(belonging(member ?? nobody(event.tenant, event.person, at), event.community, at), event);
    case 'time-passed': return member === null ? refused({ reason: 'no-community' }) : moved(member);
    case 'left': return leave(member, event);
    case 'came-back': return comeBack(member, event, at);
  }
}

function reconsidered(stepped: Moved<Member>, at: Instant): Moved<Member> {
  const { state, effects } = reconsider(stepped.state, at);
  return { ...stepped, state, effects: [...stepped.effects, ...effects] };
}

/** A birthday on the form is as good as one that was typed. */
function saveForm(member: Member, event: Extract<PersonEvent, { type: 'profile-saved' }>): Moved<Member> {
  const { birthday = member.birthday } = event;
  const saved = saveProfile(member, event);
  if (birthday?.day === member.birthday?.day && birthday?.month === member.birthday?.month) return saved;
  const given = giveBirthday(saved.state, { birthday, community: null });
  return { ...given, effects: [...saved.effects, ...given.effects] };
}

const answered = (stepped: Moved<Member>, birthday: Birthday | null): Moved<Member> =>
  (birthday === null ? stepped : { ...stepped, answer: { kind: 'birthday-saved', ...birthday } });

function used(member: Member, community: { readonly conversation: ConversationId; readonly name: string | null } | null, at: Instant): Member['communities'] {
  if (community === null) return member.communities;
  const others = member.communities.filter(({ conversation }) => conversation !== community.conversation);
  return [{ ...community, lastAt: at }, ...others].slice(0, keptCommunities);
}

/** Somebody who is paired in a community belongs to it, though they never wrote there; nobody who left it does. */
function belonging(member: Member, conversation: ConversationId, at: Instant): Member {
  if (hasLeft(member, conversation) || member.communities.some((each) => each.conversation === conversation)) return member;
  return { ...member, communities: [...member.communities, { conversation, name: null, lastAt: at }].slice(0, keptCommunities) };
}

/** The rota of every community of this person learns the day. */
function giveBirthday(member: Member, event: Pick<Extract<PersonEvent, { type: 'birthday-given' }>, 'birthday' | 'community'>): Moved<Member> {
  const conversations = new Set([...member.communities.map(({ conversation }) => conversation), ...(event.community === null ? [] : [event.community])]);
  const effects = [...conversations].map((conversation): Effect => ({
    do: 'tell', key: communityKey(member.tenant, conversation), kind: 'community', event: { type: 'birthday-known', person: member.id, birthday: event.birthday },
  }));
  return moved<Member>({ ...member, birthday: event.birthday }, effects);
}

function setReminders(member: Member, { community, isOff }: Extract<PersonEvent, { type: 'reminders-set' }>): Stepped<Member> {
  const others = (member.unreminded ?? []).filter((each) => each !== community);
  return moved<Member>({ ...member, unreminded: isOff ? [...others, community].slice(-keptCommunities) : others });
}

/** Somebody who never wrote may still be reached by way of the community that the message comes from. */
function receive(known: Member | null, event: MailEvent, at: Instant): Stepped<Member> {
  const { to, insteadTo: { community } } = event;
  const member = known ?? (to === undefined ? null : { ...nobody(to.tenant, to.person, at), communities: [{ conversation: community, name: null, lastAt: at }] });
  if (member === null) return refused({ reason: 'no-community' });
  const { state, effects } = take(member, event, at);
  return moved(state, effects);
}

export const personMachine: Machine<Member, PersonEvent> = {
  step,
  wakeAt: heldWakeAt,
  draw: () => null,
  home: ({ id }) => ({ kind: 'private', person: id }),
  people: ({ id }) => [id],
  // Not while something waits for them.
  expiresAt: ({ seenAt, held = [] }, retentionMs) => (seenAt === null || held.length > 0 ? null : seenAt + retentionMs),
};
