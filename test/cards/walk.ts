// Reads a card the way a person or a client does: its nodes in order, its texts, its inputs, its buttons.

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object in the card, parents first, in reading order; what only a fallback holds, and what a client asks by itself, is left out. */
export function nodesOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isRecord(value)) return [];
  return [value, ...Object.entries(value).flatMap(([key, child]) => (key === 'data' || key === 'fallback' || key === 'msteams' || key === 'refresh' ? [] : nodesOf(child)))];
}

/** Of one type, or of a family ("Input.", "Action."). */
export const ofType = (card: unknown, prefix: string): readonly Json[] =>
  nodesOf(card).filter(({ type }) => typeof type === 'string' && type.startsWith(prefix));

/** Texts as they are read: a TextBlock, or the runs of a RichTextBlock in one. */
export function textsOf(card: unknown): readonly string[] {
  return nodesOf(card).flatMap((node) => {
    if (node['type'] === 'TextBlock') return [String(node['text'])];
    if (node['type'] !== 'RichTextBlock') return [];
    return [ofType(node['inlines'], 'TextRun').map(({ text }) => String(text)).join('')];
  });
}

export const titlesOf = (card: unknown): readonly string[] => ofType(card, 'Action.').map(({ title }) => String(title));

/** Every string anywhere in a value, with the key it stands under. */
export function stringsOf(value: unknown, key = ''): readonly { readonly key: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => stringsOf(item, key));
  return isRecord(value) ? Object.entries(value).flatMap(([name, child]) => stringsOf(child, name)) : [];
}
