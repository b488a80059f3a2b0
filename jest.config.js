/** Jest runs the sources as Node does: ES modules, types stripped, nothing else changed. */
export const sources = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.js' },
};

export default {
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules of test files that are over stay in memory; a worker that is full of them is slow.
  workerIdleMemoryLimit: '1200MB',
  projects: [
    { ...sources, displayName: 'all', roots: ['<rootDir>/test'], testMatch: ['**/*.test.ts'] },
    // What people live through must not depend on where it is kept: everything that leans on the store (deaths, faults,
    // races, repeats, several documents at once) is lived through on both, and a handful of the situations; more of it in
    // the proof (test/proof/more-on-cosmos.ts). Left out is what asks nothing of a store that these do not ask.
    {
      ...sources, displayName: 'on Cosmos DB', setupFiles: ['<rootDir>/test/support/on-cosmos.ts'],
      roots: ['<rootDir>/test/e2e', '<rootDir>/test/situations'],
      testMatch: [
        '**/e2e/{restart,faults,outage}.test.ts',
        '**/situations/handful.test.ts',
      ],
    },
  ],
};
