// Per-person views: who is shown their own part of a phase card, how a client asks for it, and the line it adds.
// A client asks by itself, after every edit and at most once a minute (platform.md, Cards); what it gets is for one alone.

import type { Kit } from './kit.ts';
import type { CardJson } from './template.ts';
import type { Message, OwnPart, PhaseMessage } from '../core/messages.ts';
import type { Instant } from '../core/time.ts';

/** Verb and data are read back in submissions/session-forms.ts. */
const verb = 'my-view';

/** The card with the request for a view of one's own; as it is where nobody has one. */
export function withOwnViews(card: CardJson, message: Message, kit: Kit): CardJson {
  if (message.card !== 'phase' || message.viewers.length === 0) return card;
  const { origin: { session, rev }, step } = message;
  const action = { type: 'Action.Execute', title: kit.texts.session.own.refresh, verb, data: { verb, session, rev, step } };
  return { ...card, refresh: { action, userIds: kit.few(message.viewers, message.viewers.length).shown } };
}

/** "You listen and write; you speak again at 16:14 · You chair". The zone stands in the lines below. */
export function ownLine({ does, speaksAt, turnAt, isChair }: OwnPart, { endsAt, zone }: PhaseMessage, kit: Kit): string {
  const words = kit.texts.session.own;
  const clock = (at: Instant): string => kit.when.clock(at, zone);
  const line: (end: string, again: string | null) => string = words.does[does];
  const parts = [line(clock(endsAt), speaksAt === null ? null : clock(speaksAt)), turnAt === null ? '' : words.turn(clock(turnAt)), isChair ? words.chairs : ''];
  return parts.filter((part) => part !== '').join(' · ');
}
