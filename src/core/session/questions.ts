// What peers asked ahead about a problem opens the first phase of its turn that is for questions of fact.

import type { Effect } from '../machine.ts';
import type { AskedAheadMessage } from '../messages.ts';
import { nameOf } from './people.ts';
import { phaseOf } from './phases.ts';
import { questionsSlot } from './slots.ts';
import type { Hour, HourStep } from './session.ts';

type Asked = Pick<Hour, 'steps' | 'at' | 'protocol' | 'writeUps'>;

/** The card with them, as the present phase begins; nothing where none were asked. */
export function questionPosts({ steps, at, protocol, writeUps }: Asked): readonly Effect[] {
  const step = steps[at];
  const isForFacts = (each: HourStep): boolean => phaseOf(protocol, each).mode === 'facts';
  if (step === undefined || step.turn === null || !isForFacts(step)) return [];
  const { turn } = step;
  const isFirst = !steps.slice(0, at).some((each) => each.turn === turn && isForFacts(each));
  const hasAny = writeUps.some((shown) => shown.turn === turn && (shown.questions ?? []).length > 0);
  return isFirst && hasAny ? [{ do: 'post', slot: questionsSlot(turn), isAnnouncement: true }] : [];
}

/** Null once there is nothing to show, as after the end. */
export function drawQuestions(hour: Hour, turn: number): AskedAheadMessage | null {
  const questions = hour.writeUps.find((shown) => shown.turn === turn)?.questions ?? [];
  const owner = hour.turns[turn]?.owner;
  if (owner === undefined || questions.length === 0) return null;
  return { card: 'asked-ahead', origin: { session: hour.id, rev: hour.rev }, owner: nameOf(hour, owner), questions: questions.map(({ name, text }) => ({ name, text })) };
}
