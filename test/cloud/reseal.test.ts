import { randomBytes } from 'node:crypto'
import { readKeys, type Keys } from '../../src/cloud/keys'
import { sealedAt } from '../../src/cloud/people/ids'
import { reseal } from '../../src/cloud/people/reseal'
import { definitions } from '../../src/cloud/store/documents'
import { developmentKeys } from '../../src/local/development-keys'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { keys as before } from './support/people'
import { known, lifeOf, put, somebody } from './support/somebody'

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
})

/** During a rotation, and once the key before is taken away. Its id sorts before or behind today's. */
const fresh = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
function rotation(id: string): { during: Keys; done: Keys } {
  const today = fresh(id)
  return {
    during: readKeys({ ...developmentKeys, SEAL_KEYS: `${today},${developmentKeys.SEAL_KEYS}` }),
    done: readKeys({ ...developmentKeys, SEAL_KEYS: today }),
  }
}
const run = (keys: Keys, hasTime = () => true) => ({ ...surroundings(cloud.store, { keys, now: noon }), hasTime })

const opened = (keys: Keys) => {
  const [person] = cloud.database.find('people', { _id: somebody })
  const [home] = cloud.database.find('homes', { person: somebody })
  const [member] = cloud.database.find('memberships', { person: somebody, state: 'active' })
  const [request] = cloud.database.find('requests', { person: somebody })
  const behalf = request?.['behalf'] as Record<string, unknown>
  const [wish] = cloud.database.find('wishes', { person: somebody })
  const emergency = wish?.['emergency'] as Record<string, unknown>
  const [voice] = cloud.database.find('voices', { person: somebody })
  const [signUp] = cloud.database.find('signUps', { people: somebody })
  const [entry] = signUp?.['entries'] as Record<string, unknown>[]
  const at = (
    collection: 'people' | 'homes' | 'memberships' | 'requests' | 'wishes' | 'voices' | 'signUps',
    field: string,
    row?: Record<string, unknown>,
    sealed = row?.[field],
  ) => keys.unseal(String(sealed), sealedAt(collection, field, String(row?.['_id'])))
  return [
    ...['openid', 'name', 'phone'].map((field) => at('people', field, person)),
    at('homes', 'room', home),
    at('memberships', 'name', member),
    ...['room', 'phone'].map((field) => at('requests', field, request)),
    ...['name', 'phone'].map((field) => at('requests', `behalf.${field}`, request, behalf[field])),
    ...['room', 'phone'].map((field) => at('wishes', field, wish)),
    ...['name', 'phone'].map((field) => at('wishes', `emergency.${field}`, wish, emergency[field])),
    at('voices', 'name', voice),
    at('signUps', 'entries.name', signUp, entry?.['name']),
  ]
}
const { openid, name, phone, room } = known
const secrets = [openid, name, phone, room, name, room, phone, name, phone, room, phone, name, phone, name, name]

describe('after the key has changed', () => {
  it.each(['a-key', 'z-key'])(
    'everything is sealed under %s by the timer, and reads without the key before',
    async (id) => {
      put(cloud.database, lifeOf(known.openid, noon))
      const { during, done } = rotation(id)
      expect(opened(during)).toEqual(secrets)
      expect(await reseal(run(during))).toEqual({ done: 16, left: 0, unreadable: 0 })
      expect(opened(done)).toEqual(secrets)
    },
  )

  it('nothing is left to do, and nothing written, once it is done', async () => {
    put(cloud.database, lifeOf(known.openid, noon))
    const { during } = rotation('k9')
    await reseal(run(during))
    const after = cloud.database.find('people')
    expect(await reseal(run(during))).toEqual({ done: 0, left: 0, unreadable: 0 })
    expect(cloud.database.find('people')).toEqual(after)
  })

  it('more than a batch is done in one run, and what there is no time for is counted as left', async () => {
    for (let at = 0; at < 60; at++) put(cloud.database, { people: lifeOf(`openid-${at}`, noon).people ?? [] })
    const { during } = rotation('k9')
    let turns = 2
    const first = await reseal(run(during, () => turns-- > 0))
    expect(first).toEqual({ done: 51, left: 9, unreadable: 0 })
    expect(await reseal(run(during))).toEqual({ done: 9, left: 0, unreadable: 0 })
  })

  it('what cannot be opened holds up nothing else, and stays counted', async () => {
    put(cloud.database, lifeOf(known.openid, noon))
    for (let at = 0; at < 3; at++) {
      const [person] = lifeOf(`openid-${at}`, noon).people ?? []
      put(cloud.database, { people: [{ ...person, _id: `0-${at}`, name: 'not.what.was.sealed' }] })
    }
    const { during, done } = rotation('k9')
    expect(await reseal(run(during))).toEqual({ done: 16, left: 3, unreadable: 3 })
    expect(opened(done)).toEqual(secrets)
  })

  it('what somebody changes at the same moment stays theirs, and is sealed as they left it', async () => {
    put(cloud.database, { people: lifeOf(known.openid, noon).people ?? [] })
    const { during } = rotation('k9')
    const racing = new Proxy(cloud.store.people, {
      get(table, name) {
        if (name !== 'replace') return Reflect.get(table, name) as unknown
        return async (row: Parameters<typeof table.replace>[0]) => {
          const now = await table.find(row._id)
          if (now?.phone) await table.replace({ ...now, phone: null })
          return table.replace(row)
        }
      },
    })
    const store = { ...cloud.store, people: racing }
    expect(await reseal({ ...run(during), store })).toEqual({ done: 1, left: 0, unreadable: 0 })
    expect(cloud.database.get('people', somebody)).toMatchObject({ phone: null })
  })

  it('an erased person’s empty document is no hindrance', async () => {
    const [person] = lifeOf(known.openid, noon, [], before).people ?? []
    put(cloud.database, {
      people: [{ ...person, _id: somebody, openid: '', name: null, phone: null, phoneLookup: null }],
    })
    expect(await reseal(run(rotation('k9').during))).toEqual({ done: 1, left: 0, unreadable: 0 })
  })
})
