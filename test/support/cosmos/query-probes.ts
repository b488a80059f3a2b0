// Probes of how items are found by queries, and of what expires.

import { createAll, given, idsOf, type Probe, statusOf, statusOfQuery } from './probe.ts';

export const queryProbes: readonly Probe[] = [
  {
    name: 'null is no number: not less, not more, not sorted out', mend: null, expected: [['one'], ['null', 'one']],
    ask: async ({ documents }) => {
      await createAll(documents, [given('one', { wakeAt: 1 }), given('null'), given('two', { wakeAt: 2 })]);
      const query = 'select c.id from c where c.wakeAt <= 1 order by c.wakeAt';
      return [await idsOf(documents, query), await idsOf(documents, 'select c.id from c where is_null(c.wakeAt) or c.wakeAt < 2 order by c.wakeAt')];
    },
  },
  {
    name: 'the first few by one field, from all partitions, with their parameters', mend: null, expected: ['a', 'b'],
    ask: async ({ documents }) => {
      await createAll(documents, ['c', 'a', 'd', 'b'].map((id, n) => given(id, { partition: `p${n}`, wakeAt: id.charCodeAt(0) })));
      const parameters = [{ name: '@now', value: 99 }, { name: '@n', value: 2 }, { name: '@who', value: 'ann' }];
      const query = 'select top @n c.partition, c.id from c where c.wakeAt <= @now and array_contains(c.people, @who) order by c.wakeAt';
      return (await documents.items.query<{ readonly id: string }>({ query, parameters }).fetchAll()).resources.map(({ id }) => id);
    },
  },
  {
    name: 'an order of two fields is served by its composite index and refused without', mend: null, expected: [['b', 'a', 'c'], 400],
    ask: async ({ history }) => {
      await createAll(history, [['a', 2], ['c', 1], ['b', 2]].map(([name, startedAt]) => given(`${name}`, { name, startedAt })));
      const inP = { partitionKey: 'p' };
      const without = 'select * from c where c.partition = "p" order by c.startedAt desc, c.expiresAt desc';
      return [
        await idsOf(history, 'select c.id from c where c.partition = "p" order by c.startedAt desc, c.name desc', inP),
        await statusOfQuery(history, without),
      ];
    },
  },
  {
    name: 'an order by a field that is not indexed is refused', mend: 'order by what is not indexed', expected: 400,
    ask: ({ documents }) => statusOfQuery(documents, 'select * from c where c.partition = "p" order by c.body'),
  },
  {
    name: 'a query with a partition key sees that partition', mend: 'scope', expected: ['a'],
    ask: async ({ documents }) => {
      await createAll(documents, [given('a'), given('b', { partition: 'q' })]);
      return idsOf(documents, 'select c.id from c', { partitionKey: 'p' });
    },
  },
  {
    name: 'queries and writes at the same moment each see and keep their own', mend: null, expected: ['p', 'q', 42],
    ask: async ({ documents }) => {
      await createAll(documents, [given('a'), given('a', { partition: 'q' })]);
      const partitionsSeen = async (partitionKey: string): Promise<readonly string[]> =>
        (await documents.items.query<string>('select value c.partition from c', { partitionKey }).fetchAll()).resources;
      const rounds = await Promise.all(Array.from({ length: 40 }, async (_, n) => {
        const [ofP, ofQ] = await Promise.all([partitionsSeen('p'), partitionsSeen('q'), documents.items.create(given(`i${n}`, { partition: 'r' }))]);
        return [ofP.join(), ofQ.join()] as const;
      }));
      const distinct = (which: 0 | 1): string => [...new Set(rounds.map((round) => round[which]))].join(' or ');
      return [distinct(0), distinct(1), (await idsOf(documents, 'select c.id from c')).length];
    },
  },
  {
    name: 'a page without a size does not hold everything, and all pages together do', mend: 'pages', expected: [false, 150],
    ask: async ({ documents }) => {
      await createAll(documents, Array.from({ length: 150 }, (_, n) => given(`i${n}`)));
      const first = await documents.items.query('select c.id from c', { partitionKey: 'p' }).fetchNext();
      return [first.resources.length === 150, (await idsOf(documents, 'select c.id from c', { partitionKey: 'p' })).length];
    },
  },
  {
    name: 'a page has at most 4 MB, whatever was asked for', mend: 'pages', expected: [false, 5],
    ask: async ({ documents }) => {
      await createAll(documents, Array.from({ length: 5 }, (_, n) => given(`i${n}`, { body: 'x'.repeat(1_000_000) })));
      const options = { partitionKey: 'p', maxItemCount: 1_000 };
      const first = await documents.items.query('select * from c', options).fetchNext();
      return [first.resources.length === 5, (await idsOf(documents, 'select * from c', options)).length];
    },
  },
  {
    name: 'an item is gone when its ttl is over, counted from its last write, and its id is free', mend: 'expiry', isOursOnly: true,
    expected: [[200, 200], ['a', 'b', 'c'], [404, 200], ['b', 'c'], 201, 404],
    ask: async ({ documents, pass }) => {
      await createAll(documents, [given('a', { ttl: 10 }), given('b', { ttl: 10 }), given('c')]);
      const both = (): Promise<unknown> => Promise.all(['a', 'b'].map((id) => statusOf(documents.item(id, 'p').read())));
      await pass(5);
      await documents.item('b', 'p').replace(given('b', { ttl: 10 }));
      const before = [await both(), (await idsOf(documents, 'select c.id from c')).toSorted()];
      await pass(11);
      const after = [await both(), (await idsOf(documents, 'select c.id from c')).toSorted()];
      const isFree = await statusOf(documents.items.create(given('a')));
      await pass(30);
      return [...before, ...after, isFree, await statusOf(documents.item('b', 'p').read())];
    },
  },
];
