// The modules of a pair as people write them: a line for each, the insight module first, then the application module that
// is done together after it (guidance, domain.md 2).

import type { ModulePair } from './agreement.ts';
import type { AgreementFault } from './agreement-form.ts';

/** A programme has far fewer. */
const modulesMax = 40;
const nameMaxChars = 120;

/** `>`, arrows and tabs; without any of those a single semicolon or comma. */
const arrows = /\s*(?:[-=–—]*>|→|⇒|\t)\s*/u;
const marks = [/^([^;]+);([^;]+)$/u, /^([^,]+),([^,]+)$/u];
/** `1. Insight …`, `- Insight …`. */
const bullet = /^(?:\d{1,2}[.)]|[-*•])\s+/u;

/** The modules of `text`; faults name the lines, counted from 1. A line without a mark between is an application module alone. */
export function readModules(text: string): { readonly modules: readonly ModulePair[]; readonly faults: readonly AgreementFault[] } {
  const lines = text.split('\n').map((line) => line.trim().replace(bullet, ''));
  const modules = lines.filter((line) => line !== '').map(moduleIn);
  const isLong = (line: string): boolean => Object.values(moduleIn(line)).some((name: string) => name.length > nameMaxChars);
  const long = lines.flatMap((line, index) => (isLong(line) ? [String(index + 1)] : []));
  const faults: readonly AgreementFault[] = [...(modules.length > modulesMax ? [{ is: 'modules-many', options: [String(modulesMax)] } as const] : []), ...(long.length > 0 ? [{ is: 'modules-long', options: long } as const] : [])];
  return { modules, faults };
}

function moduleIn(line: string): ModulePair {
  const arrow = arrows.exec(line);
  if (arrow !== null) return named(line.slice(0, arrow.index), line.slice(arrow.index + arrow[0].length));
  const [, insight = '', application = line] = marks.map((mark) => mark.exec(line)).find((found) => found !== null) ?? [];
  return named(insight, application);
}

/** An arrow behind which nothing stands is none. */
const named = (insight: string, application: string): ModulePair =>
  (application.trim() === '' ? { insight: '', application: insight.trim() } : { insight: insight.trim(), application: application.trim() });

/** The same as lines to be changed and read again. */
export const modulesText = (modules: readonly ModulePair[]): string =>
  modules.map(({ insight, application }) => (insight === '' && moduleIn(application).insight === '' ? application : `${insight} > ${application}`.trim())).join('\n');
