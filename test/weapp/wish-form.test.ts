import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dutyMember as duty, keys } from '../cloud/support/people'
import { keptBy } from '../support/door-app'
import { agreedBefore, has, hides, inCare, openOn, opensMatter, shows, tap, type } from '../support/request-phone'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
let open: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  open = openOn(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.database.remove('wishes', {}, { multi: true }))

let counted = 0
/** Somebody whom nobody has seen before, who has agreed. */
async function somebody(): Promise<string> {
  const openid = `oWishes_${++counted}`
  await consent(cloud, openid)
  return openid
}
const door = { b: 'heyuan-1', u: 'heyuan-1-u1' }
const wishes = () => cloud.database.find('wishes', {})
/** Takes a sentence that is offered; what stands on the page follows at the next moment. */
async function take(app: Weapp, example: string): Promise<void> {
  await tap(app, example)
  await hides(app, '#examples')
}
/** Ticks or chooses something, and waits for it to be so. */
async function pick(app: Weapp, chip: string, on = 'chip-on'): Promise<void> {
  await tap(app, chip)
  await shows(app, `${chip}.${on}`)
}
const form = (openid: string, query: Record<string, string> = door, options: WeappOptions = {}) =>
  open(openid, 'wish/form', query, { storage: agreedBefore, ...options })

describe('a wish by the large buttons', () => {
  it('hangs after three taps: a button, a sentence, 挂上去', async () => {
    const openid = await somebody()
    const app = form(openid)
    await tap(app, '#start-errands')
    await take(app, '#example-0')
    await app.untilText('是要：代买菜买日用品')
    await tap(app, '#send')
    await shows(app, '#hung')
    const [wish] = wishes()
    expect(wish).toMatchObject({ person: keys.person(openid), kinds: ['buy-groceries'], state: 'open', place: 'other' })
    expect(wish?.['times']).toBeNull()
    expect(Object.keys(keptBy(app)).filter((key) => key.includes('draft'))).toEqual([])
  })

  it('offers eight of them, and one’s own words', async () => {
    const app = form(await somebody())
    await shows(app, '#starts')
    expect(app.page.findAll('.tile')).toHaveLength(8)
    await tap(app, '#start-own')
    await shows(app, '#words')
    expect(has(app, '#examples')).toBe(false)
  })

  it('lets the sentence be changed for another', async () => {
    const app = form(await somebody())
    await tap(app, '#start-company')
    await take(app, '#example-1')
    await tap(app, '#other-words')
    await shows(app, '#example-0')
    expect(app.page.find('#words').attribute('value')).toBe('')
  })

  it('asks for whom to call where somebody comes into the home, and then hangs', async () => {
    const openid = await somebody()
    const app = form(openid)
    await tap(app, '#start-company')
    await take(app, '#example-0')
    await shows(app, '#emergency-name')
    await tap(app, '#send')
    await app.untilText('请写一位紧急联系人')
    expect(wishes()).toEqual([])
    await type(app, '#emergency-name', '女儿小李')
    await type(app, '#emergency-phone', '13900000041')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(app.page.text).toContain('两位核过身份的人一起来')
    expect(wishes()).toMatchObject([{ place: 'home', places: 2, needsChecked: true }])
  })
})

describe('a wish in one’s own words', () => {
  it('says what the words were taken for, and takes another kind', async () => {
    const openid = await somebody()
    const app = form(openid, { ...door, g: 'care' })
    await type(app, '#words', '下周二去医院看病，想有人陪着')
    await app.untilText('是要：陪同看病')
    await tap(app, '#kinds-change')
    await pick(app, '#kind-group-care')
    await pick(app, '#kind-of-ride')
    await app.untilText('陪同看病、开车接送')
    await tap(app, '#kinds-done')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(wishes()).toMatchObject([{ kinds: ['clinic-escort', 'ride'] }])
  })

  it('hangs with the days, the time of day, and what matters', async () => {
    const openid = await somebody()
    const app = form(openid, { ...door, g: 'errands' })
    await type(app, '#words', '想有人帮忙买点菜')
    await tap(app, '#when-open')
    await pick(app, '#when-days')
    await pick(app, '#weekday-3')
    await pick(app, '#part-morning')
    await tap(app, '#more-open')
    await pick(app, '#want-0')
    await type(app, '#want-own', '会挑菜')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(wishes()).toMatchObject([
      {
        times: { weekdays: [3], parts: ['morning'], every: 'week', dates: [], note: '' },
        repeats: 'week',
        wants: ['女的来', '会挑菜'],
      },
    ])
  })

  it('asks for the day where one day was meant', async () => {
    const app = form(await somebody(), { ...door, g: 'errands' })
    await type(app, '#words', '想有人帮忙买点菜')
    await tap(app, '#when-open')
    await pick(app, '#when-date')
    await tap(app, '#send')
    await app.untilText('请点一下是哪一天')
    expect(wishes()).toEqual([])
  })

  it('tapped twice hangs once', async () => {
    const app = form(await somebody())
    await tap(app, '#start-errands')
    await take(app, '#example-0')
    await shows(app, '#send')
    app.page.tap('#send')
    app.page.tap('#send')
    await shows(app, '#hung')
    expect(wishes()).toHaveLength(1)
  })

  it('without a word says what is missing', async () => {
    const app = form(await somebody(), { ...door, g: 'errands' })
    await tap(app, '#send')
    await app.untilText('请先写一句')
    expect(wishes()).toEqual([])
  })

  it('is there again when the app was closed over it', async () => {
    const openid = await somebody()
    const first = form(openid, { ...door, g: 'errands' })
    await type(first, '#words', '想有人帮忙买点菜')
    const again = form(openid, door, { storage: keptBy(first) })
    await shows(again, '#words')
    expect(again.page.find('#words').attribute('value')).toBe('想有人帮忙买点菜')
  })

  it('waits on the phone where there is no network, and is sent once there is', async () => {
    const openid = await somebody()
    const app = form(openid, { ...door, g: 'errands' })
    await take(app, '#example-0')
    await app.untilText('是要：')
    app.setOffline(true)
    await tap(app, '#send')
    await shows(app, '#hung-later')
    expect(wishes()).toEqual([])
    app.setOffline(false)
    await app.until(() => wishes().length === 1)
  })
})

describe('words that must not hang', () => {
  it('are not hung, and the way to write them is taken at a tap', async () => {
    const app = form(await somebody(), { ...door, g: 'errands' })
    await type(app, '#words', '想有人帮忙买点菜，电话13812345678')
    await tap(app, '#send')
    await shows(app, '#held')
    expect(wishes()).toEqual([])
    const offered = app.page.find('#held-offered').text
    expect(offered).not.toContain('138')
    await tap(app, '#held-use')
    await hides(app, '#held')
    expect(app.page.find('#words').attribute('value')).toBe(offered)
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(wishes()).toMatchObject([{ words: offered }])
  })

  it('are shown to somebody of the office where that is asked for', async () => {
    const app = form(await somebody(), { ...door, g: 'errands' })
    await type(app, '#words', '想有人帮忙买点菜，电话13812345678')
    await tap(app, '#held-ask')
    await app.untilText('会先请值班人员看一看')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(app.page.text).toContain('值班人员看过就挂上墙')
    expect(wishes()).toMatchObject([{ wordsState: 'waiting' }])
  })

  it('ask anew where they were changed after that', async () => {
    const app = form(await somebody(), { ...door, g: 'errands' })
    await type(app, '#words', '想有人帮忙买点菜，电话13812345678')
    await tap(app, '#held-ask')
    await app.untilText('会先请值班人员看一看')
    await type(app, '#words', '想有人帮忙买点菜，微信同号13812345678')
    await tap(app, '#send')
    await shows(app, '#held')
    expect(wishes()).toEqual([])
  })
})

describe('a cry for help', () => {
  const cry = '活着没意思，不想活了'

  it('opens what helps now, tells the duty member once, and keeps what was written', async () => {
    const openid = await somebody()
    const app = form(openid, { ...door, g: 'company' })
    await type(app, '#words', cry)
    await opensMatter(app)
    expect(app.page.query).toMatchObject({ id: 'mental-crisis' })
    expect(app.page.find('#contacts').text).toContain('心理援助热线')
    await app.until(() => wishes().length === 1)
    expect(wishes()).toMatchObject([{ state: 'crying', words: cry }])
    app.back()
    await shows(app, '#danger-stop')
    await app.untilText('已告诉值班人员')
    expect(app.page.find('#words').attribute('value')).toBe(cry)
    expect(has(app, '#call-hotline')).toBe(true)
    expect(has(app, '#send')).toBe(false)
    expect(wishes()).toHaveLength(1)
  })

  it('that is none is looked at by a person, and hangs only then', async () => {
    const app = form(await somebody(), { ...door, g: 'company' })
    await type(app, '#words', cry)
    await opensMatter(app)
    await app.until(() => wishes().length === 1)
    app.back()
    await app.untilText('已告诉值班人员')
    await tap(app, '#danger-ask')
    await app.untilText('会先请值班人员看一看')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(wishes().map(({ state, wordsState }) => [state, wordsState])).toContainEqual(['open', 'waiting'])
  })

  it('off line is not said to have been told before it was, not even when the form is opened again; then once', async () => {
    const openid = await somebody()
    const first = form(openid, { ...door, g: 'company' })
    await shows(first, '#words')
    first.setOffline(true)
    await type(first, '#words', cry)
    await tap(first, '#danger-tell')
    await first.untilText('还没能告诉值班人员')
    const again = form(openid, door, { storage: keptBy(first) })
    again.setOffline(true)
    await again.untilText('还没能告诉值班人员')
    expect(again.page.text).not.toContain('已告诉值班人员')
    expect(wishes()).toEqual([])
    again.setOffline(false)
    await again.untilText('已告诉值班人员')
    expect(wishes()).toMatchObject([{ state: 'crying', words: cry }])
  })

  it('has its own way at the top of the form, before anything is written', async () => {
    const app = form(await somebody())
    await tap(app, '#danger')
    await app.until(() => app.page.route.includes('door/danger'))
  })
})

describe('a wish for somebody else', () => {
  it('of the family is theirs, and goes on with whoever wrote it', async () => {
    const openid = await somebody()
    const app = form(openid)
    await tap(app, '#start-errands')
    await take(app, '#example-0')
    await tap(app, '#more-open')
    await pick(app, '#behalf-family', 'choice-on')
    await tap(app, '#send')
    await app.untilText('请写一个称呼')
    await type(app, '#name', '王奶奶')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(wishes()).toMatchObject([{ person: null, filedBy: keys.person(openid), behalf: { kind: 'family' } }])
  })

  it('is written by the duty member for whoever has no phone', async () => {
    const app = form(duty, { behalf: 'office', b: 'heyuan-1' })
    await tap(app, '#start-errands')
    await take(app, '#example-0')
    await type(app, '#name', '王奶奶')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(wishes()).toMatchObject([{ person: null, behalf: { kind: 'office' } }])
  })

  it('asks the duty member where they live, first', async () => {
    const app = form(duty, { behalf: 'office' })
    await shows(app, '#elsewhere')
  })
})

describe('the form in the care edition', () => {
  it('asks one thing at a time, and hangs after six taps', async () => {
    const app = form(await somebody(), door, { storage: inCare })
    await tap(app, '#start-errands')
    await take(app, '#example-0')
    await tap(app, '#next')
    await app.untilText('第2步，共4步')
    expect(has(app, '#words')).toBe(false)
    // The button stood at the end of the step before; the next one is read from its top.
    expect(app.callsOf('pageScrollTo')).toMatchObject([{ scrollTop: 0 }])
    await tap(app, '#next')
    await app.untilText('第3步，共4步')
    await tap(app, '#next')
    await app.untilText('第4步，共4步')
    expect(app.page.find('#summary-words').text).toContain('买点菜')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(wishes()).toHaveLength(1)
  })

  it('stays where something must not hang', async () => {
    const app = form(await somebody(), { ...door, g: 'errands' }, { storage: inCare })
    await type(app, '#words', '想有人帮忙买点菜，电话13812345678')
    await tap(app, '#next')
    await shows(app, '#held')
    expect(has(app, '#words')).toBe(true)
  })
})
