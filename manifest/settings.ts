// What one deployment puts into the app package: from the command line, else from the settings the service itself has.

import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ConfigError, type Environment } from '../src/config.ts';
import { isPublicHost } from './texts-check.ts';

export interface PackageSettings {
  /** Of the Teams app: what Teams tells one app from another by, for good. */
  readonly appId: string;
  /** Of the bot's app registration. */
  readonly botId: string;
  /** With the port, if it is not 443. */
  readonly host: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly version: string;
  /** Who runs the service, as Teams shows it. */
  readonly developer: string;
  readonly website: string;
  /** Whether resource-specific permissions are asked for. */
  readonly asksPermissions: boolean;
  /** Folder for the package. */
  readonly out: string;
}

/** Name of each option, what stands for its value in the usage, and what it is. */
const options = {
  'bot-id': ['<GUID>', 'the bot’s app registration (else MicrosoftAppId)'],
  'host': ['<name>', 'the service’s host, such as turnstone.example.org (else that of PUBLIC_URL)'],
  'app-id': ['<GUID>', 'the Teams app (else made from the bot’s id, always the same)'],
  'version': ['<1.2.3>', 'of the package, higher at every upload (else that of package.json)'],
  'developer': ['<name>', 'who runs the service, at most 32 characters (else Turnstone)'],
  'website': ['<https address>', 'where people find help (else the service’s /terms)'],
  'out': ['<folder>', 'where the package goes (else build)'],
  'without-permissions': ['', 'asks for no resource-specific permissions'],
} as const;
type Option = keyof typeof options;

export const usage: string = ['npm run manifest -- [options]', ...Object.entries(options).map(([name, [value, what]]) => `  ${`--${name} ${value}`.padEnd(28)}${what}`)].join('\n');

/** `typed`: what stands behind the command. Throws `ConfigError` with every problem there is. */
export function readPackageSettings(typed: readonly string[], environment: Environment, packageVersion: string): PackageSettings {
  const problems: string[] = [];
  const complain = (problem: string): void => { problems.push(problem); };
  const given = optionsOf(typed, complain);
  const botId = guid(given['bot-id'] ?? environment['MicrosoftAppId'], 'The bot’s id is missing or no GUID: give --bot-id, or set MicrosoftAppId.', complain);
  const publicUrl = publicUrlOf(given.host, environment['PUBLIC_URL'], complain);
  const settings: PackageSettings = {
    botId,
    appId: given['app-id'] === undefined ? derivedGuid(botId) : guid(given['app-id'], '--app-id must be a GUID; without it one is made from the bot’s id.', complain),
    host: URL.parse(publicUrl)?.host ?? '',
    publicUrl,
    version: given.version ?? packageVersion,
    developer: given.developer ?? 'Turnstone',
    website: given.website ?? `${publicUrl}/terms`,
    asksPermissions: given['without-permissions'] === undefined,
    out: given.out ?? 'build',
  };
  if (!/^\d+\.\d+\.\d+$/.test(settings.version)) complain('--version must be three numbers, such as 1.0.2.');
  if (settings.developer.length > 32) complain('--developer must have at most 32 characters.');
  if (given.website !== undefined && URL.parse(given.website)?.protocol !== 'https:') complain('--website must be an https address, such as https://www.example.org/turnstone.');
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

type Complain = (problem: string) => void;

function optionsOf(typed: readonly string[], complain: Complain): Partial<Record<Option, string>> {
  const known = Object.fromEntries(Object.entries(options).map(([name, [value]]) => [name, { type: value === '' ? 'boolean' as const : 'string' as const }]));
  const { values, positionals } = parseArgs({ args: [...typed], options: known, strict: false, allowPositionals: true });
  for (const name of Object.keys(values)) if (!Object.hasOwn(options, name)) complain(`There is no option --${name}.`);
  for (const word of positionals) complain(`"${word}" belongs to no option.`);
  const given = Object.entries(values).filter(([name]) => Object.hasOwn(options, name));
  for (const [name, value] of given) if (known[name]?.type === 'string' && (typeof value !== 'string' || value.trim() === '')) complain(`--${name} needs a value.`);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === false ? [] : [[name, String(value).trim()]])));
}

/** The GUID of zeros is everybody's example and nobody's app. */
function guid(given: string | undefined, wrong: string, complain: Complain): string {
  const id = given?.trim().toLowerCase() ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || /^[0-]+$/.test(id)) complain(wrong);
  return id;
}

/** RFC 9562, version 5, in a name space of our own: whoever makes the package again, the app stays the same to Teams. */
function derivedGuid(botId: string): string {
  const nameSpace = Buffer.from('c3c0a7d25b1e4d0f9a6627b8e4f1d90a', 'hex');
  const bytes = createHash('sha1').update(nameSpace).update(botId).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Teams opens privacy and terms from outside, so only a public name will do; a host that is given comes first. */
function publicUrlOf(host: string | undefined, publicUrl: string | undefined, complain: Complain): string {
  const url = URL.parse(host === undefined ? publicUrl?.trim() ?? '' : `https://${host}`);
  const isBare = host === undefined || url?.host === host.toLowerCase();
  if (url?.protocol === 'https:' && isBare && isPublicHost(url.host)) return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  complain(host === undefined
    ? 'The service’s host is missing: give --host, or set PUBLIC_URL to its public https address.'
    : '--host must be a public name alone, such as turnstone.example.org.');
  return '';
}
