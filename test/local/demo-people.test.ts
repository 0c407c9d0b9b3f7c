import { fitsRole, heldRoles } from '../../src/domain/people/roles'
import { sealedAt } from '../../src/cloud/people/ids'
import { readKeys } from '../../src/cloud/keys'
import { demo } from '../../src/local/demo'
import { demoMembers, demoPeopleDocuments } from '../../src/local/demo/people'
import { developmentKeys } from '../../src/local/development-keys'
import { demoPeople } from '../../src/local/people'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'

const { people, memberships } = demoPeopleDocuments()
const keys = readKeys(developmentKeys)

describe('the demo’s members', () => {
  it('are one of each role at West Street, and some elsewhere', () => {
    const here = demoMembers.filter(({ communityId }) => communityId === 'west-street').map(({ role }) => role)
    expect(new Set(here)).toEqual(new Set(heldRoles))
    expect(demoMembers.some(({ communityId }) => communityId !== 'west-street')).toBe(true)
  })

  it('have a place that their role may have and the directory knows', () => {
    for (const { role, communityId, gridId, agencyId } of demoMembers) {
      const community = demo.communities.find(({ _id }) => _id === communityId)
      expect([role, fitsRole(role, { gridId, agencyId })]).toEqual([role, true])
      if (gridId !== null) expect(community?.grids.map(({ id }) => id)).toContain(gridId)
      if (agencyId !== null) expect(community?.agencies.map(({ id }) => id)).toContain(agencyId)
    }
  })

  it('ring nobody: their numbers begin with a prefix that does not exist', () => {
    for (const { phone } of demoMembers) expect(phone).toMatch(/^000\d{8}$/)
    expect(new Set(demoMembers.map(({ phone }) => phone)).size).toBe(demoMembers.length)
  })

  it('are kept sealed, each readable in its own place only', () => {
    const kept = JSON.stringify([people, memberships])
    for (const { openid, name, phone } of demoMembers)
      for (const secret of [openid, name, phone]) expect([secret, kept.includes(secret)]).toEqual([secret, false])
    const [first, second] = memberships
    const about = (id: string) => sealedAt('memberships', 'name', id)
    expect(keys.unseal(first?.name ?? '', about(first?._id ?? ''))).toBe(demoMembers[0]?.name)
    expect(() => keys.unseal(first?.name ?? '', about(second?._id ?? ''))).toThrow()
  })

  it('are among those whom /_local offers to be, each once, and those from elsewhere say so', () => {
    const offered = demoPeople.map(({ openid }) => openid)
    expect(new Set(offered).size).toBe(offered.length)
    for (const { openid, communityId } of demoMembers) {
      const name = demoPeople.find((one) => one.openid === openid)?.name ?? ''
      expect([openid, name.includes('别的社区')]).toEqual([openid, communityId !== 'west-street'])
    }
  })
})

it('/_local lists them, and whoever is chosen there has the role', async () => {
  const cloud = await startDemoCloud({ dataFile: ':memory:' })
  try {
    const headers = { 'x-local-inspect': 'test', 'content-type': 'application/json' }
    const listed = await fetch(`${cloud.url}/_local/api/people`, { method: 'POST', headers, body: '{}' })
    expect(await listed.json()).toEqual(demoPeople.map((one) => ({ ...one })))
    const call = { data: { action: 'work.show', input: {}, release: 1 } }
    const answered = await fetch(`${cloud.url}/call/api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': 'demo-grid-leader' },
      body: JSON.stringify(call),
    })
    expect(await answered.json()).toMatchObject({
      result: { ok: true, data: { posts: [{ role: 'grid-leader', gridId: 'west-1' }] } },
    })
  } finally {
    await cloud.close()
  }
})
