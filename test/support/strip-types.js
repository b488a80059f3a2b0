// What Node 24 does when it runs a .ts file, done for Jest: types become blanks, so lines and columns stay.
// MUTANT names one edit of one source file, for runs that must fail (test/proof/mutate-stores.ts).
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

const mutant = process.env.MUTANT === undefined ? null : JSON.parse(process.env.MUTANT);

/** The source as it is to be run. Throws when the code has changed so that the mutant no longer fits. */
function meant(source, path) {
  if (mutant === null || !path.endsWith(`/src/${mutant.file}`)) return source;
  return mutant.edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`The mutant no longer fits ${mutant.file}: ${from}`);
    return text.replace(from, () => to);
  }, source);
}

export default {
  process: (source, path) => ({ code: stripTypeScriptTypes(meant(source, path)) }),
  getCacheKey: (source, path, { configString }) => createHash('sha256').update(JSON.stringify([meant(source, path), path, configString, process.version])).digest('hex'),
};
