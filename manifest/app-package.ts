// Makes the app package: the manifest with everything filled in, the icons and the languages, in one zip whose bytes depend
// on nothing but these.

import { strToU8, zipSync } from 'fflate';
import type { AppManifest, PackageFiles } from './app-manifest.ts';
import type { PackageSettings } from './settings.ts';

/** The package's files from those in this folder. Nothing is checked. */
export function packageFiles(sources: PackageFiles, settings: PackageSettings): PackageFiles {
  const template = JSON.parse(Buffer.from(sources['manifest.json'] ?? '').toString('utf8')) as AppManifest;
  const manifest = filled(settings.asksPermissions ? template : withoutPermissions(template), settings) as AppManifest;
  const others = [manifest.icons.color, manifest.icons.outline, ...manifest.localizationInfo?.additionalLanguages?.map(({ file }) => file) ?? []];
  return {
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    ...Object.fromEntries(others.flatMap((name) => (sources[name] === undefined ? [] : [[name, sources[name]]]))),
  };
}

/** The same bytes for the same files, whenever and wherever it is made: the zip's clock stands, by the wall, where zips begin. */
export const zipped = (files: PackageFiles): Uint8Array => zipSync({ ...files }, { level: 9, mtime: new Date(1980, 0, 1) });

/** Puts the settings into every text, `${{NAME}}` by `${{NAME}}`; what there is no setting for stays, for the check to find. */
function filled(value: unknown, settings: PackageSettings): unknown {
  const { appId, botId, host, publicUrl, version, developer, website } = settings;
  const words: Readonly<Record<string, string>> = { APP_ID: appId, BOT_ID: botId, HOST: host, PUBLIC_URL: publicUrl, VERSION: version, DEVELOPER: developer, WEBSITE: website };
  const within = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(/\$\{\{(\w+)\}\}/g, (left, name: string) => words[name] ?? left);
    if (Array.isArray(part)) return part.map(within);
    return typeof part === 'object' && part !== null ? Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, within(inner)])) : part;
  };
  return within(value);
}

/** The registration is named for the permissions' sake alone, so it goes with them. */
const withoutPermissions = ({ authorization: _permissions, webApplicationInfo: _registration, ...rest }: AppManifest): AppManifest => rest;
