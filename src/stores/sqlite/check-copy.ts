// Runs as a thread of its own (started by whole-copy.ts): reads all of a copy and ends, or throws why it cannot be trusted.

import { workerData } from 'node:worker_threads';
import { hold, whyNot } from './hold.ts';

const { file, knownVersion } = workerData as { readonly file: string; readonly knownVersion: number };
try {
  hold(file, knownVersion).close();
} catch (cause) {
  throw new Error(whyNot(cause), { cause });
}
