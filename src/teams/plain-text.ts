// What a person typed, as plain text: the bot's mention removed, entities decoded, controls that could mislead a reader
// or a parser taken out. Pure.

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Decodes once: what was written as `&amp;lt;` stays `&lt;`. */
function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code.toLowerCase()] ?? whole;
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/**
 * Removes control, zero-width and bidirectional characters, and lone halves of surrogate pairs. The zero-width joiner
 * stays between pictures, where it makes one of several.
 */
export function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D|\u200D(?!\p{Extended_Pictographic})/gu, '')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\u00A0\u202F]/g, ' ');
}

/** Text of a message without the marks in `mentions` (`<at>Turnstone</at>` as they stand in it), trimmed. */
export function plainText(text: string, mentions: readonly string[]): string {
  const bare = mentions.reduce((left, mention) => (mention === '' ? left : left.replaceAll(mention, ' ')), text);
  const others = bare.replace(/<at(?:\s[^>]*)?>([^<]*)<\/at>/gi, '$1');
  return withoutControls(decodeEntities(others)).replace(/[ \t]+/g, ' ').trim();
}

/** A name to show: clean, on one line, at most 80 characters; `Someone` when there is none. */
export function plainName(name: string | null | undefined): string {
  const clean = withoutControls(name ?? '').replace(/\s+/g, ' ').trim();
  const cut = Array.from(clean).slice(0, 80).join('').trim();
  return cut === '' ? 'Someone' : cut;
}
