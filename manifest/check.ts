// Everything that can be known to be wrong with an app package before it is uploaded: by Microsoft's schema, and by what the
// schema misses (platform.md, "Manifest").

import { type AppManifest, languageRules, type PackageFiles, schemaProblems } from './app-manifest.ts';
import { botProblems } from './bot-check.ts';
import { iconProblems } from './icons-check.ts';
import { languageProblems } from './languages-check.ts';
import { permissionProblems } from './permissions.ts';
import { textProblems } from './texts-check.ts';

/** One sentence for each problem. Only what the schema lets pass is looked at further, since anything else may be of any shape. */
export async function packageProblems(files: PackageFiles): Promise<readonly string[]> {
  const bytes = files['manifest.json'];
  if (bytes === undefined) return ['manifest.json is not in the package.'];
  const manifest = JSON.parse(Buffer.from(bytes).toString('utf8')) as AppManifest;
  const bySchema = await schemaProblems(manifest);
  if (bySchema.length > 0) return bySchema;
  const looked = { manifest, files };
  return [...textProblems(looked), ...botProblems(looked), ...permissionProblems(looked), ...languageProblems(looked, await languageRules()), ...iconProblems(looked)];
}
