// Turns as those see them who look after the service: how long one took, how it ended, and, where it failed, what it was:
// by names of ours, never by what was typed.

import type { Answer, Arrival } from '../app/arrival.ts';
import type { Loop } from '../app/loop.ts';
import type { Turn } from '../app/meter.ts';
import { parseSubmission } from '../cards/submissions.ts';
import type { Fields } from '../log.ts';
import type { Reply } from './desk.ts';
import { asksForView } from './own-view.ts';
import { parseCommand } from './parse.ts';
import { commands } from './registry.ts';

/** What came of a turn: what is shown for it, there or in the chat, and what its caller is answered. */
export interface Turned {
  readonly reply: Reply;
  readonly answer: Answer;
}

/** Takes the turn, and tells the meter of it. */
export async function timedTurn({ clock, meter }: Loop['parts'], arrival: Arrival, take: () => Promise<Turned>): Promise<Answer> {
  const begunAt = clock.realNow();
  const { reply, answer } = await take();
  meter.turn({ kind: asksForView(arrival) ? 'view' : arrival.what.kind, outcome: outcomeOf(reply), lastedMs: clock.realNow() - begunAt });
  return answer;
}

function outcomeOf(reply: Reply): Turn['outcome'] {
  const kind = reply?.card === 'notice' ? reply.notice.kind : null;
  return kind === 'failed' ? 'failed' : kind === 'refusal' ? 'refused' : 'done';
}

/** The command or the button, if it is one of ours. */
export function asked({ what }: Arrival): Fields {
  if (what.kind === 'said') {
    const parsed = parseCommand(what.text, commands);
    return { command: parsed.kind === 'command' ? parsed.command.name : null };
  }
  if (what.kind !== 'pressed') return {};
  const parsed = parseSubmission(what.verb, what.data);
  const isOurs = parsed.kind === 'ok' || parsed.refusal.reason !== 'unknown-button';
  return { verb: isOurs ? what.verb : null, shape: what.shape };
}
