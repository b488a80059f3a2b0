// The manifest's shape and what Microsoft's own schemas say of it. Both come with the package @microsoft/app-manifest, so
// that nothing is asked of a network.

import { AppManifestUtils, type TeamsManifestV1D29 } from '@microsoft/app-manifest';

export type AppManifest = TeamsManifestV1D29.TeamsManifestV1D29;
export type Bot = TeamsManifestV1D29.Bot;
export type CommandList = TeamsManifestV1D29.CommandList;
/** The files of an app package, by name. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;
/** What is looked at: the manifest, and the package it came in. */
export interface AppPackage {
  readonly manifest: AppManifest;
  readonly files: PackageFiles;
}

const schemas = 'https://developer.microsoft.com/json-schemas/teams/v1.29';
const manifestSchema = `${schemas}/MicrosoftTeams.schema.json`;
const languageSchema = `${schemas}/MicrosoftTeams.Localization.schema.json`;

/** What the schema finds wrong. A manifest that names another schema is not looked at: that one might have to be fetched. */
export async function schemaProblems(manifest: unknown): Promise<readonly string[]> {
  const named = typeof manifest === 'object' && manifest !== null && '$schema' in manifest ? manifest.$schema : undefined;
  if (named !== manifestSchema) return [`manifest.json: $schema must be ${manifestSchema}.`];
  const found = await AppManifestUtils.validateAgainstSchema(manifest as AppManifest);
  return found.map((problem) => `manifest.json, by its schema:${problem.replace(/\s+/g, ' ').replace(/^(?! )/, ' ').trimEnd()}`);
}

/** What a language file may hold: keys by name or by pattern, each with its length. */
export interface LanguageRules {
  readonly schema: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly maxLength?: number }>>;
  readonly patternProperties: Readonly<Record<string, { readonly maxLength?: number }>>;
}

/** Read as data: its patterns are not for the checker of the package, which wants every pattern to be Unicode's. */
export async function languageRules(): Promise<LanguageRules> {
  const { required, properties, patternProperties } = await AppManifestUtils.fetchSchema(languageSchema) as unknown as Omit<LanguageRules, 'schema'>;
  return { schema: languageSchema, required, properties, patternProperties };
}
