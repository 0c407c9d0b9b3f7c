import type { noticeQuestions, openNotice, OutputOf } from '../../src/contract'
import { limits } from '../../src/contract/limits'
import { day, hour } from '../../src/domain/time/clock'
import { lastCall, startProduct } from './support/cloud'
import { neighbour, resident } from './support/content'
import { aNoticeRow, alterNotice, anEdition, noticeOf, putNotices, type NoticeOver } from './support/notices'
import { callAs, consent, dataAs, gridLeader, keys, otherGridLeader, otherSecretary, secretary } from './support/people'

jest.setTimeout(120_000)

type Questions = OutputOf<typeof noticeQuestions>

let cloud: Awaited<ReturnType<typeof startProduct>>
const noon = Date.parse('2026-11-18T12:00:00+08:00')
const wanted = '几点能来水'

beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [resident, neighbour]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(noon - Date.now())
  for (const name of ['notices', 'noticeQuestions', 'checks', 'messages', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
})

const put = (over: NoticeOver = {}) => putNotices(cloud, aNoticeRow(noon - hour, over))
const ask = (noticeId: string, words = wanted, openid = resident, key?: string) =>
  callAs(cloud, openid, 'notice.ask', { noticeId, words }, key)
async function asked(noticeId: string, words = wanted, openid = resident): Promise<string> {
  const reply = await ask(noticeId, words, openid)
  if (!reply.ok) throw new Error(reply.refused)
  return String(reply.data['questionId'])
}
const answer = (noticeId: string, questionIds: readonly string[], over: object = {}, openid = gridLeader) =>
  callAs(cloud, openid, 'notice.answer', {
    ...{ noticeId, questionIds, question: '什么时候来水', answer: '下午三点前', ...over },
  })
const closing = { question: null, answer: null }
const questionsOf = (noticeId: string, openid = gridLeader) =>
  dataAs<Questions>(cloud, openid, 'notice.questions', { noticeId })
const rows = () => cloud.database.find('noticeQuestions') as readonly Record<string, unknown>[]
const told = (kind: string) => cloud.database.find('messages', { kind }) as readonly Record<string, unknown>[]
const answersOf = async (noticeId: string) =>
  (
    await dataAs<OutputOf<typeof openNotice>>(cloud, neighbour, 'notice.open', {
      ...{ noticeId, token: null, openedIn: null },
    })
  ).answers.map(({ question, answer: said }) => [question, said])

describe('a question', () => {
  it('comes to those who answer, without whose it is', async () => {
    const id = put()
    const questionId = await asked(id)
    const reply = await questionsOf(id)
    expect(reply.questions).toMatchObject([{ questionId, words: wanted, state: 'open' }])
    expect(JSON.stringify(reply)).not.toContain(keys.person(resident))
    expect(noticeOf(cloud, id).questions).toBe(1)
  })

  it('sent several times at once is one', async () => {
    const id = put()
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => ask(id, wanted, resident, 'one-and-the-same-key')),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply.ok ? reply.data : reply.refused))).size).toBe(1)
    expect(rows()).toHaveLength(1)
    expect(noticeOf(cloud, id).questions).toBe(1)
  })

  it('stands where it is asked again after the notice is over', async () => {
    const id = put()
    await ask(id, wanted, resident, 'one-and-the-same-key')
    alterNotice(cloud, id, { state: 'withdrawn' })
    expect(await ask(id, wanted, resident, 'one-and-the-same-key')).toMatchObject({ ok: true })
  })

  it('tells whoever wrote the notice, once a day', async () => {
    const id = put()
    await asked(id)
    await asked(id, '要存多少水', neighbour)
    expect(told('notice.todo')).toMatchObject([{ person: keys.person(gridLeader), params: { step: 'asked' } }])
  })

  it('is refused where the notice is over, or was never out', async () => {
    const over = put({ state: 'withdrawn', end: { at: noon, words: '', wordsState: 'shown' } })
    expect(await ask(over)).toMatchObject({ refused: 'notice.over' })
    expect(await ask(put({ state: 'draft', shown: null, next: anEdition(noon) }))).toMatchObject({
      refused: 'notice.missing',
    })
  })

  it('is refused once somebody has asked enough on a day, also all at once, and the next day is another', async () => {
    const id = put()
    const { most } = limits['notice.ask']
    const replies = await Promise.all(Array.from({ length: most + 3 }, (_, at) => ask(id, `第${at}个问题`)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(most)
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.refused]))).toEqual(Array(3).fill('notice.too-many'))
    expect(noticeOf(cloud, id).questions).toBe(most)
    alterNotice(cloud, id, { shown: anEdition(noon, { validUntil: noon + 9 * day, span: null }) })
    cloud.clock.moveTo(noon + day - Date.now())
    expect(await ask(id)).toMatchObject({ ok: true })
  })

  it('with words that the check refuses is not kept', async () => {
    expect(await ask(put(), '【违规】')).toMatchObject({ refused: 'content.refused' })
    expect(rows()).toEqual([])
  })

  it('of many people at once is counted right in the notice', async () => {
    const id = put()
    const people = Array.from({ length: 12 }, (_, at) => `openid-of-asker-${at}`)
    for (const openid of people) await consent(cloud, openid)
    await Promise.all(people.map((openid) => ask(id, wanted, openid)))
    expect(noticeOf(cloud, id).questions).toBe(12)
  })
})

describe('a question that a person has to look at', () => {
  const doubtful = '请看【待审】'
  const decide = async (shown: boolean) => {
    const [check] = (
      await dataAs<{ checks: { checkId: string; kind: string; words: string | null }[] }>(
        ...([cloud, gridLeader, 'check.list'] as const),
        { communityId: 'west-street', gridId: 'west-1', cursor: null },
      )
    ).checks
    expect(check).toMatchObject({ kind: 'notice-question', words: doubtful })
    return dataAs(cloud, gridLeader, 'check.decide', { checkId: check?.checkId ?? '', shown, why: '看过了' })
  }

  it('waits in the queue, and its words are not to be read', async () => {
    const id = put()
    expect(await ask(id, doubtful)).toMatchObject({ data: { words: 'waiting' } })
    expect((await questionsOf(id)).questions).toMatchObject([{ words: null, state: 'open' }])
  })

  it('is to be read once somebody has let it pass', async () => {
    const id = put()
    await ask(id, doubtful)
    await decide(true)
    expect((await questionsOf(id)).questions).toMatchObject([{ words: doubtful }])
    expect(told('check.shown')).toMatchObject([{ person: keys.person(resident), params: { what: 'notice-question' } }])
  })

  it('is put away, and out of the figure, once somebody has refused it', async () => {
    const id = put()
    await ask(id, doubtful)
    await asked(id, wanted, neighbour)
    await decide(false)
    expect((await questionsOf(id)).questions).toMatchObject([{ words: wanted }])
    expect(noticeOf(cloud, id).questions).toBe(1)
    expect(told('check.refused')).toMatchObject([{ person: keys.person(resident) }])
  })
})

describe('an answer', () => {
  it('stands below the notice for everybody, and comes to each who asked', async () => {
    const id = put()
    const ids = [await asked(id), await asked(id, '下午有水吗', neighbour)]
    expect(await answer(id, ids)).toMatchObject({ data: { answered: 2 } })
    expect(await answersOf(id)).toEqual([['什么时候来水', '下午三点前']])
    expect(told('notice.answered').map(({ person }) => person)).toHaveLength(2)
    expect(new Set(told('notice.answered').map(({ person }) => person))).toEqual(
      new Set([keys.person(resident), keys.person(neighbour)]),
    )
    expect(noticeOf(cloud, id).questions).toBe(0)
    expect((await questionsOf(id)).questions).toEqual([])
  })

  it('given by two at once is given once, and says it once', async () => {
    const id = put()
    const questionId = await asked(id)
    const replies = await Promise.all([
      answer(id, [questionId]),
      answer(id, [questionId], { answer: '晚上' }, secretary),
    ])
    expect(replies.map((reply) => (reply.ok ? reply.data['answered'] : reply.refused)).sort()).toEqual([0, 1])
    expect(await answersOf(id)).toHaveLength(1)
    expect(told('notice.answered')).toHaveLength(1)
  })

  it('in the same words again is the same answer', async () => {
    const id = put()
    await answer(id, [await asked(id)])
    await answer(id, [await asked(id, '下午有水吗', neighbour)])
    expect(await answersOf(id)).toHaveLength(1)
  })

  it('takes the words of the first who asked where no others were written', async () => {
    const id = put()
    await answer(id, [await asked(id)], { question: null })
    expect(await answersOf(id)).toEqual([[wanted, '下午三点前']])
  })

  it('of eight people at once goes out in one commit', async () => {
    const id = put()
    const people = Array.from({ length: 8 }, (_, at) => `openid-of-asker-${at}`)
    for (const openid of people) await consent(cloud, openid)
    const ids = await Promise.all(people.map((openid) => asked(id, wanted, openid)))
    expect(await answer(id, ids)).toMatchObject({ data: { answered: 8 } })
    expect(told('notice.answered')).toHaveLength(8)
  })

  it('is not given where the questions are only put away', async () => {
    const id = put()
    expect(await answer(id, [await asked(id)], closing)).toMatchObject({ data: { answered: 1 } })
    expect(await answersOf(id)).toEqual([])
    expect(told('notice.answered')).toEqual([])
    expect(noticeOf(cloud, id).questions).toBe(0)
  })

  it('leaves questions to another notice alone', async () => {
    const [id, other] = [put(), put()]
    expect(await answer(id, [await asked(other)])).toMatchObject({ data: { answered: 0 } })
    expect(noticeOf(cloud, other).questions).toBe(1)
  })

  it.each([
    ['words that the check refuses', '【违规】', 'content.refused'],
    ['words that a person would have to look at', '请看【待审】', 'content.unchecked'],
  ])('is not given in %s', async (_, said, refused) => {
    const id = put()
    expect(await answer(id, [await asked(id)], { answer: said })).toMatchObject({ refused })
    expect((await questionsOf(id)).questions).toHaveLength(1)
  })

  it('is not given where twenty stand there', async () => {
    const answers = Array.from({ length: 20 }, (_, at) => ({ id: `a${at}`, question: '问', answer: '答', at: noon }))
    const id = put({ answers })
    expect(await answer(id, [await asked(id)])).toMatchObject({ refused: 'notice.full' })
  })

  it('is given by those who answer for the place alone', async () => {
    const id = put()
    const questionId = await asked(id)
    const refusals = await Promise.all(
      [otherGridLeader, otherSecretary, resident].map((openid) => answer(id, [questionId], {}, openid)),
    )
    expect(refusals.map((reply) => (reply.ok ? 'done' : reply.refused))).toEqual([
      ...['notice.not-yours', 'role.forbidden', 'role.forbidden'],
    ])
  })

  it('is prepared by three calls of the database', async () => {
    const id = put()
    await questionsOf(id)
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(3)
  })
})
