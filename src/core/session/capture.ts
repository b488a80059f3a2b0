// What people write: notes, next actions, requests for help, the next chair. A text that came once is never lost:
// notes go straight to the history, the session keeps what the summary shows (product.md 4.3, domain.md 1.6).

import type { Instant } from '../time.ts';
import { communityKey, isGuest, partitionOf, personKey } from '../keys.ts';
import type { NoteEntry } from '../history/entry.ts';
import { type Effect, moved, type Moment, refused, type Stepped } from '../machine.ts';
import type { Notice } from '../notices.ts';
import { clipText } from '../names.ts';
import { fieldMaxChars } from '../problem/write-up.ts';
import { textAndDue } from './due-date.ts';
import { actionGraceMs, asksForNextChair } from './ending.ts';
import type { SessionEvent, WrittenAt } from './events.ts';
import { mailTo } from './mail.ts';
import { isHere, nameOf, participant } from './people.ts';
import { isClose, isOpening, phaseOf } from './phases.ts';
import type { Ended, Hour, HourStep, Live, Session } from './session.ts';
import type { Kept, Turn } from './turn.ts';
import { turnThatCounts } from './turns.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** The summary shows this many notes of a turn, at this length (product.md 4.5). */
const shownNotes = 2;
const noteClipChars = 200;
/** An action is shown at this length. */
const actionClipChars = 300;
/** Successes, reflections and requests the summary has room for; the record has all of them. */
const shownLines = 12;

function textFault(text: string, what: 'note' | 'action' | 'request'): Stepped<Session> | null {
  if (text.trim() === '') return refused({ reason: 'empty-text', what });
  if (text.length <= fieldMaxChars) return null;
  return refused({ reason: 'too-long', what, maxChars: fieldMaxChars, lengthChars: text.length });
}

/** The step a text belongs to: the phase it was written in; of a part that is over, its last phase. Undefined if it has not begun. */
function stepFor(live: Live, at: WrittenAt): HourStep | undefined {
  const begun = live.steps.slice(0, live.at + 1);
  switch (at) {
    case null: return begun.at(-1);
    case 'opening': return begun.find((step) => isOpening(live.protocol, step));
    case 'close': return begun.find((step) => isClose(live.protocol, step));
    default: return begun.findLast((step) => step.turn === at);
  }
}

export function note(live: Live, event: Of<'noted'>, at: Instant): Stepped<Session> {
  const what = event.at === 'close' ? 'request' : 'note';
  const fault = textFault(event.text, what);
  if (fault !== null) return fault;
  const step = stepFor(live, event.at);
  if (step === undefined) return refused({ reason: 'no-turn-yet' });
  const entry: NoteEntry = {
    kind: 'note', id: `note-${live.id}-${event.noteId}`, partition: partitionOf(live.tenant, live.community), session: live.id,
    at, people: [event.by.id], turn: step.turn, phase: step.phase, by: { id: event.by.id, name: event.by.name }, text: event.text,
  };
  const kept: Kept = { phase: step.phase, by: event.by.name, text: clipText(event.text, noteClipChars) };
  const answer: Notice = { kind: what === 'request' ? 'request-saved' : 'note-saved' };
  return moved<Session>(keep(live, step, kept), [{ do: 'record', entry }], answer);
}

/** Puts a note where the summary looks for it. */
function keep(live: Live, step: HourStep, kept: Kept): Live {
  const phase = phaseOf(live.protocol, step);
  const add = (list: readonly Kept[]): readonly Kept[] => (list.length < shownLines ? [...list, kept] : list);
  if (isClose(live.protocol, step)) return { ...live, requests: add(live.requests) };
  if (isOpening(live.protocol, step)) return phase.collects === 'successes' ? { ...live, successes: add(live.successes) } : live;
  // Reflections belong to all (domain.md 1.6), and stand apart from the notes of the turn.
  if (phase.mode === 'debrief') return { ...live, reflections: add(live.reflections) };
  const counting = step.turn === null ? null : turnThatCounts(live, step.turn);
  const turns = live.turns.map((turn, index) => (index !== counting ? turn : {
    ...turn, noteCount: turn.noteCount + 1, notes: [...turn.notes, kept].slice(0, shownNotes),
  }));
  return { ...live, turns };
}

/** Whose action it is: as the card says; typed, the present turn's for its owner and the chair, else the writer's own. */
function turnFor(hour: Hour, event: Of<'action-given'>): number | null {
  if (typeof event.at === 'number') return event.at in hour.turns ? turnThatCounts(hour, event.at) : null;
  const present = hour.steps[hour.at]?.turn ?? null;
  if (present !== null && (hour.turns[present]?.owner === event.by.id || hour.chair === event.by.id)) return present;
  const own = hour.turns.findIndex(({ owner, off }) => owner === event.by.id && off !== 'broken-off');
  return own < 0 ? present : own;
}

/** Saves a committed action, until 24 hours after the session. The chair may write it for the owner, who is told. */
export function saveAction(hour: Live | Ended, event: Of<'action-given'>, moment: Moment): Stepped<Session> {
  if (hour.status === 'ended' && moment.at > hour.endedAt + actionGraceMs) return refused({ reason: 'action-too-late' });
  const turnIndex = turnFor(hour, event);
  const turn = turnIndex === null ? undefined : hour.turns[turnIndex];
  if (turn === undefined || turnIndex === null) return refused({ reason: 'no-turn-yet' });
  const owner = nameOf(hour, turn.owner);
  const mayWrite = [turn.owner, hour.chair, hour.coordinator?.id].includes(event.by.id);
  if (!mayWrite) return refused({ reason: 'owner-or-chair-only', owner, chair: nameOf(hour, hour.chair) });
  const due = textAndDue(hour, event, moment.at);
  const fault = textFault('reason' in due ? event.text : due.text, 'action');
  if (fault !== null) return fault;
  if ('reason' in due) return refused(due);
  const { text, dueOn } = due;
  const action: Turn['action'] = { text: clipText(text, actionClipChars), dueOn };
  const turns = hour.turns.map((each, index) => (index === turnIndex ? { ...each, action } : each));
  const effects = actionEffects(hour, { ...event, text, dueOn, turn: turnIndex, owner: turn.owner }, moment.at);
  return moved<Session>({ ...hour, turns }, effects, { kind: 'action-saved', owner, dueOn });
}

type Given = Of<'action-given'> & { readonly turn: number; readonly owner: Turn['owner'] };

function actionEffects(hour: Live | Ended, given: Given, at: Instant): readonly Effect[] {
  const owner = { id: given.owner, name: nameOf(hour, given.owner) };
  const effects: Effect[] = [{
    do: 'record',
    entry: {
      kind: 'action', id: `action-${hour.id}-${given.noteId}`, partition: partitionOf(hour.tenant, hour.community), session: hour.id, at,
      people: [...new Set([owner.id, given.by.id])], turn: given.turn, owner, writtenBy: { id: given.by.id, name: given.by.name }, text: given.text, dueOn: given.dueOn,
    },
  }];
  if (hour.status === 'ended') {
    const action = { session: hour.id, turn: given.turn, owner: owner.id, name: owner.name, text: clipText(given.text, actionClipChars), dueOn: given.dueOn };
    effects.push({ do: 'edit', slot: 'summary' });
    effects.push({ do: 'tell', key: communityKey(hour.tenant, hour.community), kind: 'community', event: { type: 'action-known', action } });
  }
  if (given.by.id !== given.owner && !isGuest(given.owner)) {
    const notice: Notice = { kind: 'action-written-for', owner: owner.name, by: given.by.name };
    const event = mailTo(hour, given.owner, { card: 'notice', notice });
    effects.push({ do: 'tell', key: personKey(hour.tenant, given.owner), kind: 'person', event });
  }
  return effects;
}

/** `Appoint` in the close; anyone present who can press may be appointed. */
export function appoint(live: Live, event: Of<'next-chair-given'>): Stepped<Session> {
  if (!asksForNextChair(live)) return refused({ reason: 'bad-form' });
  const chosen = participant(live, event.person);
  if (chosen === undefined || !isHere(chosen) || isGuest(chosen.id)) return refused({ reason: 'cannot-chair', name: chosen?.name ?? '' });
  if (live.nextChair === chosen.id) return moved<Session>(live, [], { kind: 'next-chair-is', chair: chosen.name });
  const notice: Notice = { kind: 'next-chair-is', chair: chosen.name };
  return moved<Session>({ ...live, nextChair: chosen.id }, [{ do: 'say', message: { card: 'notice', notice }, until: null }], { kind: 'done' });
}
