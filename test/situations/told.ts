// Reads what was posted: sessions as people saw them, their phase cards, the ends that were promised. Pure.

import { en } from '../../src/texts/en.ts';
import type { Instant } from '../../src/core/time.ts';
import { cardOf } from '../support/card-buttons.ts';
import type { Sent } from '../support/service.ts';

type Json = Readonly<Record<string, unknown>>;

/** Everything told of one session, from its agenda on; of one group, where there are several. */
export interface Seen {
  readonly conversation: string;
  /** `Group 2 of 3`, or null. */
  readonly group: string | null;
  readonly agendaAt: Instant;
  readonly messages: readonly Sent[];
  readonly summary: Sent | null;
}

const phaseTitles = new Set<string>(Object.values(en.phases).map(({ title }) => title));
export const isPhaseCard = ({ lines }: Sent): boolean => phaseTitles.has(lines[0] ?? '') && lines.some((line) => /^(Speaking|Silent)/.test(line));
export const isPost = ({ act }: Sent): boolean => act === 'post';

const groupOf = ({ lines }: Sent): string | null => /\bGroup \d+ of \d+\b/.exec(lines.join('\n'))?.[0] ?? null;

/** Sessions in the order of their agendas. */
export function sessionsIn(sent: readonly Sent[]): readonly Seen[] {
  const conversations = [...new Set(sent.map(({ conversation }) => conversation))];
  return conversations.flatMap((conversation) => {
    const here = sent.filter((each) => each.conversation === conversation);
    const agendas = here.filter((each) => isPost(each) && each.lines[0] === 'Agenda');
    const groups = [...new Set(agendas.map(groupOf))];
    return groups.flatMap((group) => {
      const own = here.filter((each) => group === null || groupOf(each) === group);
      const starts = own.flatMap((each, index) => (isPost(each) && each.lines[0] === 'Agenda' ? [index] : []));
      return starts.map((start, n): Seen => {
        const messages = own.slice(start, starts[n + 1]);
        const summary = messages.find((each) => isPost(each) && each.lines[0] === 'Summary') ?? null;
        return { conversation, group, agendaAt: messages[0]?.at ?? 0, messages, summary };
      });
    });
  });
}

/** An end of the session that people were told, and when. */
export interface Promised {
  readonly at: Instant;
  /** `16:36`. */
  readonly end: string;
  readonly isAgenda: boolean;
}

/** Every end of the session that was told while it ran: the end of a phase is none, nor one that a second press would mean. */
export function endsPromised({ messages, summary }: Seen): readonly Promised[] {
  const before = summary === null ? messages : messages.slice(0, messages.indexOf(summary));
  return before.flatMap((each) => {
    const words = wordsOfEnd(each);
    const end = words?.exec(each.lines.join('\n'))?.[1];
    return end === undefined ? [] : [{ at: each.at, end, isAgenda: each.lines[0] === 'Agenda' }];
  });
}

function wordsOfEnd(message: Sent): RegExp | null {
  const [title = ''] = message.lines;
  if (isPhaseCard(message) || title === 'Where we are') return /session ends at (\d\d:\d\d)/;
  if (title === 'Agenda') return /Ends at (\d\d:\d\d)/;
  return message.lines.length === 1 && !/Once more/.test(title) ? /(?:session (?:now )?ends|end it) at (\d\d:\d\d)/ : null;
}

/** Spans in which a card said that the session was paused. */
export function pausesIn({ messages }: Seen): readonly { readonly from: Instant; readonly to: Instant }[] {
  return messages.filter((each) => isPost(each) && each.lines[0] === 'Paused').map((card) => {
    const over = messages.find((each) => each.messageId === card.messageId && each.act === 'edit' && /resumed|has ended/.test(each.lines.join('\n')));
    return { from: card.at, to: over?.at ?? Infinity };
  });
}

/** Every object of a card, whatever holds it. */
export function partsOf(part: unknown): readonly Json[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  const own = part as Json;
  return [own, ...Object.entries(own).filter(([key]) => key !== 'fallback').flatMap(([, inner]) => partsOf(inner))];
}

/** Buttons that are shown; what a card refreshes itself by is none. */
export const actionsOf = (body: Json): readonly Json[] => partsOf({ ...cardOf(body), refresh: null }).filter(({ type, title }) => String(type).startsWith('Action.') && typeof title === 'string');
export const hasInputs = (body: Json): boolean => partsOf(cardOf(body)).some(({ type }) => String(type).startsWith('Input.'));

/** Names of those a message mentions. */
export const mentionsOf = (body: Json): readonly string[] => partsOf(body).filter(({ type }) => type === 'mention')
  .flatMap(({ mentioned }) => (typeof mentioned === 'object' && mentioned !== null && 'name' in mentioned ? [String(mentioned.name)] : []));
