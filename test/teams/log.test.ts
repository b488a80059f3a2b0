// The log: one JSON line per fact, narrowed by fields, and nothing of what an exception says.

import { expect, test } from '@jest/globals';
import { createLog, faultOf } from '../../src/log.ts';
import type { Level } from '../../src/log.ts';

const linesOf = (level: Level, use: (log: ReturnType<typeof createLog>) => void): unknown[] => {
  const lines: string[] = [];
  use(createLog(level, (line) => void lines.push(line)));
  return lines.map((line): unknown => JSON.parse(line));
};

test('a fact is one line with its level, its instant and its fields', () => {
  expect(linesOf('debug', (log) => log.with({ conversation: 'c1' }).info('session.moved', { ms: 4 }))).toEqual([
    { level: 'info', at: expect.stringMatching(/^\d{4}-.*Z$/), fact: 'session.moved', conversation: 'c1', ms: 4 },
  ]);
});

test('facts below the level are left out', () => {
  const lines = linesOf('warn', (log) => {
    log.debug('a.b');
    log.info('a.b');
    log.warn('c.d');
    log.error('e.f');
  });
  expect(lines).toMatchObject([{ level: 'warn', fact: 'c.d' }, { level: 'error', fact: 'e.f' }]);
});

test('of an exception remain its kind, its code and where it was thrown', () => {
  const fault = Object.assign(new RangeError('words of a person\nsecond line', { cause: new TypeError('more words') }), { code: 'E_RANGE' });
  const fields = faultOf(fault);
  expect(fields).toMatchObject({ fault: 'RangeError', code: 'E_RANGE', cause: 'TypeError', where: expect.stringContaining('log.test') });
  expect(JSON.stringify(fields)).not.toMatch(/words|second line/);
  expect(faultOf('thrown words')).toEqual({ fault: 'string' });
});

test('of a message that looks like a stack, and of a code that is a sentence, nothing remains', () => {
  const fields = faultOf(Object.assign(new Error('words\n    at words (of a person:1:1)'), { code: 'words of a person' }));
  expect(fields).toMatchObject({ fault: 'Error', code: null, where: expect.stringMatching(/^at .*log\.test/) });
  expect(JSON.stringify(fields)).not.toMatch(/words/);
});
