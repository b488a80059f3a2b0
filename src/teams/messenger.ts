// `Messenger` over the connector: one attempt each, the outcome as a value. A message is a card or a line of text, never
// both: together they come back without an id (platform.md).

import type { Address, Messenger } from '../app/ports.ts';
import type { Rendered } from '../cards/rendered.ts';
import type { Message } from '../core/messages.ts';
import type { ThreadId } from '../core/keys.ts';
import type { Connector, ConnectorRequest } from './connector.ts';
import { outcomeOf } from './outcome.ts';
import type { Act } from './outcome.ts';

export interface MessengerOptions {
  readonly connector: Connector;
  /** `language`: as of an `Address`. */
  readonly render: (message: Message, language: string | null) => Rendered;
  /** Real time in ms. */
  readonly now: () => number;
}

export function createMessenger({ connector, render, now }: MessengerOptions): Messenger {
  const attempt = async (act: Act, request: ConnectorRequest) => outcomeOf(await connector.exchange(request), act, now());
  return {
    post: (to, message) => attempt('post', {
      method: 'POST', serviceUrl: to.serviceUrl, path: activitiesOf(to.thread), body: activityOf(to, render(message, to.language)), startBy: to.startBy,
    }),
    edit: (to, id, message) => attempt('edit', {
      method: 'PUT', serviceUrl: to.serviceUrl, path: activityPath(to.thread, id), body: { ...activityOf(to, render(message, to.language)), id }, startBy: to.startBy,
    }),
    delete: (to, id) => attempt('delete', { method: 'DELETE', serviceUrl: to.serviceUrl, path: activityPath(to.thread, id) }),
    openPrivate: (to, teamsUserId) => attempt('open', {
      method: 'POST',
      serviceUrl: to.serviceUrl,
      path: 'v3/conversations',
      body: { isGroup: false, bot: to.bot, members: [{ id: teamsUserId }], tenantId: to.tenant, channelData: { tenant: { id: to.tenant } } },
    }),
  };
}

/** The thread is part of the id and is encoded with it, once. */
const activitiesOf = (thread: ThreadId): string => `v3/conversations/${encodeURIComponent(thread)}/activities`;
const activityPath = (thread: ThreadId, id: string): string => `${activitiesOf(thread)}/${encodeURIComponent(id)}`;

/** The activity as the connector takes it. Throws when the message was drawn as nothing. */
export function activityOf(to: Address, rendered: Rendered): Record<string, unknown> {
  const head = { type: 'message', from: to.bot, conversation: { id: to.thread }, summary: rendered.summary };
  if (rendered.card !== null) {
    return { ...head, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: rendered.card }] };
  }
  if (rendered.text === null) throw new Error('A message was drawn as neither card nor text');
  const entities = rendered.mentions.map(({ teamsId, name }) => (
    { type: 'mention', text: `<at>${name}</at>`, mentioned: { id: teamsId, name } }
  ));
  // Raw text shows a mention's tag as it stands. A line with mentions holds words of ours and names made harmless, no more.
  return entities.length === 0
    ? { ...head, text: rendered.text, textFormat: 'plain' }
    : { ...head, text: rendered.text, textFormat: 'markdown', entities };
}
