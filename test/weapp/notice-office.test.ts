import { newSignUp } from '../../src/cloud/notice/signup-new'
import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { common } from '../../src/text'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { put } from '../../src/tools/support/proof/documents'
import { aRoom, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { anEdition, aNoticeRow, noticeOf, putNotices } from '../cloud/support/notices'
import { consent, dataAs, gridLeader, keys, otherGridLeader, secretary } from '../cloud/support/people'
import { startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(120_000)

const unitId = 'heyuan-1-u1'
const rooms = [
  aRoom('heyuan-1', '301', { id: 'r301', unitId, floor: 3 }),
  aRoom('heyuan-1', '801', { id: 'r801', unitId, floor: 8, phone: null, consent: false }),
]

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'noticeQuestions', 'voices', 'signUps', 'households', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
  put(cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms)])
})

/** Longer than the first call of a function takes on a busy computer (ms). */
const patience = 20_000
const own = { c: 'west-street', g: 'west-1' }
function open(page: string, query: Record<string, string>, options: WeappOptions = {}, openid = gridLeader): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/notices/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector), patience)
const says = (app: Weapp, text: string) => app.untilText(text, patience)
const hides = (app: Weapp, selector: string) => app.until(() => !has(app, selector), patience)
/** A list is read anew after a step: what it says comes a moment after the word that it was done. */
const holds = (app: Weapp, selector: string, text: string) =>
  app.until(() => has(app, selector) && app.page.find(selector).text.includes(text), patience)
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words, patience)
}
const choose = async (app: Weapp, selector: string) => {
  await tap(app, selector)
  await shows(app, `${selector}.choice-on`)
}

let people = 0
const somebody = async (): Promise<string> => {
  const openid = `oOffice_${++people}`
  await consent(cloud, openid)
  return openid
}

describe('居民问的', () => {
  const asked = async (...words: readonly string[]) => {
    const noticeId = putNotices(cloud, aNoticeRow(Date.now() - hour))
    const ids: string[] = []
    for (const one of words) {
      const input = { noticeId, words: one }
      ids.push((await dataAs<{ questionId: string }>(cloud, await somebody(), 'notice.ask', input)).questionId)
    }
    return { noticeId, ids }
  }
  const page = (notice: string) => open('questions', { ...own, notice })

  it('answers two that mean the same once for all, in words of one’s own', async () => {
    const { noticeId, ids } = await asked('几点来水', '什么时候有水')
    const app = page(noticeId)
    for (const id of ids) await choose(app, `#question-${id}`)
    await type(app, '#asked', '什么时候来水')
    await type(app, '#answer', '晚上八点前')
    await tap(app, '#answer-send')
    await says(app, '回答了，大家都看得到了')
    expect(noticeOf(cloud, noticeId).answers).toMatchObject([{ question: '什么时候来水', answer: '晚上八点前' }])
    await holds(app, '#answered', '答：晚上八点前')
    await says(app, '还没有人问')
  })

  it('keeps the first one’s words where nobody writes others', async () => {
    const { noticeId, ids } = await asked('几点来水')
    const app = page(noticeId)
    await choose(app, `#question-${ids[0]}`)
    await type(app, '#answer', '八点')
    await tap(app, '#answer-send')
    await says(app, '回答了')
    expect(noticeOf(cloud, noticeId).answers).toMatchObject([{ question: '几点来水' }])
  })

  it('puts one away after a question, and leaves the other', async () => {
    const { noticeId, ids } = await asked('谢谢你们', '几点来水')
    const app = page(noticeId)
    await choose(app, `#question-${ids[0]}`)
    await tap(app, '#answer-close')
    await tap(app, '#close-main')
    await says(app, '收起来了')
    await hides(app, `#question-${ids[0]}`)
    expect(has(app, `#question-${ids[1]}`)).toBe(true)
    expect(noticeOf(cloud, noticeId).answers).toEqual([])
  })

  it('asks for an answer before it sends one', async () => {
    const { noticeId, ids } = await asked('几点来水')
    const app = page(noticeId)
    await choose(app, `#question-${ids[0]}`)
    await tap(app, '#answer-send')
    await says(app, '请写下回答')
    expect(noticeOf(cloud, noticeId).answers).toEqual([])
  })

  it('shows no words that are not checked yet', async () => {
    const { noticeId, ids } = await asked('几点来水')
    cloud.database.modify('noticeQuestions', { _id: ids[0] ?? '' }, { $set: { wordsState: 'waiting' } })
    const app = page(noticeId)
    await says(app, '这句话正在审核')
    expect(app.page.text).not.toContain('几点来水')
    await choose(app, `#question-${ids[0]}`)
    await says(app, '现在只能收起来')
    await hides(app, '#answer-send')
  })

  it('can only be put away once the notice is over, and says why', async () => {
    const { noticeId, ids } = await asked('几点来水')
    cloud.database.modify('notices', { _id: noticeId }, { $set: { state: 'withdrawn' } })
    const app = page(noticeId)
    await says(app, '这条通知已经结束，回答了也没人看得到')
    expect(app.page.text).not.toContain('打开通知的人都看得到')
    await choose(app, `#question-${ids[0]}`)
    await hides(app, '#answer')
    await hides(app, '#answer-send')
    await tap(app, '#answer-close')
    await tap(app, '#close-main')
    await says(app, '收起来了')
    expect(noticeOf(cloud, noticeId)).toMatchObject({ questions: 0, answers: [] })
  })

  it('says so where somebody else has answered meanwhile', async () => {
    const { noticeId, ids } = await asked('几点来水')
    const app = page(noticeId)
    await choose(app, `#question-${ids[0]}`)
    await type(app, '#answer', '八点')
    await dataAs(cloud, gridLeader, 'notice.answer', { noticeId, questionIds: ids, question: '几点', answer: '七点' })
    await tap(app, '#answer-send')
    await says(app, '刚才已经有人回答过了')
    await holds(app, '#answered', '答：七点')
    expect(noticeOf(cloud, noticeId).answers).toHaveLength(1)
  })
})

const until = Date.now() + 2 * day
const consultation = {
  options: [
    { id: 'yes', text: '装在南边' },
    { id: 'no', text: '不装' },
  ],
  ...{ most: 1, each: 'household', until, names: 'office', isSigned: false },
} as const
function asks(over: object = {}): string {
  const now = Date.now() - hour
  const about = { kind: 'meeting', what: 'consultation' } as const
  const shown = anEdition(now, { about, span: null, title: '装不装晾衣架', validUntil: until + day })
  return putNotices(cloud, aNoticeRow(now, { shown, consultation: { ...consultation, ...over } as never }))
}
const voicesOf = (noticeId: string) => cloud.database.find('voices', { noticeId })

describe('征求意见的结果', () => {
  const page = (notice: string, openid = gridLeader) => open('voices', { ...own, notice }, {}, openid)

  it('counts nobody who said nothing', async () => {
    const app = page(asks())
    await says(app, '问了2户，0户说过')
    expect(app.page.text).toContain('没说的，不算同意，也不算反对')
    expect(app.page.find('#result-yes').text).toContain('0户')
  })

  it('takes the voice of a household without a phone', async () => {
    const id = asks()
    const app = page(id)
    await tap(app, '#note-begin')
    await tap(app, '#room-r801')
    await choose(app, '#note-choice-yes')
    await tap(app, '#note-save')
    await says(app, '1单元801的意见写下来了')
    await says(app, '问了2户，1户说过')
    expect(app.page.find('#result-yes').text).toContain('1户')
    await holds(app, '#said', '社区代写')
    expect(voicesOf(id)).toMatchObject([{ choices: ['yes'], roomId: 'r801', person: null }])
  })

  it('keeps what was chosen when the page is left', async () => {
    const id = asks()
    const app = page(id)
    await tap(app, '#note-begin')
    await tap(app, '#room-r801')
    await choose(app, '#note-choice-no')
    await tap(app, '#note-back')
    await tap(app, '#note-begin')
    await shows(app, '#note-choice-no.choice-on')
    expect(voicesOf(id)).toEqual([])
  })

  it('is not written down without a household, nor without a choice', async () => {
    const app = page(asks())
    await tap(app, '#note-begin')
    await tap(app, '#note-save')
    await says(app, '请先选哪一户')
    await tap(app, '#room-r801')
    await shows(app, '#note-said')
    await tap(app, '#note-save')
    await says(app, '请先选一项')
  })

  it('wants a name on a consent sheet, and shows it to the office', async () => {
    const id = asks({ isSigned: true })
    const app = page(id)
    await tap(app, '#note-begin')
    await tap(app, '#room-r801')
    await choose(app, '#note-choice-yes')
    await tap(app, '#note-save')
    await says(app, '请签上您的名字')
    await type(app, '#note-name', '刘大爷')
    await tap(app, '#note-save')
    await says(app, '签名：刘大爷')
    expect(JSON.stringify(voicesOf(id))).not.toContain('刘大爷')
  })

  it('writes nothing down for a secretary, who does not walk from door to door', async () => {
    const app = page(asks(), secretary)
    await shows(app, '#result')
    await says(app, '问了2户')
    expect(has(app, '#noting')).toBe(false)
  })

  it('takes no more once it is over', async () => {
    const app = page(asks({ until: Date.now() - 1 }))
    await says(app, '已经截止，不能再写了')
    expect(has(app, '#note-begin')).toBe(false)
  })

  it('says so where nothing was asked', async () => {
    await says(page(putNotices(cloud, aNoticeRow(Date.now() - hour))), '这条通知没有要大家商量的事')
  })
})

/** A sign-up that begins then, with so many places. */
function offers(places: number, beginsAt = until + hour): string {
  const now = Date.now() - hour
  const about = { kind: 'meeting', what: 'sign-up' } as const
  const times = { until: Math.min(until, beginsAt), beginsAt }
  const shown = anEdition(now, { about, span: null, title: '护河队报名', validUntil: until + day })
  const id = putNotices(cloud, aNoticeRow(now, { shown, signUp: { places, ...times } }))
  const offer = { communityId: 'west-street', places, ...times, validUntil: until + day }
  cloud.database.insert('signUps', [{ _id: id, shape: 1, version: 1, ...newSignUp(keys, now, offer) }])
  return id
}
const join = async (noticeId: string, name: string) =>
  dataAs(cloud, await somebody(), 'signup.join', { noticeId, name })
/** It begins now. */
const begin = (_id: string) =>
  cloud.database.modify('signUps', { _id }, { $set: { until: Date.now() - 2, beginsAt: Date.now() - 1 } })

describe('报名的人', () => {
  const page = (notice: string) => open('signup', { ...own, notice })

  it('lists who is in and who waits, in their order', async () => {
    const id = offers(1)
    await join(id, '赵阿姨')
    await join(id, '钱大爷')
    const app = page(id)
    await shows(app, '#waiting')
    expect(app.page.find('#inside').text).toContain('1. 赵阿姨')
    expect(app.page.find('#waiting').text).toContain('1. 钱大爷')
  })

  it('adds somebody without a phone', async () => {
    const app = page(offers(2))
    await says(app, '还没有人报名')
    await type(app, '#add-name', '孙奶奶')
    await tap(app, '#add-go')
    await says(app, '孙奶奶报上了')
    await holds(app, '#inside', '社区代报')
    expect(app.page.find('#add-name').attribute('value')).toBe('')
  })

  it('takes somebody out after a question, and the first who waits moves up', async () => {
    const id = offers(1)
    await join(id, '赵阿姨')
    await join(id, '钱大爷')
    const app = page(id)
    await tap(app, '#remove-1')
    await says(app, '取消赵阿姨的报名？')
    await tap(app, '#remove-main')
    await says(app, '候补的第一位补上了')
    await holds(app, '#inside', '1. 钱大爷')
    await hides(app, '#waiting')
  })

  it('gives more places, and says how many moved up', async () => {
    const id = offers(1)
    await join(id, '赵阿姨')
    await join(id, '钱大爷')
    const app = page(id)
    await tap(app, '#places-action')
    await type(app, '#places-count', '2')
    await tap(app, '#places-sheet-main')
    await says(app, '候补的1人补上了')
    await holds(app, '#places', '2个，报上2人')
  })

  it('does not take a place from anybody who is in', async () => {
    const id = offers(2)
    await join(id, '赵阿姨')
    await join(id, '钱大爷')
    const app = page(id)
    await tap(app, '#places-action')
    await type(app, '#places-count', '1')
    await tap(app, '#places-sheet-main')
    await says(app, '不能减这么少')
  })

  it('says who came once it has begun, and lets it be mended', async () => {
    const id = offers(2)
    await join(id, '赵阿姨')
    begin(id)
    const app = page(id)
    await says(app, '还没记1人')
    await tap(app, '#came-1')
    await says(app, '来了1人')
    await tap(app, '#missed-1')
    await says(app, '来了0人，没来1人')
    await hides(app, '#remove-1')
    await hides(app, '#add')
  })

  it('is only read by a grid leader of another grid, who is told so', async () => {
    const id = offers(1)
    await join(id, '赵阿姨')
    await join(id, '钱大爷')
    const app = open('signup', { c: 'west-street', g: 'west-2', notice: id }, {}, otherGridLeader)
    await says(app, '这里只能看，不能改')
    expect(app.page.find('#inside').text).toContain('1. 赵阿姨')
    for (const button of ['#places-action', '#remove-1', '#remove-2', '#add']) expect(has(app, button)).toBe(false)
    begin(id)
    await dataAs(cloud, gridLeader, 'signup.note', { noticeId: id, deed: { verb: 'came', number: 1, came: true } })
    const later = open('signup', { c: 'west-street', g: 'west-2', notice: id }, {}, otherGridLeader)
    await says(later, '来了1人')
    for (const button of ['#came-1', '#missed-1']) expect(has(later, button)).toBe(false)
  })

  it('says so where nobody can sign up', async () => {
    await says(page(putNotices(cloud, aNoticeRow(Date.now() - hour))), '这条通知没有报名')
  })
})

describe.each(['questions', 'voices', 'signup'])('notices/%s', (page) => {
  it('leads to the workbench where it is not known of which notice', async () => {
    await says(open(page, own), '工作台')
  })

  it('says so where the server is not reached, and asks again', async () => {
    const now = Date.now() - hour
    const notice = page === 'voices' ? asks() : page === 'signup' ? offers(1) : putNotices(cloud, aNoticeRow(now))
    let isDown = true
    const app = open(
      page,
      { ...own, notice },
      {
        cloud: (name, data) =>
          isDown
            ? Promise.reject(new Error('no network'))
            : cloud.invoke(name, data, { openid: gridLeader, source: 'wx_client' }),
      },
    )
    await says(app, common.retry)
    isDown = false
    app.page.tap(app.page.byText(common.retry))
    await shows(app, `#${page}`)
  })
})
