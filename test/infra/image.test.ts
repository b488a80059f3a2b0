// The service's image, by its file: what goes in, what must not, and that the service needs nothing else.

import { describe, expect, test } from '@jest/globals';
import { builtinModules } from 'node:module';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { copiedBy, dockerFaults, instructionsOf, stagesOf } from './docker-file.ts';
import { root } from './infra-files.ts';

const source = (path: string): string => readFileSync(join(root, path), 'utf8');
interface Package { readonly scripts: { readonly start: string }; readonly engines: { readonly node: string }; readonly dependencies: object; readonly devDependencies: { readonly node: string } }
const described = JSON.parse(source('package.json')) as Package;
const wanted = { node: described.devDependencies.node, start: described.scripts.start };
const dockerfile = source('infra/Dockerfile');

describe('the image', () => {
  test('is made as it should be, with the Node that the tests run with', () => {
    expect(dockerFaults(dockerfile, wanted)).toEqual([]);
    expect(described.engines.node).toBe(`>=${wanted.node.split('.')[0]}`);
  });
  test('holds what is there, and the build is sent that and nothing else', () => {
    const copied = [...new Set(instructionsOf(dockerfile).flatMap(copiedBy))].sort();
    const rules = source('.dockerignore').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules[0]).toBe('*');
    expect(rules.slice(1).map((rule) => rule.replace(/^!/, '')).sort()).toEqual(copied);
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
  test('lacks nothing that the service reaches for: packages, sources, cards', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => join('src', path));
    const reached = files.flatMap((path) => [...source(path).matchAll(/(?:from |import |import\(|\.resolve\(|createRequire\(import\.meta\.url\)\()'([^']+)'/g)].map(([, name = '']) => ({ path, name })));
    const isBuiltIn = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);
    const packages = reached.filter(({ name }) => !name.startsWith('.') && !isBuiltIn(name)).map(({ name }) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));
    expect(reached.length).toBeGreaterThan(files.length);
    expect([...new Set(packages)].filter((name) => !(name in described.dependencies))).toEqual([]);
    const byImport = reached.filter(({ name }) => name.startsWith('.')).map(({ path, name }) => relative(root, join(root, dirname(path), name)));
    const byName = files.flatMap((path) => [...source(path).matchAll(/import\.meta\.dirname((?:, '[^']+')+)\)/g)]
      .map(([, steps = '']) => relative(root, join(root, dirname(path), ...[...steps.matchAll(/'([^']+)'/g)].map(([, step]) => step ?? '')))));
    expect(byName).toContain('cards');
    const there = (stagesOf(dockerfile).at(-1) ?? []).flatMap(copiedBy);
    expect([...byImport, ...byName].filter((path) => !there.some((each) => path === each || path.startsWith(`${each}/`)))).toEqual([]);
    // That the sources are modules is said there.
    expect(there).toContain('package.json');
  });
});

describe('a wrong Dockerfile is found:', () => {
  test.each([
    ['an older Node', /^FROM .* AS/m, 'FROM node:22-slim AS', 'image other than'],
    ['packages for development', ' --omit=dev', '', 'for development'],
    ['everything copied', 'COPY src ./src', 'COPY . .', 'everything is copied'],
    ['sources before packages', 'COPY package.json package-lock.json ./', 'COPY package.json package-lock.json src ./', 'after the sources'],
    ['root', 'USER node', '', 'as root'],
    ['root by name', 'USER node', 'USER root', 'as root'],
    ['a shell', 'CMD ["node", "src/main.ts"]', 'CMD node src/main.ts', 'without a shell'],
    ['npm between the signal and the service', '["node", "src/main.ts"]', '["npm", "start"]', 'without a shell'],
    ['no production', 'NODE_ENV=production ', '', 'not production'],
    ['a secret', 'EXPOSE 3978', 'ARG LINK_SECRET', 'a secret'],
  ])('%s', (_, from, to, fault) => {
    const broken = dockerfile.replace(from, to);
    expect(broken).not.toBe(dockerfile);
    expect(dockerFaults(broken, wanted).join()).toContain(fault);
  });
});
