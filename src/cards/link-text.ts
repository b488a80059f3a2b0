// Links: whether people's own lead anywhere, and links inside a text, as Markdown.

/** Brackets and spaces would end a link early, and a sharp one begin a tag. */
const linkTarget = (url: string): string => url.replace(/[()<>\s]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** `title` is a text of ours. */
export const linkTo = (title: string, url: string): string => `[${title}](${linkTarget(url)})`;

const linkMaxChars = 2_000;
/** One that was cut leads nowhere, and one without https is none of ours to offer. */
export const isWholeLink = (url: string): boolean => url.length <= linkMaxChars && /^https:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(url);
