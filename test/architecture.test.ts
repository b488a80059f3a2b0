// Holds the shape that ARCHITECTURE.md describes: who may import whom, where vendors live, what the core may not do.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { catalog } from '../src/cards/catalog.ts';
import { commands } from '../src/commands/registry.ts';
import { protocolFaults } from '../src/core/protocols/check.ts';
import { protocols } from '../src/core/protocols/catalog.ts';

const root = join(import.meta.dirname, '..');
const filesUnder = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending)).map((name) => join(folder, name)).sort();

const sources = filesUnder('src', '.ts').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
/** Module names of all imports; `isType`: types only, which vanish when the program runs. */
const importsOf = (text: string) =>
  [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)';|^import\s+'([^']+)';|import\('([^']+)'\)|createRequire\(import\.meta\.url\)\('([^']+)'\)/gm)]
    .map((match) => ({ isType: match[1] !== undefined, name: match[2] ?? match[3] ?? match[4] ?? match[5] ?? '' }));

/** `src/<area>/…` → area; files directly under src are their own area. */
const areaOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';

/** Who may import whom. An area may always import itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  log: [],
  config: [],
  system: ['core', 'app'],
  texts: ['core', 'cards'],
  cards: ['texts', 'core'],
  app: ['core', 'log'],
  stores: ['app', 'core'],
  commands: ['app', 'cards', 'core', 'log', 'texts'],
  teams: ['app', 'cards', 'core', 'log'],
  version: [],
  metrics: ['app', 'core', 'log'],
  rehearsal: ['cards', 'core', 'log', 'texts', 'system'],
  downloads: ['app', 'cards', 'core', 'teams', 'texts'],
  drain: ['app', 'core', 'log', 'teams'],
  compose: ['app', 'cards', 'commands', 'config', 'core', 'downloads', 'drain', 'log', 'metrics', 'stores', 'teams', 'texts', 'version'],
  main: ['compose', 'config', 'log', 'system'],
  'store-command': ['config', 'stores'],
  backup: ['store-command', 'stores', 'system'],
  restore: ['store-command', 'stores', 'system'],
};
/** Arrows that exist for types alone. */
const typesOnly = new Set(['stores→app', 'texts→core', 'texts→cards', 'system→app', 'app→cards']);

/** Vendors have one home each. */
const homes: Readonly<Record<string, string | readonly string[]>> = {
  'botframework-connector': 'src/teams/bot-framework.ts', 'restify': 'src/teams/',
  'node:sqlite': 'src/stores/sqlite/', 'adaptivecards-templating': 'src/cards/template.ts', 'luxon': 'src/core/calendar/',
  '@azure/cosmos': 'src/stores/cosmos/', '@azure/identity': 'src/stores/cosmos/',
  'stemmer': 'src/core/history/terms.ts', 'ical-generator': 'src/core/calendar/calendar-file.ts', 'timezones-ical-library': 'src/core/calendar/calendar-file.ts',
  'pino': 'src/log.ts', 'prom-client': 'src/metrics.ts', 'dotenv': ['src/main.ts', 'src/store-command.ts'],
};

describe('imports', () => {
  test('go only where the area may', () => {
    const wrong = sources.flatMap(({ path, text }) => importsOf(text).filter(({ name }) => name.startsWith('.')).flatMap(({ name, isType }) => {
      const target = areaOf(relative(root, join(root, dirname(path), name)));
      const area = areaOf(path);
      const isAllowed = target === area || allowed[area]?.includes(target);
      const needsType = typesOnly.has(`${area}→${target}`) && !isType;
      return isAllowed && !needsType ? [] : [`${path}: ${name} (${target}${needsType ? ', types only' : ''})`];
    }));
    expect(wrong).toEqual([]);
  });

  test('of vendors stand only in their home', () => {
    const wrong = sources.flatMap(({ path, text }) => importsOf(text)
      .filter(({ name }) => homes[name] !== undefined && ![homes[name]].flat().some((home) => path.startsWith(home ?? ''))).map(({ name }) => `${path}: ${name}`));
    expect(wrong).toEqual([]);
  });

  test('no file imports itself in a circle', () => {
    const graph = new Map(sources.map(({ path, text }) => [path, importsOf(text).filter(({ name, isType }) => name.startsWith('.') && !isType)
      .map(({ name }) => join(dirname(path), name))]));
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) { circles.push([...trail.slice(trail.indexOf(path)), path].join(' → ')); return; }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    };
    const done = new Set<string>();
    for (const path of graph.keys()) walk(path, []);
    expect(circles).toEqual([]);
  });
});

/** Packages without clock, chance or memory, each behind its home. */
const purePackages = new Set(['luxon', 'stemmer', 'ical-generator', 'timezones-ical-library']);

test('the core is pure', () => {
  const forbidden = /\bawait\b|\basync\b|\bPromise\b|Date\.now\(|new Date\(\)|Math\.random\(|setTimeout|\bprocess\.|console\.|DateTime\.(now|local)\(/;
  const wrong = sources.filter(({ path }) => path.startsWith('src/core/')).flatMap(({ path, text }) => {
    const code = text.split('\n').filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line)).filter((line) => forbidden.test(line));
    const packages = importsOf(text).map(({ name }) => name).filter((name) => !name.startsWith('.') && !purePackages.has(name));
    return [...code, ...packages].map((what) => `${path}: ${what}`);
  });
  expect(wrong).toEqual([]);
});

describe('files', () => {
  test('have at most 200 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length - 1 > 200).map(({ path }) => path)).toEqual([]);
  });
  test('begin with their job', () => {
    expect(sources.filter(({ text }) => !text.startsWith('//')).map(({ path }) => path)).toEqual([]);
  });
  test('are named for what they export, never for nothing', () => {
    const vague = sources.filter(({ path }) => /(^|\/)(index|utils?|helpers?|common|types|interfaces|service|manager)\.ts$/.test(path));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });
  test('only config.ts reads the environment', () => {
    expect(sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)).toEqual(['src/config.ts']);
  });
  test('a catch names one expected kind, adds what it knows, or is one of the last catchers', () => {
    const lastCatchers = new Set(['src/commands/receive.ts', 'src/app/sweep.ts', 'src/main.ts', 'src/app/courier.ts']);
    const silent = sources.filter(({ path, text }) => !lastCatchers.has(path) && /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('the app package', () => {
  const parts = filesUnder('manifest', '.ts').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  test('takes from the service only what it says of itself: settings, commands, words', () => {
    const known = /^\.\.\/src\/(config|commands\/(command|registry)|texts\/languages)\.ts$/;
    const wrong = parts.flatMap(({ path, text }) => importsOf(text).filter(({ name }) => name.includes('src/') && !known.test(name)).map(({ name }) => `${path}: ${name}`));
    expect(wrong).toEqual([]);
  });
  test('has each vendor in one home', () => {
    const homesOfParts: Readonly<Record<string, string>> = { '@microsoft/app-manifest': 'manifest/app-manifest.ts', 'fflate': 'manifest/app-package.ts', 'dotenv': 'manifest/package.ts' };
    const wrong = parts.flatMap(({ path, text }) => importsOf(text).filter(({ name }) => !/^(\.|node:)/.test(name) && homesOfParts[name] !== path).map(({ name }) => `${path}: ${name}`));
    expect(wrong).toEqual([]);
  });
  test('is made by files like those of the service: short, with their job at the head', () => {
    expect(parts.filter(({ text }) => !text.startsWith('//') || text.split('\n').length - 1 > 200).map(({ path }) => path)).toEqual([]);
  });
});

describe('lists are whole', () => {
  test('every command file is in the registry', () => {
    const files = filesUnder('src/commands/typed', '.ts');
    expect(files).toHaveLength(commands.length);
  });
  test('every template is in the catalogue', () => {
    expect(filesUnder('cards', '.json').map((path) => path.replace(/^cards\/|\.json$/g, '')).sort()).toEqual(Object.keys(catalog).sort());
  });
  test('every protocol file is in the catalogue, and sound', () => {
    const others = new Set(['protocol', 'catalog', 'check']);
    const files = filesUnder('src/core/protocols', '.ts').map((path) => path.replace(/^src\/core\/protocols\/|\.ts$/g, '')).filter((name) => !others.has(name));
    expect(files).toEqual(Object.keys(protocols).sort());
    for (const protocol of Object.values(protocols)) expect(protocolFaults(protocol)).toEqual([]);
  });
  test('the contract suites neither branch on a store nor skip', () => {
    for (const path of filesUnder('test/contract', '.ts')) {
      expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/\.(skip|only|todo)\b|if \(.*(sqlite|cosmos|store is)/i);
    }
  });
});

test('the top level holds what was agreed and nothing else', () => {
  const agreed = /^(src|cards|manifest|infra|test|node_modules|data|devTools|test-output|coverage|build|package(-lock)?\.json|tsconfig\.json|README\.md|ARCHITECTURE\.md|LICENSE|\..*|(eslint|jest)\.config\.js)$/;
  expect(readdirSync(root).filter((name) => !agreed.test(name))).toEqual([]);
  expect(statSync(join(root, '.ci/run')).isFile()).toBe(true);
});
