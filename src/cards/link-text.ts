// Links that people give, and links inside a text, as Markdown.

const linkMaxChars = 2_000;

/** An address of the web, short enough to be shown whole: one that was cut leads nowhere. */
export const isShownLink = (url: string): boolean => url.length <= linkMaxChars && /^https:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(url);

/** Brackets and spaces would end a link early, and a sharp one begin a tag. */
const linkTarget = (url: string): string => url.replace(/[()<>\s]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** `title` is a text of ours. */
export const linkTo = (title: string, url: string): string => `[${title}](${linkTarget(url)})`;
