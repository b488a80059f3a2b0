// What a person reads of a message: its lines in reading order, without what is only there for clients. Pure.

import { cardOf } from './card-buttons.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lines of a part of a card: a paragraph of runs is one line. */
function linesIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(linesIn);
  if (!isJson(part)) return [];
  if (part.type === 'RichTextBlock') return [runsOf(part.inlines)];
  const own = part.type === 'TextBlock' && typeof part.text === 'string' ? [part.text] : [];
  const inputs = typeof part.label === 'string' ? [part.label, ...(typeof part.value === 'string' && part.value !== '' ? [part.value] : [])] : [];
  const inner = ['body', 'items', 'columns'].flatMap((name) => linesIn(part[name]));
  return [...own, ...inputs, ...inner];
}

const runsOf = (inlines: unknown): string =>
  (Array.isArray(inlines) ? inlines.map((run: unknown) => (isJson(run) ? String(run.text) : String(run))).join('') : '');

/** The lines of an activity: of its card, or its text. */
export function linesOf(activity: Json): readonly string[] {
  const card = cardOf(activity);
  return card === null ? [typeof activity.text === 'string' ? activity.text : ''] : linesIn(card);
}

/** The lines of what was answered to a press: a card or one line for the presser alone. */
export function linesOfAnswer(body: unknown): readonly string[] {
  if (!isJson(body)) return [];
  return isJson(body.value) ? linesIn(body.value) : [String(body.value)];
}

/** The card that was answered to a press, or null. */
export const cardOfAnswer = (body: unknown): Json | null => (isJson(body) && isJson(body.value) && body.value.type === 'AdaptiveCard' ? body.value : null);

/** The address of a link or of an `Action.OpenUrl` of the message; null when it has none. */
export function linkIn(activity: Json): string | null {
  const text = JSON.stringify(cardOf(activity) ?? activity);
  return /https?:\/\/127\.0\.0\.1:\d+\/records\/[\w.-]+/.exec(text)?.[0] ?? null;
}
