// What every view is handed: words, times, people's text made harmless, lists that end in "and 12 more". A level says
// how much must be left out: a card that comes out too long is drawn again one level higher (render.ts).

import { plainName, plainText } from './plain.ts';
import type { Shown, View } from './template.ts';
import { createWhen, type When } from './when.ts';
import type { ButtonOrigin, Named } from '../core/messages.ts';
import type { PhaseId } from '../core/protocols/protocol.ts';
import type { PhaseText } from '../texts/en/phases.ts';
import type { Say } from '../texts/say.ts';
import type { Texts } from '../texts/texts.ts';

export type Verb = keyof Texts['buttons'];

export interface Kit {
  readonly texts: Texts;
  readonly when: When;
  readonly say: Say;
  /** 0 shows everything; each level above halves the room for lists and for people's text. */
  readonly level: number;
  phase(id: PhaseId): PhaseText;
  /** What a protocol is called; its id where this language has no words for it. */
  protocolTitle(id: string): string;
  /** People's text for a TextRun, at most `maxChars` characters at level 0, cut with "…". */
  text(raw: string, maxChars: number): string;
  /** The first items, at most `max` at level 0, and how many are left out. */
  few<T>(items: readonly T[], max: number): { readonly shown: readonly T[]; readonly moreCount: number };
  /** A button: its verb stands in the data too, for clients that send the Submit fallback (platform.md, Cards). */
  button(verb: Verb, data?: View): View;
  /** A button of a session's card. */
  sessionButton(verb: Verb, origin: ButtonOrigin, data?: View): View;
}

/** Buttons in rows of at most `perRow`: a telephone squeezes what stands in one row. No buttons, no rows. */
export function rowsOf(buttons: readonly View[], perRow: number): readonly View[] {
  const starts = buttons.map((_, index) => index).filter((index) => index % perRow === 0);
  return starts.map((start) => ({ buttons: buttons.slice(start, start + perRow) }));
}

/** At most this many names stand in one line before "and 12 more". */
const lineNamesMax = 24;

/** One kit per level, made once per language: pure but for the cache of date formats. */
export function createKit(texts: Texts, level: number): Kit {
  const when = createWhen(texts.when);
  const room = (max: number): number => Math.max(1, Math.floor(max / 2 ** level));
  const phase = (id: PhaseId): PhaseText => entryOf<PhaseText>(texts.phases, id) ?? { title: id, line: '', example: '' };
  const few = <T>(items: readonly T[], max: number): { shown: readonly T[]; moreCount: number } =>
    ({ shown: items.slice(0, room(max)), moreCount: Math.max(0, items.length - room(max)) });
  const button = (verb: Verb, data: View = {}): View => ({ title: texts.buttons[verb], verb, data: { verb, ...data } });
  return {
    texts, when, level, phase, few, button,
    protocolTitle: (id) => entryOf<{ readonly title: string }>(texts.protocols, id)?.title ?? id,
    say: createSay(texts, when, { phase, few }),
    text: (raw, maxChars) => shortened(plainText(raw), room(maxChars)),
    sessionButton: (verb, { session, rev }, data = {}) => button(verb, { session, rev, ...data }),
  };
}

function createSay({ people, problem: { npqAreas } }: Texts, when: When, { phase, few }: Pick<Kit, 'phase' | 'few'>): Say {
  const list = (raw: readonly string[], wordBefore: (last: string) => string): string => {
    const { shown, moreCount } = few(raw, lineNamesMax);
    const all = [...shown.map(plainName), ...(moreCount > 0 ? [people.more(moreCount)] : [])];
    const last = all.at(-1) ?? '';
    return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${wordBefore(last)} ${last}`;
  };
  return {
    name: plainName,
    names: (raw) => list(raw, people.and),
    // One person may stand for several parts: the chair as problem owner is named once.
    anyOf: (raw) => list([...new Set(raw)], people.or),
    time: when.time,
    date: when.date,
    length: when.length,
    day: when.day,
    area: (area) => npqAreas[area],
    phase: (id) => phase(id).title,
    mention: (name, teamsId) => (teamsId === null ? plainName(name) : mentionTag(name)),
  };
}

/** `<at>Name</at>`: must stand in the text exactly as in its entity. */
export const mentionTag = (name: string): string => `<at>${plainName(name)}</at>`;

/** The entity of a mention inside a card; none for somebody who cannot be mentioned. */
export function mentionEntities({ name, teamsId }: Named): readonly Shown[] {
  return teamsId === null ? [] : [{ type: 'mention', text: mentionTag(name), mentioned: { id: teamsId, name: plainName(name) } }];
}

/** The words for an id that comes from data; undefined when this language has none. */
export function entryOf<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** Cut by UTF-16 units, never through a surrogate pair. */
function shortened(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return `${text.slice(0, Math.max(0, maxChars - 1)).toWellFormed().replace(/\ufffd$/, '').trimEnd()}…`;
}
