import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { functions } from '../../src/cloud/deployment'
import { collections } from '../../src/cloud/store/documents'
import { readKeys } from '../../src/cloud/keys'
import { readSetupCode } from '../../src/cloud/people/setup-code'
import { day } from '../../src/domain/time/clock'
import { developmentKeys } from '../../src/local/development-keys'
import { freshKeys } from '../../src/tools/deploy/make-keys'
import { managerNode } from '../../src/tools/deploy/manager-types'
import { emptyState } from '../../src/tools/deploy/state'
import { isHere } from '../../src/tools/support/on-demand'
import { fromRoot, root } from '../../src/tools/support/paths'
import { commandOf } from '../../src/tools/support/run'
import { canStandIn, startStandIn, type StandIn } from './tencent-stand-in'

const environmentId = 'stand-in-1'
const secretKey = 'the-secret-key'
const keysIn = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
const keys = keysIn(freshKeys(Date.now()))
/** What is secret in them: a key's name is not. */
const keyMaterial = Object.values(keys).map((value) => value.slice(value.indexOf(':') + 1))
/** Six groups of four letters. */
const printedCode = /^ {4}((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})$/m

/** Runs `npm run deploy -- …` as a person would, and answers what it said and how it ended. */
function deploy(args: readonly string[], given: Readonly<Record<string, string>> = {}) {
  const {
    TENCENTCLOUD_SECRETID: _id,
    TENCENTCLOUD_SECRETKEY: _key,
    CLOUDBASE_ENV: _environment,
    http_proxy: _proxy,
    ...rest
  } = process.env
  // Whoever runs the tests may have keys of their own set.
  const own = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !(name in keys) && name !== 'MESSAGE_TEMPLATES'),
  )
  return new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [commandOf('tsx'), fromRoot('src/tools/deploy.ts'), ...args], {
      cwd: root,
      env: { ...own, ...given },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const keep = (chunk: Buffer) => (said += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said }))
  })
}

let folder: string
let record: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'deploy-'))
  record = path.join(folder, 'record.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run deploy without a network', () => {
  it('plans everything anew where nothing is recorded, and says so to a machine', async () => {
    const { code, said } = await deploy(['--plan', '--check', '--json', '--record', record])
    expect(code).toBe(1)
    const { lines } = JSON.parse(said) as { lines: { part: string; name: string; change: string }[] }
    expect(lines.filter(({ part }) => part === 'collection').map(({ name }) => name)).toEqual(
      collections.map(({ name }) => name),
    )
    expect(lines.filter(({ part }) => part === 'function').map(({ name }) => name)).toEqual(Object.keys(functions))
  })

  it.each<[string, string[], Record<string, string>, string]>([
    ['which environment', [], {}, 'CLOUDBASE_ENV'],
    ['credentials', ['--env', 'some-env'], {}, 'TENCENTCLOUD_SECRETID'],
    ['an option that it knows', ['--plam'], {}, '--plam'],
    ['two things at once', ['--plan', '--make-keys'], {}, '--plan --make-keys'],
    ['a set-up code with its options', ['--community', 'here'], {}, '--setup-code'],
    ['a number of days', ['--setup-code', '--local', '--days', '0'], {}, '--days'],
    ['a community with an id', ['--setup-code', '--local', '--community', 'a b'], {}, '--community'],
    ['the keys', ['--setup-code'], {}, 'SEAL_KEYS'],
    ['keys that it can use', ['--plan'], { ...keys, PERSON_KEY: 'z'.repeat(44) }, 'PERSON_KEY'],
    ['keys of their own', ['--plan'], { ...keys, PERSON_KEY: keys.CODE_KEY ?? '' }, 'PERSON_KEY and CODE_KEY'],
    ['keys that nobody knows', ['--plan'], developmentKeys, 'development key'],
  ])('asks for %s', async (_what, args, given, says) => {
    const { code, said } = await deploy(args, given)
    expect(code).toBe(1)
    expect(said).toContain(says)
    expect(said).not.toContain('    at ')
    for (const value of Object.values(given)) expect(said).not.toContain(value)
  })

  it('refuses a development key under another name too', async () => {
    const { code, said } = await deploy(['--plan'], { ...keys, SEAL_KEYS: `mine:${developmentKeys.CODE_KEY}` })
    expect([code, said]).toEqual([1, expect.stringContaining('SEAL_KEYS')])
  })

  it('makes keys with which a function starts, and others each time', async () => {
    const [first, second] = await Promise.all([deploy(['--make-keys']), deploy(['--make-keys'])])
    const made = ({ said }: { said: string }) => keysIn(said.split('\n').filter((line) => /^[A-Z_]+_KEYS?=/.test(line)))
    expect(readKeys(made(first)).currentKey).toMatch(/^k\d{8}$/)
    expect(Object.values(made(first)).filter((value) => Object.values(made(second)).includes(value))).toEqual([])
  })

  it.each<[string, string[], string | null, string]>([
    ['a new community', [], null, 'c-'],
    ['a community that is there', ['--community', 'west-street'], 'west-street', 'west-street'],
  ])('makes a set-up code for %s that lasts as long as was asked', async (_what, args, communityId, id) => {
    const { code, said } = await deploy(['--setup-code', '--local', '--days', '2', ...args])
    expect(code).toBe(0)
    const printed = printedCode.exec(said)?.[1] ?? ''
    const read = (now: number) => readSetupCode(readKeys(developmentKeys), printed, { communityId, now })
    expect(read(Date.now() + 2 * day)).toMatchObject({ communityId: expect.stringContaining(id) })
    expect(read(Date.now() + 4 * day)).toEqual({ refused: 'expired' })
  })

  it('makes a set-up code with the keys of the terminal', async () => {
    const { said } = await deploy(['--setup-code'], keys)
    const printed = printedCode.exec(said)?.[1] ?? ''
    const grant = readSetupCode(readKeys(keys), printed, { communityId: null, now: Date.now() })
    expect(grant).toHaveProperty('nonceId')
    for (const secret of keyMaterial) expect(said).not.toContain(secret)
  })

  it("does not take another environment's record", async () => {
    writeFileSync(record, JSON.stringify({ form: 1, environment: 'there', readAt: '', state: emptyState }))
    const { code, said } = await deploy(['--plan', '--env', 'here', '--record', record])
    expect(code).toBe(1)
    expect(said).toContain('there')
  })

  it.each([
    ['of another version', '{"form":99}'],
    ['without a state', '{"form":1}'],
    [
      'with half a state',
      '{"form":1,"environment":"e","readAt":"","state":{"collections":{"communities":{}},"functions":{"api":{}}}}',
    ],
  ])('does not guess at a record that it cannot read: %s', async (_what, text) => {
    writeFileSync(record, text)
    const { code, said } = await deploy(['--plan', '--record', record])
    expect(code).toBe(1)
    expect(said).toContain('--refresh')
    expect(said).not.toContain('    at ')
  })
})

const missing = [
  ...(isHere(managerNode) ? [] : [`${managerNode.package} is not here; \`npm run deploy\` fetches it`]),
  ...(canStandIn() ? [] : ['no openssl']),
].join('; ')
const describeHere = missing ? describe.skip : describe

describeHere(`npm run deploy through CloudBase's own library${missing && ` (skipped: ${missing})`}`, () => {
  let standIn: StandIn
  beforeEach(async () => {
    standIn = await startStandIn(environmentId, secretKey)
  })
  afterEach(() => standIn.close())

  const run = (args: readonly string[], key = secretKey) =>
    deploy(['--env', environmentId, '--record', record, ...args], {
      ...standIn.environment,
      ...keys,
      TENCENTCLOUD_SECRETID: 'the-secret-id',
      TENCENTCLOUD_SECRETKEY: key,
    })
  const writes = () =>
    standIn.asked.map(({ action }) => action).filter((action) => !/\.(Describe|List|Get)/.test(action))

  it('makes all of an empty environment, and a second run changes nothing', async () => {
    const given = Object.entries(keys).map(([Key, Value]) => ({ Key, Value }))
    const first = await run(['--yes'])
    expect(first.said).toContain('部署完成')
    const printed = printedCode.exec(first.said)?.[1] ?? ''
    expect(readSetupCode(readKeys(keys), printed, { communityId: null, now: Date.now() })).toHaveProperty('nonceId')
    for (const secret of keyMaterial) expect(first.said + readFileSync(record, 'utf8')).not.toContain(secret)
    expect(first.code).toBe(0)
    const { cloud } = standIn
    expect([...cloud.tables.keys()]).toEqual(collections.map(({ name }) => name))
    expect([...cloud.tables.values()].map(({ rule }) => rule)).toEqual(collections.map(() => 'ADMINONLY'))
    expect(cloud.tables.get('buildings')?.indexes).toContainEqual({
      Name: 'by_estate',
      Unique: false,
      Keys: ['estateId', 'order', '_id'].map((Name) => ({ Name, Direction: '1' })),
    })
    expect(cloud.storageRule).toBe('PRIVATE')
    expect(JSON.parse(cloud.callRules)).toMatchObject({ api: { invoke: 'auth != null' }, timer: { invoke: false } })
    expect(cloud.functions.get('timer')).toMatchObject({
      Runtime: 'Nodejs20.19',
      MemorySize: 256,
      Timeout: 60,
      Handler: 'index.main',
      InstallDependency: 'FALSE',
      Environment: { Variables: [{ Key: 'TZ', Value: 'Asia/Shanghai' }, ...given] },
      Triggers: [{ TriggerName: 'every-minute', TriggerDesc: '{"cron":"0 */1 * * * * *"}' }],
    })
    const zip = cloud.functions.get('api')?.zip.toString('latin1') ?? ''
    expect(zip.startsWith('PK')).toBe(true)
    for (const name of ['index.js', 'config.json', 'package.json']) expect(zip).toContain(name)

    const before = writes().length
    const second = await run(['--yes'])
    expect(second.said).toContain('没有要改的')
    expect(second.said).not.toMatch(printedCode)
    expect(writes()).toHaveLength(before)
    const plan = await deploy(['--plan', '--check', '--env', environmentId, '--record', record])
    expect(plan.code).toBe(0)
  }, 180_000)

  it('goes on where it broke off', async () => {
    standIn.fail('scf.CreateFunction', 'InternalError')
    const broken = await run(['--yes'])
    expect(broken.code).toBe(1)
    expect(broken.said).toContain('新建云函数 api没有成功')
    const made = writes().filter((action) => action === 'tcb.CreateTable').length
    standIn.fail('scf.CreateFunction')
    const finished = await run(['--yes'])
    expect(finished.said).toContain('部署完成')
    expect(writes().filter((action) => action === 'tcb.CreateTable')).toHaveLength(made)
  }, 180_000)

  it('changes what differs and keeps what others set', async () => {
    await run(['--yes'])
    const { cloud } = standIn
    const timer = cloud.functions.get('timer')
    if (!timer) throw new Error('no timer')
    const Variables = [
      { Key: 'TZ', Value: 'UTC' },
      { Key: 'DEBUG', Value: 'somebody’s' },
    ]
    const Triggers = [{ TriggerName: 'every-minute', Type: 'timer', TriggerDesc: '{"cron":"0 0 3 * * * *"}' }]
    cloud.functions.set('timer', { ...timer, Description: 'mine', Timeout: 3, Environment: { Variables }, Triggers })
    cloud.callRules = JSON.stringify({ '*': { invoke: true }, other: { invoke: false } })
    const { code, said } = await run(['--yes'])
    expect(said).toContain('部署完成')
    expect(code).toBe(0)
    expect(said).not.toContain('somebody')
    expect(cloud.functions.get('timer')).toMatchObject({
      Timeout: 60,
      Environment: { Variables: expect.arrayContaining([{ Key: 'TZ', Value: 'Asia/Shanghai' }, Variables[1]]) },
      Triggers: [{ TriggerDesc: '{"cron":"0 */1 * * * * *"}' }],
    })
    expect(cloud.functions.get('timer')?.Description).toMatch(/^jiamenkou code /)
    expect(JSON.parse(cloud.callRules)).toMatchObject({ '*': { invoke: true }, other: { invoke: false } })
  }, 180_000)

  it('touches nothing before it was told to', async () => {
    const { code, said } = await run([])
    expect(code).toBe(1)
    expect(said).toContain('--yes')
    expect(writes()).toEqual([])
    expect(existsSync(record)).toBe(true)
    expect(readFileSync(record, 'utf8')).not.toContain(secretKey)
  })

  it('hides a key that the platform quotes', async () => {
    const [sealKey = ''] = keyMaterial
    standIn.fail('tcb.ListTables', `Quoted the-secret-id and ${secretKey} and ${sealKey}`)
    const { code, said } = await run(['--yes'])
    expect(code).toBe(1)
    expect(said).toContain('Quoted *** and *** and ***')
    expect(said).not.toContain(sealKey)
    expect(said).not.toContain(secretKey)
    expect(said).not.toContain('the-secret-id')
  })

  it('says which key was wrong, not more', async () => {
    const { code, said } = await run(['--yes'], 'another-key')
    expect(code).toBe(1)
    expect(said).toContain('AuthFailure.SignatureFailure')
    expect(said).not.toContain('another-key')
    expect(said).not.toContain('    at ')
  })
})
