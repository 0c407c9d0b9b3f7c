/** One project for each kind of test; `npm test -- domain cloud` runs two of them. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
]

const project = (name, options = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/config'],
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  testEnvironment: 'node',
  transform: { '\\.tsx?$': swc },
  ...options,
})

export default {
  maxWorkers: 2,
  projects: [
    project('domain'),
    project('knowledge'),
    project('contract'),
    project('text'),
    project('client'),
    project('cloud', { testTimeout: 30_000 }),
    project('local', { testTimeout: 30_000 }),
    project('tools', { testTimeout: 120_000 }),
    project('weapp', { testTimeout: 60_000 }),
    project('browser', { testTimeout: 120_000 }),
  ],
}
