import { messageKinds, templateOf } from '../../src/domain/people/messages'
import { killWhileSending } from '../../src/tools/bench/outbox'
import { temporaryFolder } from '../local/support/cloud'
import { startProduct } from './support/cloud'
import { agreed, known, leftWithUs, messageRow, saidTo } from './support/messages'
import { dataAs, gridLeader } from './support/people'

describe('the timer', () => {
  let cloud: Awaited<ReturnType<typeof startProduct>>
  beforeAll(async () => {
    cloud = await startProduct()
  })
  afterAll(() => cloud.close())
  const sentTo = (openid: string) => cloud.messages.sent.filter((message) => message.openid === openid)

  it('brings every kind of news to WeChat’s door as WeChat takes it', async () => {
    const pushed = messageKinds.flatMap((kind) => {
      const template = templateOf[kind]
      return template === null ? [] : [{ kind, template, openid: `openid-of-${kind.replace('.', '-')}` }]
    })
    for (const { kind, template, openid } of pushed) {
      known(cloud, openid)
      agreed(cloud, openid, 1, template)
      saidTo(cloud, openid, { kind, path: '/pages/mine/messages/index' })
    }
    await cloud.timers.run('timer')
    expect(pushed.map(({ openid }) => sentTo(openid).map(({ outcome, page }) => [outcome, page]))).toEqual(
      pushed.map(() => [['sent', 'pages/mine/messages/index']]),
    )
  })

  it('leaves in the list what WeChat says nobody asked for, and asks it no more', async () => {
    const openid = 'openid-of-nobody-asked'
    known(cloud, openid)
    agreed(cloud, openid, 1)
    cloud.database.sqlite.run('UPDATE consents SET left = 0 WHERE openid = ?', [openid])
    const id = saidTo(cloud, openid)
    await cloud.timers.run('timer')
    await cloud.timers.run('timer')
    expect(sentTo(openid).map(({ outcome }) => outcome)).toEqual([43101])
    expect([messageRow(cloud, id).push, leftWithUs(cloud, openid)]).toEqual(['none', 0])
    const { messages } = await dataAs<{ messages: unknown[] }>(cloud, openid, 'message.list', {
      unread: true,
      cursor: null,
    })
    expect(messages).toMatchObject([{ messageId: id, unread: true }])
  })

  it('keeps what is news for the list only to itself', async () => {
    saidTo(cloud, gridLeader, { kind: 'member.renewed' })
    await cloud.timers.run('timer')
    expect(sentTo(gridLeader)).toEqual([])
  })
})

// The bench does the same with a thousand messages and ten kills.
it('every message arrives although the timers that send it are killed again and again', async () => {
  const folder = temporaryFolder()
  try {
    const result = await killWhileSending({ messages: 100, kills: 4, timers: 2, life: 0.3 }, folder.path)
    expect(result).toMatchObject({ kills: 4, notOnceInList: 0, neverSent: 0, wronglyPaid: 0 })
    expect(result.repeats).toBeLessThanOrEqual(result.kills)
  } finally {
    folder.remove()
  }
}, 120_000)
