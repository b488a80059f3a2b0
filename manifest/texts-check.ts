// The texts and addresses of a manifest: nothing left to fill in, lengths, a version that can be raised, https, and no host
// but the service's own.

import type { AppManifest, AppPackage } from './app-manifest.ts';

/** Microsoft Learn, "App manifest schema". */
const maxChars = { 'developer.name': 32, 'name.short': 30, 'name.full': 100, 'description.short': 80, 'description.full': 4_000 } as const;

/** What is wrong with texts and addresses, one sentence each. */
export const textProblems = ({ manifest }: AppPackage): readonly string[] =>
  [...placeholders(manifest), ...lengths(manifest), ...version(manifest), ...addresses(manifest), ...domains(manifest)];

const placeholders = (manifest: AppManifest): readonly string[] =>
  [...new Set(JSON.stringify(manifest).match(/\$\{\{.*?\}\}/g))].map((left) => `manifest.json: ${left} was not filled in.`);

const lengths = ({ developer, name, description }: AppManifest): readonly string[] => Object.entries({
  'developer.name': developer.name, 'name.short': name.short, 'name.full': name.full ?? name.short,
  'description.short': description.short, 'description.full': description.full,
} satisfies Record<keyof typeof maxChars, string>).flatMap(([place, text]) => textProblemsOf(place, text, maxChars[place as keyof typeof maxChars]));

/** What is wrong with one line, wherever it stands. */
export function textProblemsOf(place: string, text: string, longest: number): readonly string[] {
  if (text.trim() === '' || text !== text.trim()) return [`${place} must be a text without blanks at its ends.`];
  return text.length > longest ? [`${place} has ${text.length} characters; at most ${longest} are allowed.`] : [];
}

/** Teams takes an update only for a higher version, so it must be one that can be compared. */
const version = ({ version: given }: AppManifest): readonly string[] =>
  (/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(given) ? [] : [`version must be three numbers such as 1.0.2, not "${given}".`]);

function addresses({ developer, validDomains = [] }: AppManifest): readonly string[] {
  const own = { 'developer.privacyUrl': developer.privacyUrl, 'developer.termsOfUseUrl': developer.termsOfUseUrl };
  const insecure = Object.entries({ 'developer.websiteUrl': developer.websiteUrl, ...own })
    .filter(([, url]) => URL.parse(url)?.protocol !== 'https:').map(([place, url]) => `${place} must be an https address, not "${url}".`);
  const elsewhere = Object.entries(own).filter(([, url]) => !validDomains.includes(URL.parse(url)?.host ?? ''))
    .map(([place]) => `${place} must lie on the host that validDomains names.`);
  return [...insecure, ...elsewhere];
}

/** A full name that others can reach, with a port or without: no address, no number, no wildcard, not this machine. */
export const isPublicHost = (name: string): boolean => /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?(:\d+)?$/.test(name);

/** One host, by its full name: a wildcard would let in what others put beside it. */
function domains({ validDomains = [] }: AppManifest): readonly string[] {
  if (validDomains.length !== 1) return [`validDomains must name the host of the service and nothing else, not ${validDomains.length} names.`];
  return validDomains.filter((name) => !isPublicHost(name)).map((name) => `validDomains: "${name}" is no full name of a host.`);
}
