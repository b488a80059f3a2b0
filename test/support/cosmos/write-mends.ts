// Mends of what the package lets through, or answers wrongly, when items are read and written.
// Limits: learn.microsoft.com/azure/cosmos-db/concepts-limits ("Per-item limits").

import { itemIn } from './cosmos-request.ts';
import { isWriting, type Mend, refusing } from './mend.ts';

const longestIdBytes = 1_023;
const longestPartitionBytes = 2_048;
const largestItemBytes = 2 * 1_024 * 1_024;
const longestTtlSeconds = 2 ** 31 - 1;

const bytesOf = (text: string): number => Buffer.byteLength(text);

export const writeMends: readonly Mend[] = [
  {
    name: 'ids',
    why: 'Any id is taken; the service refuses / \\ ? # in one, and more than 1,023 bytes.',
    apply: refusing(400, (asked) => {
      const id = asked.aim.id ?? '';
      return isWriting(asked) && (/[/\\?#]/.test(id) || bytesOf(id) > longestIdBytes) ? 'The id is too long or has a character that an id may not have.' : null;
    }),
  },
  {
    name: 'long partition keys',
    why: 'A partition key of any length is taken; the service refuses one of more than 2,048 bytes.',
    apply: refusing(400, ({ aim: { partition } }) => (bytesOf(partition ?? '') > longestPartitionBytes ? 'The partition key is too long.' : null)),
  },
  {
    name: 'large items',
    why: 'An item of any size is taken; the service refuses one of more than 2 MB of UTF-8 with 413.',
    apply: refusing(413, (asked) => (isWriting(asked) && asked.request.body.length > largestItemBytes ? 'Request size is too large' : null)),
  },
  {
    name: 'ttl values',
    why: 'Any ttl is taken; the service refuses one that is neither -1 nor a whole number of seconds from 1 to 2,147,483,647.',
    apply: refusing(400, (asked) => {
      const ttl = isWriting(asked) ? itemIn(asked.request)['ttl'] : undefined;
      const isSound = ttl === undefined || ttl === -1 || (Number.isInteger(ttl) && Number(ttl) >= 1 && Number(ttl) <= longestTtlSeconds);
      return isSound ? null : 'The input ttl is invalid. Ensure to provide a nonzero positive integer.';
    }),
  },
  {
    name: 'broken text',
    why: 'A lone half of a surrogate pair is kept; what is stored as UTF-8 cannot hold one. What the service makes of it is not '
      + 'documented, so nothing may hang on it: here it becomes U+FFFD.',
    apply: async (asked, answer) => {
      if (!isWriting(asked)) return answer();
      const whole = JSON.stringify(itemIn(asked.request), (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
      return answer({ ...asked.request, body: Buffer.from(whole) });
    },
  },
  {
    name: 'any version',
    why: 'If-Match: * fits no item; by the service, as by HTTP, it fits every one. A store that lets it through overwrites.',
    apply: async ({ request }, answer) => {
      const { 'if-match': version, ...headers } = request.headers;
      return version === '*' ? answer({ ...request, headers }) : answer();
    },
  },
  {
    name: 'quoted versions',
    why: 'Versions are bare; those of the service are quoted, as HTTP has them: _etag is "\\"…\\"", and only so If-Match fits.',
    apply: async (asked, answer) => {
      const answered = await answer();
      const item = Object(answered.body) as { _etag?: string };
      if (isWriting(asked) && answered.status < 300) item._etag = `"${item._etag}"`;
      return answered;
    },
  },
  {
    name: 'batches',
    why: 'A batch knows creates only and is not all or nothing; by the service it is. Our store uses none, and must not begin to unseen.',
    apply: refusing(501, ({ request }) => ('x-ms-cosmos-is-batch-request' in request.headers ? 'The test server has no batches.' : null)),
  },
];
