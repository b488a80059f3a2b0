// What infra/ would make, looked at without a cloud: that it is sound Bicep of types we know, and that it fits the service.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { createBicepReader } from './bicep-file.ts';
import { held, itemsOf, type Value, writtenText } from './bicep-value.ts';
import type { Files } from './check-symbols.ts';
import { allFaults, infraFiles, root } from './infra-files.ts';
import { usedTypes } from './check-resources.ts';
import { resourceTypes } from './resource-types.ts';

let files: Files;
beforeAll(async () => { files = infraFiles(await createBicepReader(root)); });

const source = (path: string): string => readFileSync(join(root, path), 'utf8');
const fileOf = (path: string) => {
  const file = files.get(path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file;
};

/** Down an object by names; undefined where there is nothing. */
const down = (value: Value | undefined, ...names: readonly string[]): Value | undefined => names.reduce(held, value);

describe('the templates', () => {
  test('have no fault that can be found without compiling them', () => {
    expect(allFaults(files)).toEqual([]);
  });
  test('use every type of the list, so that the list does not grow old', () => {
    expect(Object.keys(resourceTypes).sort()).toEqual([...usedTypes(files)].sort());
  });
  test('are two deployments, each with parameters for trying out and for schools', () => {
    const uses = [...files.values()].flatMap(({ path, uses: used }) => (used === null ? [] : [`${path} ${used}`]));
    expect(uses.sort()).toEqual(['foundation', 'service'].flatMap((name) => ['production', 'test'].map((kind) => `${name}.${kind}.bicepparam ./${name}.bicep`)));
  });
  test('say by the same names what the first deployment makes and the second finds', () => {
    const [made, found] = ['foundation.bicep', 'service.bicep'].map((path) => new Map(fileOf(path).variables.map(({ name, value }) => [name, 'node' in value ? value.node.text : value])));
    const cosmos = fileOf('service.bicep').params.find(({ name }) => name === 'cosmosAccountName')?.usual;
    for (const [name, value] of found ?? []) expect([name, made?.get(name)]).toEqual([name, value]);
    expect(cosmos?.kind === 'woven' ? cosmos.node.text.replace('uniqueString(resourceGroup().id)', 'unique') : null).toBe(made?.get('cosmosAccountName'));
  });
  test('make the containers that the service checks at its start', () => {
    const [, path = ''] = /loadJsonContent\('([^']+)'\)/.exec(source('infra/modules/cosmos.bicep')) ?? [];
    expect(join('infra/modules', path)).toBe('src/stores/cosmos/containers.json');
    expect(statSync(join(root, 'infra/modules', path)).isFile()).toBe(true);
  });
});

describe('the app', () => {
  const app = (): Value | undefined => fileOf('modules/app.bicep').resources.find(({ name }) => name === 'app')?.value;
  const template = (): Value | undefined => down(app(), 'properties', 'template');
  const container = (): Value | undefined => itemsOf(held(template(), 'containers'))[0];
  const settings = (): ReadonlyMap<string, Value> =>
    new Map(itemsOf(held(container(), 'env')).map((setting) => [writtenText(held(setting, 'name')) ?? '', setting]));
  const number = (value: Value | undefined): number => (value?.kind === 'number' ? value.number : Number.NaN);

  /** What a setting may hold once deployed. */
  const samples: Readonly<Record<string, string>> = {
    microsoftAppId: '11111111-2222-4333-8444-555555555555', microsoftAppTenantId: '21111111-2222-4333-8444-555555555555',
    identityClientId: '31111111-2222-4333-8444-555555555555', allowedTenants: '21111111-2222-4333-8444-555555555555',
    cosmosEndpoint: 'https://turnstone-x.documents.azure.com:443/', cosmosDatabase: 'turnstone', publicUrl: 'https://turnstone.x.azurecontainerapps.io',
    'string(port)': '3978', 'string(retentionDays)': '730', logLevel: 'info',
  };
  const sampleOf = (setting: Value): string => {
    const value = held(setting, 'value');
    if (value === undefined) return 'a-sample-of-what-the-vault-would-give';
    const sample = value.kind === 'worked-out' ? samples[value.node.text] : writtenText(value);
    if (sample === undefined) throw new Error('a setting without a sample');
    return sample;
  };
  const environment = (): Readonly<Record<string, string>> => Object.fromEntries([...settings()].map(([name, setting]) => [name, sampleOf(setting)]));

  test('is given settings with which the service starts', () => {
    const config = readConfig(environment());
    expect(config).toMatchObject({ port: 3978, isLocal: false, publicUrl: samples['publicUrl'], allowedTenants: [samples['allowedTenants']] });
    expect(config.identity).toMatchObject({ appId: samples['microsoftAppId'], appType: 'SingleTenant', password: null, federatedClientId: samples['identityClientId'] });
    expect(config.store).toEqual({ store: 'cosmos', endpoint: samples['cosmosEndpoint'], database: 'turnstone', key: null, identityClientId: samples['identityClientId'] });
  });
  test('is given no setting in vain, and of those there are all but what is for other ways to run it', () => {
    const [, rows = ''] = /^\| Setting \|.*\n\| --- .*\n((?:\|.*\n)+)/m.exec(source('README.md')) ?? [];
    const table = rows.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''));
    const known = new Set([...table, ...source('src/config.ts').matchAll(/'([A-Z][A-Za-z_]+)'/g)].map((each) => (typeof each === 'string' ? each : each[1] ?? '')));
    const otherWays = new Set(['HOST', 'LOCAL', 'MicrosoftAppPassword', 'SQLITE_PATH', 'COSMOS_KEY', 'CLOCK_RATE', 'TEST_AUTHORITY']);
    expect(table).toContain('ALLOWED_TENANTS');
    expect([...settings().keys()].filter((name) => !known.has(name))).toEqual([]);
    expect(table.filter((name) => !otherWays.has(name) && !settings().has(name))).toEqual([]);
  });
  test('takes from the vault whatever is secret, as the identity that may read it', () => {
    const secrets = new Map(itemsOf(down(app(), 'properties', 'configuration', 'secrets')).map((secret) => [writtenText(held(secret, 'name')), held(secret, 'keyVaultUrl')]));
    const asked = [...settings()].flatMap(([name, setting]) => (held(setting, 'value') === undefined ? [[name, writtenText(held(setting, 'secretRef'))]] : []));
    const puts = [...source('README.md').matchAll(/az keyvault secret set .*--name (\S+)/g)].map(([, name]) => name);
    expect(asked).toEqual([['LINK_SECRET', 'link-secret'], ['METRICS_TOKEN', 'metrics-token']]);
    for (const [, name] of asked) {
      const url = secrets.get(name);
      expect(url?.kind === 'woven' ? url.node.text : null).toBe(`'\${vaultUri}secrets/${name}'`);
      expect(puts).toContain(name);
    }
  });
  test('is asked how it is by routes that it has, on the port where it listens', () => {
    const routes = new Set([...source('src/teams/server.ts').matchAll(/server\.get\('([^']+)'/g)].map(([, route]) => route));
    const probes = itemsOf(held(container(), 'probes')).map((probe) => [writtenText(held(probe, 'type')), writtenText(down(probe, 'httpGet', 'path'))]);
    expect(probes).toEqual([['Startup', '/healthz'], ['Liveness', '/healthz'], ['Readiness', '/readyz']]);
    for (const [, path] of probes) expect(routes).toContain(path);
    const ports = [...itemsOf(held(container(), 'probes')).map((probe) => down(probe, 'httpGet', 'port')), down(app(), 'properties', 'configuration', 'ingress', 'targetPort')];
    for (const port of ports) expect(port?.kind === 'worked-out' ? port.node.text : null).toBe('port');
  });
  test('keeps its probes within what Container Apps takes', () => {
    for (const probe of itemsOf(held(container(), 'probes'))) {
      expect(number(held(probe, 'failureThreshold'))).toBeLessThanOrEqual(10);
      expect(number(held(probe, 'periodSeconds'))).toBeLessThanOrEqual(240);
    }
  });
  test('has longer to stop than the service takes, and is never scaled away', () => {
    expect(number(held(template(), 'terminationGracePeriodSeconds'))).toBeGreaterThan(10);
    const least = fileOf('service.bicep').params.find(({ name }) => name === 'minReplicas')?.decorators.get('minValue')?.[0];
    expect(number(least)).toBe(1);
    const replicas = ['test', 'production'].map((kind) => ['minReplicas', 'maxReplicas'].map((name) => number(fileOf(`service.${kind}.bicepparam`).variables.find((each) => each.name === name)?.value)));
    expect(replicas).toEqual([[1, 1], [2, 3]]);
  });
});

test('the bot hears on the route that takes messages', () => {
  const bot = fileOf('modules/bot.bicep').resources.find(({ name }) => name === 'bot')?.value;
  const endpoint = down(bot, 'properties', 'endpoint');
  expect(endpoint?.kind === 'woven' ? endpoint.node.text : null).toBe('\'${publicUrl}/api/messages\'');
  expect(source('src/teams/server.ts')).toContain('server.post(\'/api/messages\'');
});

test('every alert is explained in the README', () => {
  const named = fileOf('modules/alerts.bicep').variables.flatMap(({ value }) => itemsOf(value)).map((alert) => writtenText(held(alert, 'name')) ?? '');
  const [, rows = ''] = /^\| Alert \|.*\n\| --- .*\n((?:\|.*\n)+)/m.exec(source('README.md')) ?? [];
  const explained = rows.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name ?? ''));
  expect(named.length).toBeGreaterThan(0);
  expect(explained.sort()).toEqual(named.sort());
});

test('alerts look for facts that the service writes', () => {
  const facts = [...source('infra/modules/alerts.bicep').matchAll(/line\.fact\) == \\'([a-z.-]+)\\'/g)].map(([, fact]) => fact);
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => source(join('src', path)));
  const written = new Set<string | undefined>([...sources.flatMap((text) => [...text.matchAll(/\.(?:info|warn|error)\('([a-z.-]+)'/g)].map(([, fact]) => fact))]);
  expect(facts).toEqual(['announcement.late']);
  for (const fact of facts) expect(written).toContain(fact);
});
