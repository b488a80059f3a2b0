// The rules of ARCHITECTURE.md that an editor can say at once; test/architecture.test.ts holds the rest.
import tseslint from 'typescript-eslint';

/** Where ports are implemented: the only files that may ask the machine for time, chance or timers. */
const portFiles = ['src/system.ts', 'src/teams/**', 'src/stores/cosmos/requests.ts', 'src/stores/sqlite/database.ts', 'src/log.ts'];

const outsidePorts = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time comes from the Clock port.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes from the Clock port.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance comes from the Random port.' },
  { selector: "CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|fetch)$/]", message: 'Timers and requests belong behind ports.' },
  { selector: "MemberExpression[object.object.name='process'][property.name='env'], MemberExpression[object.name='process'][property.name='env']", message: 'Only src/config.ts reads the environment.' },
];
const luxonNow = { selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local)$/]", message: 'The core is given the instant and the zone.' };
const withoutEnvironment = outsidePorts.slice(0, -1);

export default tseslint.config(
  { ignores: ['node_modules', 'data', 'devTools', 'test-output', 'coverage', 'build'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'manifest/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      'max-lines': ['error', { max: 200 }],
      'max-params': ['error', 3],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-restricted-syntax': ['error', ...outsidePorts, luxonNow],
    },
  },
  { files: ['manifest/**/*.ts'], rules: { 'max-lines-per-function': ['error', { max: 40, skipComments: true }], 'no-restricted-syntax': ['error', ...outsidePorts] } },
  { files: portFiles, rules: { 'no-restricted-syntax': ['error', outsidePorts.at(-1)] } },
  { files: ['src/config.ts'], rules: { 'no-restricted-syntax': ['error', ...withoutEnvironment] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-params': ['error', 4],
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
