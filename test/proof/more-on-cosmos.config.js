// What people live through, on Cosmos DB: the part for which the tests have no time.

import { sources } from '../../jest.config.js';

export default {
  ...sources, rootDir: '../..', displayName: 'more on Cosmos DB', testTimeout: 60_000, maxWorkers: 1,
  setupFiles: ['<rootDir>/test/support/on-cosmos.ts'], roots: ['<rootDir>/test/e2e', '<rootDir>/test/proof'],
  testMatch: ['**/e2e/{presses,retention,communities,continuing,groups,newer-release,pairs,buddy-meeting,fortnight}.test.ts', '**/proof/update-overlapping.ts'],
};
