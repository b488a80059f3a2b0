// Probes of how items are written and read one by one.

import { createAll, given, ifMatch, type Probe, statusOf } from './probe.ts';

export const writeProbes: readonly Probe[] = [
  {
    name: 'a second create of one id is a conflict', mend: null, expected: [201, 409],
    ask: async ({ documents }) => [await statusOf(documents.items.create(given('a'))), await statusOf(documents.items.create(given('a')))],
  },
  {
    name: 'a version fits once, and a replacement of what is not there is told from one that lost', mend: null, expected: [200, 412, 404],
    ask: async ({ documents }) => {
      const { etag } = await documents.items.create(given('a'));
      const replace = (id: string): Promise<unknown> => statusOf(documents.item(id, 'p').replace(given(id), ifMatch(etag)));
      return [await replace('a'), await replace('a'), await replace('b')];
    },
  },
  {
    name: 'a removal is as conditional as a replacement', mend: null, expected: [412, 204, 404],
    ask: async ({ documents }) => {
      const first = await documents.items.create(given('a'));
      const second = await documents.item('a', 'p').replace(given('a'));
      const remove = ({ etag }: { readonly etag: string }): Promise<unknown> => statusOf(documents.item('a', 'p').delete(ifMatch(etag)));
      return [await remove(first), await remove(second), await remove(second)];
    },
  },
  {
    name: 'of many who replace one version one does', mend: null, expected: 1,
    ask: async ({ documents }) => {
      const { etag } = await documents.items.create(given('a'));
      const all = await Promise.all(Array.from({ length: 50 }, () => statusOf(documents.item('a', 'p').replace(given('a'), ifMatch(etag)))));
      return all.filter((status) => status === 200).length;
    },
  },
  { name: 'writing to a container that is not there is not found', mend: null, expected: 404, ask: ({ nowhere }) => statusOf(nowhere.items.create(given('a'))) },
  { name: 'reading what is not there is not found', mend: null, expected: 404, ask: ({ documents }) => statusOf(documents.item('a', 'p').read()) },
  {
    name: 'an id has at most 1,023 bytes', mend: 'ids', expected: [201, 400],
    ask: async ({ documents }) => [await statusOf(documents.items.create(given('a'.repeat(1_023)))), await statusOf(documents.items.create(given('a'.repeat(1_024))))],
  },
  {
    name: 'a partition key has at most 2,048 bytes', mend: 'long partition keys', expected: [201, 400],
    ask: async ({ documents }) => Promise.all([2_048, 2_049].map((bytes) => statusOf(documents.items.create(given('a', { partition: 'p'.repeat(bytes) }))))),
  },
  {
    name: 'a write under a foreign partition key is refused', mend: null, expected: 400,
    ask: async ({ documents }) => {
      await createAll(documents, [given('a'), given('a', { partition: 'q' })]);
      return statusOf(documents.item('a', 'p').replace(given('a', { partition: 'q' })));
    },
  },
  {
    name: 'an item has at most 2 MB', mend: 'large items', expected: [201, 413],
    ask: async ({ documents }) => [
      await statusOf(documents.items.create(given('a', { body: 'x'.repeat(1_900_000) }))), await statusOf(documents.items.create(given('b', { body: 'x'.repeat(2_200_000) }))),
    ],
  },
  {
    name: 'a ttl is a positive whole number of seconds', mend: 'ttl values', expected: [400, 400, 201],
    ask: ({ documents }) => Promise.all([0, 1.5, 1].map((ttl, n) => statusOf(documents.items.create(given(`${n}`, { ttl }))))),
  },
  {
    name: 'half of a surrogate pair does not come back', mend: 'broken text', expected: false,
    ask: async ({ documents }) => {
      await documents.items.create(given('a', { body: 'x\ud83d' })).catch(() => undefined);
      return (await documents.item('a', 'p').read<{ readonly body: string }>()).resource?.body === 'x\ud83d';
    },
  },
  {
    name: 'If-Match with a star fits every version', mend: 'any version', expected: 200,
    ask: async ({ documents }) => {
      await documents.items.create(given('a'));
      return statusOf(documents.item('a', 'p').replace(given('a'), ifMatch('*')));
    },
  },
  {
    name: 'versions are quoted, in the answer and in what is read, and read the same', mend: 'quoted versions', expected: [true, true],
    ask: async ({ documents }) => {
      const { etag } = await documents.items.create(given('a'));
      const { resource } = await documents.item('a', 'p').read<{ readonly _etag: string }>();
      return [/^"[^"]+"$/.test(etag), resource?._etag === etag];
    },
  },
  {
    name: 'a batch is refused', mend: 'batches', isOursOnly: true, expected: 'Batch request error: The test server has no batches.',
    ask: ({ documents }) => statusOf(documents.items.batch([{ operationType: 'Create', resourceBody: given('a') }], 'p').then(({ code = 0 }) => ({ statusCode: code }))),
  },
];
