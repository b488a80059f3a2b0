// Card templates: read and compiled once at start, then filled with a flat view. The only importer of the templating
// library. A broken template stops the start, not a session.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * What a template may be given. No null and no undefined: the library throws on the one and prints the path of the
 * other (platform.md, Cards). Absent is '' or an empty list, asked for with `$when`.
 */
export type Shown = string | number | boolean | readonly Shown[] | { readonly [field: string]: Shown };
export type View = Readonly<Record<string, Shown>>;
export type CardJson = Readonly<Record<string, unknown>>;

/** What we use of the library. Its own types lead into the sources of another package, which do not compile as strictly as ours. */
interface Templating {
  readonly Template: new (source: unknown) => { expand(context: { readonly $root: View }): unknown };
}
const { Template } = createRequire(import.meta.url)('adaptivecards-templating') as Templating;

const folder = join(import.meta.dirname, '..', '..', 'cards');

/**
 * Loads `cards/<name>.json`. Throws an Error that names the file when it is missing, not JSON, not a card or holds an
 * expression that cannot be read.
 */
export function loadTemplate(name: string): (view: View) => CardJson {
  const file = join(folder, `${name}.json`);
  try {
    const source: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isCard(source)) throw new Error('not an AdaptiveCard');
    const template = new Template(source);
    // The library takes people's text as data: `${…}` in it is never evaluated.
    return (view) => expanded(template.expand({ $root: view }), name);
  } catch (cause) {
    throw new Error(`card template ${file}`, { cause });
  }
}

function expanded(card: unknown, name: string): CardJson {
  if (!isCard(card)) throw new Error(`card template ${name} did not give a card`);
  return card;
}

function isCard(json: unknown): json is CardJson {
  return typeof json === 'object' && json !== null && 'type' in json && json.type === 'AdaptiveCard';
}
