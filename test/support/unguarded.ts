// Stores that take one guard of the loop away each, for the control tests: what the guard prevents must then be seen.

import type { Doc } from '../../src/app/document.ts';
import { retryAt } from '../../src/app/outbox.ts';
import type { Documents } from '../../src/app/ports.ts';
import { over } from './fleet.ts';

type Wrap = (documents: Documents) => Documents;

/** What somebody else wrote in between is written over. */
export const replaceAnyVersion: Wrap = (documents) => over(documents, {
  replace: async (doc) => {
    for (;;) {
      const stored = await documents.load(doc.key);
      const saved = await documents.replace(doc, stored?.version ?? '');
      if (saved.kind === 'saved') return saved;
    }
  },
});

/** An event that comes again is news. */
export const forgetEvents: Wrap = (documents) => over(documents, {
  load: async (key) => { const stored = await documents.load(key); return stored === null ? null : { ...stored, doc: { ...stored.doc, seen: [] } }; },
});

const writing = (change: (doc: Doc) => Doc): Wrap => (documents) => over(documents, {
  create: (doc) => documents.create(change(doc)),
  replace: (doc, version) => documents.replace(change(doc), version),
});

/** Nobody can see that somebody is at it. */
export const keepNoClaims: Wrap = writing((doc) => {
  const outbox = doc.outbox.map((waiting) => ({ ...waiting, claim: null }));
  return { ...doc, outbox, retryAt: retryAt({ ...doc, outbox }) };
});

/** What is to be sent is known to the process alone. */
export const keepNoOutbox: Wrap = writing((doc) => ({ ...doc, outbox: [], retryAt: null }));
