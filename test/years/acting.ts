// What people do, as the events the service knows: the one place where a told life meets the names of the code.

import type { PairEvent } from '../../src/core/pair/events.ts';
import type { CommunityDays, PairMember } from '../../src/core/pair/pair.ts';
import type { OwnTimes } from '../../src/core/person/profile.ts';
import { conversationId, pairId, personId, type TenantId, threadId } from '../../src/core/keys.ts';
import type { Person } from '../../src/core/session/session.ts';
import type { Days } from './awake.ts';
import type { Agreed, Own } from './acts.ts';
import type { Done } from './telling.ts';

export const community = conversationId('19:c@thread.v2');
export const thread = threadId('19:c@thread.v2');
export const id = pairId('1');

export const personOf = (name: string): Person => ({ id: personId(name), name, teamsId: `29:${name}` });
export const memberOf = (name: string): PairMember => ({ ...personOf(name), own: ownTimes({ zone: null, hours: null, pausedUntil: null }), isSilent: false });
export const ownTimes = ({ zone, hours, pausedUntil }: Own): OwnTimes => ({ zone, waking: hours === null ? null : { from: hours[0], to: hours[1] }, pausedUntil });
export const communityDays = ({ region, closed }: Days): CommunityDays => ({
  holidays: region, closed: closed.map(([from, to]) => ({ from, to })), waking: { from: '07:30', to: '18:30' }, zone: 'Europe/London',
});

export const formed = (tenant: TenantId, people: readonly string[], days: Days): PairEvent => ({
  type: 'formed', tenant, conversation: community, thread, id, members: people.map(memberOf), days: communityDays(days),
});

const agreement = ({ slot, alternative }: Agreed): Extract<PairEvent, { type: 'agreement-saved' }>['agreement'] => ({
  slot, alternative, format: 'teams', joinLink: 'https://teams.example/join', modules: [{ insight: 'One', application: 'Two' }],
});

/** `rev`: of the agreement so far. */
export function eventOf({ act, startsAt }: Done, rev: number): PairEvent {
  const of = (): { readonly by: Person; readonly meeting: number; readonly at: number } => {
    if (!('n' in act) || startsAt === null) throw new Error(`${act.do} is about no meeting`);
    return { by: personOf(act.by), meeting: act.n, at: startsAt };
  };
  switch (act.do) {
    case 'agree': return { type: 'agreement-saved', by: personOf(act.by), rev, agreement: agreement(act.agreed) };
    case 'cannot': return { type: 'cannot-said', ...of() };
    case 'can': return { type: 'can-said', ...of() };
    case 'alternative': return { type: 'alternative-chosen', ...of() };
    case 'propose': return { type: 'time-proposed', ...of(), to: act.to };
    case 'suits': return { type: 'proposal-answered', ...of(), suits: true, to: act.to };
    case 'alone': return { type: 'alone-chosen', ...of() };
    case 'without': return { type: 'go-without-said', ...of() };
    case 'keep': return { type: 'kept', ...of() };
    case 'prepared': return { type: 'prepared-said', ...of(), isPrepared: act.yes };
    case 'met': return { type: 'met-said', ...of(), didMeet: act.yes, text: 'Well', action: null, id: `met-${act.n}-${act.by}` };
    case 'silence': return { type: 'silence-set', by: personOf(act.by), isSilent: act.yes };
    case 'own': return { type: 'own-times-known', person: personId(act.by), own: ownTimes(act.own) };
    case 'days': return { type: 'days-known', days: communityDays(act.days) };
    case 'joined': return { type: 'member-joined', member: memberOf(act.person) };
    case 'gone': return { type: 'member-gone', person: personId(act.person), why: 'member-left', by: null };
  }
}
