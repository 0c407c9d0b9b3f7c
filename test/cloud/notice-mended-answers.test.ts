import type { noticeQuestions, OutputOf } from '../../src/contract'
import { day, hour, minute } from '../../src/domain/time/clock'
import { startProduct } from './support/cloud'
import { resident } from './support/content'
import { aNoticeRow, alterNotice, anEdition, noticeOf, putNotices } from './support/notices'
import { callAs, consent, dataAs, gridLeader } from './support/people'

jest.setTimeout(120_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
const evening = Date.parse('2026-11-18T19:00:00+08:00')

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, resident)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(evening - Date.now())
  for (const name of ['notices', 'noticeQuestions', 'messages', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
})

/** A question to a notice that was out, which is over by now. */
async function askedBefore(over: Parameters<typeof alterNotice>[2]) {
  const noticeId = putNotices(cloud, aNoticeRow(evening - 2 * hour))
  const input = { noticeId, words: '几点来水' }
  const { questionId } = await dataAs<{ questionId: string }>(cloud, resident, 'notice.ask', input)
  alterNotice(cloud, noticeId, over)
  return { noticeId, questionIds: [questionId] }
}
const answer = (asked: object, said: string | null) =>
  callAs(cloud, gridLeader, 'notice.answer', { ...asked, question: null, answer: said })
const told = () => cloud.database.find('messages', { kind: 'notice.answered' })

const end = { at: evening - minute, words: '', wordsState: 'shown' as const }
describe.each([
  ['restored', { state: 'restored', end } as const],
  ['withdrawn', { state: 'withdrawn', end } as const],
  [
    'expired, though nobody has looked at it since',
    {
      shown: anEdition(evening - 3 * day, {
        span: null,
        validUntil: evening - minute,
        about: { kind: 'safety', what: 'fire' },
      }),
    },
  ],
])('a question to a notice that is %s', (_, over) => {
  it('is not answered where nobody would read it, and the asker is told nothing', async () => {
    const asked = await askedBefore(over)
    expect(await answer(asked, '下午三点')).toMatchObject({ refused: 'notice.over' })
    expect(noticeOf(cloud, asked.noticeId).answers).toEqual([])
    expect(told()).toEqual([])
  })

  it('can be put away, which the asker is not told as an answer', async () => {
    const asked = await askedBefore(over)
    expect(await answer(asked, null)).toMatchObject({ data: { answered: 1 } })
    expect(noticeOf(cloud, asked.noticeId).questions).toBe(0)
    expect(told()).toEqual([])
  })

  it('is shown to those who answer with the word that it is over', async () => {
    const { noticeId } = await askedBefore(over)
    const read = () => dataAs<OutputOf<typeof noticeQuestions>>(cloud, gridLeader, 'notice.questions', { noticeId })
    expect(await read()).toMatchObject({ isOver: true, questions: [{ state: 'open' }] })
  })
})

it('a question to a notice that waits for its change to be released is answered as ever', async () => {
  const asked = await askedBefore({ state: 'changing', next: anEdition(evening, { number: 2 }) })
  expect(await answer(asked, '下午三点')).toMatchObject({ data: { answered: 1 } })
  expect(told()).toHaveLength(1)
})
