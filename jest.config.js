/** Jest runs the sources as Node does: ES modules, types stripped, nothing else changed. */
const sources = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.js' },
};

export default {
  testTimeout: 60_000,
  maxWorkers: 2,
  projects: [
    { ...sources, displayName: 'all', roots: ['<rootDir>/test'], testMatch: ['**/*.test.ts'] },
    // What people live through must not depend on where it is kept. Left out is what asks nothing of a store that the rest
    // does not ask: whole hours to the minute, of which the handful of situations has its share.
    {
      ...sources, displayName: 'on Cosmos DB', setupFiles: ['<rootDir>/test/support/on-cosmos.ts'],
      roots: ['<rootDir>/test/e2e', '<rootDir>/test/situations'], testMatch: ['**/e2e/*.test.ts', '**/situations/handful.test.ts'],
      testPathIgnorePatterns: ['/e2e/(chair-clock|driving|groups-apart|late-start|lobby|protocols|whole-hour)\\.test'],
    },
  ],
};
