// Mends of how the package answers queries, and of what expires. For as long as a query is answered some of them put
// something else in its way: requests come one at a time.

import type { Answer } from './cosmos-request.ts';
import { itemIn } from './cosmos-request.ts';
import { isIndexed, pathsOf, policyOf } from './indexes.ts';
import { type Asked, isWriting, type Mend, refusing } from './mend.ts';

type Documents = NonNullable<Asked['container']>['documents'];

const defaultPageCount = 100;
const largestPageBytes = 4 * 1_024 * 1_024;
const isQuery = ({ aim: { operation } }: Asked): boolean => operation === 'query';
const sqlOf = ({ request }: Asked): string => String(itemIn(request)['query']);

/** Before this instant nothing in the container expires. */
const earliestExpiry = new WeakMap<Documents, number>();
const expiresAtMs = (item: Readonly<Record<string, unknown>>): number =>
  (typeof item['ttl'] === 'number' && item['ttl'] > 0 ? (Number(item['_ts']) + item['ttl']) * 1_000 : Infinity);

function removeExpired(documents: Documents, nowMs: number): void {
  if (nowMs < (earliestExpiry.get(documents) ?? Infinity)) return;
  const items = [...documents._data.values()].map((item) => item.read());
  const [gone, kept] = [items.filter((item) => expiresAtMs(item) <= nowMs), items.filter((item) => expiresAtMs(item) > nowMs)];
  for (const item of gone) documents.delete(item.id, item['partition']);
  earliestExpiry.set(documents, kept.reduce((earliest, item) => Math.min(earliest, expiresAtMs(item)), Infinity));
}

/** Gives an item that was just written the time of the clock that counts here. */
function stamp(documents: Documents, item: Record<string, unknown>, nowMs: number): void {
  item['_ts'] = Math.floor(nowMs / 1_000);
  earliestExpiry.set(documents, Math.min(earliestExpiry.get(documents) ?? Infinity, expiresAtMs(item)));
}

/** The query in the package's cache; null for a text that is none. */
function wellFormed(documents: Documents, sql: string): ReturnType<Documents['_getQuery']> | null {
  try {
    return documents._getQuery(sql);
  } catch {
    return null;
  }
}

/** The program the package makes of a query copies its rows for every row that it adds. */
export const withoutCopies = (code: string): string => code.replace(/\[\.\.\.\$, (\{[^{}]*\})\]/g, '($.push($1), $)');

export const queryMends: readonly Mend[] = [
  {
    name: 'expiry',
    why: 'ttl is kept and nothing ever expires; in a container with a defaultTtl the service shows an item no more when its ttl is over, '
      + 'counted from its last write. Here by a clock that tests can put forward.',
    apply: async (asked, answer) => {
      const { container, nowMs } = asked;
      if (typeof container?.read()['defaultTtl'] !== 'number') return answer();
      removeExpired(container.documents, nowMs);
      const answered = await answer();
      if (isWriting(asked) && answered.status < 300) stamp(container.documents, answered.body as Record<string, unknown>, nowMs);
      return answered;
    },
  },
  {
    name: 'query plans',
    why: 'The client asks for a plan beside every query, and uses it where the service declines to run the query at once. The package takes '
      + 'that for the query once more and works twice; it never declines.',
    apply: refusing(400, ({ aim }) => (aim.operation === 'query-plan' ? 'The test server has no plans.' : null)),
  },
  {
    name: 'scope',
    why: 'A query with a partition key in its options sees all partitions; by the service it sees that one only.',
    apply: async (asked, answer) => {
      const { container, aim: { partition } } = asked;
      if (!isQuery(asked) || container === null || partition === null) return answer();
      const { documents } = container;
      const all = documents._data;
      documents._data = new Map([...all].filter(([, item]) => item.read()['partition'] === partition));
      return answer().finally(() => { documents._data = all; });
    },
  },
  {
    name: 'order by what is not indexed',
    why: 'Any field can be sorted by; the service refuses a path that its indexing policy leaves out.',
    apply: refusing(400, (asked) => {
      if (!isQuery(asked) || asked.container === null) return null;
      const { orders } = pathsOf(asked.container, sqlOf(asked));
      const policy = policyOf(asked.container);
      return orders.length === 1 && !orders.every((path) => isIndexed(path, policy)) ? 'The order-by item is excluded from the index path' : null;
    }),
  },
  {
    name: 'pages',
    why: 'A query without a page size answers all it finds at once; the service gives 100 items, and never more than 4 MB. A store '
      + 'that reads the first page only would pass.',
    apply: async (asked, answer) => {
      if (!isQuery(asked)) return answer();
      const wanted = Number(asked.request.headers['x-ms-max-item-count'] ?? -1);
      const withSize = (count: number): Promise<Answer> =>
        answer({ ...asked.request, headers: { ...asked.request.headers, 'x-ms-max-item-count': String(count) } });
      for (let count = wanted > 0 ? wanted : defaultPageCount; ; count = Math.floor(count / 2)) {
        const page = await withSize(count);
        if (count === 1 || JSON.stringify(page.body).length <= largestPageBytes) return page;
      }
    },
  },
  {
    name: 'slow queries',
    why: 'The container is copied once for every item in it, so that a query of 20,000 takes seconds.',
    apply: async (asked, answer) => {
      if (!isQuery(asked) || asked.container === null) return answer();
      const query = wellFormed(asked.container.documents, sqlOf(asked));
      if (query === null) return answer();
      const { code } = query;
      query._code = withoutCopies(code);
      return answer().finally(() => { query._code = code; });
    },
  },
];
