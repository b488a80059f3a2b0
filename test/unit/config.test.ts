// Settings: a table of environments and the problems each must report, all at once.

import { describe, expect, test } from '@jest/globals';
import { ConfigError, type Environment, readConfig } from '../../src/config.ts';

const service: Environment = {
  MicrosoftAppId: 'app', MicrosoftAppTenantId: 'tenant', MicrosoftAppPassword: 'secret', ALLOWED_TENANTS: 'tenant',
};
const local: Environment = { LOCAL: 'true' };

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('settings that are refused', () => {
  const table: readonly [string, Environment, readonly RegExp[]][] = [
    ['nothing at all', {}, [/^MicrosoftAppId is missing/, /^MicrosoftAppTenantId is missing/, /^MicrosoftAppPassword or FEDERATED_CLIENT_ID/, /^ALLOWED_TENANTS/]],
    ['empty settings, as deployment tools write them', { MicrosoftAppId: '', ALLOWED_TENANTS: ' ' }, [/^MicrosoftAppId/, /^MicrosoftAppTenantId/, /^MicrosoftAppPassword/, /^ALLOWED_TENANTS/]],
    ['no tenant allowed', { ...service, ALLOWED_TENANTS: ' , ' }, [/^ALLOWED_TENANTS/]],
    ['an app type the SDK would take for multi-tenant', { ...service, MicrosoftAppType: 'MultiTenant' }, [/^MicrosoftAppType must be one of SingleTenant, UserAssignedMSI/]],
    ['a single tenant without a secret', { ...service, MicrosoftAppPassword: undefined }, [/^MicrosoftAppPassword or FEDERATED_CLIENT_ID/]],
    ['local mode with an app id', { ...local, MicrosoftAppId: 'app' }, [/LOCAL=true and MicrosoftAppId contradict/]],
    ['local mode in production', { ...local, NODE_ENV: 'production' }, [/LOCAL=true switches authentication off/]],
    ['local mode with a test authority', { ...local, TEST_AUTHORITY: 'http://127.0.0.1:1' }, [/TEST_AUTHORITY/]],
    ['LOCAL neither true nor false, which leaves authentication on', { ...service, LOCAL: 'yes' }, [/^LOCAL must be true or false/]],
    ['a fast clock outside local mode', { ...service, CLOCK_RATE: '60' }, [/^CLOCK_RATE works in local mode only/]],
    ['a clock that stands still', { ...local, CLOCK_RATE: '0' }, [/^CLOCK_RATE must be a whole number from 1 to 600/]],
    ['a clock too fast', { ...local, CLOCK_RATE: '601' }, [/^CLOCK_RATE must be/]],
    ['a clock of no number', { ...local, CLOCK_RATE: '1e2' }, [/^CLOCK_RATE must be/]],
    ['a port of no number', { ...local, PORT: 'abc' }, [/^PORT must be/]],
    ['a port too high', { ...local, PORT: '70000' }, [/^PORT must be/]],
    ['a store nobody knows', { ...local, STORE: 'postgres' }, [/^STORE must be/]],
    ['Cosmos DB without an endpoint', { ...service, STORE: 'cosmos' }, [/^COSMOS_ENDPOINT must be the https address/]],
    ['Cosmos DB over http', { ...service, STORE: 'cosmos', COSMOS_ENDPOINT: 'http://cosmos.example.org' }, [/^COSMOS_ENDPOINT must be the https address/]],
    ['a key for an account', { ...service, STORE: 'cosmos', COSMOS_ENDPOINT: 'https://a.documents.azure.com', COSMOS_KEY: 'k' }, [/^COSMOS_KEY is for emulators/]],
    ['an emulator without a key', { ...local, STORE: 'cosmos', COSMOS_ENDPOINT: 'http://127.0.0.1:8081' }, [/^COSMOS_KEY is missing/]],
    ['an account in local mode', { ...local, STORE: 'cosmos', COSMOS_ENDPOINT: 'https://a.documents.azure.com' }, [/^LOCAL=true with STORE=cosmos/]],
    ['a test authority elsewhere', { ...service, TEST_AUTHORITY: 'https://login.example.org' }, [/^TEST_AUTHORITY must be a loopback address/]],
    ['a test authority in production', { ...service, TEST_AUTHORITY: 'http://127.0.0.1:1', NODE_ENV: 'production' }, [/^TEST_AUTHORITY is refused/]],
    ['links over http', { ...service, PUBLIC_URL: 'http://example.org', LINK_SECRET: 'x'.repeat(32) }, [/^PUBLIC_URL must be an https address/]],
    ['links without a secret', { ...service, PUBLIC_URL: 'https://example.org' }, [/^LINK_SECRET/]],
    ['links with a short secret', { ...service, PUBLIC_URL: 'https://example.org', LINK_SECRET: 'short' }, [/^LINK_SECRET/]],
    ['a short token for metrics', { ...local, METRICS_TOKEN: 'fifteen-letters' }, [/^METRICS_TOKEN must be at least 16 characters/]],
    ['a token for metrics that no header carries', { ...service, METRICS_TOKEN: 'sixteen letters and more' }, [/^METRICS_TOKEN/]],
    ['an unknown log level', { ...local, LOG_LEVEL: 'loud' }, [/^LOG_LEVEL must be one of/]],
    ['records kept for no time', { ...local, RETENTION_DAYS: '0' }, [/^RETENTION_DAYS/]],
    ['several faults together', { ...local, PORT: 'x', CLOCK_RATE: 'y', STORE: 'z' }, [/^PORT/, /^CLOCK_RATE/, /^STORE/]],
  ];
  test.each(table)('%s', (_name, environment, expected) => {
    const problems = problemsOf(environment);
    expect(problems.toSorted()).toHaveLength(expected.length);
    for (const pattern of expected) expect(problems.some((problem) => pattern.test(problem))).toBe(true);
  });
});

describe('settings that are taken', () => {
  test('local mode listens on loopback whatever the host says, with no identity', () => {
    expect(readConfig({ ...local, HOST: '0.0.0.0' })).toMatchObject({ host: '127.0.0.1', identity: null, port: 3978, clockRate: 1 });
  });
  test('a service with password, several tenants and links', () => {
    const config = readConfig({ ...service, ALLOWED_TENANTS: 'a, b;c', PUBLIC_URL: 'https://example.org/', LINK_SECRET: 'x'.repeat(32), RETENTION_DAYS: '365' });
    expect(config).toMatchObject({ allowedTenants: ['a', 'b', 'c'], publicUrl: 'https://example.org', retentionDays: 365, isLocal: false, host: '0.0.0.0' });
  });
  test('a federated credential or a managed identity needs no password', () => {
    expect(problemsOf({ ...service, MicrosoftAppPassword: undefined, FEDERATED_CLIENT_ID: 'id' })).toEqual([]);
    expect(problemsOf({ ...service, MicrosoftAppPassword: undefined, MicrosoftAppType: 'UserAssignedMSI' })).toEqual([]);
  });
  test.each<[string, Environment, string | null]>([
    ['the federated identity', { FEDERATED_CLIENT_ID: 'federated' }, 'federated'],
    ['the bot as a managed identity', { MicrosoftAppPassword: undefined, MicrosoftAppType: 'UserAssignedMSI' }, 'app'],
    ['the identity that the system assigned', {}, null],
  ])('an account of Cosmos DB is opened without a key, as %s', (_name, environment, identityClientId) => {
    const config = readConfig({ ...service, STORE: 'cosmos', COSMOS_ENDPOINT: 'https://a.documents.azure.com', ...environment });
    expect(config.store).toEqual({ store: 'cosmos', endpoint: 'https://a.documents.azure.com', database: 'turnstone', key: null, identityClientId });
  });
  test('an emulator is opened with its key', () => {
    const config = readConfig({ ...local, STORE: 'cosmos', COSMOS_ENDPOINT: 'http://localhost:8081', COSMOS_DATABASE: 'tests', COSMOS_KEY: 'k' });
    expect(config.store).toEqual({ store: 'cosmos', endpoint: 'http://localhost:8081', database: 'tests', key: 'k', identityClientId: null });
  });
});
