// The texts of a card in reading order, as a person would read them. A block of text runs is one text.

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every visible text of a card's JSON; mention tags are left out. */
export function textsOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (!isJson(part)) return [];
  if (Array.isArray(part['inlines'])) return [(part['inlines'] as readonly unknown[]).map((run) => (isJson(run) && typeof run['text'] === 'string' ? run['text'] : '')).join('')];
  const own = part['type'] === 'TextBlock' ? [String(part['text']).replaceAll(/<\/?at>/g, '')] : [];
  const inner = Object.entries(part).filter(([key]) => !['fallback', 'data', 'msteams'].includes(key)).flatMap(([, value]) => textsOf(value));
  return [...own, ...inner].filter((text) => text.trim() !== '');
}
