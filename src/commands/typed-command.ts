// What somebody typed, from the text to what it does. In the 1:1 chat someone in several communities is asked first
// which is meant, and until they choose nothing is done (product.md 3).

import { traceOfPlace } from '../app/traces.ts';
import { keptFrom } from './access.ts';
import type { Command } from './command.ts';
import { type Caller, type Desk, memberOf, refusal, type Reply, zoneOf } from './desk.ts';
import { type Parsed, parseCommand } from './parse.ts';
import { commands } from './registry.ts';
import { whereTyped } from './rehearsing.ts';
import { commandWords, menuWords } from './words.ts';

/** A command longer than this is not carried to and fro on a card: it would be refused, whichever community it is for. */
const carriedChars = 2_100;

/** Runs the command that `text` begins with. A text that is none is one short line. */
export async function typedCommand(desk: Desk, caller: Caller, text: string): Promise<Reply> {
  const isLocal = desk.clockControl !== null;
  const parsed = parsedOf(caller, text, commands.filter(({ where }) => where !== 'local' || isLocal));
  if (parsed.kind === 'unknown') return refusal({ reason: 'unknown-command', suggestion: parsed.suggestion });
  const { command, words } = parsed;
  const where = await whereTyped(desk, caller, command.name);
  const question = await questionFor(desk, where, { command, text });
  if (question !== null) return question;
  const kept = command.shows === undefined ? null : await keptFrom(desk, where, command.shows);
  if (kept !== null) return kept;
  desk.log.info('command.taken', { ...traceOfPlace(caller.arrival.address), command: command.name });
  return command.run(desk, where, words);
}

/** Whether `text` begins with a command. */
export const namesCommand = (caller: Caller, text: string): boolean => parsedOf(caller, text, commands).kind === 'command';

/** The words of the chat come first; what is none of them may have been chosen from the menu of the person's own Teams. */
function parsedOf(caller: Caller, text: string, among: readonly Command[]): Parsed {
  const parsed = parseCommand(text, among, commandWords(caller));
  const chosen = parsed.kind === 'command' ? parsed : parseCommand(text, among, menuWords(caller));
  return chosen.kind === 'command' ? chosen : parsed;
}

/** What stands between the caller and the command; null for nothing. */
async function questionFor(desk: Desk, caller: Caller, { command: { name, where }, text }: { readonly command: Command; readonly text: string }): Promise<Reply> {
  if (where === 'in-community' && caller.arrival.place === 'personal') return refusal({ reason: name === 'start' ? 'start-in-private' : 'community-only' });
  if (where !== 'for-community') return null;
  if (caller.community === null) return refusal(await hasLeftAll(desk, caller) ? { reason: 'not-yours-to-see', who: 'members' } : { reason: 'no-community' });
  if (caller.communities.length < 2) return null;
  if (text.length > carriedChars) return refusal({ reason: 'too-long', what: 'note', maxChars: carriedChars, lengthChars: text.length });
  const communities = caller.communities.map(({ conversation, name, lastAt }) => ({ id: conversation, name, lastAt }));
  return { card: 'which-community', zone: zoneOf(null), command: text, communities };
}

/** Of no community any more: what they belonged to is for those who still do. */
const hasLeftAll = async (desk: Desk, { tenant, by }: Caller): Promise<boolean> => ((await memberOf(desk, tenant, by.id))?.formerly.length ?? 0) > 0;
