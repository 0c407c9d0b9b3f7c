import type { Handler } from '../../src/cloud/handle'
import { eraseMe } from '../../src/cloud/people/erase'
import { eraseDue, erasePerson } from '../../src/cloud/people/erasing'
import { grant } from '../../src/cloud/people/grant'
import { withdrawConsent } from '../../src/cloud/people/withdraw'
import { serve } from '../../src/cloud/router'
import { definitions } from '../../src/cloud/store/documents'
import { platform } from '../../src/cloud/store/platform'
import { release } from '../../src/contract'
import { noticeVersion, purposes } from '../../src/domain/people/consent'
import { keptAfterErasure } from '../../src/domain/people/retention'
import { minute } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { breaking, Killed } from './support/breaking'
import { connect, type AnyReply, type Connected } from './support/cloud'
import { anEntry, noon, surroundings } from './support/entry'
import { freshKey, keys, otherSecretary, secretary } from './support/people'
import { known, lifeOf, put, somebody, type Life } from './support/somebody'

// A function killed at each of its steps, one after the other.
jest.setTimeout(120_000)

const neighbour = 'openid-of-a-neighbour'
let cloud: Connected
let theirs: Life
let others: Life
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => begin())

const names = Object.values(definitions).map(({ name }) => name)

async function begin() {
  for (const name of names) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
  const files = ['one', 'two'].map((name) => platform.upload(`pictures/${name}.jpg`, Buffer.from(name)))
  theirs = lifeOf(known.openid, noon, await Promise.all(files))
  others = lifeOf(neighbour, noon)
  put(cloud.database, theirs)
  put(cloud.database, others)
}

const ask = (handler: Handler, input: unknown = {}, over: { openid?: string; now?: number; key?: string } = {}) => {
  const { openid = known.openid, now = noon, key = freshKey() } = over
  const entry = anEntry(cloud.store, { caller: { openid, source: 'wx_client' }, now })
  return serve({ action: handler.action.name, input, release, key }, entry, [handler]) as Promise<AnyReply>
}
const answerOf = (reply: AnyReply) => (reply.ok ? 'ok' : reply.refused)
const consenting = { version: noticeVersion, purposes, atLeast14: true }

const run = (now: number) => ({ ...surroundings(cloud.store, { now }), hasTime: () => true })
const later = noon + 2 * minute

const all = (name: string, query: object = {}) => cloud.database.find(name, query)
const idOf = (name: keyof Life, at: number) => String(theirs[name]?.[at]?._id)
const one = (name: keyof Life, at: number) => cloud.database.get(name, idOf(name, at))

/** Where the pseudonym, the key to the number, or the person's own words still stand. */
function whereKnown(): string[] {
  const traces = [somebody, known.openid, keys.lookup('phone', known.phone)]
  const own = new Set(Object.values(theirs).flatMap((documents) => documents.map(({ _id }) => _id)))
  return names.filter((name) =>
    all(name).some((document) => {
      const text = JSON.stringify(document)
      return (
        traces.some((trace) => text.includes(trace)) ||
        (own.has(document['_id'] as string) && text.includes(known.words))
      )
    }),
  )
}

/** Only audit lines and ended roles without a name still hold the pseudonym; nothing holds more. */
function expectErased() {
  expect(whereKnown()).toEqual(['memberships', 'audits'])
  for (const held of all('memberships', { person: somebody }))
    expect(held).toMatchObject({ name: null, state: 'revoked' })
  expect(cloud.files.list()).toEqual([])
}

describe('an erasure', () => {
  it('leaves nothing but what must stay, which it tells', async () => {
    expect(await ask(eraseMe)).toMatchObject({ ok: true, data: { stays: keptAfterErasure } })
    await eraseDue(run(later))
    expectErased()
  })

  it('leaves that there was a complaint and how it was answered, not its words nor whose it was', async () => {
    await ask(eraseMe)
    expect(one('complaints', 0)).toMatchObject({ person: null, words: '', pictures: [], state: 'withdrawn' })
    expect(one('complaints', 1)).toMatchObject({ person: null, words: '', state: 'answered' })
    expect(one('complaints', 1)).toMatchObject({ answers: [{ words: known.answer, author: 'another-keeper' }] })
  })

  it('leaves what they answered for the office as the office’s words', async () => {
    await ask(eraseMe)
    expect(one('complaints', 2)).toMatchObject({ words: '别人的话', answers: [{ words: known.answer, author: null }] })
  })

  it('leaves nothing of theirs to be judged, and the office’s answer to be judged by others', async () => {
    await ask(eraseMe)
    expect([0, 1, 2].map((at) => one('checks', at))).toMatchObject([
      { kind: 'complaint', author: null, open: false, state: 'refused' },
      { kind: 'answer', author: null, open: true, state: 'review' },
      { kind: 'picture', author: null, open: false, state: 'refused' },
    ])
  })

  it('takes back what they invited to, and keeps a report without who reported', async () => {
    await ask(eraseMe)
    expect(one('invitations', 0)).toMatchObject({ createdBy: null, state: 'revoked' })
    expect(one('contactReports', 0)).toMatchObject({ reporter: null, kind: 'no-answer' })
  })

  it('touches nothing of anybody else', async () => {
    await ask(eraseMe)
    await eraseDue(run(later))
    for (const [name, documents] of Object.entries(others)) {
      for (const document of documents) expect(cloud.database.get(name, document._id)).toMatchObject(document)
    }
  })

  it('stands in the audit log, and the loss of each role in its community’s', async () => {
    await ask(eraseMe)
    expect(all('audits', { verb: 'me.erase' })).toMatchObject([
      { actor: somebody, communityId: 'west-street', role: 'resident' },
    ])
    expect(all('audits', { verb: 'role.revoke' })).toMatchObject([
      {
        actor: somebody,
        communityId: 'west-street',
        subject: { collection: 'memberships', id: idOf('memberships', 0) },
      },
    ])
  })

  it('asked for twice at once, or again, is one', async () => {
    const replies = await Promise.all([ask(eraseMe), ask(eraseMe)])
    expect(replies.map(answerOf)).toEqual(['ok', 'ok'])
    expect(answerOf(await ask(eraseMe))).toBe('ok')
    expect(all('audits', { verb: 'me.erase' })).toHaveLength(1)
  })

  it('by somebody of whom nothing is kept is answered alike', async () => {
    expect(answerOf(await ask(eraseMe, {}, { openid: 'openid-never-seen' }))).toBe('ok')
  })

  it('finds what a call that was still under way wrote late', async () => {
    await ask(eraseMe)
    const late = { ...theirs.contactReports?.[0], _id: 'late-report' }
    put(cloud.database, { contactReports: [late] })
    expect(await eraseDue(run(later))).toEqual({ done: 1, open: 0, failed: 0 })
    expect(cloud.database.get('contactReports', 'late-report')).toMatchObject({ reporter: null })
  })

  it('lets nobody begin anew before it is over, and everybody after', async () => {
    await ask(eraseMe)
    expect(answerOf(await ask(grant, consenting))).toBe('consent.erasing')
    expect(await eraseDue(run(noon))).toEqual({ done: 0, open: 1, failed: 0 })
    await eraseDue(run(later))
    expect(answerOf(await ask(grant, consenting, { now: later }))).toBe('ok')
  })

  it('is the same as taking back the agreement to have an account', async () => {
    expect(await ask(withdrawConsent, { purpose: 'account' })).toMatchObject({ ok: true, data: { purposes: [] } })
    await eraseDue(run(later))
    expectErased()
  })
})

describe('an erasure by a secretary', () => {
  const makeSecretary = () => {
    const [leader] = all('memberships', { person: keys.person(secretary) })
    cloud.database.insert('memberships', [{ ...leader, _id: 'second-secretary', person: somebody }])
  }

  it('who is the only one of a community is refused, and changes nothing', async () => {
    expect(answerOf(await ask(eraseMe, {}, { openid: otherSecretary }))).toBe('me.last-secretary')
    expect(answerOf(await ask(withdrawConsent, { purpose: 'account' }, { openid: otherSecretary }))).toBe(
      'me.last-secretary',
    )
    expect(all('erasures')).toEqual([])
    expect(all('memberships', { person: keys.person(otherSecretary) })).toMatchObject([{ state: 'active' }])
  })

  it('who leaves another one behind is done', async () => {
    makeSecretary()
    expect(answerOf(await ask(eraseMe))).toBe('ok')
    expect(all('memberships', { role: 'secretary', communityId: 'west-street', state: 'active' })).toHaveLength(1)
  })

  it('and by the other one at the same moment leaves one of the two', async () => {
    makeSecretary()
    const replies = await Promise.all([ask(eraseMe), ask(eraseMe, {}, { openid: secretary })])
    expect(replies.map(answerOf).sort()).toEqual(['me.last-secretary', 'ok'])
    expect(all('memberships', { role: 'secretary', communityId: 'west-street', state: 'active' })).toHaveLength(1)
  })
})

describe('an erasure that is killed', () => {
  it('before its commit has not begun', async () => {
    const before = names.map((name) => all(name))
    const broken = breaking(cloud.store, platform, 4)
    const entry = anEntry(broken.store, { caller: { openid: known.openid, source: 'wx_client' } })
    await serve({ action: 'me.erase', input: {}, release, key: freshKey() }, entry, [eraseMe])
    expect(names.map((name) => all(name))).toEqual(before)
  })

  it('right after its commit has nothing secret left, and is ended by the timer', async () => {
    // Nothing but the commit goes through: what follows it is lost.
    let isDead = false
    const commit: typeof cloud.store.commit = async (writes) => {
      const outcome = await cloud.store.commit(writes)
      isDead = true
      return outcome
    }
    const dying = new Proxy(cloud.store.messages, {
      get: (table, name) => (isDead ? () => Promise.reject(new Killed()) : (Reflect.get(table, name) as unknown)),
    })
    const memberships = new Proxy(cloud.store.memberships, {
      get: (table, name) => (isDead ? () => Promise.reject(new Killed()) : (Reflect.get(table, name) as unknown)),
    })
    const store = { ...cloud.store, commit, memberships, messages: dying }
    const entry = anEntry(store, { caller: { openid: known.openid, source: 'wx_client' } })
    await serve({ action: 'me.erase', input: {}, release, key: freshKey() }, entry, [eraseMe])
    expect(all('people', { _id: somebody })).toMatchObject([
      {
        openid: '',
        name: null,
        phone: null,
        phoneLookup: null,
        consents: consenting.purposes.map(() => ({ withdrawnAt: noon })),
      },
    ])
    await eraseDue(run(later))
    expectErased()
  })

  /** Kills the work after so many steps; answers whether there was anything left to kill. */
  async function killedAt(steps: number, late: boolean): Promise<boolean> {
    await begin()
    cloud.database.insert('erasures', [{ _id: somebody, askedAt: noon, shape: 1, version: 1 }])
    const broken = breaking(cloud.store, platform, steps, late)
    const outcome = await erasePerson({ ...run(later), ...broken }, somebody).catch((fault: unknown) => fault)
    if (outcome === true && broken.taken() <= steps) return false
    // The next two runs of the timer, the second with nothing to do.
    await eraseDue(run(later))
    await eraseDue(run(later))
    return true
  }

  it.each([
    ['before', false],
    ['after', true],
  ])(
    '%s any one of its steps is ended by the next run, with the same outcome',
    async (_, late) => {
      let steps = 0
      while (await killedAt(steps, late)) {
        expectErased()
        expect(all('erasures')).toEqual([])
        expect(all('audits', { verb: 'role.revoke' })).toHaveLength(1)
        // After one step is before the next: every second one of both kinds is every one.
        steps += 2
      }
      expectErased()
      // As many as it takes, and so that nobody thinks the loop was empty.
      expect(steps).toBeGreaterThan(30)
    },
    300_000,
  )

  it('again and again at the same document keeps nothing else from being erased', async () => {
    await begin()
    await ask(eraseMe, {}, { openid: neighbour })
    const stuck = { ...platform, removeFiles: () => Promise.reject(new Error('storage is away')) }
    await ask(eraseMe)
    put(cloud.database, { pictures: [{ ...theirs.pictures?.[0], _id: 'stuck-picture' }] })
    expect(await eraseDue({ ...run(later), platform: stuck })).toEqual({ done: 1, open: 0, failed: 1 })
    expect(all('erasures')).toMatchObject([{ _id: somebody }])
    expect(all('messages', { person: somebody })).toEqual([])
  })
})

describe('an agreement taken back', () => {
  const self = () => cloud.database.get('people', somebody)
  const agreed = async (reply: Promise<AnyReply>) => {
    const answer = await reply
    return answer.ok ? answer.data['purposes'] : answer.refused
  }

  it('for the phone number takes the number along, in the same commit', async () => {
    expect(await agreed(ask(withdrawConsent, { purpose: 'phone' }))).toEqual(['account', 'home', 'messages'])
    expect(self()).toMatchObject({ phone: null, phoneLookup: null, phoneFrom: null, phoneAt: null })
    expect(all('homes', { person: somebody })).toHaveLength(1)
  })

  it('for the home takes the home along', async () => {
    expect(await agreed(ask(withdrawConsent, { purpose: 'home' }))).toEqual(['account', 'phone', 'messages'])
    expect(all('homes', { person: somebody })).toEqual([])
    expect(self()).toMatchObject({ phone: expect.any(String) })
  })

  it('for messages takes the subscriptions along, and leaves the news inside', async () => {
    expect(await agreed(ask(withdrawConsent, { purpose: 'messages' }))).toEqual(['account', 'phone', 'home'])
    expect(all('subscriptions', { person: somebody })).toEqual([])
    expect(all('messages', { person: somebody })).toHaveLength(2)
  })

  it('stands in the audit log, once', async () => {
    await ask(withdrawConsent, { purpose: 'phone' })
    await ask(withdrawConsent, { purpose: 'phone' })
    expect(all('audits', { verb: 'consent.withdraw' })).toMatchObject([{ actor: somebody, subject: { id: 'phone' } }])
  })

  it('that was never given changes nothing', async () => {
    expect(await agreed(ask(withdrawConsent, { purpose: 'phone' }, { openid: 'openid-never-seen' }))).toEqual([])
    expect(all('audits', { verb: 'consent.withdraw' })).toEqual([])
  })

  it('for the home lets nobody write it back who read it before', async () => {
    const stale = await cloud.store.homes.find(idOf('homes', 0))
    expect(await agreed(ask(withdrawConsent, { purpose: 'home' }))).not.toContain('home')
    expect(stale && (await cloud.store.homes.replace(stale))).toBe(false)
  })
})
