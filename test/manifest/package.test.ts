// The app package as it is made and uploaded: whole, sound, and the same whenever it is made.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from '@jest/globals';
import { packageFiles, zipped } from '../../manifest/app-package.ts';
import { packageProblems } from '../../manifest/check.ts';
import { reasons } from '../../manifest/permissions.ts';
import { readPackageSettings } from '../../manifest/settings.ts';
import { botId, host, manifestOf, settings, soundFiles, sources } from './sample-package.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', name), 'utf8');

describe('the package', () => {
  test('holds manifest, icons and languages, and nothing is wrong with it', async () => {
    const unzipped = unzipSync(zipped(soundFiles));
    expect(Object.keys(unzipped)).toEqual(['manifest.json', 'color.png', 'outline.png', 'cy.json']);
    expect(await packageProblems(unzipped)).toEqual([]);
  });

  test('has everything filled in', () => {
    const manifest = manifestOf(packageFiles(sources, settings('--developer', 'A "school" trust', '--website', 'https://help.example.org/x')));
    expect(manifest.developer).toEqual({
      name: 'A "school" trust', websiteUrl: 'https://help.example.org/x', privacyUrl: `https://${host}/privacy`, termsOfUseUrl: `https://${host}/terms`,
    });
    expect([manifest.version, manifest.bots?.[0]?.botId, manifest.webApplicationInfo?.id, manifest.validDomains]).toEqual(['1.4.2', botId, botId, [host]]);
  });

  test('keeps what there is no setting for, so that it is found', async () => {
    const template = Buffer.from(Buffer.from(sources['manifest.json'] ?? '').toString('utf8').replace('${{DEVELOPER}}', '${{OWNER}}'));
    expect(await packageProblems(packageFiles({ ...sources, 'manifest.json': template }, settings()))).toEqual(['manifest.json: ${{OWNER}} was not filled in.']);
  });

  test('is the same, byte by byte, when it is made twice', () => {
    const [one, other] = [zipped(packageFiles(sources, settings())), zipped(packageFiles(sources, settings()))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    // The time stands in the headers twice: the first day that a zip knows.
    expect(Buffer.from(one).readUInt32LE(10)).toBe(0x0021_0000);
  });

  test('asks for no resource-specific permission, and is sound, when told so', async () => {
    const files = packageFiles(sources, settings('--without-permissions'));
    expect(Object.keys(manifestOf(files))).not.toEqual(expect.arrayContaining(['authorization']));
    expect(manifestOf(files).webApplicationInfo).toBeUndefined();
    expect(await packageProblems(files)).toEqual([]);
  });

  test('names the app by the bot, always the same and never as the bot itself', () => {
    const of = (bot: string) => readPackageSettings(['--bot-id', bot, '--host', host], {}, '1.0.0').appId;
    expect(of(botId)).toBe('4af3be4d-d879-527b-ac06-8e8db940b6b7');
    expect(of(botId.toUpperCase())).toBe(of(botId));
    expect(of('3f6d9b1e-90aa-4e57-8f57-1a2b3c4d5e6f')).not.toBe(of(botId));
  });
});

describe('permissions', () => {
  const { permissions = [], authorization } = manifestOf(soundFiles);
  const specific = authorization?.permissions?.resourceSpecific ?? [];

  test('are asked for where there is a reason, and nowhere else', () => {
    expect([...specific.map(({ name }) => name), ...permissions]).toEqual(Object.keys(reasons));
  });

  test('stand in the README with the same reasons', () => {
    const rows = read('README.md').split('\n');
    for (const [name, { why, without }] of Object.entries(reasons)) expect(rows).toContain(`| \`${name}\` | ${why} | ${without} |`);
    expect(rows.filter((row) => /^\| `[\w.]+\.(Chat|Group|User)` \|/.test(row))).toHaveLength(specific.length);
  });
});
