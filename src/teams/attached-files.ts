// Files that somebody sends to the bot. In the 1:1 chat Teams puts them into the sender's OneDrive and tells name and
// link (learn.microsoft.com, "Send and receive files using bot"); the short-lived address for downloading, which it tells
// too, is never read.

import { z } from 'zod';
import type { GivenFile } from '../core/messages.ts';
import { fieldMaxChars } from '../core/problem/write-up.ts';
import type { Activity } from './activity.ts';
import { withoutControls } from './plain-text.ts';

const nameMaxChars = 200;

/** How a file comes in the 1:1 chat; elsewhere, where Teams tells of one at all, as a reference. */
const kinds = ['application/vnd.microsoft.teams.file.download.info', 'reference'] as const;
const fileSchema = z.object({ contentType: z.enum(kinds), contentUrl: z.string().nullish().catch(null), name: z.string().nullish().catch(null) });

/** The files among an activity's attachments; others, such as the text as HTML, are none. */
export function filesOf({ attachments }: Activity): readonly GivenFile[] {
  return (attachments ?? []).flatMap((attachment) => {
    const parsed = fileSchema.safeParse(attachment);
    return parsed.success ? [{ name: nameOf(parsed.data.name ?? ''), link: linkOf(parsed.data.contentUrl ?? '') }] : [];
  });
}

/** Null for what is no address on https, or too long to stand in a write-up: cut, a link leads nowhere. */
function linkOf(raw: string): string | null {
  const link = raw.trim();
  const url = URL.parse(link);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.href.length <= fieldMaxChars ? url.href : null;
}

function nameOf(raw: string): string {
  const name = withoutControls(raw).replace(/\s+/g, ' ').trim();
  return name === '' ? '?' : Array.from(name).slice(0, nameMaxChars).join('');
}
