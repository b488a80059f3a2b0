// The files in which a manifest is said in other languages: what they may hold stands in Microsoft's schema, and what they
// translate must be there.

import type { AppPackage, LanguageRules } from './app-manifest.ts';
import { commandLimits } from './bot-check.ts';
import { textProblemsOf } from './texts-check.ts';

/** What is wrong with tags and files of languages, one sentence each. */
export function languageProblems({ manifest, files }: AppPackage, rules: LanguageRules): readonly string[] {
  const { defaultLanguageTag, additionalLanguages = [] } = manifest.localizationInfo ?? { defaultLanguageTag: '' };
  const tags = [defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)];
  return [
    // A language alone counts for all its regions, so that a client in cy-GB and one in cy get the same.
    ...tags.filter((tag) => !/^[a-z]{2,3}$/.test(tag)).map((tag) => `localizationInfo: "${tag}" must be a language alone, such as en or cy.`),
    ...tags.filter((tag, at) => tags.indexOf(tag) !== at).map((tag) => `localizationInfo has "${tag}" twice.`),
    ...additionalLanguages.flatMap(({ file }) => fileProblems(files[file], { file, manifest, rules })),
  ];
}

interface Place { readonly file: string; readonly manifest: unknown; readonly rules: LanguageRules }

function fileProblems(bytes: Uint8Array | undefined, { file, manifest, rules }: Place): readonly string[] {
  if (bytes === undefined) return [`${file} is not in the package.`];
  const { $schema: schema, ...lines } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Readonly<Record<string, string>>;
  return [
    ...(schema === rules.schema ? [] : [`${file}: $schema must be ${rules.schema}.`]),
    ...rules.required.filter((key) => lines[key] === undefined).map((key) => `${file} lacks ${key}.`),
    ...Object.entries(lines).flatMap(([key, text]) => {
      const longest = longestOf(key, rules);
      if (longest === null) return [`${file}: ${key} is nothing that can be said in another language.`];
      if (typeof lineAt(manifest, key) !== 'string') return [`${file}: the manifest has no ${key}.`];
      return textProblemsOf(`${file}: ${key}`, text, longest);
    }),
  ];
}

/** Null for what the schema does not know. Commands are held to the length that fits the menu. */
function longestOf(key: string, { properties, patternProperties }: LanguageRules): number | null {
  const rule = properties[key] ?? Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
  if (rule?.maxLength === undefined) return null;
  const shown = !key.includes('commandLists') ? Infinity : key.endsWith('.title') ? commandLimits.titleChars : commandLimits.descriptionChars;
  return Math.min(rule.maxLength, shown);
}

/** `bots[0].commandLists[1].commands[2].title`, step by step. */
const lineAt = (manifest: unknown, key: string): unknown => key.split(/[.[\]]+/).filter((step) => step !== '')
  .reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined), manifest);
