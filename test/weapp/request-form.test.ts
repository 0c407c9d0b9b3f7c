import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, keys } from '../cloud/support/people'
import { filed, requestOf } from '../cloud/support/requests'
import { keptBy } from '../support/door-app'
import { aJpeg, exif, jfif } from '../support/pictures'
import { agreedBefore, has, hides, inCare, openOn, shows, tap, type } from '../support/request-phone'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
let open: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  open = openOn(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.database.remove('requests', {}, { multi: true }))

let counted = 0
/** Somebody whom nobody has seen before, who has agreed. */
async function somebody(): Promise<string> {
  const openid = `oAsks_${++counted}`
  await consent(cloud, openid)
  return openid
}
const door = { b: 'heyuan-1', u: 'heyuan-1-u1' }
const lamp = { ...door, id: 'corridor-light' }
const requests = () => cloud.database.find('requests', {})
const filedBy = (openid: string) => cloud.database.find('requests', { person: keys.person(openid) })

const form = (openid: string, query: Record<string, string> = lamp, options: WeappOptions = {}) =>
  open(openid, 'request/form', query, { storage: agreedBefore, ...options })

async function addPicture(app: Weapp): Promise<void> {
  const path = app.addFile(aJpeg([jfif, exif()]), 'jpg')
  await tap(app, '#pictures-add')
  await app.untilAsked('chooseMedia')
  app.answer({ tempFiles: [{ tempFilePath: path, size: 1000 }] })
}

describe('a request from a matter page', () => {
  it('brings along the matter, the place and who was called, and asks for words only', async () => {
    const openid = await somebody()
    const app = open(openid, 'matter', { ...door, id: 'drain-blocked' }, { storage: agreedBefore })
    await tap(app, '#call-first')
    await tap(app, '#after-no-answer')
    await tap(app, '#after-request')
    await shows(app, '#request-form')
    expect(app.page.text).toContain('没人接')
    await type(app, '#words', '厨房下水堵了，水往外冒')
    await tap(app, '#send')
    await shows(app, '#sent')
    const [request] = filedBy(openid)
    expect(request).toMatchObject({ matterId: 'drain-blocked', buildingId: 'heyuan-1', where: 'home' })
    expect(request?.['called']).toMatchObject([{ outcome: 'no-answer' }])
  })

  it('says its number, who has it, and until when', async () => {
    const app = form(await somebody())
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(app.page.find('#sent-number').text).toMatch(/\d{8}-\d{3}/)
    expect(app.page.find('#sent-contact').text).toMatch(/最晚.+[点分半]/)
    expect(app.page.find('#sent-done').text).toMatch(/最晚.+[点分半]/)
    expect(Object.keys(keptBy(app)).filter((key) => key.includes('draft'))).toEqual([])
  })

  it('opens what was sent', async () => {
    const app = form(await somebody())
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#send')
    await tap(app, '#to-view')
    await app.untilText('三楼的灯不亮')
    expect(has(app, '#request')).toBe(true)
  })

  it('tapped twice is sent once', async () => {
    const openid = await somebody()
    const app = form(openid)
    await type(app, '#words', '三楼的灯不亮')
    app.page.tap('#send')
    app.page.tap('#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toHaveLength(1)
  })

  it('without a word says what is missing', async () => {
    const app = form(await somebody())
    await tap(app, '#send')
    await app.untilText('请先写一两句')
    expect(requests()).toEqual([])
  })

  it('shows the notice to whoever has not agreed yet, and goes on after a yes', async () => {
    const openid = `oAsks_new_${++counted}`
    const app = form(openid, lamp, { storage: {} })
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#send')
    await tap(app, '#consent-age-old')
    await shows(app, '#consent-age-old.choice-on')
    app.page.tap('#consent-main')
    await shows(app, '#sent')
    expect(filedBy(openid)).toHaveLength(1)
  })

  it('keeps what was typed where the words are refused, and when the app ends', async () => {
    const openid = await somebody()
    const first = form(openid)
    await type(first, '#words', '请看【违规】')
    await tap(first, '#send')
    await first.untilText('这段话不太合适')
    const again = form(openid, lamp, { storage: keptBy(first) })
    await shows(again, '#words')
    expect(again.page.find('#words').attribute('value')).toBe('请看【违规】')
  })
})

describe('a request from the tab', () => {
  it('guesses the matter from the words, and takes the one that was tapped', async () => {
    const openid = await somebody()
    const app = form(openid, door)
    await type(app, '#words', '楼道灯不亮')
    await tap(app, '#guess-corridor-light')
    await shows(app, '#guess-change')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toMatchObject([{ matterId: 'corridor-light', where: 'shared' }])
  })

  it('asks which one it is before it is sent', async () => {
    const app = form(await somebody(), door)
    await type(app, '#words', '楼道灯不亮')
    await tap(app, '#send')
    await app.untilText('请在上面点一下是哪件事')
    expect(requests()).toEqual([])
  })

  it('takes none of them too, and then asks where it is', async () => {
    const openid = await somebody()
    const app = form(openid, door)
    await type(app, '#words', '楼道灯不亮')
    await tap(app, '#guess-none')
    await shows(app, '#guess-change')
    await tap(app, '#send')
    await app.untilText('请点一下事情出在哪里')
    await tap(app, '#where-shared')
    await type(app, '#spot', '三层楼梯口')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toMatchObject([{ matterId: null, where: 'shared', spot: '三层楼梯口' }])
  })

  it('asks for the building where none is known', async () => {
    const openid = await somebody()
    const app = open(openid, 'request/form', {}, { storage: agreedBefore })
    await tap(app, '#estate-heyuan')
    await tap(app, '#building-heyuan-1')
    await tap(app, '#unit-heyuan-1-u2')
    await shows(app, '#words')
    expect(app.page.text).toContain('和苑小区 1号楼 2单元')
  })
})

describe('words that speak of a danger', () => {
  it('stop the form with the number to call, and let it be sent afterwards', async () => {
    const openid = await somebody()
    const app = form(openid, door)
    await type(app, '#words', '家里有很浓的煤气味')
    await shows(app, '#danger-stop')
    expect(has(app, '#send')).toBe(false)
    // Nothing else is asked before it: what it may be about waits until they have called.
    expect(has(app, '#guess')).toBe(false)
    app.page.tap('#call-119')
    await app.until(() => app.callsOf('makePhoneCall').length === 1)
    app.page.tap('#danger-done')
    await hides(app, '#danger-stop')
    await tap(app, '#guess-gas-leak')
    await shows(app, '#guess-change')
    await tap(app, '#where-home')
    await shows(app, '#room')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toMatchObject([{ matterId: 'gas-leak' }])
  })
})

describe('what neighbours have asked for already', () => {
  it('is shown before it is sent; 我也是 joins it and nothing else is filed', async () => {
    const other = await somebody()
    const { requestId } = await filed(cloud, {}, other)
    const openid = await somebody()
    const app = form(openid)
    await tap(app, `#join-${requestId}`)
    await shows(app, '#joined')
    expect(requests()).toHaveLength(1)
    expect(requestOf(cloud, requestId).neighbours).toMatchObject([{ person: keys.person(openid) }])
  })

  it('is no obstacle to whoever means something else', async () => {
    await filed(cloud, {}, await somebody())
    const openid = await somebody()
    const app = form(openid)
    await shows(app, '#same')
    await type(app, '#words', '五楼的灯也不亮了')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toHaveLength(1)
  })
})

describe('without a network', () => {
  it('is kept on the phone, said so, and sent once when there is one', async () => {
    const openid = await somebody()
    const first = form(openid)
    await type(first, '#words', '三楼的灯不亮')
    first.setOffline(true)
    await tap(first, '#send')
    await first.untilText('已记在手机里，有网时自动送出')
    expect(requests()).toEqual([])
    first.setOffline(false)
    await first.until(() => filedBy(openid).length > 0)
    expect(filedBy(openid)).toHaveLength(1)
  })

  it('says to somebody who has not agreed yet that nothing was sent, and keeps what was typed', async () => {
    const openid = `oAsks_${++counted}`
    const app = open(openid, 'request/form', lamp)
    await type(app, '#words', '三楼的灯不亮')
    app.setOffline(true)
    await tap(app, '#send')
    await app.untilText('没有送成')
    expect(app.page.find('#words').attribute('value')).toBe('三楼的灯不亮')
    expect(requests()).toEqual([])
  })

  it('goes without its pictures, if one likes', async () => {
    const openid = await somebody()
    const app = form(openid)
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#more-row')
    app.fail('cloud.uploadFile', 'network')
    await addPicture(app)
    await app.untilText('没发出去')
    await tap(app, '#send')
    await tap(app, '#send-without')
    await shows(app, '#sent')
    expect(filedBy(openid)).toMatchObject([{ pictures: [] }])
  })
})

describe('what may be added', () => {
  it('is a picture, which belongs to what was sent', async () => {
    const openid = await somebody()
    const app = form(openid)
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#more-row')
    await addPicture(app)
    await app.until(() => cloud.database.find('pictures', { person: keys.person(openid), state: 'asking' }).length > 0)
    await app.until(() => !app.page.text.includes('正在发送') && !app.page.text.includes('等待发送'))
    await tap(app, '#send')
    await shows(app, '#sent')
    const [picture] = cloud.database.find('pictures', { person: keys.person(openid) })
    expect(filedBy(openid)).toMatchObject([{ pictures: [picture?.['_id']] }])
  })

  it('is that neighbours may read it, and that it stays without a name', async () => {
    const openid = await somebody()
    const app = form(openid)
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#more-row')
    await tap(app, '#also-open')
    await shows(app, '#also-open.choice-on')
    await tap(app, '#also-anonymous')
    await hides(app, '#reach')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toMatchObject([{ isPublic: true, isAnonymous: true, reach: 'message' }])
  })

  it('is for whom it is written, and how they are told', async () => {
    const openid = await somebody()
    const app = form(openid)
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#more-row')
    await tap(app, '#also-family')
    await shows(app, '#family-name')
    await tap(app, '#send')
    await app.untilText('请写家人的称呼')
    await type(app, '#family-name', '王奶奶')
    await tap(app, '#reach-visit')
    await shows(app, '#reach-visit.choice-on')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(requests()).toMatchObject([{ reach: 'visit', behalf: { kind: 'family' } }])
  })

  it('asks for a number where somebody wants to be called and has none', async () => {
    const app = form(await somebody())
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#more-row')
    await tap(app, '#reach-call')
    await shows(app, '#phone')
    await tap(app, '#send')
    await app.untilText('请写一个能打通的号码')
    await type(app, '#phone', '13900000001')
    await tap(app, '#send')
    await shows(app, '#sent')
  })

  it('never asks whether neighbours may read what is private', async () => {
    const app = form(await somebody(), { ...door, id: 'low-income' })
    await tap(app, '#more-row')
    await shows(app, '#also')
    expect(has(app, '#also-open')).toBe(false)
  })
})

describe('in the care edition', () => {
  it('asks one question a page, and comes back to the one before', async () => {
    const openid = await somebody()
    const app = form(openid, lamp, { storage: inCare })
    await app.untilText('第1步')
    expect(has(app, '#where')).toBe(false)
    await tap(app, '#next')
    await app.untilText('请先写一两句')
    await type(app, '#words', '三楼的灯不亮')
    await tap(app, '#next')
    await shows(app, '#where')
    expect(has(app, '#words')).toBe(false)
    await tap(app, '#previous')
    await shows(app, '#words')
    expect(app.page.find('#words').attribute('value')).toBe('三楼的灯不亮')
    await tap(app, '#next')
    await shows(app, '#where')
    await tap(app, '#next')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toHaveLength(1)
  })

  it('shows the requests of neighbours as a question of their own', async () => {
    await filed(cloud, {}, await somebody())
    const openid = await somebody()
    const app = form(openid, lamp, { storage: inCare })
    await type(app, '#words', '五楼的灯也不亮了')
    await tap(app, '#next')
    await shows(app, '#where')
    await tap(app, '#next')
    await shows(app, '#same')
    await tap(app, '#next')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(filedBy(openid)).toHaveLength(1)
  })
})
