import { agreed, leftWithUs, messageRow, saidTo } from './support/messages'
import { startProduct } from './support/cloud'
import { callAs, dataAs, gridLeader, otherGridLeader, secretary } from './support/people'

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['messages', 'subscriptions']) cloud.database.remove(name, {}, { multi: true })
})

interface Listed {
  readonly messages: readonly { readonly messageId: string; readonly at: number; readonly unread: boolean }[]
  readonly cursor: string | null
}
const list = (openid: string, unread = true, cursor: string | null = null) =>
  dataAs<Listed>(cloud, openid, 'message.list', { unread, cursor })
const unread = async (openid: string) => (await dataAs<{ unread: number }>(cloud, openid, 'message.unread', {})).unread
const asks = async (openid: string) =>
  (await dataAs<{ asks: { key: string; templateId: string }[] }>(cloud, openid, 'message.unread', {})).asks

describe('the list of news', () => {
  it('shows its receiver each piece with what its words need, newest first', async () => {
    const older = saidTo(cloud, secretary, { params: { state: 'closed' }, path: '/pages/me/index' }, { at: 1000 })
    const newer = saidTo(cloud, secretary, { kind: 'member.renewed' }, { at: 2000 })
    const { messages, cursor } = await list(secretary)
    expect(messages).toEqual([
      { messageId: newer, kind: 'member.renewed', params: {}, path: null, at: 2000, unread: true },
      {
        ...{ messageId: older, kind: 'complaint.answered', params: { state: 'closed' }, path: '/pages/me/index' },
        ...{ at: 1000, unread: true },
      },
    ])
    expect(cursor).toBeNull()
  })

  it('shows nobody what is another’s', async () => {
    saidTo(cloud, secretary)
    expect((await list(gridLeader)).messages).toEqual([])
    expect(await unread(gridLeader)).toBe(0)
  })

  it('goes on page by page and leaves none out where many came at once', async () => {
    const ids = Array.from({ length: 45 }, (_, at) => saidTo(cloud, secretary, {}, { at: Math.floor(at / 10) }))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Listed = await list(secretary, true, cursor)
      expect(page.messages.length).toBeLessThanOrEqual(20)
      seen.push(...page.messages.map(({ messageId }) => messageId))
      cursor = page.cursor
    } while (cursor)
    expect([...seen].sort()).toEqual([...ids].sort())
  })

  it('refuses a cursor that is none of ours', async () => {
    const reply = await callAs(cloud, secretary, 'message.list', { unread: true, cursor: 'nonsense' })
    expect(reply).toMatchObject({ ok: false, refused: 'place.bad-cursor' })
  })
})

describe('what is unread', () => {
  it('is counted to ninety-nine', async () => {
    expect(await unread(secretary)).toBe(0)
    for (let count = 0; count < 120; count++) saidTo(cloud, secretary)
    expect(await unread(secretary)).toBe(99)
  })

  it('becomes read when its receiver opens it, twice as well as once', async () => {
    const messageId = saidTo(cloud, secretary)
    for (const _ of [1, 2])
      expect(await dataAs(cloud, secretary, 'message.read', { messageId })).toEqual({ unread: false })
    expect(await unread(secretary)).toBe(0)
    expect((await list(secretary, false)).messages).toMatchObject([{ messageId, unread: false }])
  })

  it('is nobody else’s to mark', async () => {
    const messageId = saidTo(cloud, secretary)
    const reply = await callAs(cloud, otherGridLeader, 'message.read', { messageId })
    expect(reply).toMatchObject({ ok: false, refused: 'role.forbidden' })
    expect(messageRow(cloud, messageId).unread).toBe(true)
  })

  it('that is gone is said to be gone', async () => {
    const reply = await callAs(cloud, secretary, 'message.read', { messageId: 'gone' })
    expect(reply).toMatchObject({ ok: false, refused: 'message.missing' })
  })

  it('is marked all at once, but for what came after the list was shown and what is another’s', async () => {
    for (const at of [1000, 2000, 3000]) saidTo(cloud, secretary, {}, { at })
    saidTo(cloud, gridLeader, {}, { at: 1000 })
    expect(await dataAs(cloud, secretary, 'message.read-all', { until: 2000 })).toEqual({ read: 2 })
    expect((await list(secretary)).messages).toMatchObject([{ at: 3000 }])
    expect(await unread(gridLeader)).toBe(1)
  })

  it('is marked once where the tap came twice', async () => {
    saidTo(cloud, secretary, {}, { at: 1000 })
    const key = 'read-all-twice-0001'
    const replies = await Promise.all(
      [1, 2].map(() => callAs(cloud, secretary, 'message.read-all', { until: 1000 }, key)),
    )
    const [first, second] = replies.map((reply) => (reply.ok ? reply.data : null))
    expect(first).toEqual(second)
    expect(await unread(secretary)).toBe(0)
  })
})

describe('the ledger of what somebody agreed to be sent', () => {
  const subscribe = (openid: string, answers: readonly { key: string; answer: string }[], key?: string) =>
    callAs(cloud, openid, 'message.subscribe', { answers }, key)

  it('counts each yes once, however often it is sent', async () => {
    const key = 'subscribe-again-0001'
    const answers = [{ key: 'progress', answer: 'accept' }]
    const replies = await Promise.all([1, 2, 3].map(() => subscribe(secretary, answers, key)))
    expect(replies.map((reply) => reply.ok && reply.data)).toEqual(Array(3).fill({ accepted: 1 }))
    expect(leftWithUs(cloud, secretary)).toBe(1)
    await subscribe(secretary, answers)
    expect(leftWithUs(cloud, secretary)).toBe(2)
  })

  it('takes one answer about one kind', async () => {
    const twice = [1, 2].map(() => ({ key: 'progress', answer: 'accept' }))
    expect(await subscribe(secretary, twice)).toMatchObject({ ok: true, data: { accepted: 1 } })
    expect(leftWithUs(cloud, secretary)).toBe(1)
  })

  it('loses nothing by a later no', async () => {
    await subscribe(secretary, [{ key: 'progress', answer: 'accept' }])
    expect(await subscribe(secretary, [{ key: 'progress', answer: 'reject' }])).toMatchObject({ data: { accepted: 0 } })
    expect(leftWithUs(cloud, secretary)).toBe(1)
  })

  it('is kept for nobody who did not agree to it', async () => {
    const reply = await subscribe('openid-without-consent', [{ key: 'progress', answer: 'accept' }])
    expect(reply).toMatchObject({ ok: false, refused: 'consent.needed' })
    expect(cloud.database.find('subscriptions')).toEqual([])
  })
})

describe('what it makes sense to ask for', () => {
  it('is news of one’s own for everybody, and of duties for keepers', async () => {
    expect((await asks('demo-person-a')).map(({ key }) => key)).toEqual(['progress', 'verdict'])
    expect(await asks(secretary)).toEqual([
      { key: 'progress', templateId: 'local-progress' },
      { key: 'verdict', templateId: 'local-verdict' },
      { key: 'duty', templateId: 'local-duty' },
    ])
  })

  it('is nothing of which enough is left', async () => {
    agreed(cloud, secretary, 2)
    agreed(cloud, secretary, 1, 'duty')
    expect((await asks(secretary)).map(({ key }) => key)).toEqual(['verdict', 'duty'])
  })

  it('is nothing that WeChat has banned', async () => {
    await callAs(cloud, secretary, 'message.subscribe', { answers: [{ key: 'verdict', answer: 'ban' }] })
    expect((await asks(secretary)).map(({ key }) => key)).toEqual(['progress', 'duty'])
  })
})
