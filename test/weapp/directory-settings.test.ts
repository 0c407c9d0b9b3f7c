import type { LocalCloud } from '../../src/local/start'
import { askedSettings } from '../../src/knowledge/setting-words'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callAs, dataAs, gridLeader, otherSecretary, secretary } from '../cloud/support/people'
import { hides, openOn, shows, tap, type } from '../support/request-phone'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  // The function's workers start with the first calls that come at once: no test has to wait for them.
  const calls = ['work.show', 'me.show', 'message.unread', 'complaint.mine']
  await Promise.all(calls.map((action) => callAs(cloud, secretary, action, {})))
})
afterAll(() => cloud.close())

const communityId = 'west-street'
const estateId = 'heyuan'
interface Answer {
  readonly id: string
  readonly value: string
}
interface Community {
  readonly _id: string
  readonly settings: readonly Answer[]
  readonly estates: readonly { readonly id: string; readonly settings: readonly Answer[] }[]
}
const community = () => cloud.database.find('communities', { _id: communityId })[0] as unknown as Community
const answers = () => Object.fromEntries(community().settings.map(({ id, value }) => [id, value]))
const ofEstate = () => community().estates.find(({ id }) => id === estateId)?.settings

/** Leaves only these answers in the community, and none in its estates. */
function answered(settings: readonly Answer[]): void {
  const before = community()
  const estates = before.estates.map((estate) => ({ ...estate, settings: [] }))
  cloud.database.remove('communities', { _id: communityId }, { multi: false })
  cloud.database.insert('communities', [{ ...before, settings, estates }])
}
const allBut = (...left: readonly string[]): readonly Answer[] =>
  askedSettings
    .filter(({ id }) => !left.includes(id))
    .map((spec) => ({
      id: spec.id,
      value:
        spec.kind === 'choice'
          ? (spec.options[0]?.id ?? '')
          : spec.kind === 'agency'
            ? 'west-street-office'
            : '请到社区窗口问',
    }))

const open = (query: Record<string, string> = {}, openid = secretary, options: WeappOptions = {}): Weapp =>
  openOn(cloud)(openid, 'directory/settings', { c: communityId, ...query }, options)
/** Taps an answer, and waits until it is the chosen one. */
async function choose(app: Weapp, selector: string): Promise<void> {
  await tap(app, selector)
  await shows(app, `${selector}.choice-on`)
}
const asks = (app: Weapp, question: string) =>
  app.until(() => app.page.findAll('#question').some(({ text }) => text.includes(question)))
const textOf = (app: Weapp, selector: string) => app.page.find(selector).text
const answerAs = (openid: string, settingId: string, value: string | null, seen: string | null) =>
  dataAs(cloud, openid, 'setting.save', { communityId, estateId: null, settingId, value, seen })

describe('the plain questions', () => {
  it('asks first what improves most, and says which matters', async () => {
    answered([])
    const app = open()
    await shows(app, '#question')
    expect(textOf(app, '#question')).toContain('这个小区有没有物业公司？')
    expect(textOf(app, '#question')).toMatch(/回答后，“.+”等\d+件事能直接找对人/)
  })

  it('keeps a choice, says so, and goes on to the next question', async () => {
    answered(allBut('heating.secondaryOperator', 'road.redline'))
    const app = open()
    await app.untilText('还有2个问题没回答')
    await asks(app, '暖气管子从换热站到楼里，归谁修？')
    await choose(app, '#answer-heat')
    await tap(app, '#save')
    await app.untilText('记下了：热力公司')
    await app.untilText('还有1个问题没回答')
    expect(answers()['heating.secondaryOperator']).toBe('heat')
    await asks(app, '小区里面的路归谁修？')
  })

  it('asks for nothing more where everything is answered', async () => {
    answered(allBut('road.redline'))
    const app = open()
    await choose(app, '#answer-estate')
    await tap(app, '#save')
    await app.untilText('都回答了')
    await hides(app, '#question')
  })

  it('saves nothing of a question without an answer, and says what helps', async () => {
    answered(allBut('road.redline'))
    const app = open()
    await tap(app, '#save')
    await app.untilText('请先选一个，或者写几个字')
    expect(answers()['road.redline']).toBeUndefined()
  })

  it('leaves out what is not known, and brings it back when asked', async () => {
    answered(allBut('road.redline'))
    const app = open()
    await tap(app, '#skip')
    await app.untilText('剩下的1个您先跳过了')
    await tap(app, '#ask-skipped')
    await shows(app, '#answer-estate')
  })

  it('takes an agency of the list, and leads to a new one where it is not there', async () => {
    answered(allBut('water.operator'))
    const app = open()
    await asks(app, '自来水归哪家供水公司管？')
    await tap(app, '#not-listed')
    await app.until(() => app.page.route === 'pages/directory/agency/index')
    // It is entered as what it was missed for.
    await type(app, '#name', '北区供水公司')
    await tap(app, '#part-done')
    await shows(app, '#role-water.choice-on')
    app.back()
    await app.until(() => app.page.route === 'pages/directory/settings/index')
    const [first] = app.page.findAll('#answer .choice')
    if (!first) throw new Error('no agency is listed')
    const chosen = String(first.attribute('id'))
    await choose(app, `#${chosen}`)
    await tap(app, '#save')
    await app.untilText('都回答了')
    expect(`answer-${answers()['water.operator'] ?? ''}`).toBe(chosen)
  })

  it('keeps words as they are written, also where the page closes before they are sent', async () => {
    answered(allBut('renovation.hours'))
    const app = open()
    await type(app, '#answer', '周一到周六 8点到12点，14点到18点')
    await app.until(() => [...app.storage.values()].some((text) => text.includes('14点到18点')))
    const kept = Object.fromEntries([...app.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
    app.close()
    const again = open({}, secretary, { storage: kept })
    await shows(again, '#answer')
    expect(again.page.find('#answer').value).toBe('周一到周六 8点到12点，14点到18点')
    await tap(again, '#save')
    await again.untilText('都回答了')
    expect(answers()['renovation.hours']).toBe('周一到周六 8点到12点，14点到18点')
  })
})

describe('a question that was answered', () => {
  it('can be answered anew', async () => {
    answered(allBut())
    const app = open()
    await tap(app, '#drawer-answered')
    await tap(app, '#question-property-exists')
    await shows(app, '#answer-yes.choice-on')
    await choose(app, '#answer-none')
    await tap(app, '#save')
    await app.untilText('记下了：没有物业，居民自己管')
    expect(answers()['property.exists']).toBe('none')
  })

  it('is taken back after a second word', async () => {
    answered(allBut())
    const app = open()
    await tap(app, '#drawer-answered')
    await tap(app, '#question-property-exists')
    await tap(app, '#take-back')
    await shows(app, '#taking-back')
    expect(answers()['property.exists']).toBe('yes')
    await tap(app, '#taking-back-main')
    await app.untilText('收回了')
    expect(answers()['property.exists']).toBeUndefined()
  })

  it('keeps what was chosen where somebody else answered meanwhile, and lets people decide', async () => {
    answered(allBut('road.redline'))
    const app = open()
    await choose(app, '#answer-estate')
    await answerAs(secretary, 'road.redline', 'municipal', null)
    await tap(app, '#save')
    await app.untilText('刚才有人把这一题答成了“已经移交市政”')
    expect(answers()['road.redline']).toBe('municipal')
    await shows(app, '#answer-estate.choice-on')
    await tap(app, '#save')
    await app.untilText('记下了：小区自己')
    expect(answers()['road.redline']).toBe('estate')
  })

  it('is not saved twice where somebody else answered the same', async () => {
    answered(allBut('road.redline'))
    const app = open()
    await choose(app, '#answer-estate')
    await answerAs(secretary, 'road.redline', 'estate', null)
    await tap(app, '#save')
    await app.untilText('别人刚才也这样回答了')
    await tap(app, '#save')
    await app.untilText('都回答了')
  })
})

describe('an estate where something is different', () => {
  it('shows what the community says, takes an answer of its own, and gives it back', async () => {
    answered(allBut())
    const app = open({ estate: estateId })
    await tap(app, '#drawer-same')
    await tap(app, '#question-property-exists')
    await app.untilText('全社区的回答：有物业公司')
    await choose(app, '#answer-none')
    await tap(app, '#save')
    await app.untilText('记下了')
    expect(ofEstate()).toEqual([{ id: 'property.exists', value: 'none' }])
    expect(answers()['property.exists']).toBe('yes')
    await tap(app, '#drawer-answered')
    await tap(app, '#question-property-exists')
    await tap(app, '#take-back')
    await tap(app, '#taking-back-main')
    await app.untilText('收回了')
    expect(ofEstate()).toEqual([])
  })

  it('is chosen from the community’s page', async () => {
    const app = open()
    await tap(app, '#estates-open')
    await tap(app, `#estate-${estateId}`)
    await app.until(() => app.page.route === 'pages/directory/settings/index' && app.stack.length === 2)
    await shows(app, '#drawer-same')
  })
})

describe('who may not answer', () => {
  it('a grid leader reads the answers only', async () => {
    answered(allBut('road.redline'))
    const app = open({ g: 'west-1' }, gridLeader)
    await app.untilText('要改，请找社区书记')
    await shows(app, '#question-road-redline')
    expect(app.page.findAll('#save')).toEqual([])
  })

  it('somebody from elsewhere is refused in words', async () => {
    const app = open({}, otherSecretary)
    await shows(app, '.state')
    expect(app.page.findAll('#questions')).toEqual([])
  })

  it('without a community the page says where to start', async () => {
    const app = openOn(cloud)(secretary, 'directory/settings', {})
    await app.untilText('请从工作台打开这一页')
  })
})

it('works in the care edition too', async () => {
  const app = open({}, secretary, { storage: { 'jmk:care': { form: 1, at: Date.now(), value: true } } })
  await shows(app, '.page.care #question')
})

it('keeps the answer where its reply is lost, and nothing is saved twice', async () => {
  answered(allBut('road.redline'))
  let lost = 0
  const app = open({}, secretary, {
    cloud: async (name, data) => {
      const reply = await cloud.invoke(name, data, { openid: secretary, source: 'wx_client' })
      const isSave = (data as { readonly action?: string }).action === 'setting.save'
      // The phone asks a second time by itself.
      if (isSave && lost++ < 2) throw Object.assign(new Error('timeout'), { errMsg: 'cloud.callFunction:fail timeout' })
      return reply
    },
  })
  const saves = () => cloud.database.count('audits', { verb: 'setting.save' })
  const before = saves()
  await choose(app, '#answer-estate')
  await tap(app, '#save')
  await app.until(() => lost === 2 && app.page.findAll('#save.button-busy').length === 0)
  await shows(app, '#answer-estate.choice-on')
  await tap(app, '#save')
  await app.untilText('都回答了')
  expect(saves()).toBe(before + 1)
})
