import type { LocalCloud } from '../../src/local/start'
import { day } from '../../src/domain/time/clock'
import { startProduct } from './support/cloud'
import {
  callAs,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
  keys,
  otherSecretary,
  secretary,
  street,
  volunteer,
} from './support/people'
import { known, lifeOf, put, somebody } from './support/somebody'

let cloud: LocalCloud
const now = Date.parse('2026-11-18T12:00:00+08:00')
beforeAll(async () => {
  cloud = await startProduct()
  put(cloud.database, lifeOf(known.openid, now))
})
afterAll(() => cloud.close())

const answerOf = async (openid: string | undefined, action: string, over: object = {}) => {
  const reply = await callAs(cloud, openid, action, { communityId: 'west-street', cursor: null, ...over })
  return reply.ok ? 'ok' : reply.refused
}
interface Page {
  readonly cursor: string | null
  readonly [rows: string]: readonly Record<string, unknown>[] | string | null
}
const page = (action: string, cursor: string | null = null, openid = secretary) =>
  dataAs<Page>(cloud, openid, action, { communityId: 'west-street', cursor })
/** Every row there is, page by page, and how many pages it took. */
async function readAll(action: string, rows: string) {
  const all: Record<string, unknown>[] = []
  let pages = 0
  for (let cursor: string | null = null; pages === 0 || cursor !== null; pages++) {
    const got: Page = await page(action, cursor)
    all.push(...(got[rows] as readonly Record<string, unknown>[]))
    cursor = got.cursor
  }
  return { all, pages }
}

describe('the keepers’ lists', () => {
  it.each([
    ['audit.list', [secretary]],
    ['report.list', [secretary, gridLeader, street]],
    ['miss.list', [secretary, gridLeader, street]],
  ])('%s opens for those who answer for the community, and for nobody else', async (action, may) => {
    const everybody = [
      secretary,
      gridLeader,
      street,
      handlerMember,
      dutyMember,
      volunteer,
      otherSecretary,
      'a-resident',
    ]
    const outcomes = await Promise.all(everybody.map((openid) => answerOf(openid, action)))
    expect(outcomes).toEqual(everybody.map((openid) => (may.includes(openid) ? 'ok' : 'role.forbidden')))
    expect(await answerOf(undefined, action)).toBe('caller.unknown')
  })

  it.each(['audit.list', 'report.list', 'miss.list'])(
    '%s refuses a place in the list that is none of its own',
    async (action) => {
      expect(await answerOf(secretary, action, { cursor: 'nonsense' })).toBe('place.bad-cursor')
    },
  )

  it.each(['audit.list', 'report.list', 'miss.list'])(
    '%s never tells a pseudonym, an openid or a number of a person',
    async (action) => {
      const text = JSON.stringify(await page(action))
      for (const secret of [somebody, known.openid, known.phone, known.room, keys.person(secretary)]) {
        expect(text).not.toContain(secret)
      }
    },
  )
})

describe('the audit log', () => {
  it('says who, what, when and why: members by name, the newest first', async () => {
    const [leader] = cloud.database.find('memberships', { person: somebody, state: 'active' })
    const line = (_id: string, over: object) => ({
      ...{ _id, communityId: 'west-street', actor: somebody, role: 'grid-leader', membershipId: leader?.['_id'] },
      ...{ verb: 'home.confirm', subject: null, why: null, at: now, ...over },
    })
    put(cloud.database, {
      audits: [
        line('of-member', {
          verb: 'member.phone',
          subject: { collection: 'memberships', id: leader?.['_id'] },
          why: '今晚换班',
          at: now + 2,
        }),
        line('of-system', { actor: null, role: 'system', membershipId: null, verb: 'role.revoke', at: now + 1 }),
        line('elsewhere', { communityId: 'spinning-mill', at: now + 3 }),
      ],
    })
    const { audits } = await page('audit.list')
    expect((audits as readonly object[]).slice(0, 2)).toEqual([
      {
        auditId: 'of-member',
        at: now + 2,
        verb: 'member.phone',
        role: 'grid-leader',
        name: known.name,
        about: known.name,
        why: '今晚换班',
      },
      { auditId: 'of-system', at: now + 1, verb: 'role.revoke', role: 'system', name: null, about: null, why: null },
    ])
    expect(JSON.stringify(audits)).not.toContain('elsewhere')
  })

  it('names nobody of another community, even where a line names their membership', async () => {
    const [other] = cloud.database.find('memberships', { person: keys.person(otherSecretary) })
    put(cloud.database, {
      audits: [
        {
          ...{
            _id: 'crossing',
            communityId: 'west-street',
            actor: 'x',
            role: 'secretary',
            membershipId: other?.['_id'],
          },
          ...{ verb: 'role.renew', subject: null, why: null, at: now + 10 },
        },
      ],
    })
    const { audits } = await page('audit.list')
    expect((audits as readonly object[])[0]).toMatchObject({ auditId: 'crossing', name: null })
  })

  it('comes page by page, each line once', async () => {
    put(cloud.database, {
      audits: Array.from({ length: 45 }, (_, at) => ({
        ...{ _id: `many-${at}`, communityId: 'west-street', actor: null, role: 'system', membershipId: null },
        ...{ verb: 'role.revoke', subject: null, why: null, at: now - 100 * day },
      })),
    })
    const { all, pages } = await readAll('audit.list', 'audits')
    expect(pages).toBe(3)
    expect(new Set(all.map(({ auditId }) => auditId)).size).toBe(all.length)
    expect(all.filter(({ auditId }) => String(auditId).startsWith('many'))).toHaveLength(45)
  })
})

describe('the reports of numbers', () => {
  it('say which number of whom, where, and whether the directory still has it', async () => {
    const [report] = lifeOf(known.openid, now).contactReports ?? []
    put(cloud.database, {
      contactReports: [
        { ...report, _id: 'as-it-is', number: '010-00001201', receivedAt: now + 2 },
        { ...report, _id: 'changed', number: '000-1', receivedAt: now + 1 },
        { ...report, _id: 'gone', agencyId: 'nobody', buildingId: 'nowhere', receivedAt: now },
      ],
    })
    const [community] = cloud.database.find('communities', { _id: 'west-street' })
    const agencies = community?.['agencies'] as unknown as readonly {
      id: string
      name: string
      phones: { id: string; number: string }[]
    }[]
    const property = agencies.find(({ id }) => id === 'west-property')
    const number = property?.phones.find(({ id }) => id === 'p1201')?.number
    cloud.database.modify('contactReports', { _id: 'as-it-is' }, { $set: { number: number ?? '' } })
    const { reports } = await page('report.list')
    expect(reports).toMatchObject([
      {
        reportId: 'as-it-is',
        number,
        agencyName: property?.name,
        stillThere: true,
        kind: 'no-answer',
        buildingName: expect.stringMatching(/楼/),
      },
      { reportId: 'changed', number: '000-1', agencyName: property?.name, stillThere: false },
      { reportId: 'gone', agencyName: null, stillThere: false, buildingName: null },
      { matterId: 'drain-blocked' },
    ])
  })
})

describe('what was not found', () => {
  it('comes newest day first, with what was shown instead', async () => {
    const miss = (_id: string, dayOf: string, over: object = {}) => ({
      ...{ _id, communityId: 'west-street', day: dayOf, outcome: 'wrong', text: '哪里能修伞', count: 3 },
      ...{ shown: [{ matterId: 'drain-blocked', count: 2 }], ...over },
    })
    put(cloud.database, {
      searchMisses: [
        miss('older', '2026-11-01', { text: null }),
        miss('newer', '2026-11-17'),
        miss('elsewhere', '2026-11-18', { communityId: 'spinning-mill' }),
      ],
    })
    const { misses } = await page('miss.list')
    expect(misses).toEqual([
      {
        ...{ missId: 'newer', day: '2026-11-17', outcome: 'wrong', text: '哪里能修伞', count: 3 },
        shown: [{ matterId: 'drain-blocked', count: 2 }],
      },
      { ...{ missId: 'older', day: '2026-11-01', outcome: 'wrong', text: null, count: 3 }, shown: expect.any(Array) },
    ])
  })
})
