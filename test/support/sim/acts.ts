// What people do, as arrivals: what Teams would bring for something typed or a button pressed.

import type { Arrival } from '../../../src/app/arrival.ts';
import { eventIdOf } from '../../../src/commands/desk.ts';
import { type ConversationId, conversationOf, personId, type PersonId, type TenantId, tenantId, threadId, type ThreadId } from '../../../src/core/keys.ts';
import type { Message } from '../../../src/core/messages.ts';
import type { Shown } from './fake-teams.ts';

export interface Colleague {
  readonly id: PersonId;
  readonly teamsId: string;
  readonly name: string;
  /** The 1:1 chat with the bot. */
  readonly chat: ThreadId;
}

export interface Act {
  readonly by: Colleague;
  readonly arrival: Arrival;
  /** The command typed, or the verb pressed. */
  readonly verb: string;
  /** Revision of the card that was pressed; null for something typed. */
  readonly rev: number | null;
  /** The id under which something typed is remembered; null for a press. */
  readonly typedId: string | null;
  /** What the person wrote; null for no text. */
  readonly text: string | null;
}

export const tenant: TenantId = tenantId('tenant-1');
/** Where the community meets. */
export const threads = { channel: threadId('19:heads@thread.tacv2;messageid=1'), group: threadId('19:heads@thread.v2') } as const;
export const thread = threads.channel;
const names = [
  'Aisha Khan', 'Ben Cole', 'Chloe Diaz', 'Dev Patel', 'Eve Ford', 'Finn Gray', 'Gita Hall', 'Hugh Ives', 'Ines Jones', 'Jude King', 'Kara Lane', 'Liam Moss',
  'Mona Nash', 'Noel Owen', 'Olga Pope', 'Paul Quin', 'Rosa Shah', 'Tess Ueda', 'Vera West',
];

export const colleagues = (count: number): readonly Colleague[] => names.slice(0, count).map((name, n) => (
  { id: personId(`person-${n}`), teamsId: `29:person-${n}`, name, chat: threadId(`a:29:person-${n}`) }
));

/** Whether this is somebody's 1:1 chat. */
export const isOfPerson = (where: ThreadId | ConversationId): boolean => where.startsWith('a:');

function arrivalOf(by: Colleague, where: ThreadId, what: Arrival['what'], activityId: string): Arrival {
  const place = isOfPerson(where) ? 'personal' : conversationOf(where) === conversationOf(threads.channel) ? 'channel' : 'group';
  return {
    activityId, tenant, place, conversation: conversationOf(where),
    address: { tenant, serviceUrl: 'https://smba.trafficmanager.net/uk/', thread: where, bot: { id: '28:turnstone', name: 'Turnstone' }, language: null },
    placeName: place === 'personal' ? null : 'Heads', from: { id: by.id, teamsId: by.teamsId, name: by.name }, locale: null, what,
  };
}

let activityCount = 0;
/** Every run counts from the start, so that one seed is the same bytes. */
export function restartActivityIds(): void { activityCount = 0; }
const freshId = (): string => `act-${++activityCount}`;

export function typed(by: Colleague, text: string, where: ThreadId = thread): Act {
  const activityId = freshId();
  const [, command = text, words = ''] = /^(more time|note|action|\S+)\s*(.*)$/su.exec(text) ?? [];
  return {
    by, verb: command, rev: null, typedId: eventIdOf('typed', by.id, where, activityId),
    text: command === 'note' || command === 'action' ? words : null,
    arrival: arrivalOf(by, where, { kind: 'said', text, mentioned: [] }, activityId),
  };
}

export function installed(by: Colleague, where: ThreadId): Act {
  return { by, verb: 'installed', rev: null, typedId: null, text: null, arrival: arrivalOf(by, where, { kind: 'installed' }, freshId()) };
}

/** `set up`, saved with nothing chosen but who moves on. */
export function setsUp(by: Colleague, movesOn: 'clock' | 'chair', where: ThreadId = thread): Act {
  const data = { zone: 'Europe/London', protocol: 'npq-community', movesOn, warnings: 'true' };
  return {
    by, verb: 'set-up', rev: null, typedId: null, text: null,
    arrival: arrivalOf(by, where, { kind: 'pressed', shape: 'submit', verb: 'set-up', data, messageId: null }, freshId()),
  };
}

export interface Button {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The input this button sends; null for none. */
  readonly input: string | null;
}

export interface Press {
  readonly on: Shown;
  readonly button: Button;
  readonly text: string | null;
  readonly shape: 'execute' | 'submit';
}

export function pressed(by: Colleague, { on, button, text, shape }: Press): Act {
  const data = { ...button.data, ...(button.input === null ? {} : { [button.input]: text ?? '' }) };
  return {
    by, verb: button.verb, rev: Number(button.data['rev']), typedId: null, text,
    arrival: arrivalOf(by, threadId(on.thread), { kind: 'pressed', shape, verb: button.verb, data, messageId: on.id }, freshId()),
  };
}

/** A client asks by itself for the view that `by` alone has of a phase card. */
export function looks(by: Colleague, on: Shown, { origin, step }: Extract<Message, { card: 'phase' }>): Act {
  const button: Button = { verb: 'my-view', data: { ...origin, step }, input: null };
  return pressed(by, { on, button, text: null, shape: 'execute' });
}

/** The buttons a message offers as it stands. */
export function buttonsOf(message: Message): readonly Button[] {
  if (!('origin' in message)) return [];
  const { session, rev } = message.origin;
  const plain = (...verbs: readonly string[]): readonly Button[] => verbs.map((verb) => ({ verb, data: { session, rev }, input: null }));
  switch (message.card) {
    case 'lobby': return message.state === 'open' ? plain('in-owner', 'in-helper', 'out', 'chair-me', 'start', 'cancel') : [];
    case 'groups': return message.state === 'offered' ? plain('stay-together') : message.state === 'together' ? plain('split-up') : [];
    case 'agenda': return plain(...(message.offersFullLength ? ['full-length'] : []), ...(message.offersWholeHour ? ['whole-hour'] : []));
    case 'phase': return message.state.is === 'running' ? plain('next', 'pause', 'minute', 'end', 'take-chair', ...(message.offersJoin ? ['join'] : [])) : [];
    case 'join': return plain('join-helper', 'join-owner');
    case 'owner-away': return message.isOpen ? plain('owner-go-on', ...(message.mayMove ? ['owner-to-end'] : []), 'owner-skip') : [];
    case 'no-time': return message.isOpen ? plain('give-last-turn') : [];
    case 'paused': return message.state.is === 'waiting' ? [{ verb: 'resume', data: { session, rev, finish: 'planned' }, input: null }, ...plain('take-chair')] : [];
    case 'end-asked': return message.isOpen ? plain('end-confirm', 'end-cancel') : [];
    case 'turn': return [
      { verb: 'note', data: { session, rev, at: message.turn }, input: 'note' },
      { verb: 'action', data: { session, rev, at: message.turn, due: message.dueOn }, input: 'action' },
    ];
    case 'successes': return [{ verb: 'note', data: { session, rev, at: 'opening' }, input: 'note' }];
    case 'closing': return [
      { verb: 'request', data: { session, rev }, input: 'request' },
      { verb: 'appoint', data: { session, rev, nextChair: message.candidates[0]?.id ?? '' }, input: null },
    ];
    default: return [];
  }
}
