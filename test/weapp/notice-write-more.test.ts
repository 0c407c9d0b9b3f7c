import { addDays, dayOf, startOf } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { anEdition, aNoticeEvent, aNoticeRow, putNotices, type NoticeDocument } from '../cloud/support/notices'
import { consent, dutyMember, gridLeader, keys, secretary } from '../cloud/support/people'
import { startAt } from '../support/door-app'
import { aJpeg, exif, jfif } from '../support/pictures'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const openid of [secretary, dutyMember, gridLeader]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'counters', 'pictures', 'noticeFiles', 'signUps'])
    cloud.database.remove(name, {}, { multi: true })
})

const notices = () => cloud.database.find('notices', {}) as unknown as readonly NoticeDocument[]
const filesOf = () => cloud.database.find('noticeFiles', {})
const kept = (app: Weapp) => app.until(() => notices().length > 0)
const sent = (app: Weapp) => app.until(() => notices()[0]?.state === 'out')

const grid = { c: 'west-street', g: 'west-1' }
const west = { c: 'west-street' }
function open(page: string, query: Record<string, string>, openid = gridLeader, options: WeappOptions = {}): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const taps = async (app: Weapp, ...selectors: readonly string[]) => {
  for (const selector of selectors) await tap(app, selector)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words)
}
const aPowerCut = ['#kind-outage', '#what-power', '#building-heyuan-1', '#time-tomorrow-am'] as const

/** A power cut in building 1, as far as its preview. */
async function written(options: WeappOptions = {}): Promise<Weapp> {
  const app = open('notices/write', grid, gridLeader, options)
  await taps(app, ...aPowerCut, '#next')
  await shows(app, '#preview-title')
  return app
}

describe('照片', () => {
  const choose = async (app: Weapp) => {
    const path = app.addFile(aJpeg([jfif, exif()]), 'jpg')
    await tap(app, '#pictures-add')
    await app.untilAsked('chooseMedia')
    app.answer({ tempFiles: [{ tempFilePath: path, size: 1000 }] })
  }
  const arrived = (app: Weapp) =>
    app.until(
      () =>
        cloud.database.find('pictures', { state: 'asking' }).length > 0 &&
        !app.page.text.includes('正在发送') &&
        !app.page.text.includes('等待发送'),
    )
  const pictureId = () => cloud.database.find('pictures', {})[0]?.['_id'] as string | undefined

  it('goes out with the notice, and belongs to it', async () => {
    const app = await written()
    await choose(app)
    await arrived(app)
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.pictures).toEqual([pictureId()])
    expect(cloud.database.find('pictures', {})).toMatchObject([{ used: true, noticeId: notices()[0]?._id }])
  })

  it('is waited for', async () => {
    const app = await written()
    app.holdUploads()
    await choose(app)
    await app.untilText('照片还在传')
    await app.until(() => app.uploads.length > 0)
    app.page.tap('#send')
    expect(notices()).toEqual([])
    app.holdUploads(false)
    for (const upload of app.uploads) upload.release()
    await arrived(app)
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.pictures).toHaveLength(1)
  })

  it('is still there where the notice is changed, and can be taken out', async () => {
    const app = await written()
    await choose(app)
    await arrived(app)
    await tap(app, '#send')
    await sent(app)
    const change = open('notices/write', { ...grid, notice: notices()[0]?._id ?? '' })
    await tap(change, `#pictures-remove-${pictureId()}`)
    await change.until(() => !has(change, `#pictures-remove-${pictureId()}`))
    await tap(change, '#send')
    await change.until(() => notices()[0]?.shown?.number === 2)
    expect(notices()[0]?.shown?.pictures).toEqual([])
  })

  it('that did not arrive is not left out without a word', async () => {
    const app = await written()
    app.fail('cloud.uploadFile', 'network')
    await choose(app)
    await app.untilText('有照片没传上去')
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.pictures).toEqual([])
  })
})

describe('附的文件', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  const choose = async (app: Weapp, name = '停电说明.pdf', bytes: Uint8Array = pdf, size = bytes.length) => {
    await shows(app, '#file-choose')
    // A tap while the last choice is just ending does nothing: people tap again.
    await app.until(() => {
      if (!app.dialogue) app.page.tap('#file-choose')
      return app.dialogue?.name === 'chooseMessageFile'
    })
    const path = app.addFile(bytes, name.split('.').at(-1) ?? '')
    app.answer({ tempFiles: [{ path, name, size, type: 'file', time: 1 }] })
  }

  it('goes out with the notice, by its own name', async () => {
    const app = await written()
    await choose(app)
    await shows(app, '#file-name')
    expect(app.page.find('#file-name').text).toContain('停电说明.pdf')
    await tap(app, '#send')
    await sent(app)
    expect(filesOf()).toMatchObject([{ _id: notices()[0]?.shown?.fileId, name: '停电说明.pdf', used: true }])
  })

  it('can be put away again', async () => {
    const app = await written()
    await choose(app)
    await tap(app, '#file-name-action')
    await shows(app, '#file-choose')
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.fileId).toBeNull()
  })

  it('is waited for', async () => {
    const app = await written()
    app.holdUploads()
    await choose(app)
    await app.until(() => app.uploads.length > 0)
    await app.untilText('文件还在传')
    app.page.tap('#send')
    expect(notices()).toEqual([])
    app.holdUploads(false)
    for (const upload of app.uploads) upload.release()
    await shows(app, '#file-name')
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.fileId).toBe(filesOf()[0]?.['_id'])
  })

  it('is let go of where it takes too long, and what goes out then has none', async () => {
    const app = await written()
    app.holdUploads()
    await choose(app)
    await app.until(() => app.uploads.length > 0)
    await tap(app, '#file-stop')
    await app.until(() => !has(app, '#file-stop'))
    app.holdUploads(false)
    expect(app.page.text).not.toContain('文件没有传上来')
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.fileId).toBeNull()
  })

  it('gives way to another one that is chosen after it was let go of', async () => {
    const app = await written()
    app.holdUploads()
    await choose(app, '旧的.pdf')
    await app.until(() => app.uploads.length > 0)
    await tap(app, '#file-stop')
    app.holdUploads(false)
    await choose(app, '新的.pdf')
    await shows(app, '#file-name')
    expect(app.page.find('#file-name').text).toContain('新的.pdf')
  })

  it('is none that a notice cannot carry, and why stands below it', async () => {
    const app = await written()
    await choose(app, '停电说明.txt')
    await app.until(() => app.page.find('#file').text.includes('只能放'))
    await choose(app, '大文件.pdf', pdf, 11 * 1024 * 1024)
    await app.until(() => app.page.find('#file').text.includes('10MB'))
    expect(has(app, '#file-choose')).toBe(true)
  })

  it('is tried again where it was not one by its bytes, or did not arrive', async () => {
    const app = await written()
    await choose(app, '停电说明.pdf', Buffer.from('not a document at all'))
    await app.untilText('只能放PDF')
    app.fail('cloud.uploadFile', 'network')
    await choose(app)
    await app.untilText('文件没有传上来，请再试一次')
    app.fail('cloud.uploadFile', undefined)
    await choose(app)
    await shows(app, '#file-name')
  })

  it('leaves what was chosen alone where nobody chooses another', async () => {
    const app = await written()
    await tap(app, '#file-choose')
    await app.untilAsked('chooseMessageFile')
    app.answer()
    await choose(app)
    await shows(app, '#file-name')
  })
})

describe('报名', () => {
  const begun = async () => {
    const app = open('notices/write', west, dutyMember)
    await taps(app, '#kind-meeting', '#what-sign-up', '#building-heyuan-1')
    await type(app, '#topic', '包饺子')
    await type(app, '#where', '社区活动室')
    return app
  }
  const tomorrow = () => addDays(dayOf(Date.now()), 1)

  it('asks for when it begins, then for how many, before it goes on', async () => {
    const app = await begun()
    await tap(app, '#next')
    await app.untilText('报名要先选活动的时间')
    await taps(app, '#time-tomorrow-pm', '#next')
    await app.untilText('请写有几个名额')
    await type(app, '#ask-places', '0')
    await tap(app, '#next')
    await app.untilText('请写有几个名额')
    expect(has(app, '#check')).toBe(false)
  })

  it('takes no number of places that cannot be, instead of making it another', async () => {
    const app = await begun()
    await tap(app, '#time-tomorrow-pm')
    await type(app, '#ask-places', '300')
    await tap(app, '#next')
    await app.untilText('请写有几个名额，1到200之间')
    expect(has(app, '#check')).toBe(false)
  })

  it('goes on until it begins, where nobody says another day', async () => {
    const app = await begun()
    await tap(app, '#time-tomorrow-pm')
    await type(app, '#ask-places', '8')
    await taps(app, '#next', '#send')
    await sent(app)
    const beginsAt = startOf(tomorrow()) + 14 * 3600_000
    expect(notices()[0]).toMatchObject({ signUp: { places: 8, until: beginsAt, beginsAt }, consultation: null })
    expect(cloud.database.find('signUps', {})).toMatchObject([{ _id: notices()[0]?._id, places: 8 }])
  })

  it('ends with the day that was chosen', async () => {
    const app = await begun()
    await tap(app, '#time-tomorrow-pm')
    await type(app, '#ask-places', '8')
    await taps(app, `#ask-until-${dayOf(Date.now())}`, '#next', '#send')
    await sent(app)
    expect(notices()[0]?.signUp?.until).toBe(startOf(tomorrow()))
  })

  it('says that its last day is too late, where it begins earlier now', async () => {
    const app = await begun()
    await tap(app, '#time-tomorrow-pm')
    await type(app, '#ask-places', '8')
    const later = addDays(dayOf(Date.now()), 3)
    await taps(app, '#time-own', `#day-${later}`)
    await tap(app, `#ask-until-${addDays(later, -1)}`)
    await taps(app, '#time-tomorrow-pm', '#next')
    await app.untilText('报名截止要在活动开始以前')
  })
})

describe('征求意见', () => {
  const begun = async () => {
    const app = open('notices/write', west, dutyMember)
    await taps(app, '#kind-meeting', '#what-consent', '#building-heyuan-1')
    await type(app, '#topic', '加装电梯')
    await type(app, '#option-1', '同意')
    await type(app, '#option-2', '不同意')
    await tap(app, `#ask-until-${addDays(dayOf(Date.now()), 7)}`)
    return app
  }

  it('asks for no time beside its last day, and says that first', async () => {
    const app = await begun()
    expect(has(app, '#time-own')).toBe(false)
    await tap(app, '#next')
    const last = startOf(addDays(dayOf(Date.now()), 8))
    await shows(app, '#preview-lead')
    expect(app.page.find('#preview-lead').text).toMatch(/征求您的意见，.*24:00截止/)
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.span).toEqual({ from: null, until: last, isNow: false })
  })

  it('is signed by name unless somebody says otherwise, and says who sees names', async () => {
    const app = await begun()
    expect(app.page.find('#ask-signed-yes').classes).toContain('chip-on')
    await taps(app, '#ask-names-signers', '#next', '#send')
    await sent(app)
    expect(notices()[0]).toMatchObject({
      shown: { about: { kind: 'meeting', what: 'consent' } },
      consultation: { isSigned: true, names: 'signers', each: 'household', most: 1 },
    })
  })

  it('goes without names too, one voice for each person', async () => {
    const app = await begun()
    await taps(app, '#ask-signed-no', '#ask-each-person')
    await app.until(() => !has(app, '#ask-names-office'))
    await taps(app, '#next', '#send')
    await sent(app)
    expect(notices()[0]?.consultation).toMatchObject({ isSigned: false, each: 'person' })
  })

  it('asks for words instead, where nobody gives options', async () => {
    const app = await begun()
    await taps(app, '#ask-mode-words', '#next', '#send')
    await sent(app)
    expect(notices()[0]?.consultation).toMatchObject({ options: [], isSigned: true })
  })

  it('holds until a week after its last day, so that what came out can be read', async () => {
    const app = await begun()
    await taps(app, '#next', '#valid-3', '#send')
    await sent(app)
    const { shown, consultation } = notices()[0] ?? {}
    expect(shown?.validUntil).toBeGreaterThan(consultation?.until ?? Infinity)
  })

  it('that is out can last longer, and is asked as it was', async () => {
    const app = await begun()
    await taps(app, '#next', '#send')
    await sent(app)
    const before = notices()[0]?.consultation
    const change = open('notices/write', { ...west, notice: notices()[0]?._id ?? '' }, dutyMember)
    await tap(change, '#back-fill')
    await change.untilText('已经问出去的不能再改')
    await taps(change, `#ask-until-${addDays(dayOf(Date.now()), 10)}`, '#next', '#send')
    await change.until(() => notices()[0]?.shown?.number === 2)
    const until = startOf(addDays(dayOf(Date.now()), 11))
    expect(notices()[0]?.consultation).toEqual({ ...before, until })
    expect(notices()[0]?.shown?.span?.until).toBe(until)
  })
})

describe('谁看得到', () => {
  const units = (...unitIds: readonly string[]) => ({
    ...{ kind: 'units', units: unitIds.map((unitId) => ({ buildingId: 'heyuan-1', unitId })) },
  })

  it('is some units of one building', async () => {
    const app = open('notices/write', grid)
    await taps(app, ...aPowerCut, '#unit-heyuan-1-u1')
    await app.until(() => app.page.find('#unit-heyuan-1-u1').classes.includes('chip-on'))
    await tap(app, '#next')
    await shows(app, '#preview-title')
    expect(app.page.find('#preview-title').text).toContain('1号楼1单元')
    expect(app.page.find('#sum-where').text).toContain('1单元')
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.audience.where).toEqual(units('heyuan-1-u1'))
  })

  it('is the whole building again, where no unit is left', async () => {
    const app = open('notices/write', grid)
    await taps(app, ...aPowerCut, '#unit-heyuan-1-u1')
    await app.until(() => app.page.find('#unit-heyuan-1-u1').classes.includes('chip-on'))
    await tap(app, '#unit-heyuan-1-u1')
    await app.until(() => !app.page.find('#unit-heyuan-1-u1').classes.includes('chip-on'))
    await taps(app, '#next', '#send')
    await sent(app)
    expect(notices()[0]?.shown?.audience.where).toEqual({ kind: 'buildings', ids: ['heyuan-1'] })
  })

  it('is units of one building no more, where another building comes to it', async () => {
    const app = open('notices/write', grid)
    await taps(app, ...aPowerCut, '#unit-heyuan-1-u1', '#building-heyuan-2')
    await app.until(() => !has(app, '#unit-heyuan-1-u1'))
    await taps(app, '#next', '#send')
    await sent(app)
    expect(notices()[0]?.shown?.audience.where).toEqual({ kind: 'buildings', ids: ['heyuan-1', 'heyuan-2'] })
  })

  it('is only some of the households, where somebody says so', async () => {
    const app = open('notices/write', grid)
    await taps(app, ...aPowerCut, '#needs-open', '#needs-over-60')
    await shows(app, '#needs-over-60.choice-on')
    await tap(app, '#needs-alone')
    await shows(app, '#needs-alone.choice-on')
    await tap(app, '#next')
    await shows(app, '#sum-where')
    expect(app.page.find('#sum-where').text).toMatch(/1号楼.*60岁/)
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.audience.needs).toEqual(['over-60', 'alone'])
  })
})

describe('有效到什么时候', () => {
  const holds = (days: number) => startOf(addDays(dayOf(Date.now()), days + 1))

  it('is the end of what it tells of, where nobody says otherwise', async () => {
    const app = await written()
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.validUntil).toBe(notices()[0]?.shown?.span?.until)
  })

  it.each([3, 7, 30, 90])('is %i days from now at one tap', async (days) => {
    const app = await written()
    await tap(app, `#valid-${days}`)
    await app.until(() => app.page.find(`#valid-${days}`).classes.includes('chip-on'))
    await tap(app, '#send')
    await sent(app)
    expect(notices()[0]?.shown?.validUntil).toBe(holds(days))
  })
})

describe('a double tap', () => {
  it('on 发布 makes one notice', async () => {
    const app = await written()
    app.page.tap('#send')
    app.page.tap('#send')
    await app.until(() => app.page.route === 'pages/notices/share/index')
    expect(notices()).toHaveLength(1)
  })

  it('on 先存着 makes one draft', async () => {
    const app = await written()
    app.page.tap('#save-draft')
    app.page.tap('#save-draft')
    await shows(app, '#done-saved')
    expect(notices()).toHaveLength(1)
  })

  it('finds nothing to send any more, where the next page does not open', async () => {
    const app = await written()
    app.fail('redirectTo', 'timeout')
    await tap(app, '#send')
    await kept(app)
    await shows(app, '#done-out')
    expect(has(app, '#send')).toBe(false)
    app.fail('redirectTo', undefined)
    await tap(app, '#to-share')
    await app.until(() => app.page.route === 'pages/notices/share/index')
    expect(notices()).toHaveLength(1)
  })
})

describe('不发了，补看', () => {
  const now = () => Date.now() - 1000
  const stateOf = (id: string) => notices().find(({ _id }) => _id === id)?.state
  const aDraft = () => {
    const events = [aNoticeEvent(now(), { verb: 'begin', from: 'draft', to: 'draft' })]
    return putNotices(cloud, aNoticeRow(now(), { state: 'draft', shown: null, next: anEdition(now()), events }))
  }

  it('puts a draft away after a question, and shows it as over', async () => {
    const id = aDraft()
    const app = open('notices/case', { ...grid, notice: id })
    await tap(app, '#step-discard')
    await app.untilText('没人看到过它')
    expect(stateOf(id)).toBe('draft')
    await tap(app, '#step-main')
    await app.untilText('收起来了')
    expect(stateOf(id)).toBe('withdrawn')
    await app.until(() => !has(app, '#write-on'))
    const list = open('notices', grid)
    await tap(list, '#drawer-closed')
    await shows(list, `#notice-${id}`)
  })

  it('leaves it where somebody thinks again', async () => {
    const id = aDraft()
    const app = open('notices/case', { ...grid, notice: id })
    await taps(app, '#step-discard', '#step-other')
    await app.until(() => !has(app, '#step-main'))
    expect(stateOf(id)).toBe('draft')
  })

  const anEmergency = () => {
    const shown = anEdition(now(), {
      ...{ isEmergency: true, title: '全社区停水' },
      audience: { communityId: 'west-street', where: { kind: 'community' }, needs: [] },
    })
    const unread = { since: now(), writers: [keys.person(gridLeader)], isSecretarys: false }
    return putNotices(cloud, aNoticeRow(now(), { shown, unread }))
  }

  it('lets the secretary say that an emergency was read', async () => {
    const id = anEmergency()
    const app = open('notices/case', { ...west, notice: id }, secretary)
    await app.untilText('请您补看')
    await tap(app, '#step-review')
    await tap(app, '#step-main')
    await app.untilText('记下了，您看过了')
    await app.until(() => !has(app, '#step-review'))
    expect(notices()[0]).toMatchObject({ state: 'out', unread: null })
  })

  it('does not let whoever wrote it', async () => {
    const app = open('notices/case', { ...grid, notice: anEmergency() })
    await app.untilText('还没有第二个人看过')
    expect(has(app, '#step-review')).toBe(false)
  })
})
