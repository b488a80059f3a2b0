// The words people type, in the language they are spoken to in. English works everywhere (product.md 3); a language adds
// its own (texts/<language>/typed.ts). What stands behind a command is brought to the English form here, once.

import { splitNames } from '../core/names.ts';
import type { Typed } from '../texts/en/typed.ts';
import { languageOfLocale, textsFor } from '../texts/languages.ts';
import type { Caller } from './desk.ts';

const english = textsFor(null).typed;

const typedBy = ({ arrival }: Pick<Caller, 'arrival'>): Typed => textsFor(arrival.address.language).typed;

/** Names of commands beyond the English ones. */
export const commandWords = (caller: Pick<Caller, 'arrival'>): Typed['commands'] => typedBy(caller).commands;

/** Those of the person's own Teams, which offers commands in its language whatever is spoken in the chat (manifest/cy.json). */
export const menuWords = ({ arrival }: Pick<Caller, 'arrival'>): Typed['commands'] => textsFor(languageOfLocale(arrival.locale)).typed.commands;

/** `Aisha, Ben a Chloe` as names. */
export function namesIn(words: string, caller: Caller): readonly string[] {
  const ands = typedBy(caller).and.map((word) => new RegExp(`\\s${word}\\s`, 'giu'));
  return splitNames(ands.reduce((text, and) => text.replace(and, ', '), words));
}

/** Whom `break up Aisha` names; null for anything else. */
export function namesToBreakUp(words: string, caller: Caller): readonly string[] | null {
  const line = words.trim().replace(/\s+/g, ' ');
  const said = [...typedBy(caller).breakUp, ...english.breakUp].find((verb) => `${line.toLowerCase()} `.startsWith(`${verb} `));
  return said === undefined ? null : namesIn(line.slice(said.length), caller);
}

/** `Jo with a problem`: the name, and whether the rest was said. */
export function nameWithProblem(words: string, caller: Caller): { readonly name: string; readonly hasProblem: boolean } {
  const line = words.replace(/\s+/g, ' ').trim().replace(/ ?\.$/, '');
  const said = [...typedBy(caller).withProblem, ...english.withProblem].find((tail) => ` ${line}`.toLowerCase().endsWith(` ${tail}`));
  return said === undefined ? { name: words.trim(), hasProblem: false } : { name: line.slice(0, -said.length).trim(), hasProblem: true };
}

/** `14 Mawrth`, `14eg o Fawrth` as `14 march`; anything else as it was typed. */
export function birthdayWords(words: string, caller: Caller): string {
  const { months } = typedBy(caller);
  const [, day = '', month = ''] = /^(\d{1,2})\p{L}*\s+(?:\p{L}{1,2}\s+)?(\p{L}+)$/u.exec(words.trim()) ?? [];
  const at = months.indexOf(month.toLowerCase());
  return at < 0 ? words : `${day} ${english.months[at % english.months.length] ?? month}`;
}

/** The last `by <name>` or `on <area>` of what was typed behind `history`; null where nothing is chosen by either. */
export function filterWords(line: string, caller: Pick<Caller, 'arrival'>): { readonly filter: 'by' | 'on'; readonly before: string; readonly named: string } | null {
  const typed = typedBy(caller);
  const all = new Map((['by', 'on'] as const).flatMap((filter) => [...typed[filter], ...english[filter]].map((word) => [word, filter] as const)));
  const parts = line.split(' ');
  const at = parts.findLastIndex((word, n) => n < parts.length - 1 && all.has(word.toLowerCase()));
  const filter = all.get(parts[at]?.toLowerCase() ?? '');
  return filter === undefined ? null : { filter, before: parts.slice(0, at).join(' '), named: parts.slice(at + 1).join(' ') };
}

/** `Cwrdd erbyn dydd Gwener` as the text before the last `by` and the words of a date after it, in English; undefined without one. */
export function endingIn(words: string, caller: Caller): { readonly text: string; readonly due: string } | undefined {
  const bys = [...english.byDate, ...typedBy(caller).byDate].join('|');
  const { text, due } = new RegExp(`^(?<text>[^]*\\S)\\s+(?:${bys})\\s+(?<due>\\S.{0,60})$`, 'iu').exec(words.trim())?.groups ?? {};
  return text === undefined || due === undefined ? undefined : { text, due: dateWords(due, caller) };
}

/** `dydd Gwener nesaf`, `12fed o Fawrth` as `friday next`, `12th march`; anything else, and what a date input sends, as it was typed. */
export function dateWords(words: string, caller: Caller): string {
  const { months, dates } = typedBy(caller);
  // The days first, since Tuesday and March are one word in Welsh; of months English has the same number in its own order.
  const english12 = months.map((month, index): readonly [string, string] => [month, english.months[index % english.months.length] ?? month]);
  const known = [...Object.entries(dates).toSorted(([a], [b]) => b.length - a.length), ...english12];
  const said = words.trim().toLowerCase().replace(/(\d)(?:af|il|ydd|ed|fed|eg|ain)(?!\p{L})/gu, '$1th');
  const put = known.reduce((text, [own, inEnglish]) => text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${own}(?![\\p{L}\\p{N}])`, 'gu'), inEnglish), said);
  return typedBy(caller) === english ? words : put.replace(/\s+/g, ' ').trim();
}
