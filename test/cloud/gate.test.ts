import * as v from 'valibot'
import { action, refuse, release } from '../../src/contract'
import { handle, written, type Handler, type Rules } from '../../src/cloud/handle'
import { serve } from '../../src/cloud/router'
import { noticeVersion } from '../../src/domain/people/consent'
import type { Allowed } from '../../src/domain/people/permit'
import { seed } from '../../src/local/seed'
import { demoRows } from '../../src/local/demo-rows'
import { connect, type AnyReply, type Connected } from './support/cloud'
import { anEntry, noon } from './support/entry'
import { freshKey, gridLeader, keys, otherGridLeader, otherSecretary, secretary } from './support/people'

let cloud: Connected
beforeAll(async () => {
  cloud = await connect()
  seed(cloud.database, demoRows())
})
afterAll(() => cloud.close())

const somebody = 'openid-of-somebody'

const ask = (handler: Handler, openid = somebody, key = freshKey(), now = noon): Promise<AnyReply> =>
  serve(
    { action: handler.action.name, input: {}, release, key },
    anEntry(cloud.store, { caller: { openid, source: 'wx_client' }, now }),
    [handler],
  ) as Promise<AnyReply>

const answerOf = (reply: AnyReply) => (reply.ok ? 'ok' : reply.refused)

/** A read about something at West Street, in grid west-1, of `owner`. */
function reading(allowed: Allowed, owner: string | null = null) {
  let reads = 0
  const declared = action({
    name: 'test.look',
    kind: 'read',
    input: v.strictObject({}),
    output: v.object({ seen: v.string(), as: v.string() }),
    refusals: ['test.missing'],
  })
  const handler = handle(
    declared,
    {
      load: async () => {
        reads++
        const belongs = { owner, communityId: 'west-street', gridId: 'west-1', agencyId: null }
        return { loaded: { seen: `read ${reads} times` }, belongs }
      },
      work: async (_, { loaded, as }) => ({ seen: loaded.seen, as: as.role }),
    },
    { allowed },
  )
  return { handler, reads: () => reads }
}

const missing = (allowed: Allowed) =>
  handle(
    action({
      name: 'test.gone',
      kind: 'read',
      input: v.strictObject({}),
      output: v.object({}),
      refusals: ['test.missing'],
    }),
    { load: async () => refuse('test.missing'), work: async () => ({}) },
    { allowed },
  )

describe('the gate before a handler', () => {
  const keepers: Allowed = { 'grid-leader': 'grid', secretary: 'community' }

  it.each([
    [secretary, 'ok'],
    [gridLeader, 'ok'],
    [otherGridLeader, 'role.forbidden'],
    [otherSecretary, 'role.forbidden'],
    [somebody, 'role.forbidden'],
    ['', 'caller.unknown'],
  ])('asks whether the document that was loaded is within reach of %s: %s', async (openid, answer) => {
    expect(answerOf(await ask(reading(keepers).handler, openid))).toBe(answer)
  })

  it('hands on what the loader has read, without reading it again', async () => {
    const { handler, reads } = reading(keepers)
    const reply = await ask(handler, secretary)
    expect(reply).toMatchObject({ data: { seen: 'read 1 times', as: 'secretary' } })
    expect(reads()).toBe(1)
  })

  it('lets the owner in by a row for one’s own', async () => {
    const { handler } = reading({ resident: 'own', ...keepers }, keys.person(somebody))
    expect(await ask(handler)).toMatchObject({ data: { as: 'resident' } })
  })

  it('does not run a handler without a row', async () => {
    expect(answerOf(await ask(reading({}).handler, secretary))).toBe('role.forbidden')
  })

  it('does not say whether something exists to whoever could not see it', async () => {
    expect(answerOf(await ask(missing(keepers), somebody))).toBe('role.forbidden')
    expect(answerOf(await ask(missing(keepers), secretary))).toBe('test.missing')
  })
})

/** A write that does nothing, under the given rules. */
function doing(
  name: string,
  rules: Rules,
  over: { needs?: readonly ['account']; refuses?: true; again?: 'anew' } = {},
) {
  let runs = 0
  const { refuses, ...declared } = over
  const handler = handle(
    action({
      name: `test.${name}`,
      kind: 'write',
      input: v.strictObject({}),
      output: v.object({ run: v.number() }),
      refusals: ['test.no'],
      ...declared,
    }),
    async () => {
      runs++
      return refuses ? refuse('test.no') : written({ run: runs }, [])
    },
    { allowed: { resident: 'any' }, ...rules },
  )
  return { handler, runs: () => runs }
}

describe('an action that needs an agreement', () => {
  const needing = doing('needing', {}, { needs: ['account'] })

  it('asks for it first, and runs nothing', async () => {
    expect(answerOf(await ask(needing.handler))).toBe('consent.needed')
    expect(needing.runs()).toBe(0)
  })

  it('runs for whoever agreed, and no longer once it is taken back', async () => {
    expect(answerOf(await ask(needing.handler, secretary))).toBe('ok')
    const person = await cloud.store.people.find(keys.person(secretary))
    if (!person) throw new Error('the demo has no secretary')
    const consents = [{ purpose: 'account' as const, version: noticeVersion, at: 1, withdrawnAt: 2 }]
    await cloud.store.people.replace({ ...person, consents })
    expect(answerOf(await ask(needing.handler, secretary))).toBe('consent.needed')
  })
})

describe('the table of limits', () => {
  const limit = { most: 3, per: 'hour' } as const

  it('lets a person do something so often, and says so after that', async () => {
    const { handler, runs } = doing('limited', { limit })
    const answers: string[] = []
    for (let turn = 0; turn < 5; turn++) answers.push(answerOf(await ask(handler, 'openid-often')))
    expect(answers).toEqual(['ok', 'ok', 'ok', 'rate.limited', 'rate.limited'])
    expect(runs()).toBe(3)
  })

  it('counts for each person by itself, and anew in the next window', async () => {
    const { handler } = doing('windowed', { limit })
    for (let turn = 0; turn < 4; turn++) await ask(handler, 'openid-one')
    expect(answerOf(await ask(handler, 'openid-two'))).toBe('ok')
    expect(answerOf(await ask(handler, 'openid-one', freshKey(), noon + 60 * 60 * 1000))).toBe('ok')
  })

  it('counts a resend once', async () => {
    const { handler } = doing('resent', { limit })
    for (let turn = 0; turn < 6; turn++) await ask(handler, 'openid-resends', 'the-same-key-0000001')
    expect(answerOf(await ask(handler, 'openid-resends'))).toBe('ok')
  })

  it('holds when everything comes at once', async () => {
    const { handler, runs } = doing('crowded', { limit: { most: 2, per: 'hour' } })
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(handler, 'openid-crowd')))
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(2)
    expect(runs()).toBeGreaterThan(0)
    expect(new Set(answers.map(answerOf))).not.toContain('server.failed')
  })

  it('counts refused tries where guessing must not pay, and only there', async () => {
    const guessing = doing('guessing', { limit: { ...limit, countRefused: true } }, { refuses: true }).handler
    const honest = doing('honest', { limit }, { refuses: true }).handler
    const fourth = async (handler: Handler) => {
      for (let turn = 0; turn < 3; turn++) await ask(handler, 'openid-guess')
      return answerOf(await ask(handler, 'openid-guess'))
    }
    expect(await fourth(guessing)).toBe('rate.limited')
    expect(await fourth(honest)).toBe('test.no')
  })

  it('tells nobody more by asking everything at once', async () => {
    const limited = { limit: { ...limit, countRefused: true } } as const
    const { handler } = doing('guessing-at-once', limited, { refuses: true })
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(handler, 'openid-hurried')))
    const told = answers.map(answerOf)
    expect(told.filter((one) => one === 'test.no').length).toBeLessThanOrEqual(limit.most)
    expect(told).toContain('test.no')
    expect(told).not.toContain('server.failed')
  })

  it('does not count what was refused at the gate', async () => {
    const limited = { limit: { most: 1, per: 'hour', countRefused: true } } as const
    const { handler } = doing('at-the-gate', limited, { needs: ['account'] })
    for (let turn = 0; turn < 3; turn++) expect(answerOf(await ask(handler, 'openid-new'))).toBe('consent.needed')
  })

  it('keeps no one’s name or pseudonym beside the count', async () => {
    const stored = JSON.stringify(cloud.database.find('counters'))
    expect(stored).toContain('count')
    expect(stored).not.toContain('openid-often')
    expect(stored).not.toContain(keys.person('openid-often'))
  })
})

describe('a write whose result must not lie about', () => {
  it('is worked out anew for a resend, and leaves nothing with the record', async () => {
    const { handler } = doing('secret', {}, { again: 'anew' })
    const replies = [
      await ask(handler, 'openid-secret', 'key-of-a-secret-0001'),
      await ask(handler, 'openid-secret', 'key-of-a-secret-0001'),
    ]
    expect(replies).toMatchObject([{ data: { run: 1 } }, { data: { run: 2 } }])
    const records = cloud.database.find('resends') as unknown as readonly { readonly result: string }[]
    expect(records.map(({ result }) => result)).toContain('')
  })
  it('is done once more where it comes much later: another look is counted and logged', async () => {
    const handler = doing('late-secret', { limit: { most: 2, per: 'day' } }, { again: 'anew' }).handler
    const at = (minutes: number) => ask(handler, 'openid-late', 'key-of-a-secret-0002', noon + minutes * 60_000)
    const answers = [await at(0), await at(9), await at(11), await at(12), await at(30)]
    expect(answers.map(answerOf)).toEqual(['ok', 'ok', 'ok', 'ok', 'rate.limited'])
  })
})
