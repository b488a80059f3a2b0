// The templates as files: only what phones draw, every path a field of the view, every field used.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { catalog, viewOf } from '../../src/cards/catalog.ts';
import { createKit } from '../../src/cards/kit.ts';
import { loadTemplate } from '../../src/cards/template.ts';
import { en } from '../../src/texts/en.ts';
import { allSamples } from './samples.ts';
import { isRecord, nodesOf, type Json } from './walk.ts';

const folder = join(import.meta.dirname, '..', '..', 'cards');
const names = Object.keys(catalog).sort();
const sourceOf = (name: string): Json => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Json;

/** What Teams draws on a desktop alone; elsewhere it is dropped, and the card says the same in words. */
const droppedTypes = new Set(['Chart.HorizontalBar.Stacked']);

/** Adaptive Cards 1.2, and `Action.Execute` with its fallback (platform.md, Cards). No image, no table, no columns. */
const allowedTypes = new Set([
  'AdaptiveCard', 'TextBlock', 'RichTextBlock', 'TextRun', 'Container', 'ActionSet', 'Action.Execute', 'Action.Submit', 'Action.OpenUrl',
  'Input.Text', 'Input.Date', 'Input.Time', 'Input.ChoiceSet', 'Input.Toggle',
]);

test('every template has an entry in the catalogue, and every entry a template', () => {
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.json`).sort());
});

test('a template that is missing or broken stops the start and is named', () => {
  expect(() => loadTemplate('no-such-card')).toThrow(/no-such-card\.json/);
});

describe.each(names)('cards/%s.json', (name) => {
  const source = sourceOf(name);

  test('is version 1.5 with a fallback text and only elements that phones draw', () => {
    expect(source['version']).toBe('1.5');
    expect(source['fallbackText']).toBe('${summary}');
    const types = nodesOf(source).flatMap(({ type }) => (typeof type === 'string' ? [type] : []));
    expect(types.filter((type) => !allowedTypes.has(type) && !droppedTypes.has(type))).toEqual([]);
    for (const node of nodesOf(source)) if (droppedTypes.has(String(node['type']))) expect(node['fallback']).toBe('drop');
  });

  test('has every Execute inside an ActionSet, with a Submit of the same data as fallback', () => {
    const sets = nodesOf(source).filter(({ type }) => type === 'ActionSet').flatMap(({ actions }) => actions as readonly Json[]);
    const actions = nodesOf(source).filter(({ type }) => String(type).startsWith('Action.'));
    expect(actions.length).toBe(sets.length);
    expect(source).not.toHaveProperty('actions');
    for (const { type, title, data, fallback } of actions.filter((action) => action['type'] !== 'Action.OpenUrl')) {
      expect(type).toBe('Action.Execute');
      expect(fallback).toMatchObject({ type: 'Action.Submit', title, data });
    }
  });

  test('labels every input, gives every required one a message, and wraps every text', () => {
    for (const node of nodesOf(source)) {
      if (String(node['type']).startsWith('Input.')) expect(String(node['label'])).toMatch(/^\$\{.+\}$/);
      if (node['isRequired'] === true) expect(String(node['errorMessage'])).toMatch(/^\$\{.+\}$/);
      if (node['type'] === 'TextBlock') expect(node['wrap']).toBe(true);
    }
  });

  test('names only fields of its view, and uses every one', () => {
    const samples = allSamples.filter(({ message }) => message.card === name);
    const views = samples.flatMap(({ message }) => [0, 2].map((level) => viewOf(message.card, message, createKit(en, level))));
    const used = new Set<string>();
    follow(source, { items: views, at: '' }, { root: views, used });
    const known = new Set(views.flatMap((view) => fieldsOf(view, '')));
    expect([...known].filter((field) => !used.has(field)).sort()).toEqual([]);
  });
});

/** What the paths of a part of a template mean: the items it is drawn for, and where they stand in the view. */
interface Scope {
  readonly items: readonly unknown[];
  readonly at: string;
}
interface Walk {
  readonly root: readonly unknown[];
  readonly used: Set<string>;
}

function follow(node: unknown, scope: Scope, walk: Walk): void {
  if (typeof node === 'string') {
    pathsOf(node).forEach((path) => read(path, scope, walk));
    return;
  }
  if (Array.isArray(node)) return node.forEach((child) => { follow(child, scope, walk); });
  if (!isRecord(node)) return;
  const { $data, ...rest } = node;
  const inner = typeof $data === 'string' ? read(pathsOf($data)[0] ?? '', scope, walk) : scope;
  const opened = typeof $data === 'string' ? { ...inner, items: inner.items.flat() } : inner;
  for (const child of Object.values(rest)) follow(child, opened, walk);
}

/** The identifiers of an expression, without its string literals and functions. */
function pathsOf(text: string): readonly string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)].flatMap(([, expression = '']) =>
    [...expression.replace(/'[^']*'/g, '').matchAll(/\$?[a-zA-Z][\w.]*(?!\w*\()/g)].map(([path]) => path));
}

/** Looks a path up in every item of the scope: all must have it, and there must be one. */
function read(path: string, scope: Scope, { root, used }: Walk): Scope {
  const isRoot = path.startsWith('$root.');
  const steps = path.replace('$root.', '').split('.');
  let items = isRoot ? root : scope.items;
  let at = isRoot ? '' : scope.at;
  expect({ path, at, itemCount: items.length }).not.toMatchObject({ itemCount: 0 });
  for (const step of steps) {
    expect(items.filter((item) => !isRecord(item) || !Object.hasOwn(item, step) || item[step] === undefined)).toEqual([]);
    items = items.map((item) => (item as Json)[step]);
    at = at === '' ? step : `${at}.${step}`;
    used.add(at);
  }
  return { items, at };
}

/** Fields that a template can name; what is handed over whole (the data of a button, a mention) counts as one. */
function fieldsOf(value: unknown, at: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, at));
  if (!isRecord(value) || /(^|\.)(data|entities)$/.test(at)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const path = at === '' ? key : `${at}.${key}`;
    return [path, ...fieldsOf(child, path)];
  });
}
