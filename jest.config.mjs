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

const project = (name) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/config'],
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  testEnvironment: 'node',
  transform: { '\\.tsx?$': swc },
})

export default {
  maxWorkers: 2,
  // Browsers, child processes and bundlers on two busy cores; jest reads this here only, not in a project.
  testTimeout: 60_000,
  projects: [
    project('domain'),
    project('knowledge'),
    project('contract'),
    project('text'),
    project('client'),
    project('cloud'),
    project('local'),
    project('conformance'),
    project('tools'),
    project('weapp'),
    project('browser'),
  ],
}
