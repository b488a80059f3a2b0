// Settings: read once, checked once, all problems reported together. The only reader of the environment.

/** What each part is told; nothing downstream reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly isLocal: boolean;
  readonly clockRate: number;
  /** Null in local mode. */
  readonly identity: {
    readonly appId: string;
    readonly appType: 'SingleTenant' | 'UserAssignedMSI';
    readonly tenantId: string;
    readonly password: string | null;
    readonly federatedClientId: string | null;
    readonly testAuthority: string | null;
  } | null;
  readonly allowedTenants: readonly string[];
  readonly store: StoreConfig;
  /** Null: no download links; in local mode the service's own address is used. */
  readonly publicUrl: string | null;
  readonly linkSecret: string | null;
  /** Null: metrics for this machine only. */
  readonly metricsToken: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly retentionDays: number;
}

/** `key` is for emulators; without one the managed identity is asked, the user-assigned one named here or the system's. */
export type StoreConfig =
  | { readonly store: 'sqlite'; readonly path: string }
  | { readonly store: 'cosmos'; readonly endpoint: string; readonly database: string; readonly key: string | null; readonly identityClientId: string | null };

/** Every problem of the settings, one per line. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`These settings need attention:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The environment of this process. */
export const environment = (): Environment => process.env;

export type Environment = Readonly<Record<string, string | undefined>>;
type Complain = (problem: string) => void;

const appTypes = ['SingleTenant', 'UserAssignedMSI'] as const;
const stores = ['sqlite', 'cosmos'] as const;
const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Reads the settings of product.md 1. Throws `ConfigError` with every problem there is. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const complain: Complain = (problem) => { problems.push(problem); };
  const env = trimmed(environment);
  const isLocal = flag(env, 'LOCAL', complain);
  const isProduction = env['NODE_ENV'] === 'production';
  if (isLocal) checkLocal(env, isProduction, complain);
  const config: Config = {
    port: whole(env, { name: 'PORT', usual: 3978, min: 0, max: 65_535 }, complain),
    host: isLocal ? '127.0.0.1' : env['HOST'] ?? '0.0.0.0',
    isLocal,
    clockRate: whole(env, { name: 'CLOCK_RATE', usual: 1, min: 1, max: 600 }, complain),
    identity: isLocal ? null : identityOf(env, isProduction, complain),
    allowedTenants: (env['ALLOWED_TENANTS'] ?? '').split(/[\s,;]+/).filter((tenant) => tenant !== ''),
    store: storeOf(env, isLocal, complain),
    publicUrl: publicUrlOf(env, isLocal, complain),
    linkSecret: env['LINK_SECRET'] ?? null,
    metricsToken: metricsTokenOf(env, complain),
    logLevel: oneOf(env, { name: 'LOG_LEVEL', usual: 'info', choices: logLevels }, complain),
    retentionDays: whole(env, { name: 'RETENTION_DAYS', usual: 730, min: 1, max: 36_500 }, complain),
  };
  if (!isLocal) checkService(env, config, complain);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** What backup and restore need to know: the store, and nothing of Microsoft's settings. Throws `ConfigError`. */
export function readStoreConfig(environment: Environment): StoreConfig {
  const problems: string[] = [];
  const env = trimmed(environment);
  const store = storeOf(env, env['LOCAL'] === 'true', (problem) => { problems.push(problem); });
  if (problems.length > 0) throw new ConfigError(problems);
  return store;
}

/** An empty setting counts as none: deployment tools write them so. */
const trimmed = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [[name, value.trim()]])));

function checkLocal(env: Environment, isProduction: boolean, complain: Complain): void {
  if (isProduction) complain('LOCAL=true switches authentication off and is refused with NODE_ENV=production; remove one of them.');
  if (env['MicrosoftAppId'] !== undefined) complain('LOCAL=true and MicrosoftAppId contradict each other; remove one of them.');
  if (env['TEST_AUTHORITY'] !== undefined) complain('TEST_AUTHORITY is for authenticated tests and does nothing with LOCAL=true; remove one of them.');
}

function checkService(env: Environment, config: Config, complain: Complain): void {
  if (config.allowedTenants.length === 0) complain('ALLOWED_TENANTS is missing: name at least one Entra tenant id, e.g. ALLOWED_TENANTS=11111111-2222-3333-4444-555555555555.');
  if (env['CLOCK_RATE'] !== undefined && config.clockRate !== 1) complain('CLOCK_RATE works in local mode only; remove it or set LOCAL=true.');
  if (config.publicUrl !== null && (config.linkSecret?.length ?? 0) < 32) complain('LINK_SECRET is missing or short: with PUBLIC_URL, give at least 32 random characters.');
}

function identityOf(env: Environment, isProduction: boolean, complain: Complain): Config['identity'] {
  const appType = oneOf(env, { name: 'MicrosoftAppType', usual: 'SingleTenant', choices: appTypes }, complain);
  const need = (name: string, example: string): string => {
    if (env[name] === undefined) complain(`${name} is missing, e.g. ${name}=${example} (or LOCAL=true to try the bot on this machine).`);
    return env[name] ?? '';
  };
  const appId = need('MicrosoftAppId', '00000000-0000-0000-0000-000000000000');
  const tenantId = need('MicrosoftAppTenantId', '11111111-2222-3333-4444-555555555555');
  const password = env['MicrosoftAppPassword'] ?? null;
  const federatedClientId = env['FEDERATED_CLIENT_ID'] ?? null;
  if (appType === 'SingleTenant' && password === null && federatedClientId === null) {
    complain('MicrosoftAppPassword or FEDERATED_CLIENT_ID is missing: a SingleTenant bot needs one of them.');
  }
  return { appId, appType, tenantId, password, federatedClientId, testAuthority: testAuthorityOf(env, isProduction, complain) };
}

function testAuthorityOf(env: Environment, isProduction: boolean, complain: Complain): string | null {
  const given = env['TEST_AUTHORITY'];
  if (given === undefined) return null;
  if (isProduction) complain('TEST_AUTHORITY is refused with NODE_ENV=production; remove it.');
  if (!isLoopback(given)) complain('TEST_AUTHORITY must be a loopback address, e.g. http://127.0.0.1:5005.');
  return given;
}

function storeOf(env: Environment, isLocal: boolean, complain: Complain): StoreConfig {
  const store = oneOf(env, { name: 'STORE', usual: 'sqlite', choices: stores }, complain);
  return store === 'sqlite' ? { store, path: env['SQLITE_PATH'] ?? 'data/turnstone.sqlite' } : cosmosOf(env, isLocal, complain);
}

function cosmosOf(env: Environment, isLocal: boolean, complain: Complain): StoreConfig {
  const endpoint = env['COSMOS_ENDPOINT'] ?? '';
  const key = env['COSMOS_KEY'] ?? null;
  const isEmulator = isLoopback(endpoint);
  if (!isEmulator && URL.parse(endpoint)?.protocol !== 'https:') {
    complain('COSMOS_ENDPOINT must be the https address of the account, e.g. https://turnstone.documents.azure.com, or of an emulator on this machine.');
  } else if (isEmulator && key === null) complain('COSMOS_KEY is missing: an emulator asks for its key.');
  else if (!isEmulator && key !== null) complain('COSMOS_KEY is for emulators on this machine only; remove it, and give the managed identity its data role.');
  else if (!isEmulator && isLocal) complain('LOCAL=true with STORE=cosmos needs an emulator on this machine: nobody would be authenticated.');
  const identityClientId = env['FEDERATED_CLIENT_ID'] ?? (env['MicrosoftAppType'] === 'UserAssignedMSI' ? env['MicrosoftAppId'] ?? null : null);
  return { store: 'cosmos', endpoint, database: env['COSMOS_DATABASE'] ?? 'turnstone', key, identityClientId };
}

function metricsTokenOf(env: Environment, complain: Complain): string | null {
  const token = env['METRICS_TOKEN'] ?? null;
  if (token !== null && !/^[!-~]{16,}$/.test(token)) complain('METRICS_TOKEN must be at least 16 characters without spaces, as a bearer token can carry them.');
  return token;
}

function publicUrlOf(env: Environment, isLocal: boolean, complain: Complain): string | null {
  const given = env['PUBLIC_URL'];
  if (given === undefined) return null;
  const url = URL.parse(given);
  if (url === null || !(url.protocol === 'https:' || (isLocal && url.protocol === 'http:'))) complain('PUBLIC_URL must be an https address, e.g. https://turnstone.example.org.');
  return given.replace(/\/+$/, '');
}

const isLoopback = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(url)?.hostname ?? '');

function flag(env: Environment, name: string, complain: Complain): boolean {
  const value = env[name]?.toLowerCase() ?? 'false';
  if (!['true', 'false'].includes(value)) complain(`${name} must be true or false.`);
  return value === 'true';
}

interface Whole { readonly name: string; readonly usual: number; readonly min: number; readonly max: number }
function whole(env: Environment, { name, usual, min, max }: Whole, complain: Complain): number {
  const given = env[name];
  if (given === undefined) return usual;
  const value = Number(given);
  const isFine = /^\d+$/.test(given) && value >= min && value <= max;
  if (!isFine) complain(`${name} must be a whole number from ${min} to ${max}, e.g. ${name}=${usual}.`);
  return isFine ? value : usual;
}

interface OneOf<T extends string> { readonly name: string; readonly usual: T; readonly choices: readonly T[] }
function oneOf<T extends string>(env: Environment, { name, usual, choices }: OneOf<T>, complain: Complain): T {
  const given = env[name];
  if (given === undefined) return usual;
  const chosen = choices.find((choice) => choice === given);
  if (chosen === undefined) complain(`${name} must be one of ${choices.join(', ')}.`);
  return chosen ?? usual;
}
