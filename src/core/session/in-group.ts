// What is different for a session that is one group of several: whatever it says names the group, and the lobby it came
// from hears who joined and that it is over. The one place for both, around every step and every drawing.

import type { Instant } from '../time.ts';
import { sessionKey } from '../keys.ts';
import type { Effect, Moment, Stepped } from '../machine.ts';
import type { Message } from '../messages.ts';
import { draw } from './draw.ts';
import type { SessionEvent } from './events.ts';
import type { Group } from './group.ts';
import { isHere, isPersonHere } from './people.ts';
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
  return { ...stepped, effects: [...effects, ...newsOf(before, stepped.state, moment.at)] };
}

/** What the lobby hears: who came in or back at `at`, and whether it is over. */
export function newsOf(before: Session | null, after: Session, at: Instant): readonly Effect[] {
  if (before === null || after.group === null) return [];
  const key = sessionKey(after.tenant, after.community, after.group.parent);
  const people = after.people.filter((someone) => isHere(someone) && !isPersonHere(before, someone.id));
  const hasEnded = after.status === 'ended' && before.status !== 'ended';
  return [
    ...(people.length === 0 ? [] : [{ do: 'tell', key, kind: 'session', event: { type: 'group-joined', session: after.id, people, at } } as const]),
    ...(hasEnded ? [{ do: 'tell', key, kind: 'session', event: { type: 'group-over', session: after.id } } as const] : []),
  ];
}
