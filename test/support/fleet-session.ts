// A session in a fleet of processes: many people, their hour as far as a test needs it, and what can be seen of it in the
// chat and in the store.

import type { Answer } from '../../src/app/arrival.ts';
import type { Doc } from '../../src/app/document.ts';
import type { Stored } from '../../src/app/ports.ts';
import { conversationOf, partitionOf, personId, threadId } from '../../src/core/keys.ts';
import type { HistoryEntry } from '../../src/core/history/entry.ts';
import type { Card, Message } from '../../src/core/messages.ts';
import type { Live, Session } from '../../src/core/session/session.ts';
import { type Instant, seconds } from '../../src/core/time.ts';
import type { Fleet, Process, Starting } from './fleet.ts';
import { type Act, buttonsOf, type Colleague, pressed, tenant, thread, typed } from './sim/acts.ts';
import { nowOf, type Shown } from './sim/fake-teams.ts';
import type { Life } from './sim/timeline.ts';

const partition = partitionOf(tenant, conversationOf(thread));

/** In the order of their names, so that the first of them chairs and has the first turn. */
export const crowd = (count: number): readonly Colleague[] => Array.from({ length: count }, (_, n) => {
  const id = `person-${String(n).padStart(2, '0')}`;
  return { id: personId(id), teamsId: `29:${id}`, name: `Person ${String(n).padStart(2, '0')}`, chat: threadId(`a:29:${id}`) };
});
const [first, second, ...rest] = crowd(20);
if (first === undefined || second === undefined) throw new Error('a crowd of two at least');
export const chair = first;
export const everyone: readonly Colleague[] = [first, second, ...rest];

const shownIn = ({ teams }: Fleet): readonly Shown[] => teams.visible(thread);

/** The last message with this card that stands in the chat. */
export function last(fleet: Fleet, card: Card): Shown {
  const found = shownIn(fleet).findLast((shown) => nowOf(shown).card === card);
  if (found === undefined) throw new Error(`there is no ${card} among ${shownIn(fleet).map((shown) => nowOf(shown).card).join(', ')}`);
  return found;
}

export interface Wish {
  readonly card: Card;
  readonly verb: string;
  readonly text?: string;
  /** The message that is pressed, if it is not the last with that card. */
  readonly on?: Shown;
}

/** A press on a button as it stands now. */
export function press(fleet: Fleet, by: Colleague, { card, verb, text, on = last(fleet, card) }: Wish): Act {
  const button = buttonsOf(nowOf(on)).find((each) => each.verb === verb);
  if (button === undefined) throw new Error(`the ${card} offers no ${verb}`);
  return pressed(by, { on, button, text: text ?? null, shape: 'execute' });
}

/** The first of the crowd opens a lobby. */
export async function openLobby(fleet: Fleet, process: Process): Promise<void> {
  await fleet.atOnce([process, typed(chair, 'start')]);
  await fleet.time.pass(seconds(2));
}

/** An hour of `owners` with a turn each that has just begun; its opening takes five minutes. */
export async function begin(fleet: Fleet, process: Process, owners: readonly Colleague[] = everyone.slice(0, 2)): Promise<void> {
  await openLobby(fleet, process);
  for (const owner of owners) await fleet.atOnce([process, press(fleet, owner, { card: 'lobby', verb: 'in-owner' })]);
  await fleet.time.pass(seconds(2));
  await fleet.atOnce([process, press(fleet, chair, { card: 'lobby', verb: 'start' })]);
  await fleet.time.pass(seconds(5));
}

/** The first turn has begun. */
export async function beginTurn(fleet: Fleet, process: Process): Promise<void> {
  await begin(fleet, process);
  await fleet.atOnce([process, press(fleet, chair, { card: 'phase', verb: 'next' })]);
  await fleet.time.pass(seconds(5));
}

/** Two processes, and the first turn of an hour. */
export async function two(fleet: Fleet, starting?: Starting): Promise<readonly [Process, Process]> {
  const both = [await fleet.start(starting), await fleet.start(starting)] as const;
  await beginTurn(fleet, both[0]);
  return both;
}

export const notes = everyone.map(({ name }) => `Seen by ${name}`);

/** Everyone adds a note at the same moment, one by way of this process, the next by way of the next. */
export function allNote(fleet: Fleet, ...processes: readonly Process[]): Promise<readonly Answer[]> {
  return fleet.atOnce(...everyone.flatMap((by, n) => {
    const process = processes[n % processes.length];
    return process === undefined ? [] : [[process, press(fleet, by, { card: 'turn', verb: 'note', text: notes[n] ?? '' })] as const];
  }));
}

/** Lets the present phase run out, and what is said of it and the next one come to rest. */
export async function runOut(fleet: Fleet): Promise<void> {
  await almost(fleet, await phaseEndsAt(fleet));
  await fleet.time.pass(seconds(45));
}

/** Told, once, of the process whose write begins the next phase, before it hears that it has written. */
export async function onNextPhase(fleet: Fleet, told: (by: Life) => void): Promise<void> {
  const endsAt = await phaseEndsAt(fleet);
  fleet.onWrite = ({ by, name }) => {
    if (fleet.time.now() < endsAt || !name.startsWith('session')) return;
    fleet.onWrite = () => {};
    told(by);
  };
}

/** Told, once, of the process that posts a phase: before the request leaves, or when it has landed. */
export function onPost(fleet: Fleet, at: 'onLeaving' | 'onLanded', told: (by: Life) => void): void {
  fleet.teams[at] = ({ asked, by }) => {
    if (asked.act !== 'post' || asked.message.card !== 'phase') return;
    fleet.teams[at] = () => {};
    told(by);
  };
}

/** Seconds from `from` to each copy of a phase, twins and deleted ones too. */
export const copiesAfter = (fleet: Fleet, phase: string, from: Instant): readonly number[] =>
  posted(fleet, 'phase').filter(({ message }) => message.phase === phase).map(({ at }) => Math.floor((at - from) / seconds(1)));

/** The next phase is asked for on this very copy of its card. */
export async function pressNextOn(fleet: Fleet, process: Process, on: Shown | undefined): Promise<void> {
  if (on === undefined) throw new Error('there is nothing to press');
  await fleet.atOnce([process, press(fleet, chair, { card: 'phase', verb: 'next', on })]);
  await fleet.time.pass(seconds(10));
}

/** Goes to just before `at`, without what would happen in between: to be used while nothing is due. */
export async function almost(fleet: Fleet, at: Instant): Promise<void> {
  fleet.time.leap(Math.max(0, at - fleet.time.now() - seconds(5)));
  await fleet.time.idle();
}

export async function sessionDoc({ store }: Fleet): Promise<Stored> {
  const [stored, ...others] = await store.documents.list(partition, 'session');
  if (stored === undefined || others.length > 0) throw new Error(`${others.length + (stored === undefined ? 0 : 1)} sessions`);
  return stored;
}
export const docOf = async (fleet: Fleet): Promise<Doc> => (await sessionDoc(fleet)).doc;
export const stateOf = async (fleet: Fleet): Promise<Session> => (await docOf(fleet)).state as Session;

/** In its hour, or this is the wrong test. */
export async function hourOf(fleet: Fleet): Promise<Live> {
  const state = await stateOf(fleet);
  if (state.status !== 'running' && state.status !== 'paused') throw new Error(`the session is ${state.status}`);
  return state;
}

export async function phaseEndsAt(fleet: Fleet): Promise<Instant> {
  const hour = await hourOf(fleet);
  if (hour.status !== 'running') throw new Error('the session is paused');
  return hour.phaseEndsAt;
}

/** What was ever posted with this card, twins and deleted ones too, as it was when it came. */
export function posted<C extends Card>({ teams }: Fleet, card: C): readonly { readonly at: Instant; readonly shown: Shown; readonly message: Extract<Message, { card: C }> }[] {
  const isOf = (message: Message | undefined): message is Extract<Message, { card: C }> => message?.card === card;
  return teams.shown.flatMap((shown) => { const message = shown.versions[0]; return isOf(message) ? [{ at: shown.postedAt, shown, message }] : []; });
}

/** Phases in the order of their announcements: `0 opening`, `1 clarify`. */
export const announced = (fleet: Fleet): readonly string[] => posted(fleet, 'phase').map(({ message: { turn, phase } }) => `${turn?.number ?? 0} ${phase}`);

/** The texts of the session that are kept, in the order of the alphabet. */
export async function keptTexts(fleet: Fleet): Promise<readonly string[]> {
  const { id } = await stateOf(fleet);
  const entries: readonly HistoryEntry[] = await fleet.store.history.ofSession(partition, id);
  return entries.flatMap((entry) => ('text' in entry ? [entry.text] : [])).toSorted();
}
