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
    // What people live through must not depend on where it is kept.
    { ...sources, displayName: 'on Cosmos DB', roots: ['<rootDir>/test/e2e', '<rootDir>/test/situations'], testMatch: ['**/e2e/*.test.ts', '**/situations/handful.test.ts'], setupFiles: ['<rootDir>/test/support/on-cosmos.ts'] },
  ],
};
