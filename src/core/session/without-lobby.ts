// What of a lobby goes on when it is one no longer.

import type { Common, Lobby } from './session.ts';

/** All that any session holds, without what only a lobby has. */
export function withoutLobby(lobby: Lobby): Common {
  const { status: _, touchedAt: __, volunteer: ___, order: ____, isTogether: _____, hasOfferedTogether: ______, isChairCalled: _______, ...common } = lobby;
  return common;
}
