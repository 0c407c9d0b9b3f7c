import { commandOf, run } from '../../src/tools/support/run'
import { startCloud, type Started } from '../local/support/cloud'

const tool = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  run(commandOf('tsx'), ['src/tools/conformance-cloud.ts', ...args], { env })

describe('npm run conformance:cloud', () => {
  let other: Started
  beforeAll(async () => {
    // It stands in for a real environment: one that the suite did not start and whose collections are there already.
    const byRun = { name: 'run', fields: ['run'] }
    other = await startCloud({
      collections: [
        { name: 'conformance_rows', indexes: [byRun] },
        { name: 'conformance_others', indexes: [byRun] },
      ],
    })
  })
  afterAll(() => other.close())

  it('says what is missing and ends well where there is no key', async () => {
    const output = await tool({ CONFORMANCE_ENV: 'some-env', TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' })
    expect(output).toContain('Skipped: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY not set')
  })

  it('runs the cases in the environment that is named, counts what it skips and why, and leaves nothing', async () => {
    const env = { ...other.sdkEnvironment(), CONFORMANCE_ENV: 'local-env' }
    const output = await tool(env, 'conformance/transactions')
    expect(output).toMatch(/\n {2}1 × the SDK cannot make an index\n21 passed, 0 failed, 1 skipped\n$/)
    expect(other.database.count('conformance_rows')).toBe(0)
  })

  it('fails where the environment differs', async () => {
    const env = { ...other.sdkEnvironment(), CONFORMANCE_ENV: 'local-env' }
    // This one has no index for the conditions of these cases.
    await expect(tool(env, 'conformance/rejections', '-t', 'unknown|exists already|pattern')).resolves.toContain(
      'passed',
    )
    // The cases expect that there is no such collection.
    other.database.createCollection('conformance_nowhere')
    await expect(tool(env, 'conformance/rejections', '-t', 'a missing collection, for add')).rejects.toMatchObject({
      output: expect.stringContaining('The real environment differs from the local cloud'),
    })
  })
})
