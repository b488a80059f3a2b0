// Who chairs while the hour runs: handing over, and taking the chair when it has gone quiet (domain.md 1.3).

import { type Instant, seconds } from '../time.ts';
import { isGuest, type PersonId } from '../keys.ts';
import { type Effect, type Moved, moved, refused, type Stepped } from '../machine.ts';
import type { Notice } from '../notices.ts';
import type { SessionEvent } from './events.ts';
import { isHere, isPersonHere, named, nameOf, participant, resolveName } from './people.ts';
import { pausedSlot, phaseSlot } from './slots.ts';
import type { Live, Session } from './session.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** The chair passes after this long unless the chair presses, types or writes anything. */
const takeoverAfterMs = seconds(60);

const say = (notice: Notice): Effect => ({ do: 'say', message: { card: 'notice', notice }, until: null });

/** Gives the chair to `to`; every card that names the chair says so. */
function withChair(live: Live, to: PersonId, by: string | null): Moved<Session> {
  const effects: readonly Effect[] = [
    say({ kind: 'chair-is', chair: nameOf(live, to), by }),
    { do: 'edit', slot: phaseSlot(live.at) }, { do: 'edit', slot: 'agenda' },
    ...(live.status === 'paused' ? [{ do: 'edit', slot: pausedSlot(live.pauses.length - 1) } as const] : []),
  ];
  return moved<Session>({ ...live, chair: to, takeover: null }, effects, { kind: 'done' });
}

/** `chair <name>`: hands the chair to someone who takes part and can press. */
export function handOver(live: Live, event: Of<'chair-given'>): Stepped<Session> {
  const found = resolveName(live, event.name);
  if (found.kind === 'refused') return found;
  const to = participant(live, found.person.id);
  if (to === undefined || !isHere(to) || isGuest(to.id)) return refused({ reason: 'cannot-chair', name: found.person.name });
  return to.id === live.chair ? moved<Session>(live, [], { kind: 'done' }) : withChair(live, to.id, event.by.name);
}

/** `Take the chair`: at once from a chair who is absent, else after 60 seconds of silence. */
export function askForChair(live: Live, event: Of<'chair-asked'>, at: Instant): Stepped<Session> {
  if (event.by.id === live.chair || live.takeover !== null) return moved<Session>(live, [], { kind: 'done' });
  if (!isPersonHere(live, live.chair)) return withChair(live, event.by.id, event.by.name);
  const passesAt = at + takeoverAfterMs;
  const { name, teamsId } = named(live, live.chair);
  const notice: Notice = { kind: 'take-chair-asked', by: event.by.name, chair: name, chairTeamsId: teamsId };
  const state: Live = { ...live, takeover: { by: event.by.id, at: passesAt } };
  return moved<Session>(state, [say(notice), { do: 'edit', slot: phaseSlot(live.at) }], { kind: 'done' });
}

/** The sixty seconds are over and the chair was silent. */
export const passChair = (live: Live, takeover: NonNullable<Live['takeover']>): Moved<Session> => withChair(live, takeover.by, null);

/** The chair stays: it did something, or could not because the service was down (nobody is made chair by a lost connection). */
export function dropTakeover(live: Live): Moved<Session> {
  const effects: readonly Effect[] = [say({ kind: 'chair-stays', chair: nameOf(live, live.chair) }), { do: 'edit', slot: phaseSlot(live.at) }];
  return moved<Session>({ ...live, takeover: null }, effects);
}

/** Anything the chair does keeps the chair, be it in vain, but for saying that they are not here. */
export function keepChair(session: Session, event: SessionEvent): Moved<Session> {
  if (event.type === 'marked-absent' && event.person?.id === event.by.id) return moved<Session>(session);
  const who = 'by' in event ? event.by.id : event.type === 'heard-from' ? event.person : null;
  const isLive = session.status === 'running' || session.status === 'paused';
  return isLive && session.takeover !== null && session.chair === who ? dropTakeover(session) : moved<Session>(session);
}
