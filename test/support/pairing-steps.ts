// A pairing played step by step, with the pairs as their documents would have them from what they are told.

import { conversationId, type PairId, type PersonId, personId, tenantId, threadId } from '../../src/core/keys.ts';
import type { Effect } from '../../src/core/machine.ts';
import type { Candidate, PairingEvent } from '../../src/core/pairing/events.ts';
import { pairingMachine } from '../../src/core/pairing/machine.ts';
import type { Pairing } from '../../src/core/pairing/pairing.ts';
import { noOwnTimes } from '../../src/core/person/profile.ts';
import type { Refusal } from '../../src/core/notices.ts';
import { type Instant, minuteMs } from '../../src/core/time.ts';

export const founding = {
  tenant: tenantId('t1'), conversation: conversationId('19:c'), thread: threadId('19:c'),
  days: { zone: 'Europe/London', waking: { from: '07:30', to: '18:30' }, holidays: '', closed: [] },
} as const;

export const candidate = (name: string, over: Partial<Candidate> = {}): Candidate =>
  ({ id: personId(`id-${name.toLowerCase()}`), name, teamsId: `29:${name.toLowerCase()}`, school: '', own: noOwnTimes, ...over });
export const idOf = (name: string): PersonId => candidate(name).id;
export const coordinator = { id: personId('id-coordinator'), name: 'Cora', teamsId: '29:cora' };

export const zero: Instant = Date.UTC(2026, 11, 3, 16, 0);

export class PairingStory {
  state: Pairing | null = null;
  effects: readonly Effect[] = [];
  refusal: Refusal | null = null;
  now = zero;
  /** As the pair documents have them; null once ended. */
  readonly pairDocs = new Map<PairId, readonly PersonId[] | null>();

  does(event: PairingEvent): this {
    this.now += minuteMs;
    const stepped = pairingMachine.step(this.state, event, { at: this.now, rate: 1 });
    this.refusal = stepped.kind === 'refused' ? stepped.refusal : null;
    this.effects = stepped.kind === 'refused' ? [] : stepped.effects;
    if (stepped.kind === 'moved') this.state = stepped.state;
    for (const effect of this.effects) this.#tell(effect);
    return this;
  }

  #tell(effect: Effect): void {
    if (effect.do !== 'tell' || effect.kind !== 'pair') return;
    const id = effect.key.name.replace(/^pair-/, '') as PairId;
    const { event } = effect;
    const members = this.pairDocs.get(id);
    if (event.type === 'formed') this.pairDocs.set(id, event.members.map((member) => member.id));
    else if (members == null) throw new Error(`pair ${id} is told ${event.type} and is none`);
    else if (event.type === 'ended') this.pairDocs.set(id, null);
    else if (event.type === 'member-joined') this.pairDocs.set(id, sized([...members, event.member.id]));
    else if (event.type === 'member-gone') this.pairDocs.set(id, sized(members.filter((each) => each !== event.person)));
  }

  get pairing(): Pairing {
    if (this.state === null) throw new Error('no pairing yet');
    return this.state;
  }
  get rev(): number { return this.pairing.proposal?.rev ?? this.pairing.rev; }

  proposes(people: readonly Candidate[], whom: 'waiting' | 'everyone' = 'waiting', seed = 1): this {
    return this.does({ type: 'proposed', ...founding, by: coordinator, people, whom, seed });
  }
  announces(): this { return this.does({ type: 'announced', by: coordinator, rev: this.rev }); }
  pairs(...people: readonly Candidate[]): this { return this.does({ type: 'paired-by-hand', ...founding, by: coordinator, people }); }

  /** `ada+ben`, in order. */
  get groups(): readonly string[] { return named(this.pairing.pairs.map(({ members }) => members)); }
  get proposed(): readonly string[] { return named(this.pairing.proposal?.groups.map(({ members }) => members) ?? []); }
  /** `ada: alone`. */
  get leftOut(): readonly string[] { return (this.pairing.proposal?.leftOut ?? []).map(({ person, why }) => `${person.slice(3)}: ${why}`).toSorted(); }
  get waiting(): readonly string[] { return Object.values(this.pairing.people).filter(({ waitingSince }) => waitingSince !== null).map(({ id }) => id.slice(3)).toSorted(); }
  /** `pair formed`, `person mail left-out`, `say pairs-announced`. */
  get told(): readonly string[] { return this.effects.map(nameOf); }
}

/** A pair has two or three at any time. */
function sized(members: readonly PersonId[]): readonly PersonId[] {
  if (members.length < 2 || members.length > 3 || new Set(members).size < members.length) throw new Error(`a pair of ${members.join(', ')}`);
  return members;
}

const named = (groups: readonly (readonly PersonId[])[]): readonly string[] => groups.map((members) => members.map((id) => id.slice(3)).toSorted().join('+')).toSorted();

function nameOf(effect: Effect): string {
  if (effect.do === 'say') return `say ${effect.message.card}`;
  if (effect.do !== 'tell') return effect.do;
  const { event } = effect;
  const who = effect.kind === 'person' ? ` ${effect.key.partition.replace(/.*id-/, '')}` : '';
  return event.type === 'mail' && event.message.card === 'pairing-news' ? `mail${who} ${event.message.news.is}` : `${effect.kind}${who} ${event.type}`;
}
