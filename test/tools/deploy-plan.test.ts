import * as fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FunctionSpec } from '../../src/cloud/deployment'
import { apply } from '../../src/tools/deploy/apply'
import { operationsOf, plan, type Line } from '../../src/tools/deploy/plan'
import { digestOf, emptyState, type FunctionState, type State } from '../../src/tools/deploy/state'
import { wantedFrom, type Wanted } from '../../src/tools/deploy/wanted'
import { MemoryEnvironment } from './deploy-memory'

const runtime = 'Nodejs20.19'
const environment = { TZ: 'Asia/Shanghai' }
const specs: Record<string, FunctionSpec> = {
  api: { runtime, timeout: 10, memory: 256, environment, callableBy: 'client', openapi: [] },
  timer: {
    runtime,
    timeout: 60,
    memory: 256,
    environment,
    secrets: ['PEPPER'],
    callableBy: 'system',
    openapi: [],
    cron: { name: 'often', config: '0 */10 * * * * *' },
  },
}
const secret = 'p'.repeat(32)
const silent = () => undefined

let built: string
let wanted: Wanted
beforeAll(() => {
  built = mkdtempSync(path.join(os.tmpdir(), 'built-'))
  for (const name of Object.keys(specs)) {
    mkdirSync(path.join(built, name))
    writeFileSync(path.join(built, name, 'index.js'), `exports.main = () => '${name}'`)
  }
  wanted = wantedFrom(built, { PEPPER: secret }, specs)
})
afterAll(() => rmSync(built, { recursive: true, force: true }))

/** An environment that somebody has worked on: ours in part, changed in part, and things of others. */
function states(): fc.Arbitrary<State> {
  const rule = fc.constantFrom('', 'PRIVATE', 'ADMINONLY')
  const index = (name: string) =>
    fc.record({ name: fc.constant(name), fields: fc.constantFrom(['name', '_id'], ['other'], ['-name']) })
  const collection = (indexes: readonly { readonly name: string }[]) =>
    fc.record({
      rule,
      indexes: fc
        .tuple(...[...indexes.map(({ name }) => name), 'somebodys'].map((name) => fc.option(index(name))))
        .map((list) => list.filter((one) => one !== null)),
    })
  const variables = fc
    .record(
      { TZ: fc.constantFrom(digestOf('UTC'), digestOf('Asia/Shanghai')), DEBUG: fc.constant('unknown') },
      { requiredKeys: [] },
    )
    .map((found) => ({ ...found }))
  const fn = (often = '0 */10 * * * * *'): fc.Arbitrary<FunctionState> =>
    fc.record({
      runtime: fc.constant(runtime),
      memory: fc.constantFrom(128, 256),
      timeout: fc.constantFrom(3, 10, 60),
      variables,
      code: fc.constantFrom('', ...Object.values(wanted.functions).map(({ code }) => code)),
      timers: fc.subarray([
        { name: 'often', config: often },
        { name: 'old', config: '0 0 3 * * * *' },
      ]),
    })
  const some = <Value>(entries: Record<string, fc.Arbitrary<Value>>) =>
    fc.record(entries, { requiredKeys: [] }).map((found) => ({ ...found }) as Record<string, Value>)
  return fc.record({
    collections: some({
      ...Object.fromEntries(wanted.collections.map(({ name, indexes }) => [name, collection(indexes)])),
      somebodys: collection([]),
    }),
    functions: some({ api: fn(), timer: fc.oneof(fn(), fn('0 0 4 * * * *')), somebodys: fn() }),
    callRules: some({ '*': fc.constant(true), api: fc.constantFrom(false, 'auth != null'), timer: fc.boolean() }),
    storageRule: rule,
  })
}

/** Looks for itself, and not through the plan: a plan that overlooks a difference would find nothing left either. */
function expectToHold(state: State) {
  for (const { name, indexes } of wanted.collections) {
    expect(state.collections[name]?.rule).toBe('ADMINONLY')
    expect(state.collections[name]?.indexes).toEqual(expect.arrayContaining([...indexes]))
  }
  for (const [name, { memory, timeout, code, variables, timer }] of Object.entries(wanted.functions)) {
    expect(state.functions[name]).toMatchObject({ runtime, memory, timeout, code })
    for (const [key, value] of Object.entries(variables)) {
      expect(state.functions[name]?.variables[key]).toBe(digestOf(value))
    }
    if (timer) expect(state.functions[name]?.timers).toContainEqual(timer)
  }
  expect(state.callRules).toMatchObject({ api: 'auth != null', timer: false })
  expect(state.storageRule).toBe('PRIVATE')
}

const changes = (lines: readonly Line[], change: Line['change']) =>
  lines.filter((line) => line.change === change).map(({ name }) => name)

describe('the plan of a deployment', () => {
  it('creates everything in an empty environment, collections first', () => {
    const lines = plan(wanted, emptyState)
    const made = lines.filter(({ part }) => part !== 'template')
    expect(new Set(made.map(({ change }) => change))).toEqual(new Set(['create']))
    const order = operationsOf(lines).map(({ does }) => does)
    expect(order.slice(0, wanted.collections.length).every((does) => does === 'create-collection')).toBe(true)
    expect(order.indexOf('create-function')).toBeGreaterThan(order.lastIndexOf('create-index'))
    expect(order.indexOf('create-timer')).toBeGreaterThan(order.lastIndexOf('create-function'))
  })

  it('closes a new collection to clients before anything else is made', () => {
    const order = operationsOf(plan(wanted, emptyState)).map(({ does }) => does)
    expect(order.lastIndexOf('set-collection-rule')).toBeLessThan(order.indexOf('create-index'))
  })

  it('leaves nothing to do once it was done, whatever was there before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), states(), async (prune, state) => {
        const environment = new MemoryEnvironment(wanted, state)
        await apply(environment, plan(wanted, state, { prune }), silent)
        expect(operationsOf(plan(wanted, environment.state, { prune }))).toEqual([])
        expectToHold(environment.state)
      }),
    )
  })

  it('is finished by a second run when the first one broke off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), states(), async (lives, state) => {
        const broken = new MemoryEnvironment(wanted, state, lives)
        const first = operationsOf(plan(wanted, state)).length
        const outcome = await apply(broken, plan(wanted, state), silent).then(
          () => 'done',
          () => 'broken',
        )
        expect(outcome).toBe(first > lives ? 'broken' : 'done')
        const again = new MemoryEnvironment(wanted, broken.state)
        await apply(again, plan(wanted, again.state), silent)
        expectToHold(again.state)
      }),
    )
  })

  it('removes nothing of others unless told to', async () => {
    await fc.assert(
      fc.asyncProperty(states(), async (state) => {
        const environment = new MemoryEnvironment(wanted, state)
        await apply(environment, plan(wanted, state), silent)
        for (const [name, { indexes }] of Object.entries(state.collections)) {
          const names = environment.state.collections[name]?.indexes.map((index) => index.name)
          expect(names).toEqual(expect.arrayContaining(indexes.map((index) => index.name)))
        }
        for (const [name, { variables, timers }] of Object.entries(state.functions)) {
          expect(Object.keys(environment.state.functions[name]?.variables ?? {})).toEqual(
            expect.arrayContaining(Object.keys(variables)),
          )
          expect(environment.state.functions[name]?.timers.map((timer) => timer.name)).toEqual(
            expect.arrayContaining(timers.map((timer) => timer.name)),
          )
        }
      }),
    )
  })

  it('removes no collection even then: it holds what people wrote', async () => {
    const state: State = { ...emptyState, collections: { somebodys: { indexes: [], rule: '' } } }
    const environment = new MemoryEnvironment(wanted, state)
    await apply(environment, plan(wanted, state, { prune: true }), silent)
    expect(environment.state.collections).toHaveProperty('somebodys')
  })

  it('names what is too much', () => {
    const state: State = { ...emptyState, functions: { old: functionState({}) } }
    expect(changes(plan(wanted, state), 'remove')).toEqual(['old'])
  })

  it('stops before a function whose runtime would have to change', () => {
    const state: State = { ...emptyState, functions: { api: functionState({ runtime: 'Nodejs16.13' }) } }
    expect(changes(plan(wanted, state), 'blocked')).toEqual(['api'])
  })

  it('notices a changed secret without showing it', () => {
    const variables = { TZ: digestOf('Asia/Shanghai'), PEPPER: digestOf('q'.repeat(32)) }
    const { code } = wanted.functions.timer ?? { code: '' }
    const state: State = { ...emptyState, functions: { timer: functionState({ timeout: 60, variables, code }) } }
    const lines = plan(wanted, state)
    expect(lines).toContainEqual(expect.objectContaining({ name: 'timer', change: 'change', detail: '变量 PEPPER' }))
    expect(JSON.stringify(lines)).not.toContain(secret)
  })

  it('stops where a secret is neither given nor there already', () => {
    const without = wantedFrom(built, {}, specs)
    expect(changes(plan(without, emptyState), 'blocked')).toEqual(['timer'])
    const variables = { TZ: digestOf('Asia/Shanghai'), PEPPER: digestOf(secret) }
    const there: State = { ...emptyState, functions: { timer: functionState({ variables }) } }
    expect(changes(plan(without, there), 'blocked')).toEqual([])
  })

  it('sets a setting that was given, and leaves the one of before where none was', () => {
    const { api } = specs
    if (!api) throw new Error('no api')
    const settings = ['MESSAGE_TEMPLATES']
    const value = '{"progress":"T1"}'
    const withSetting = wantedFrom(built, { MESSAGE_TEMPLATES: value }, { api: { ...api, settings } })
    const without = wantedFrom(built, {}, { api: { ...api, settings } })
    expect(withSetting.functions.api?.variables).toEqual({ TZ: 'Asia/Shanghai', MESSAGE_TEMPLATES: value })
    const variables = { TZ: digestOf('Asia/Shanghai'), MESSAGE_TEMPLATES: digestOf('{"progress":"T0"}') }
    const { code } = wanted.functions.api ?? { code: '' }
    const state: State = { ...emptyState, functions: { api: functionState({ variables, code }) } }
    const change = (some: Wanted) => plan(some, state, { prune: true }).find(({ name }) => name === 'api')
    expect(change(withSetting)).toMatchObject({ change: 'change', detail: '变量 MESSAGE_TEMPLATES' })
    expect(change(without)).toMatchObject({ change: 'same', operations: [] })
  })

  it('refuses message templates that the function could not read', () => {
    const { api } = specs
    if (!api) throw new Error('no api')
    const given = { MESSAGE_TEMPLATES: '{"progress":' }
    expect(() => wantedFrom(built, given, { api: { ...api, settings: ['MESSAGE_TEMPLATES'] } })).toThrow(
      'MESSAGE_TEMPLATES',
    )
  })

  it('refuses a short secret', () => {
    expect(() => wantedFrom(built, { PEPPER: 'short' }, specs)).toThrow('PEPPER')
  })

  it('uploads a function again when one byte of it changed', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'rebuilt-'))
    for (const name of Object.keys(specs)) {
      mkdirSync(path.join(folder, name))
      writeFileSync(path.join(folder, name, 'index.js'), `exports.main = () => '${name}' `)
    }
    const other = wantedFrom(folder, { PEPPER: secret }, specs)
    rmSync(folder, { recursive: true })
    expect(other.functions.api?.code).not.toBe(wanted.functions.api?.code)
    const state: State = {
      ...emptyState,
      functions: { api: functionState({ code: wanted.functions.api?.code ?? '' }) },
    }
    expect(plan(other, state)).toContainEqual(
      expect.objectContaining({ name: 'api', change: 'change', detail: '代码' }),
    )
  })

  it('lists message templates for a hand to make', () => {
    const withTemplate = { ...wanted, templates: [{ id: 'T1', title: '办理进度', fields: ['thing1'] }] }
    const line = plan(withTemplate, emptyState).find(({ part }) => part === 'template')
    expect(line).toMatchObject({ change: 'by-hand', operations: [] })
  })
})

describe('a deployment that fails', () => {
  it('says which unique index documents stand in the way of, and quotes none of them', async () => {
    const index = { name: 'by_phone', fields: ['phone'], unique: true } as const
    const line: Line = {
      part: 'index',
      name: 'people.by_phone',
      change: 'create',
      detail: '',
      operations: [{ does: 'create-index', collection: 'people', index, replaces: false }],
    }
    const environment = {
      read: () => Promise.resolve(emptyState),
      perform: () => Promise.reject(new Error('E11000 duplicate key error dup key: { phone: "000-8888 1202" }')),
    }
    const failure = await apply(environment, [line], silent).catch((error: unknown) => String(error))
    expect(failure).toContain('people.by_phone')
    expect(failure).not.toContain('1202')
  })
})

const functionState = (over: Partial<FunctionState>): FunctionState => ({
  runtime,
  memory: 256,
  timeout: 10,
  variables: { TZ: digestOf('Asia/Shanghai') },
  code: '',
  timers: [],
  ...over,
})
