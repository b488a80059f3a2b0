// A file that somebody sends in the 1:1 chat: its link becomes the artefact of their write-up (domain.md 1.5). It stays
// where Teams keeps it, and is never fetched.

import type { ConversationId } from '../core/keys.ts';
import type { GivenFile } from '../core/messages.ts';
import { type Caller, type Desk, refusal, type Reply, zoneOf } from './desk.ts';
import { keptFrom } from './access.ts';
import { formOf } from './problem-form.ts';
import { toProblem } from './problem-saving.ts';

/** Keeps the first of the files; somebody in several communities is asked which write-up is meant, as for `problem`. */
export async function takeFiles(desk: Desk, caller: Caller, [file]: readonly GivenFile[]): Promise<Reply> {
  const { arrival, community, communities } = caller;
  if (arrival.place !== 'personal') return refusal({ reason: 'file-elsewhere' });
  if (file?.link == null) return refusal({ reason: 'file-unreadable' });
  if (community === null) return refusal({ reason: 'no-community' });
  if (communities.length < 2) return keepFile(desk, caller, { community, file });
  const choices = communities.map(({ conversation, name, lastAt }) => ({ id: conversation, name, lastAt }));
  return { card: 'which-community', zone: zoneOf(null), command: '', file, communities: choices };
}

/** The file in the write-up for this community, and the form as it is now. */
export async function keepFile(desk: Desk, caller: Caller, { community, file }: { readonly community: ConversationId; readonly file: GivenFile }): Promise<Reply> {
  const { tenant, by } = caller;
  const kept = await keptFrom(desk, { ...caller, community }, 'session');
  if (kept !== null) return kept;
  const { name, link } = file;
  if (link === null) return refusal({ reason: 'file-unreadable' });
  await toProblem(desk, caller, { community, event: { type: 'file-given', tenant, community, by, name, link } });
  return formOf(desk, caller, { community, besides: { keptFile: name } });
}
