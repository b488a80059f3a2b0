// What is different for a session that is one group of several: whatever it says names the group, and the lobby it came
// from hears who joined and that it is over. The one place for both, around every step and every drawing.

import { sessionKey } from '../keys.ts';
import type { Effect, Moment, Stepped } from '../machine.ts';
import type { Message } from '../messages.ts';
import { draw } from './draw.ts';
import type { SessionEvent } from './events.ts';
import type { Group } from './group.ts';
import type { Session } from './session.ts';
import { step } from './step.ts';

/** The message with its group named; as it is for a session that is whole, and where the group is the title. */
export const inGroup = (message: Message, group: Group | null): Message =>
  (group === null || message.card === 'group-root' ? message : { ...message, group: { number: group.number, count: group.count } });

/** `draw`, with the group named. */
export function drawInGroup(session: Session, slot: string, moment: Moment): Message | null {
  const message = draw(session, slot, moment);
  return message === null ? null : inGroup(message, session.group);
}

/** `step`, with the group named in every line, and its lobby told. */
export function stepInGroup(before: Session | null, event: SessionEvent, moment: Moment): Stepped<Session> {
  const stepped = step(before, event, moment);
  const group = stepped.kind === 'moved' ? stepped.state.group : null;
  if (stepped.kind === 'refused' || group === null) return stepped;
  const effects = stepped.effects.map((effect): Effect => (effect.do === 'say' ? { ...effect, message: inGroup(effect.message, group) } : effect));
  return { ...stepped, effects: [...effects, ...newsOf(before, stepped.state, group)] };
}

/** What the lobby hears: who came in since, and whether it is over. */
export function newsOf(before: Session | null, after: Session, { parent }: Group): readonly Effect[] {
  if (before === null) return [];
  const key = sessionKey(after.tenant, after.community, parent);
  const people = after.people.map(({ id }) => id).filter((id) => !before.people.some((known) => known.id === id));
  const hasEnded = after.status === 'ended' && before.status !== 'ended';
  return [
    ...(people.length === 0 ? [] : [{ do: 'tell', key, kind: 'session', event: { type: 'group-joined', session: after.id, people } } as const]),
    ...(hasEnded ? [{ do: 'tell', key, kind: 'session', event: { type: 'group-over', session: after.id } } as const] : []),
  ];
}
