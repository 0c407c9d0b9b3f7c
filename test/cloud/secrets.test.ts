import { actions } from '../../src/contract'
import { heldRoles } from '../../src/domain/people/roles'
import type { LocalCloud, LogLine } from '../../src/local/start'
import { maySee } from '../../src/tools/support/proof/may-see'
import { seedSecrets, type SecretKind, type Viewer, type World } from '../../src/tools/support/proof/secret-world'
import { openAtRest, openInLog, searchReplies, secretsIn, type Searched } from '../../src/tools/support/proof/secrets'
import { startProduct } from './support/cloud'

let cloud: LocalCloud & { readonly lines: readonly LogLine[] }
let world: World
let searched: Searched

/** One of each role; the bench asks as everybody, in other places and with roles that are over as well. */
function oneOfEach({ viewers }: World): readonly Viewer[] {
  const first = (fits: (viewer: Viewer) => boolean) => viewers.filter(fits).slice(0, 1)
  return [
    ...first(({ openid }) => openid === null),
    ...first(({ name }) => name.startsWith('resident of')),
    ...heldRoles.flatMap((role) => first(({ roles }) => roles.some((one) => one.role === role))),
    ...first(({ name }) => name.endsWith('expired')),
  ]
}

beforeAll(async () => {
  cloud = await startProduct()
  world = await seedSecrets(cloud)
  searched = await searchReplies(cloud, world, oneOfEach(world))
}, 900_000)
afterAll(() => cloud.close())

const kinds = Object.keys(maySee) as SecretKind[]

describe('what people told in confidence', () => {
  it('is in no reply to somebody who may not see it', () => {
    expect([...new Set(searched.found)]).toEqual([])
  })

  it('was searched in the replies of every action', () => {
    expect([...searched.called].sort()).toEqual(actions.map(({ name }) => name).sort())
  })

  it.each(kinds)('is found where it belongs, if it is a %s: the search sees what is there', (kind) => {
    const isForSomebody = Object.keys(maySee[kind]).length > 0
    expect((searched.rightly.get(kind) ?? 0) > 0).toBe(isForSomebody)
  })

  it('is in no line of the log', () => {
    expect(cloud.lines.length).toBeGreaterThan(100)
    expect(openInLog(cloud.lines, world)).toEqual([])
  })

  it('lies nowhere in the open: names, numbers, rooms and openids are sealed wherever they are kept', () => {
    expect([...new Set(openAtRest(cloud, world))]).toEqual([])
  })
})

describe('the search', () => {
  const some = (kind: SecretKind) => {
    const found = [...world.secrets.values()].find((secret) => secret.kind === kind)
    if (!found) throw new Error(`no ${kind} was seeded`)
    return found
  }

  it.each(kinds)('finds a %s in a text', (kind) => {
    const secret = some(kind)
    expect(secretsIn(JSON.stringify({ data: { inside: [`x ${secret.text}`] } }), world.secrets)).toContain(secret)
  })

  it('finds one inside of a cursor', () => {
    const secret = some('pseudonym')
    const cursor = Buffer.from(JSON.stringify([1, secret.text])).toString('base64url')
    expect(secretsIn(JSON.stringify({ cursor }), world.secrets)).toEqual([secret])
  })

  it('finds a number that is written in groups', () => {
    const secret = some('phone')
    expect(secretsIn(secret.text.replace(/^(...)(....)/, '$1 $2-'), world.secrets)).toEqual([secret])
  })
})
