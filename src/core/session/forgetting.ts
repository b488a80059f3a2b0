// A session that nobody goes on with: one that is paused, or whose chair moves on by hand. It says so once, some time
// after its end as it then stood, and is ended later (product.md 4, "Moves").

import { hourMs, type Instant, minutes } from '../time.ts';
import { moved, type Moved } from '../machine.ts';
import { end } from './ending.ts';
import { sessionEndsAt } from './hour.ts';
import { named } from './people.ts';
import type { Live, Session } from './session.ts';

/** Forgotten this long after its end, and ended after the second. */
const forgottenAfterMs = minutes(15);
const endedAfterMs = hourMs;

/** When it says that it is still open; once it has, when it is ended. */
export function forgottenAt(live: Live): Instant {
  const endsAt = live.status === 'paused' ? Math.max(live.plannedEndsAt, live.pausedAt) : sessionEndsAt(live, live.phaseEndsAt);
  return endsAt + (live.isForgotten ? endedAfterMs : forgottenAfterMs);
}

/** At `forgottenAt`: says that the session is still open, or ends it. The line is not worth saying once it is ended for that. */
export function forget(live: Live): Moved<Session> {
  if (live.isForgotten) return end(live, forgottenAt(live), 'forgotten');
  const { name, teamsId } = named(live, live.chair);
  const forgotten: Live = { ...live, isForgotten: true };
  const endsAt = forgottenAt(forgotten);
  const notice = { kind: 'session-forgotten', chair: name, chairTeamsId: teamsId, endsAt, zone: live.zone } as const;
  return moved<Session>(forgotten, [{ do: 'say', message: { card: 'notice', notice }, until: endsAt }]);
}
