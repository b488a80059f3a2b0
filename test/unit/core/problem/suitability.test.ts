// The guidance's four examples and their verdicts (domain.md 1.5).

import { expect, test } from '@jest/globals';
import { emptyWriteUp } from '../../../../src/core/problem/write-up.ts';
import { verdictOf } from '../../../../src/core/problem/suitability.ts';

test.each([
  ['school funding', 'no', 'not sure', 'no', ['specific', 'solvable', 'controllable']],
  ['a team not in the best roles', 'no', 'not sure', 'yes', ['specific', 'solvable']],
  ['building consistency in assessment practice', 'no', 'yes', 'yes', ['specific']],
  ['pupils forgetting what they are taught', 'yes', 'yes', 'yes', []],
  ['a problem that is not solvable', 'yes', 'no', 'yes', ['solvable']],
  ['a problem that may not be controllable', 'yes', 'yes', 'not sure', ['controllable']],
  ['a problem with a question not answered', 'yes', 'yes', '', ['controllable']],
] as const)('%s (%s, %s, %s) fails by %j', (...[problem, specific, solvable, controllable, failed]) => {
  expect(verdictOf({ ...emptyWriteUp, problem, specific, solvable, controllable })).toEqual({ isSuitable: failed.length === 0, failed });
});
