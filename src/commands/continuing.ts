// A community that goes on in a new chat: which ones somebody may choose in its `set up`, and which earlier chats of a
// community somebody may look back into. Membership is read from those communities' own documents, by the sender's identity.

import type { ConversationId } from '../core/keys.ts';
import type { Community } from '../core/community/community.ts';
import { mayBeContinuedBy, mayContinue } from '../core/community/continuing.ts';
import type { SetUpMessage } from '../core/messages.ts';
import { maySee } from '../core/access.ts';
import { standingIn } from './access.ts';
import { type Caller, chatOf, communityOf, type Desk, memberOf } from './desk.ts';

/** Chats one after the other that a community can look back through: far more than a group ever moves. */
const maxEarlier = 12;

/** What the form offers to go on from, the last used first; nothing once the chat has met on its own. */
export async function continuable(desk: Desk, { tenant, by, community: here }: Caller, known: Community | null): Promise<SetUpMessage['continuable']> {
  if (here === null || !mayContinue(known)) return [];
  const others = ((await memberOf(desk, tenant, by.id))?.communities ?? []).filter(({ conversation }) => conversation !== here);
  const offered = await Promise.all(others.map(async ({ conversation, name }) => {
    const community = await communityOf(desk, tenant, conversation);
    if (community === null || !mayBeContinuedBy(community, by.id)) return [];
    return [{ id: conversation, name: name ?? await nameOfChat(desk, tenant, conversation) }];
  }));
  return offered.flat();
}

/** What the chat is called, where Teams has told. */
export const nameOfChat = async (desk: Desk, tenant: Caller['tenant'], conversation: ConversationId): Promise<string | null> =>
  (await chatOf(desk, tenant, conversation))?.name ?? null;

/** The community of the caller's chat and those it goes on from, the newest first, as far back as the caller took part. */
export async function shelvesOf(desk: Desk, caller: Caller): Promise<readonly Community[]> {
  const { tenant, by, community: here } = caller;
  const shelves: Community[] = [];
  const known = await memberOf(desk, tenant, by.id);
  for (let at = here; at !== null && shelves.length <= maxEarlier;) {
    const community: Community | null = await communityOf(desk, tenant, at);
    if (community === null || (at !== here && maySee('record', ...standingIn(caller, community, known)) !== 'yes')) break;
    shelves.push(community);
    at = community.continues;
  }
  return shelves;
}
