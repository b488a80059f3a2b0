// The pairing of a community as a document: who takes part, who is whose buddy, what is proposed (domain.md 2). A step
// changes people, pairs or the proposal; what everybody else is told is read off the change (telling.ts).

import type { PersonId } from '../keys.ts';
import { type Effect, type Machine, type Moment, moved, type Moved, type Refused, refused, type Stepped } from '../machine.ts';
import { noOwnTimes } from '../person/profile.ts';
import type { Instant, Millis } from '../time.ts';
import type { PairingEvent } from './events.ts';
import { isPaused, namesOf, type Pairing, pairOf } from './pairing.ts';
import { back, entered, forgetAt, gone, noted, settled } from './people.ts';
import { discard, dropped, leaveOut, propose, putBeside, refitted, swap, toAnnounce } from './proposing.ts';
import { isSameGroup, pairsWithout, regrouped, withPairs } from './regrouping.ts';
import { type Cause, changesTold, mailed } from './telling.ts';

type Of<T extends PairingEvent['type']> = Extract<PairingEvent, { readonly type: T }>;
type Result = Moved<Pairing> | Refused;

function step(state: Pairing | null, event: PairingEvent, { at }: Moment): Stepped<Pairing> {
  const before = state ?? ('conversation' in event ? begun(event) : null);
  if (before === null) return refused({ reason: 'no-pair' });
  const changed = after('conversation' in event ? { ...before, thread: event.thread, days: event.days } : before, event, at);
  if (changed.kind === 'refused') return changed;
  const next = refitted(settled(changed.state, at), event.type === 'paired-by-hand' ? event.people.map(({ id }) => id) : [], at);
  return moved(next, [...changesTold(before, next, causeOf(event, at)), ...changed.effects]);
}

const begun = ({ tenant, conversation, thread, days }: Extract<PairingEvent, { conversation: unknown }>): Pairing =>
  ({ tenant, conversation, thread, days, people: {}, pairs: [], past: [], proposal: null, count: 0, rev: 0 });

function causeOf(event: PairingEvent, at: Instant): Cause {
  const by = 'by' in event ? event.by : event.type === 'asked-in' ? event.person : null;
  if (event.type === 'member-left') return { why: 'member-left', by, at };
  return { why: event.type === 'announced' || event.type === 'paired-by-hand' ? 'new-round' : 'broken-up', by, at };
}

function after(pairing: Pairing, event: PairingEvent, at: Instant): Result {
  switch (event.type) {
    case 'asked-in': return moved(entered(pairing, event.person, at));
    case 'asked-out': return moved(askOut(pairing, event, at));
    case 'proposed': return propose(pairing, event, at);
    case 'swapped': return swap(pairing, event, at);
    case 'left-out': return leaveOut(pairing, event, at);
    case 'put-beside': return putBeside(pairing, event, at);
    case 'announced': return announce(pairing, event, at);
    case 'discarded': return discard(pairing, event);
    case 'paired-by-hand': return pairByHand(pairing, event, at);
    case 'broken-up': return breakUp(pairing, event, at);
    case 'member-left': return moved(withoutBuddy(gone(pairing, event.person, { is: 'left', at }), event.person, at));
    case 'member-came-back': return comeBack(pairing, event, at);
    case 'days-known': return moved({ ...pairing, days: event.days });
    case 'person-known': return moved(learnPerson(pairing, event, at));
    case 'time-passed': return moved(pairing);
  }
}

function askOut(pairing: Pairing, { by }: Of<'asked-out'>, at: Instant): Pairing {
  const known = pairing.people[by.id] === undefined ? entered(pairing, { ...by, school: '', own: noOwnTimes }, at) : pairing;
  return withoutBuddy(gone(known, by.id, { is: 'out', at }), by.id, at);
}

/** A trio goes on as a pair; of two nobody goes on. */
const withoutBuddy = (pairing: Pairing, person: PersonId, at: Instant): Pairing => withPairs(pairing, pairsWithout(pairing.pairs, [person]), at);

/** Everybody hears of it: the group who is whose buddy, those without one why. */
function announce(pairing: Pairing, event: Of<'announced'>, at: Instant): Result {
  const proposal = toAnnounce(pairing, event);
  if ('kind' in proposal) return proposal;
  const { groups, leftOut, whom } = proposal;
  const isRound = whom === 'everyone';
  const next = dropped(regrouped(pairing, { groups: groups.map(({ members }) => members), others: isRound ? 'end' : 'stay' }, at));
  const lonely = leftOut.flatMap(({ person: id, why }): readonly Effect[] => {
    const person = pairing.people[id];
    // Whoever asked to be left out has their word already.
    return person === undefined || why === 'out' ? [] : [mailed(pairing, person, { is: 'left-out', reason: why, until: isPaused(person, pairing, at) ? person.own.pausedUntil : null })];
  });
  return moved(next, [...lonely, announced(next, groups.map(({ members }) => members), { by: event.by.name, isRound })]);
}

const announced = (pairing: Pairing, groups: readonly (readonly PersonId[])[], { by, isRound }: { readonly by: string; readonly isRound: boolean }): Effect =>
  ({ do: 'say', message: { card: 'pairs-announced', by, isRound, groups: groups.map((members) => ({ names: namesOf(pairing, members) })) }, until: null });

function pairByHand(before: Pairing, { by, people }: Of<'paired-by-hand'>, at: Instant): Result {
  const members = [...new Set(people.map(({ id }) => id))];
  if (members.length < 2 || members.length > 3) return refused({ reason: 'bad-group', fault: members.length < 2 ? 'too-few' : 'too-many' });
  const pairing = people.reduce((known, each) => noted(known, each, at), before);
  const unwilling = members.filter((id) => pairing.people[id]?.is === 'out');
  if (unwilling.length > 0) return refused({ reason: 'wants-no-buddy', names: namesOf(pairing, unwilling) });
  if (pairing.pairs.some((pair) => isSameGroup(pair.members, members))) return refused({ reason: 'bad-group', fault: 'together' });
  const next = regrouped(pairing, { groups: [members], others: 'stay' }, at);
  const left = pairing.pairs.flatMap((pair) => pair.members).filter((id) => pairOf(next, id) === undefined).flatMap((id) => pairing.people[id] ?? []);
  return moved(next, [...left.map((person) => mailed(next, person, { is: 'left-out', reason: 'by-hand', until: null })), announced(next, [members], { by: by.name, isRound: false })]);
}

/** By a member: they go, and two who are left go on. Said twice it is done once. */
function breakUp(pairing: Pairing, { by, pair, isWhole = false }: Of<'broken-up'>, at: Instant): Result {
  const members = pairing.pairs.find(({ id }) => id === pair)?.members;
  if (members === undefined) return refused({ reason: 'bad-group', fault: 'gone' });
  if (!isWhole && !members.includes(by.id)) return refused({ reason: 'no-pair' });
  return moved(withPairs(pairing, pairsWithout(pairing.pairs, isWhole ? members : [by.id]), at));
}

/** In the chat again: they wait for a new buddy, which they are told. */
function comeBack(pairing: Pairing, { person: id }: { readonly person: PersonId }, at: Instant): Result {
  const next = back(pairing, id, at);
  const person = next.people[id];
  return moved(next, next === pairing || person === undefined ? [] : [mailed(next, person, { is: 'back' })]);
}

/** Whoever pauses from now on is in no proposal any more. */
function learnPerson(pairing: Pairing, { person: id, school, own }: Of<'person-known'>, at: Instant): Pairing {
  const before = pairing.people[id];
  if (before === undefined) return pairing;
  const person = { ...before, school, own };
  const next = { ...pairing, people: { ...pairing.people, [id]: person } };
  const begins = isPaused(person, next, at) && !isPaused(before, pairing, at);
  return begins && (pairing.proposal?.whom === 'everyone' || pairOf(pairing, id) === undefined) ? refitted(next, [id], at) : next;
}

/** Once nobody takes part and nobody is a pair, as long as what was is kept. */
function expiresAt({ people, pairs }: Pairing, retentionMs: Millis): Instant | null {
  const all = Object.values(people);
  if (pairs.length > 0 || all.some(({ is }) => is === 'in')) return null;
  return all.length === 0 ? 0 : Math.max(...all.map(({ since }) => since)) + retentionMs;
}

export const pairingMachine: Machine<Pairing, PairingEvent> = {
  step,
  wakeAt: forgetAt,
  draw: () => null,
  home: ({ thread }) => ({ kind: 'thread', thread }),
  people: ({ people, proposal }) => [...new Set([...Object.keys(people) as PersonId[], ...(proposal === null ? [] : [proposal.by.id])])],
  expiresAt,
};
