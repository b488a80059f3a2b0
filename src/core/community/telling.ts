// What a community says in its chat, and tells its pairing and the lobby or session that is open there.

import { pairingKey, sessionKey } from '../keys.ts';
import type { Effect } from '../machine.ts';
import type { Notice } from '../notices.ts';
import type { PairingEvent } from '../pairing/events.ts';
import type { Community } from './community.ts';

export const say = (notice: Notice): Effect => ({ do: 'say', message: { card: 'notice', notice }, until: null });

/** Nobody hears it while none is open. */
export const tellSession = (community: Community, event: Extract<Extract<Effect, { do: 'tell' }>, { kind: 'session' }>['event']): readonly Effect[] =>
  (community.session === null ? [] : [{ do: 'tell', key: sessionKey(community.tenant, community.conversation, community.session.id), kind: 'session', event }]);

/** Nobody hears it where there are no pairs. */
export const tellPairing = ({ tenant, conversation }: Community, event: PairingEvent): Effect => ({ do: 'tell', key: pairingKey(tenant, conversation), kind: 'pairing', event });
