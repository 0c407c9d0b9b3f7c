import { addDays, dayOf } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dutyMember, gridLeader, handlerMember, keys, secretary, street } from '../cloud/support/people'
import { acted, alterRequest, filed, filer, requestOf } from '../cloud/support/requests'
import { dialledBy, keptBy, startAt } from '../support/door-app'
import { aJpeg, exif, jfif } from '../support/pictures'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const openid of [filer, handlerMember, gridLeader, secretary, dutyMember, street]) await consent(cloud, openid)
})
afterAll(() => cloud.close())

const open = (openid: string, id: string, options: WeappOptions = {}): Weapp =>
  startAt(
    cloud,
    { id },
    {
      connect: { url: cloud.url, openid },
      cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
      launch: { path: 'pages/desk/request/index', query: { id }, scene: 1001 },
      ...options,
    },
  )
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
/** Opens the form of a step, wherever it stands. */
async function begin(app: Weapp, verb: string, main = false): Promise<void> {
  await shows(app, '#case')
  await shows(app, '#steps')
  if (!main && !has(app, `#step-${verb}`)) await tap(app, '#steps-more')
  await tap(app, main ? '#step-main' : `#step-${verb}`)
  await shows(app, '#step-form')
}
const typed = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words)
}
const stateOf = (id: string) => requestOf(cloud, id).state

describe('办这件诉求', () => {
  it('tells the handler what to do next, until when, and where; never whose it is', async () => {
    const { requestId, number } = await filed(cloud)
    const app = open(handlerMember, requestId)
    await app.untilText('请先接单，再联系居民')
    expect(app.page.text).toContain(number)
    expect(app.page.text).toMatch(/最晚.+前联系居民/)
    expect(app.page.text).toMatch(/最晚.+前办好/)
    expect(app.page.text).toContain('楼道灯一直不亮')
    expect(app.page.text).toContain('楼梯口')
    await app.until(() => has(app, '#step-main') && app.page.find('#step-main').text.includes('接单'))
  })

  it('takes it on with one tap on a sentence, says what the resident reads, and shows how it stands then', async () => {
    const { requestId } = await filed(cloud)
    const app = open(handlerMember, requestId)
    await begin(app, 'start', true)
    await tap(app, '#ready-0')
    await app.until(() => app.page.find('#step-preview').text.includes('师傅今天下午到'))
    expect(app.page.find('#step-preview').text).toMatch(/居民会看到：.+接单了/)
    app.page.tap('#step-send')
    await app.untilText('记下了：接单')
    await app.untilText('正在办。办好了')
    expect(requestOf(cloud, requestId).events.at(-1)).toMatchObject({ verb: 'start', words: '师傅今天下午到' })
  })

  it('tapped twice does it once', async () => {
    const { requestId } = await filed(cloud)
    const app = open(handlerMember, requestId)
    await begin(app, 'start', true)
    await shows(app, '#step-send')
    app.page.tap('#step-send')
    app.page.tap('#step-send')
    await app.untilText('记下了：接单')
    expect(requestOf(cloud, requestId).events.filter(({ verb }) => verb === 'start')).toHaveLength(1)
  })

  it('cannot be said to be done without words and a picture, and is with them', async () => {
    const { requestId } = await filed(cloud)
    await acted(cloud, handlerMember, requestId, { verb: 'start', words: null })
    const app = open(handlerMember, requestId)
    await begin(app, 'propose-resolution', true)
    await tap(app, '#step-send')
    await app.untilText('请先写一两句，居民要看。')
    await tap(app, '#ready-0')
    await app.until(() => app.page.find('#step-words').attribute('value') !== '')
    app.page.tap('#step-send')
    await app.untilText('请放一张办好后的照片')
    const path = app.addFile(aJpeg([jfif, exif()]), 'jpg')
    app.page.tap('#step-pictures-add')
    await app.untilAsked('chooseMedia')
    app.answer({ tempFiles: [{ tempFilePath: path, size: 1000 }] })
    await app.until(() => cloud.database.find('pictures', { person: keys.person(handlerMember) }).length > 0)
    await app.until(() => !app.page.text.includes('正在发送') && !app.page.text.includes('等待发送'))
    await tap(app, '#step-send')
    await app.untilText('已说办好，等居民确认')
    expect(requestOf(cloud, requestId).events.at(-1)?.pictures).toHaveLength(1)
    expect(app.ownFiles.filter((name) => name.startsWith('picture-'))).toEqual([])
  })

  it('shows the number to be called, dials it, logs the look, and asks whether somebody was reached', async () => {
    const { requestId } = await filed(cloud, { reach: 'call', phone: '13900001234' })
    const app = open(handlerMember, requestId)
    await tap(app, '#look')
    await app.untilText('13900001234')
    await tap(app, '#look-call')
    await app.until(() => dialledBy(app).includes('13900001234'))
    expect(JSON.stringify(keptBy(app))).not.toContain('13900001234')
    expect(cloud.database.find('audits', { verb: 'request.look' }).length).toBeGreaterThan(0)
    await tap(app, '#called-no')
    await shows(app, '#reached-no.choice-on')
    app.page.tap('#step-send')
    await app.untilText('记下了：联系居民')
    expect(requestOf(cloud, requestId).events.at(-1)?.data).toMatchObject({ reached: false })
  })

  it('gives it back by naming whose it is, and is then not theirs any more', async () => {
    const { requestId } = await filed(cloud)
    const app = open(handlerMember, requestId)
    await begin(app, 'return')
    await tap(app, '#agency-unclear')
    await shows(app, '#agency-unclear.choice-on')
    expect(has(app, '#agency-west-property')).toBe(false)
    await typed(app, '#step-words', '灯是市政装的，不清楚归谁')
    app.page.tap('#step-send')
    await app.untilText('这一件已经不在您这里了')
    expect(stateOf(requestId)).toBe('returned')
  })

  it('of a note, the resident learns nothing', async () => {
    const { requestId } = await filed(cloud)
    const app = open(handlerMember, requestId)
    await begin(app, 'note')
    await app.untilText('居民看不到这一步')
    await typed(app, '#step-note', '要带梯子')
    app.page.tap('#step-send')
    await app.untilText('内部：要带梯子')
    expect(requestOf(cloud, requestId).events.at(-1)).toMatchObject({ verb: 'note', note: '要带梯子', words: '' })
  })
})

describe('a step that somebody else was quicker with', () => {
  it('says what happened in between, keeps what was typed, and goes on', async () => {
    const { requestId } = await filed(cloud)
    const app = open(handlerMember, requestId)
    await begin(app, 'request-info')
    await typed(app, '#step-words', '请补一张照片')
    await acted(cloud, handlerMember, requestId, { verb: 'start', words: '马上到' })
    app.page.tap('#step-send')
    await shows(app, '#step-between')
    expect(app.page.find('#step-between').text).toContain('接单了')
    expect(app.page.find('#step-words').attribute('value')).toBe('请补一张照片')
    await tap(app, '#step-send')
    await app.until(() => stateOf(requestId) === 'info-requested')
  })

  it('and that is not possible any more is closed, and its words stay on the phone', async () => {
    const { requestId } = await filed(cloud)
    const app = open(gridLeader, requestId)
    await begin(app, 'hold')
    await typed(app, '#step-words', '在等配件')
    await tap(app, `#until-${addDays(dayOf(Date.now()), 3)}`)
    await acted(cloud, handlerMember, requestId, { verb: 'request-info', words: '请补一张照片' })
    await tap(app, '#step-send')
    await app.untilText('现在不用这样办了')
    expect(JSON.stringify(keptBy(app))).toContain('在等配件')
  })

  it('without a network keeps what was typed, also when the app ends', async () => {
    const { requestId } = await filed(cloud)
    const app = open(handlerMember, requestId)
    await begin(app, 'request-info')
    await typed(app, '#step-words', '您什么时候在家？')
    app.setOffline(true)
    app.page.tap('#step-send')
    await app.until(() => app.page.text.includes('网络'))
    expect(stateOf(requestId)).toBe('assigned')
    const again = open(handlerMember, requestId, { storage: keptBy(app) })
    await begin(again, 'request-info')
    expect(again.page.find('#step-words').attribute('value')).toBe('您什么时候在家？')
  })
})

describe('a grid leader', () => {
  it('hands out what nobody has: those with somebody here stand first', async () => {
    const { requestId } = await filed(cloud, { matterId: null, words: '说不清是什么事' })
    const app = open(gridLeader, requestId)
    await app.untilText('请派给单位，或者自己受理')
    await begin(app, 'assign', true)
    await tap(app, '#agency-west-property')
    await shows(app, '#agency-west-property.choice-on')
    expect(app.page.find('#step-preview').text).toMatch(/居民会看到：.+派给了/)
    app.page.tap('#step-send')
    await app.untilText('记下了：派单')
    expect(requestOf(cloud, requestId)).toMatchObject({ state: 'assigned', agencyId: 'west-property' })
  })

  it('gives parts to several, whose handler sees the own part as the next thing to do', async () => {
    const { requestId } = await filed(cloud, { matterId: null, words: '起火后停了电和网' })
    const app = open(gridLeader, requestId)
    await begin(app, 'split')
    await tap(app, '#agencies-west-property')
    await typed(app, '#part-west-property', '清理楼道')
    app.page.tap('#step-send')
    await app.untilText('记下了：分给几家办')
    const handler = open(handlerMember, requestId)
    await app.until(() => requestOf(cloud, requestId).tasks.length === 1)
    await begin(handler, 'task-done', true)
    await shows(handler, '#task-1.choice-on')
    await tap(handler, '#ready-0')
    await handler.until(() => handler.page.find('#step-words').attribute('value') !== '')
    handler.page.tap('#step-send')
    await handler.untilText('记下了：分任务办好了')
    expect(requestOf(cloud, requestId).tasks).toMatchObject([{ state: 'done' }])
  })

  it('puts two into one, chosen from what is open in the same building', async () => {
    const one = await filed(cloud, { buildingId: 'heyuan-1', words: '灯坏了' })
    const other = await filed(cloud, { buildingId: 'heyuan-1', words: '灯又坏了' })
    const app = open(gridLeader, other.requestId)
    await begin(app, 'merge')
    await tap(app, `#into-${one.requestId}`)
    await shows(app, `#into-${one.requestId}.choice-on`)
    app.page.tap('#step-send')
    await app.until(() => stateOf(other.requestId) === 'merged')
    await shows(app, '#merged')
  })

  it('does not offer a private one to be the one: its neighbours would come to read it', async () => {
    const lamp = await filed(cloud, { buildingId: 'heyuan-3', words: '灯坏了' })
    const { requestId } = await filed(cloud, { buildingId: 'heyuan-3', words: '灯又坏了' })
    const secret = await filed(cloud, { buildingId: 'heyuan-3', matterId: 'elder-care', words: '想申请送餐' })
    const app = open(gridLeader, requestId)
    await begin(app, 'merge')
    await shows(app, `#into-${lamp.requestId}`)
    expect(has(app, `#into-${secret.requestId}`)).toBe(false)
  })

  it('asks whoever has no phone whether it is done', async () => {
    const { requestId } = await filed(cloud)
    alterRequest(cloud, requestId, {
      ...{ state: 'awaiting-confirmation', desk: 'confirming', mustCallBack: true, proposedAt: Date.now() },
    })
    const app = open(dutyMember, requestId)
    await begin(app, 'call-back', true)
    await tap(app, '#heard-solved')
    await shows(app, '#heard-solved.choice-on')
    app.page.tap('#step-send')
    await app.until(() => stateOf(requestId) === 'resolved')
  })
})

describe('who does not work on it', () => {
  it('the street reads it and finds nothing to press', async () => {
    const { requestId } = await filed(cloud)
    const app = open(street, requestId)
    await app.untilText('街道只看，不办')
    expect(has(app, '#steps')).toBe(false)
    expect(has(app, '#look')).toBe(false)
  })

  it('whose it is gets led to their own page', async () => {
    const { requestId } = await filed(cloud, {}, gridLeader)
    const app = open(gridLeader, requestId)
    await app.untilText('这是您自己家的诉求')
    expect(has(app, '#steps')).toBe(false)
  })

  it('another agency is told that it is not theirs', async () => {
    const { requestId } = await filed(cloud, { matterId: null })
    const app = open(handlerMember, requestId)
    await app.untilText('您现在不能看或办这件事')
  })
})
