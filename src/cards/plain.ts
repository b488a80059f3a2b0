// How people's words leave again: for a TextRun, for a name inside Markdown, and for other Markdown. What a client
// would act on (mentions, dates, links, invisible controls) is made harmless; everything else stays as it was typed.

/** Names are shown with at most this many UTF-16 characters. */
export const nameMaxChars = 60;

const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Controls nobody sees: C0 save tab and newline, DEL, C1, soft hyphen, bidirectional and zero-width characters. */
const unseen =
  /(?![\t\n])\p{Cc}|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** What an emoji needs of them: the joiner between two pictures, and the tags that make a black flag England's. */
const emojiParts =
  /(?<=\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?)\u200d(?=\p{Extended_Pictographic})|(?<=\u{1f3f4})[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/u;

const keptOrUnseen = new RegExp(`(${emojiParts.source})|${unseen.source}`, 'gu');

/** The text without what nobody can see; line ends become `\n`, tabs spaces, broken surrogates U+FFFD. */
function seenText(text: string): string {
  return text
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replaceAll('\t', ' ')
    .replace(keptOrUnseen, (_found, kept: string | undefined) => kept ?? '');
}

/**
 * People's text for a TextRun, which reads no Markdown. Teams still acts on `<at>`, `{{DATE(` and `{{TIME(` there
 * (reliability.md 2); a space takes that from them and leaves them readable. Applying it twice changes nothing more.
 */
export function plainText(text: string): string {
  return seenText(text)
    .replace(/\{(?=\{\s*(?:DATE|TIME)\s*\()/gi, '{ ')
    .replace(/<(?=\/?at\b)/gi, '< ');
}

/** Look-alikes that mean nothing in Markdown. A backslash would be shown by some clients, and always in a mention. */
const lookAlikes: Readonly<Record<string, string>> = {
  '*': '∗', '_': 'ˍ', '`': '’', '~': '∼', '#': '＃', '|': '∣', '\\': '∖', '<': '‹', '>': '›', '[': '(', ']': ')',
  '-': '‐', '+': '＋', '=': '＝',
};
const lookAlike = (mark: string): string => lookAlikes[mark] ?? '';

/**
 * A person's name for a Markdown TextBlock or a mention: one line of at most {@link nameMaxChars} characters in which
 * nothing is Markdown, a tag, an entity or a link. A name of which nothing can be seen is a question mark.
 */
export function plainName(name: string): string {
  const oneLine = plainText(name).replace(/\s+/gu, ' ').trim();
  const harmless = clipped(oneLine, nameMaxChars)
    .replace(/[*_`~#|\\<>[\]]/g, lookAlike)
    .replace(/^[-+=]/, lookAlike)
    .replace(/^(\d+)[.)](?=\s|$)/, '$1․')
    .replace(/&(?=#?\w+;)/g, '＆')
    .replace(/:(?=\S)/g, '∶')
    .replace(/(?<=\bwww|[\p{L}\p{N}\p{M}](?=\.[\p{L}\p{N}-][\p{L}\p{N}\p{M}-]))\./giu, '․');
  return harmless === '' ? '?' : harmless;
}

/** At most `maxChars` UTF-16 characters, cut between two characters as people count them, the cut marked by `…`. */
function clipped(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (kept.length + segment.length > maxChars - 1) break;
    kept += segment;
  }
  // One letter under more accents than fit: as many of them as do.
  return `${kept === '' ? text.slice(0, maxChars - 1).replace(/[\ud800-\udbff]$/, '') : kept.trimEnd()}…`;
}

/**
 * People's text inside Markdown (CommonMark with GitHub's additions: a file, or a line in the chat), so that it shows
 * as typed: marks escaped where they would mean something, lines broken and spaces kept as they were. An address is
 * no link: inside one, the escapes would be shown. `indent` starts each further line, for text in a list item.
 */
export function markdownText(text: string, indent = ''): string {
  return seenText(text)
    .replace(/[\\`*_[|~$]|:(?=\/\/)|(?<=\bwww)\.|(?<=\{)\{/gi, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^( *)([-+=>#])/gm, '$1\\$2')
    .replace(/^( *\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/(?<=^| ) /gm, '\u00a0')
    .replaceAll('\n', `\\\n${indent}`);
}
