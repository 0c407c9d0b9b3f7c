import { subscriptionId } from '../../src/cloud/message/ids'
import { noticeVersion } from '../../src/domain/people/consent'
import { pushSoon, sendDue } from '../../src/cloud/message/push'
import { sendOne, type Sender } from '../../src/cloud/message/send'
import { readTemplates } from '../../src/cloud/message/templates'
import type { MessageFields } from '../../src/cloud/store/documents'
import type { LogLine } from '../../src/cloud/log'
import type { PushedMessage } from '../../src/cloud/store/platform'
import { mostTries, pushLease } from '../../src/domain/people/push'
import { connect, type Connected } from './support/cloud'
import { known, leftWithUs, messageRow, saidTo } from './support/messages'
import { keys } from './support/people'

const ann = 'openid-of-ann'
const person = keys.person(ann)
const now = Date.parse('2026-11-22T09:30:00+08:00')
const templates = readTemplates('{"progress":"of-this-account"}')

let cloud: Connected
beforeAll(async () => {
  cloud = await connect()
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['messages', 'subscriptions', 'people']) cloud.database.remove(name, {}, { multi: true })
})

type Answer = number | Error | ((message: PushedMessage) => Promise<number>)

/** A sender whose messages WeChat answers one after the other as said; the last answer holds for all further ones. */
function aSender(answers: readonly Answer[], over: Partial<Sender> = {}) {
  const sent: PushedMessage[] = []
  const lines: LogLine[] = []
  const push = async (message: PushedMessage) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? 0
    sent.push(message)
    if (answer instanceof Error) throw answer
    return typeof answer === 'number' ? answer : answer(message)
  }
  const log = (line: LogLine) => void lines.push(line)
  const sender: Sender = {
    ...{ store: cloud.store, keys, platform: { push }, templates, clock: () => now, log, requestId: 'r' },
    ...over,
  }
  return { sender, sent, lines, run: () => sendDue(sender, () => true) }
}

/** Ann agreed to as many messages, and one is due. */
function due(left = 1, fields: Partial<MessageFields> = {}, openid = ann): string {
  known(cloud, openid)
  // The cloud of this test has no templates of its own: only our ledger counts.
  cloud.database.insert('subscriptions', [
    {
      ...{
        _id: subscriptionId(keys.person(openid), 'progress'),
        person: keys.person(openid),
        template: 'progress',
        left,
      },
      ...{ banned: false, answeredAt: 1, lastAnswer: 'accept', shape: 1, version: 1 },
    },
  ])
  return saidTo(cloud, openid, {}, { at: now, nextAt: now, ...fields })
}
const stateOf = (id: string) => {
  const { push, paid, tries } = messageRow(cloud, id)
  return { push, paid, tries }
}

describe('a message that is due', () => {
  it('is sent once, to the page that it leads to, and takes one consent', async () => {
    const id = due(2)
    const { run, sent } = aSender([0])
    expect(await run()).toEqual({ handled: 1 })
    expect(sent).toEqual([
      {
        openid: ann,
        templateId: 'of-this-account',
        page: 'pages/mine/messages/index',
        data: {
          thing1: '您提的意见',
          phrase2: '有答复了',
          time3: '2026年11月22日 09:30',
          thing4: '点开看看社区是怎么说的',
        },
      },
    ])
    expect(stateOf(id)).toEqual({ push: 'sent', paid: true, tries: 1 })
    expect(leftWithUs(cloud, ann)).toBe(1)
    expect(await run()).toEqual({ handled: 0 })
  })

  it.each([
    ['nobody asked for it', 43101, 'none', 0],
    ['WeChat bans it', 43107, 'none', 2],
    ['a field does not fit', 47003, 'failed', 3],
    ['the template is not there', 40037, 'failed', 3],
  ])('waits in the list only where %s', async (_, answer, push, left) => {
    const id = due(3)
    const { run, sent } = aSender([answer])
    await run()
    await run()
    expect(sent).toHaveLength(1)
    expect(messageRow(cloud, id).push).toBe(push)
    expect(leftWithUs(cloud, ann)).toBe(left)
  })

  it('bans a kind for good where WeChat says so', async () => {
    due(3)
    await aSender([43107]).run()
    expect(cloud.database.get('subscriptions', subscriptionId(person, 'progress'))).toMatchObject({ banned: true })
    const second = saidTo(cloud, ann, {}, { at: now, nextAt: now })
    const { run, sent } = aSender([0])
    await run()
    expect([sent.length, messageRow(cloud, second).push]).toEqual([0, 'none'])
  })

  it('says in the log what WeChat refused, by its kind and never what or to whom', async () => {
    due()
    const { run, lines } = aSender([47003])
    await run()
    expect(lines).toEqual([
      {
        ...{ level: 'error', event: 'message.failed', requestId: 'r' },
        ...{ kind: 'complaint.answered', template: 'progress', answer: 47003 },
      },
    ])
  })

  it('waits a moment where WeChat is busy with another one to the same person, and pays only once', async () => {
    const id = due(1)
    let time = now
    const { run, sent } = aSender([43108, 0], { clock: () => time })
    await run()
    expect(stateOf(id)).toEqual({ push: 'waiting', paid: true, tries: 0 })
    expect(sent).toHaveLength(1)
    time += 10_000
    await run()
    expect(stateOf(id)).toEqual({ push: 'sent', paid: true, tries: 1 })
    expect(leftWithUs(cloud, ann)).toBe(0)
  })

  it('is tried again with growing pauses where WeChat cannot be reached, and in the end no more', async () => {
    const id = due(1)
    let time = now
    const { run, sent, lines } = aSender([new Error('no answer'), -1], { clock: () => time })
    const pauses: number[] = []
    while (messageRow(cloud, id).push !== 'failed') {
      await run()
      pauses.push(messageRow(cloud, id).nextAt - time)
      time = Math.max(time, messageRow(cloud, id).nextAt)
    }
    expect(sent).toHaveLength(mostTries)
    expect(pauses.slice(0, 3)).toEqual([...pauses.slice(0, 3)].sort((one, other) => one - other))
    expect(lines.map(({ event }) => event)).toEqual(['message.unreachable', 'message.failed'])
    expect(leftWithUs(cloud, ann)).toBe(1)
  })

  it.each([
    ['has no consent left', () => due(0)],
    ['did not agree to be sent messages', () => (due(), without(['account']))],
    ['has taken everything back', () => (due(), without([]))],
    ['was erased', () => (due(), cloud.database.remove('people', {}, { multi: true }))],
    ['has read it already', () => due(1, { unread: false })],
  ])('is not sent to somebody who %s', async (_, given) => {
    given()
    const { run, sent } = aSender([0])
    await run()
    expect(sent).toEqual([])
    expect(cloud.database.find('messages')).toMatchObject([{ push: 'none' }])
  })

  it('is not sent where this account has no template for it', async () => {
    const id = due()
    const { run, sent } = aSender([0], { templates: readTemplates(undefined) })
    await run()
    expect([sent.length, messageRow(cloud, id).push]).toEqual([0, 'none'])
  })

  it('keeps its receiver’s consent where they agreed anew while WeChat said that none was left', async () => {
    due(1)
    const agreeAnew = async () => {
      cloud.database.modify('subscriptions', {}, { $set: { left: 1, answeredAt: now + 1 }, $inc: { version: 1 } })
      return 43101
    }
    await aSender([agreeAnew]).run()
    expect(leftWithUs(cloud, ann)).toBe(1)
  })
})

/** Ann agrees to these only. */
function without(purposes: readonly string[]): void {
  const consents = purposes.map((purpose) => ({ purpose, version: noticeVersion, at: 1, withdrawnAt: null }))
  cloud.database.modify('people', {}, { $set: { consents } })
}

describe('somebody who reads while it is being sent', () => {
  it('has it read, and it is noted as sent all the same', async () => {
    const id = due(1)
    const readNow = async () => {
      await cloud.store.messages.setAll({ person, unread: true }, { at: now }, { unread: false })
      return 0
    }
    await aSender([readNow]).run()
    expect(messageRow(cloud, id)).toMatchObject({ push: 'sent', unread: false })
  })
})

describe('a sender that dies', () => {
  /** WeChat's answer never comes back to whoever asked: they are gone. */
  const gone = () => new Promise<number>(() => undefined)

  it('leaves the message to the next one, once its claim is over, and takes no second consent', async () => {
    const id = due(1)
    const dying = aSender([gone])
    const row = await cloud.store.messages.find(id)
    void sendOne(dying.sender, row as never)
    while (dying.sent.length === 0) await new Promise((resolve) => setImmediate(resolve))

    let time = now + pushLease - 1
    const { run, sent } = aSender([0], { clock: () => time })
    await run()
    expect(sent).toHaveLength(0)
    time = now + pushLease
    await run()
    expect(sent).toHaveLength(1)
    expect(stateOf(id)).toEqual({ push: 'sent', paid: true, tries: 2 })
    expect(leftWithUs(cloud, ann)).toBe(0)
  })

  it('and comes back late changes nothing of what the next one noted', async () => {
    const id = due(1)
    let wake: (answer: number) => void = () => undefined
    const late = aSender([() => new Promise<number>((resolve) => (wake = resolve))])
    const coming = sendOne(late.sender, (await cloud.store.messages.find(id)) as never)
    while (late.sent.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await aSender([0], { clock: () => now + pushLease }).run()
    wake(43108)
    expect(await coming).toBe(false)
    expect(stateOf(id)).toEqual({ push: 'sent', paid: true, tries: 2 })
  })
})

describe('right after the call that said it', () => {
  /** Each send takes so long (ms). */
  function soon(takes: number, answers: readonly Answer[] = [0]) {
    let time = now
    const slow = () => {
      time += takes
      return 0
    }
    const { sender, sent } = aSender([...answers, async () => slow()])
    const notes: string[] = []
    const note = (event: string) => void notes.push(event)
    const surroundings = { ...sender, platform: sender.platform as never, note }
    return { sent, notes, push: (ids: readonly string[]) => pushSoon(surroundings, ids, () => time) }
  }
  const many = (count: number) => Array.from({ length: count }, (_, at) => due(1, {}, `openid-of-soon-${at}`))

  it('a few are sent, and the rest waits for the timer', async () => {
    const ids = many(7)
    const { push, sent } = soon(0)
    await push(ids)
    expect(sent).toHaveLength(5)
    expect(ids.map((id) => messageRow(cloud, id).push)).toEqual([...Array(5).fill('sent'), 'waiting', 'waiting'])
  })

  it('none is begun any more where WeChat takes its time', async () => {
    const { push, sent } = soon(1_000, [])
    await push(many(5))
    expect(sent).toHaveLength(2)
  })

  it('one that is to be tried later is left alone, and one that is gone too', async () => {
    const { push, sent, notes } = soon(0)
    await push([due(1, { nextAt: now + 1 }), 'gone'])
    expect([sent, notes]).toEqual([[], []])
  })

  it('whatever goes wrong is noted and hinders nobody', async () => {
    const ids = many(2)
    // Not of the collection's shape: a fault in the middle.
    cloud.database.modify('messages', { _id: ids[0] }, { $set: { shape: 99 } })
    const { push, sent, notes } = soon(0)
    await push(ids)
    expect([sent.length, notes]).toEqual([1, ['message.unsent']])
  })
})

describe('several senders at once', () => {
  it('send each message once', async () => {
    const people = Array.from({ length: 40 }, (_, at) => `openid-of-many-${at}`)
    for (const openid of people) due(3, {}, openid)
    const senders = [1, 2, 3].map(() => aSender([0]))
    await Promise.all(senders.map(({ run }) => run()))
    const sent = senders.flatMap((one) => one.sent.map(({ openid }) => openid))
    expect([...sent].sort()).toEqual([...people].sort())
    expect(people.map((openid) => leftWithUs(cloud, openid))).toEqual(people.map(() => 2))
  })
})

describe('the templates of an account', () => {
  it('may name their fields otherwise, each of the same type', async () => {
    due()
    const fields = ['thing7', 'phrase1', 'time12', 'thing3']
    const own = readTemplates(JSON.stringify({ progress: { id: 'own', fields } }))
    const { run, sent } = aSender([0], { templates: own })
    await run()
    expect(Object.keys(sent[0]?.data ?? {}).sort()).toEqual([...fields].sort())
    expect(sent[0]?.data['phrase1']).toBe('有答复了')
  })

  it.each([
    ['no JSON', 'secret-id'],
    ['a key that there is not', '{"other":"secret-id"}'],
    ['no id', '{"progress":""}'],
    ['too few fields', '{"progress":{"id":"secret-id","fields":["thing1"]}}'],
    ['a field of another type', '{"progress":{"id":"secret-id","fields":["thing1","thing2","time3","thing4"]}}'],
    ['a list', '["secret-id"]'],
  ])('are refused as %s, without telling what was given', (_, value) => {
    let words = ''
    try {
      readTemplates(value)
    } catch (error) {
      words = (error as Error).message
    }
    expect(words).toContain('MESSAGE_TEMPLATES')
    expect(words).not.toContain('secret-id')
  })
})
