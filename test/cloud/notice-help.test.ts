import { startProduct } from './support/cloud'
import { aNoticeRow, putNotices } from './support/notices'
import { callAs, consent, gridLeader } from './support/people'
import { filed, filer, joiner, requestOf, shownTo } from './support/requests'

jest.setTimeout(60_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
  putNotices(cloud, aNoticeRow(cloud.clock.now(), { _id: 'a-notice' }))
})
afterAll(() => cloud.close())

it('keeps with a request the notice below which help was asked for, and says it to those who work on it', async () => {
  const { requestId } = await filed(cloud, { noticeId: 'a-notice' })
  expect(requestOf(cloud, requestId).noticeId).toBe('a-notice')
  expect((await shownTo(cloud, gridLeader, requestId)).noticeId).toBe('a-notice')
})

it('says nothing of it to a neighbour who joined', async () => {
  const { requestId } = await filed(cloud, { noticeId: 'a-notice' })
  await callAs(cloud, joiner, 'request.join', { requestId })
  expect(await shownTo(cloud, joiner, requestId)).toMatchObject({ viewer: 'neighbour', noticeId: null })
})

it('keeps none of a request that was filed by itself', async () => {
  const { requestId } = await filed(cloud)
  expect('noticeId' in requestOf(cloud, requestId)).toBe(false)
  expect((await shownTo(cloud, gridLeader, requestId)).noticeId).toBeNull()
})
