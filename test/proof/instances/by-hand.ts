// Where the chair moves on, nothing goes on by itself: every phase that is over was moved on from by a press on one of its own
// cards. So a press that counted twice is seen.

import { conversationId, partitionOf, tenantId } from '../../../src/core/keys.ts';
import type { Session } from '../../../src/core/session/session.ts';
import type { FakeConnector } from '../../support/fake-connector.ts';
import { type Circle, tenant } from '../kill-circle.ts';
import type { Pressed } from './anyone.ts';
import { onceOf } from './once.ts';
import type { Trio } from './trio.ts';

interface Parts {
  readonly trio: Trio;
  readonly connector: FakeConnector;
  readonly pressed: readonly Pressed[];
}

export async function handFaults(circles: readonly Circle[], parts: Parts): Promise<readonly string[]> {
  const faults = circles.filter(({ meeting }) => meeting === 'chair').map((circle) => faultsOf(circle, parts));
  return (await Promise.all(faults)).flat();
}

async function faultsOf({ chat }: Circle, { trio, connector, pressed }: Parts): Promise<readonly string[]> {
  const [channel = ''] = chat.id.split(';', 1);
  const stored = await trio.store.documents.list(partitionOf(tenantId(tenant), conversationId(channel)), 'session');
  const endedEarly = stored.some(({ doc }) => (doc.state as Session).status === 'ended' && (doc.state as { readonly ending?: string }).ending !== 'completed');
  const phases = connector.requests.filter(({ act, isApplied, conversation }) => act === 'post' && isApplied && conversation === chat.id).flatMap((request) => {
    const once = onceOf(request);
    return once !== null && once.includes(' | ') ? [{ once, id: request.activityId }] : [];
  });
  const moved = new Set(phases.filter(({ id }) => pressed.some(({ verb, messageId }) => verb === 'next' && messageId === id)).map(({ once }) => once));
  const names = [...new Set(phases.map(({ once }) => once))];
  // The last one is over with the session, which forgets itself where nobody comes.
  const unmoved = names.filter((once, n) => !moved.has(once) && !(endedEarly && n === names.length - 1));
  return unmoved.map((once) => `${chat.name}: ${once} was left without a press on it`);
}
