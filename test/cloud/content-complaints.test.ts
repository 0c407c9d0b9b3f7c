import { complaintDue } from '../../src/domain/content/complaint'
import { mostAnswers } from '../../src/contract'
import { startProduct } from './support/cloud'
import { aComplaint, addAs, aPicture, atHome, documentOf, fileAs, neighbour, resident } from './support/content'
import {
  callAs,
  consent,
  dataAs,
  freshKey,
  gridLeader,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
} from './support/people'

jest.setTimeout(30_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [resident, neighbour]) await consent(cloud, openid)
  atHome(cloud, resident)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['complaints', 'checks', 'messages', 'audits', 'counters']) {
    cloud.database.remove(name, {}, { multi: true })
  }
})

interface Shown {
  readonly mine: boolean
  readonly state: string
  readonly words: string | null
  readonly wordsState: string
  readonly answers: readonly { answerId: string; role: string; words: string | null; state: string }[]
  readonly pictures: readonly { url: string | null }[]
  readonly about: { readonly words: string | null } | null
}
const show = (openid: string, complaintId: string) =>
  dataAs<Shown & Record<string, unknown>>(cloud, openid, 'complaint.show', { complaintId })
const answerAs = (openid: string, complaintId: string, over: object = {}, key?: string) =>
  callAs(
    cloud,
    openid,
    'complaint.answer',
    { complaintId, words: '已经联系物业，明天上午来看', close: false, ...over },
    key,
  )
const listAs = (openid: string, gridId: string | null, state = 'open') =>
  callAs(cloud, openid, 'complaint.list', { communityId: 'west-street', gridId, state, cursor: null })
const told = (kind: string) =>
  (cloud.database.find('messages', { kind }) as readonly Record<string, unknown>[]).map(({ person, path }) => [
    person,
    path,
  ])
const who = (...openids: readonly string[]) => openids.map((openid) => keys.person(openid)).sort()
const receivers = (kind: string) =>
  told(kind)
    .map(([person]) => person)
    .sort()
const stored = (id: string) => documentOf(cloud, 'complaints', id)

describe('a complaint', () => {
  it('reaches the secretary and the leader of the writer’s grid, with a due time', async () => {
    const { complaintId, words, dueAt } = await fileAs(cloud, resident)
    expect(words).toBe('shown')
    expect(stored(complaintId)).toMatchObject({ gridId: 'west-1', state: 'open', wordsState: 'shown', dueAt })
    expect(dueAt).toBe(complaintDue(Number(stored(complaintId)['filedAt'])))
    expect(receivers('complaint.filed')).toEqual(who(secretary, gridLeader))
    expect(told('complaint.filed')[0]?.[1]).toBe(`/pages/work/complaint/index?id=${complaintId}`)
  })

  it('about a person goes to the secretary alone: it may be about the grid leader', async () => {
    const { complaintId } = await fileAs(cloud, resident, { kind: 'person' })
    expect(receivers('complaint.filed')).toEqual(who(secretary))
    expect(await callAs(cloud, gridLeader, 'complaint.show', { complaintId })).toMatchObject({
      refused: 'role.forbidden',
    })
    expect(await listAs(gridLeader, 'west-1')).toMatchObject({ ok: true, data: { complaints: [] } })
    expect(await listAs(secretary, null)).toMatchObject({ data: { complaints: [{ complaintId }] } })
  })

  it('of somebody without a home goes to the secretary', async () => {
    const { complaintId } = await fileAs(cloud, neighbour)
    expect(stored(complaintId)['gridId']).toBeNull()
    expect(receivers('complaint.filed')).toEqual(who(secretary))
  })

  it('by a keeper reaches the others, not themselves', async () => {
    await fileAs(cloud, secretary)
    expect(receivers('complaint.filed')).toEqual([])
    await fileAs(cloud, gridLeader)
    expect(receivers('complaint.filed')).toEqual(who(secretary))
  })

  it('sent again with the same key, ten times at once, is one', async () => {
    const key = freshKey()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => callAs(cloud, resident, 'complaint.file', aComplaint(), key)),
    )
    const again = await callAs(cloud, resident, 'complaint.file', aComplaint(), key)
    const data = replies.map((reply) => (reply.ok ? reply.data : reply.refused))
    expect(data).toEqual(data.map(() => (again.ok ? again.data : null)))
    expect(cloud.database.find('complaints')).toHaveLength(1)
    expect(receivers('complaint.filed')).toHaveLength(2)
  })

  it.each([
    ['in no community', { communityId: 'nowhere' }, 'complaint.no-community'],
    ['with words that the check refuses', { words: '请看【违规】' }, 'content.refused'],
    ['with a picture that is not there', { pictures: ['nobody'] }, 'picture.missing'],
    [
      'about an answer that is not there',
      { about: { collection: 'complaints', id: 'x', part: '1' } },
      'complaint.no-subject',
    ],
    ['with blanks only', { words: '   ' }, 'input.invalid'],
    ['with words too long', { words: '长'.repeat(501) }, 'input.invalid'],
  ] as const)('%s is refused, and nothing is kept', async (_, over, refused) => {
    expect(await callAs(cloud, resident, 'complaint.file', aComplaint(over as object))).toMatchObject({ refused })
    expect(cloud.database.find('complaints')).toEqual([])
    expect(cloud.database.find('messages')).toEqual([])
  })

  it('takes its writer’s own pictures, each once', async () => {
    const [mine, theirs] = [await addAs(cloud, resident), await addAs(cloud, neighbour)]
    const filing = (pictures: string[]) => callAs(cloud, resident, 'complaint.file', aComplaint({ pictures }))
    expect(await filing([theirs])).toMatchObject({ refused: 'picture.missing' })
    expect(await filing([mine, mine])).toMatchObject({ refused: 'picture.missing' })
    expect(await filing([mine])).toMatchObject({ ok: true })
    expect(await filing([mine])).toMatchObject({ refused: 'picture.missing' })
  })

  it('needs the agreement of whoever writes it', async () => {
    expect(await callAs(cloud, 'openid-of-a-newcomer', 'complaint.file', aComplaint())).toMatchObject({
      refused: 'consent.needed',
    })
  })

  it('may be filed ten times a day and not more often', async () => {
    for (let time = 0; time < 10; time++) await fileAs(cloud, resident)
    expect(await callAs(cloud, resident, 'complaint.file', aComplaint())).toMatchObject({ refused: 'rate.limited' })
  })

  it('with everything that it can bring fits into one commit', async () => {
    // Fifteen more secretaries, of whom eight in all are told.
    for (let count = 0; count < 15; count++) {
      const [one] = cloud.database.find('memberships', { person: keys.person(secretary) })
      cloud.database.insert('memberships', [{ ...one, _id: `more-${count}`, person: `person-${count}` }])
    }
    const pictures = [
      await addAs(cloud, resident, aPicture('review')),
      await addAs(cloud, resident, aPicture('review')),
    ]
    pictures.push(await addAs(cloud, resident, aPicture('review')))
    await cloud.platform.deliver()
    expect(await fileAs(cloud, resident, { pictures, words: '请看【待审】' })).toMatchObject({ words: 'waiting' })
    expect(receivers('check.waiting')).toHaveLength(8)
    expect(cloud.database.find('checks')).toHaveLength(4)
    for (let count = 0; count < 15; count++) cloud.database.remove('memberships', { _id: `more-${count}` })
  })
})

describe('what others learn of a complaint', () => {
  it('is never who filed it, nor who answered', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    await answerAs(gridLeader, complaintId)
    const replies = JSON.stringify([
      await callAs(cloud, secretary, 'complaint.show', { complaintId }),
      await listAs(secretary, null, 'answered'),
      await callAs(cloud, resident, 'complaint.show', { complaintId }),
    ])
    for (const openid of [resident, gridLeader]) {
      expect(replies).not.toContain(openid)
      expect(replies).not.toContain(keys.person(openid))
    }
    expect(replies).not.toContain('网格长')
    expect(await show(resident, complaintId)).toMatchObject({ mine: true, answers: [{ role: 'grid-leader' }] })
    expect(await show(secretary, complaintId)).toMatchObject({ mine: false })
  })

  it.each([
    ['another resident', neighbour],
    ['the leader of another grid', otherGridLeader],
    ['the secretary of another community', otherSecretary],
    ['the street', street],
  ])('is nothing for %s', async (_, openid) => {
    const { complaintId } = await fileAs(cloud, resident)
    const calls = [
      callAs(cloud, openid, 'complaint.show', { complaintId }),
      answerAs(openid, complaintId),
      callAs(cloud, openid, 'complaint.withdraw', { complaintId }),
    ]
    for (const reply of await Promise.all(calls)) expect(reply).toMatchObject({ refused: 'role.forbidden' })
    expect(stored(complaintId)).toMatchObject({ version: 1 })
  })

  it('is nothing for a secretary whose role was taken away or is over', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    const mine = { person: keys.person(secretary) }
    const [held] = cloud.database.find('memberships', mine)
    for (const over of [{ state: 'revoked' }, { until: 1 }, { from: Date.now() + 100_000 }]) {
      cloud.database.modify('memberships', mine, { $set: over })
      expect(await callAs(cloud, secretary, 'complaint.show', { complaintId })).toMatchObject({
        refused: 'role.forbidden',
      })
      const { state, until, from } = held ?? {}
      cloud.database.modify('memberships', mine, { $set: { state, until, from } })
    }
    expect(await show(secretary, complaintId)).toMatchObject({ state: 'open' })
  })
})

describe('an answer', () => {
  it('is seen by whoever filed it, who is told', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    expect(await answerAs(gridLeader, complaintId)).toMatchObject({ data: { state: 'answered', words: 'shown' } })
    expect(await show(resident, complaintId)).toMatchObject({
      state: 'answered',
      answers: [{ answerId: '1', words: '已经联系物业，明天上午来看', state: 'shown' }],
    })
    expect(told('complaint.answered')).toEqual([
      [keys.person(resident), `/pages/mine/complaint-view/index?id=${complaintId}`],
    ])
  })

  it('may close it, which stands in the log of what was done', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    expect(await answerAs(secretary, complaintId, { close: true })).toMatchObject({ data: { state: 'closed' } })
    expect(cloud.database.find('audits')).toMatchObject([
      { verb: 'complaint.close', role: 'secretary', subject: { collection: 'complaints', id: complaintId } },
    ])
    expect(await answerAs(secretary, complaintId)).toMatchObject({ refused: 'complaint.over' })
    expect(await callAs(cloud, resident, 'complaint.withdraw', { complaintId })).toMatchObject({
      refused: 'complaint.over',
    })
  })

  it('to one’s own is refused', async () => {
    const { complaintId } = await fileAs(cloud, gridLeader, { kind: 'app' })
    expect(await answerAs(gridLeader, complaintId)).toMatchObject({ refused: expect.stringMatching(/own|forbidden/) })
    const { complaintId: second } = await fileAs(cloud, secretary)
    expect(await answerAs(secretary, second)).toMatchObject({ refused: 'complaint.own' })
  })

  it('of two keepers at once are two, and of one tapped twice is one', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    const key = freshKey()
    const replies = await Promise.all([
      answerAs(gridLeader, complaintId, {}, key),
      answerAs(gridLeader, complaintId, {}, key),
      answerAs(secretary, complaintId),
    ])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect((await show(resident, complaintId)).answers.map(({ answerId }) => answerId)).toEqual(['1', '2'])
    expect(told('complaint.answered')).toHaveLength(2)
  })

  it('with words that the check refuses is not kept', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    expect(await answerAs(gridLeader, complaintId, { words: '【违规】' })).toMatchObject({ refused: 'content.refused' })
    expect(stored(complaintId)).toMatchObject({ state: 'open', answers: [] })
  })

  it(`is one of ${mostAnswers} at most`, async () => {
    const { complaintId } = await fileAs(cloud, resident)
    const one = { id: '1', at: 1, author: null, role: 'secretary', words: '好', state: 'shown' }
    const answers = Array.from({ length: mostAnswers }, (_, at) => ({ ...one, id: String(at + 1) }))
    cloud.database.modify('complaints', { _id: complaintId }, { $set: { answers } })
    expect(await answerAs(gridLeader, complaintId)).toMatchObject({ refused: 'complaint.full' })
  })
})

describe('a report of an answer', () => {
  it('that a grid leader wrote goes to the secretary alone, with the words it reports', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    await answerAs(gridLeader, complaintId)
    cloud.database.remove('messages', {}, { multi: true })
    const about = { collection: 'complaints' as const, id: complaintId, part: '1' }
    const report = await fileAs(cloud, resident, { kind: 'content', about, words: '这样说话不合适' })
    expect(receivers('complaint.filed')).toEqual(who(secretary))
    expect(await show(secretary, report.complaintId)).toMatchObject({
      about: { words: '已经联系物业，明天上午来看' },
    })
  })

  it('is for whoever can see the answer only', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    await answerAs(gridLeader, complaintId)
    const about = { collection: 'complaints' as const, id: complaintId, part: '1' }
    expect(await callAs(cloud, neighbour, 'complaint.file', aComplaint({ kind: 'content', about }))).toMatchObject({
      refused: 'complaint.no-subject',
    })
  })
})

describe('a complaint that is taken back', () => {
  it('no longer shows its words or pictures to keepers, and its writer still has them', async () => {
    const picture = await addAs(cloud, resident)
    const { complaintId } = await fileAs(cloud, resident, { pictures: [picture] })
    await cloud.platform.deliver()
    expect(await callAs(cloud, resident, 'complaint.withdraw', { complaintId })).toMatchObject({
      data: { state: 'withdrawn' },
    })
    expect(await show(secretary, complaintId)).toMatchObject({ words: null, pictures: [{ url: null }] })
    expect(await listAs(secretary, null, 'withdrawn')).toMatchObject({ data: { complaints: [{ words: null }] } })
    expect(await show(resident, complaintId)).toMatchObject({
      words: '报修三次没有人来看过',
      pictures: [{ url: expect.any(String) }],
    })
    expect(await answerAs(secretary, complaintId)).toMatchObject({ refused: 'complaint.over' })
  })

  it('leaves nothing in the queue', async () => {
    const { complaintId } = await fileAs(cloud, resident, { words: '请看【待审】' })
    await callAs(cloud, resident, 'complaint.withdraw', { complaintId })
    expect(cloud.database.find('checks', { open: true })).toEqual([])
  })
})

describe('a list of complaints', () => {
  it('comes in pages: one’s own newest first, a keeper’s oldest first, none twice', async () => {
    const { complaintId } = await fileAs(cloud, resident)
    const one = stored(complaintId)
    cloud.database.insert(
      'complaints',
      Array.from({ length: 44 }, (_, at) => ({ ...one, _id: `filed-${at}`, filedAt: Number(one['filedAt']) + at + 1 })),
    )
    type Page = { complaints: { complaintId: string; filedAt: number }[]; cursor: string | null }
    const walk = async (openid: string, action: string, input: object) => {
      const rows: Page['complaints'] = []
      let cursor: string | null = null
      do {
        const page: Page = await dataAs<Page & Record<string, unknown>>(cloud, openid, action, { ...input, cursor })
        expect(page.complaints.length).toBeLessThanOrEqual(20)
        rows.push(...page.complaints)
        cursor = page.cursor
      } while (cursor !== null)
      expect(new Set(rows.map((row) => row.complaintId)).size).toBe(45)
      return rows.map(({ filedAt }) => filedAt)
    }
    const own = await walk(resident, 'complaint.mine', {})
    expect(own).toEqual([...own].sort((a, b) => b - a))
    const keepers = await walk(gridLeader, 'complaint.list', {
      communityId: 'west-street',
      gridId: 'west-1',
      state: 'open',
    })
    expect(keepers).toEqual([...keepers].sort((a, b) => a - b))
  })

  it.each([
    ['complaint.mine', {}],
    ['complaint.list', { communityId: 'west-street', gridId: null, state: 'open' }],
    ['check.list', { communityId: 'west-street', gridId: null }],
  ])('%s refuses a cursor that is none of ours', async (action, input) => {
    expect(await callAs(cloud, secretary, action, { ...input, cursor: 'bm9uZQ' })).toMatchObject({
      refused: 'place.bad-cursor',
    })
  })

  it('of the whole community, or of another grid, is not for a grid leader', async () => {
    expect(await listAs(gridLeader, null)).toMatchObject({ refused: 'role.forbidden' })
    expect(await listAs(gridLeader, 'west-2')).toMatchObject({ refused: 'role.forbidden' })
  })
})
