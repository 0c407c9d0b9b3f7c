import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { dataAs, gridLeader, otherGridLeader, secretary } from '../cloud/support/people'
import { startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(120_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

function open(query: Record<string, string>, openid = secretary, options: WeappOptions = {}): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: 'pages/directory/codes/index', query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
/** Longer than the first call of a function takes on a busy computer (ms). */
const patience = 20_000
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector), patience)
const says = (app: Weapp, text: string) => app.untilText(text, patience)
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
/** Chooses one of several, and waits until it shows. */
const choose = async (app: Weapp, selector: string) => {
  await tap(app, selector)
  await shows(app, `${selector}.choice-on`)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words, patience)
}

const west = { c: 'west-street' }
let counted = 50
/** A building of its own for a test, with units. */
async function aBuilding(units: number, gridId: string | null = 'west-1') {
  const { buildingId } = await dataAs<{ buildingId: string }>(cloud, secretary, 'building.save', {
    ...{ communityId: 'west-street', estateId: 'heyuan', buildingId: null, seen: null, order: null, gridId },
    ...{ name: `${++counted}号楼`, floors: null, roomsPerFloor: null },
    units: Array.from({ length: units }, (_, at) => ({ id: null, name: `${at + 1}单元` })),
  })
  return { ...west, estate: 'heyuan', building: buildingId }
}
interface Code {
  readonly code: string
  readonly unitId: string | null
  readonly state: 'active' | 'revoked'
}
const codesOf = async (buildingId: string, state: Code['state'] = 'active') =>
  (await dataAs<{ codes: readonly Code[] }>(cloud, secretary, 'doorcode.list', { buildingId })).codes.filter(
    (code) => code.state === state,
  )
const oneCode = async (buildingId: string) => (await codesOf(buildingId))[0]?.code ?? ''
async function withCode() {
  const query = await aBuilding(0)
  const { building: buildingId } = query
  await dataAs(cloud, secretary, 'doorcode.make', { buildingId, doors: [null] })
  return { query, buildingId, code: await oneCode(buildingId) }
}

describe('the codes of a building', () => {
  it('are made for every door that has none, more than one commit holds', async () => {
    const query = await aBuilding(20)
    const app = open(query)
    await says(app, '还没有码')
    await tap(app, '#codes-make')
    await says(app, '做好了20个码')
    expect(await codesOf(query.building)).toHaveLength(20)
    expect(has(app, '#codes-make')).toBe(false)
  })

  it('may have one for the building beside those of its units', async () => {
    const query = await aBuilding(2)
    const app = open(query)
    await tap(app, '#codes-make')
    await tap(app, '#codes-make-whole')
    await app.until(() => app.page.text.includes('整栋楼') && !has(app, '#codes-make-whole'), patience)
    expect((await codesOf(query.building)).map(({ unitId }) => unitId === null).sort()).toEqual([false, false, true])
  })

  it('are replaced with a reason, and the old one is listed below', async () => {
    const { query, buildingId, code } = await withCode()
    const app = open(query)
    await tap(app, `#code-${code}`)
    await tap(app, '#code-replace')
    await tap(app, '#code-why-main')
    await says(app, '请先选一个原因')
    await choose(app, '#why-forged')
    await tap(app, '#code-why-main')
    await says(app, '整栋楼换成了新码')
    await shows(app, `#old-${code}`)
    await shows(app, `#code-${await oneCode(buildingId)}`)
    expect(await oneCode(buildingId)).not.toBe(code)
    const [line] = cloud.database.find('audits', { verb: 'doorcode.replace' })
    expect(line).toMatchObject({ why: '被换成假的了' })
  })

  it('are taken out of force for a reason in own words', async () => {
    const { query, buildingId, code } = await withCode()
    const app = open(query)
    await tap(app, `#code-${code}`)
    await tap(app, '#code-revoke')
    await choose(app, '#why-other')
    await tap(app, '#code-why-main')
    await says(app, '请写一下是什么原因')
    await type(app, '#why-other-words', '这个门封了')
    await tap(app, '#code-why-main')
    await says(app, '整栋楼的码停用了')
    expect(await codesOf(buildingId)).toEqual([])
    await shows(app, '#codes-make')
  })

  it('say so where somebody else has put another in its place', async () => {
    const { query, buildingId, code } = await withCode()
    const app = open(query)
    await tap(app, `#code-${code}`)
    await tap(app, '#code-replace')
    await dataAs(cloud, gridLeader, 'doorcode.replace', { code, why: '海报被撕了' })
    await choose(app, '#why-torn')
    await tap(app, '#code-why-main')
    await says(app, '这个门码已经停用了')
    await tap(app, '#code-why-other')
    await tap(app, '#code-sheet-other')
    await shows(app, `#code-${await oneCode(buildingId)}`)
  })

  it('open the door as a resident sees it', async () => {
    const { query, code } = await withCode()
    const app = open(query)
    await tap(app, `#code-${code}`)
    await tap(app, '#code-look')
    await app.until(() => app.page.route === 'pages/door/index', patience)
    await says(app, '和苑小区')
  })

  it('are not for the leader of another grid', async () => {
    const { query } = await withCode()
    await says(open({ ...query, g: 'west-2' }, otherGridLeader), '您现在不能看或办这件事')
  })
})

describe('the posters of a building', () => {
  it('are made, opened in WeChat’s viewer, and their address copied', async () => {
    const { query } = await withCode()
    const app = open(query)
    await tap(app, '#poster-make')
    await says(app, '做好了，一共1页')
    await tap(app, '#poster-open')
    await says(app, '海报打开了')
    expect(app.callsOf('openDocument')).toEqual([
      { filePath: 'wxfile://usr/posters.pdf', fileType: 'pdf', showMenu: true },
    ])
    await tap(app, '#poster-copy')
    await says(app, '复制好了')
    expect(app.callsOf('setClipboardData')).toEqual([{ data: expect.stringContaining('http') as string }])
  })

  it('are found where the page was opened without its estate', async () => {
    const { query } = await withCode()
    const app = open({ c: query.c, building: query.building })
    await tap(app, '#poster-make')
    await says(app, '做好了，一共1页')
  })

  it('are saved where WeChat on a computer cannot show them, and offered again where nothing works', async () => {
    const { query } = await withCode()
    const app = open(query)
    await tap(app, '#poster-make')
    app.fail('openDocument', 'not supported')
    await tap(app, '#poster-open')
    await says(app, '海报存好了')
    app.fail('downloadFile', 'url not in domain list')
    await tap(app, '#poster-open')
    await says(app, '没有打开。请再点一次')
  })
})

describe('the codes of an estate', () => {
  const heyuan = { ...west, estate: 'heyuan' }

  it('are all made with one tap, and made again nothing more', async () => {
    const { building } = await aBuilding(3)
    const app = open(heyuan)
    await tap(app, '#fill-go')
    await says(app, '个码。打印海报贴上')
    expect(await codesOf(building)).toHaveLength(3)
    await tap(app, '#fill-go')
    await says(app, '每个门都有码了')
  })

  it('of a grid leader are those of the own grid', async () => {
    const { building: own } = await aBuilding(0)
    const { building: other } = await aBuilding(0, 'west-2')
    const app = open({ ...heyuan, g: 'west-1' }, gridLeader)
    await tap(app, '#fill-go')
    await says(app, '个码。打印海报贴上')
    expect([(await codesOf(own)).length, (await codesOf(other)).length]).toEqual([1, 0])
  })

  it('come as posters of all, of one grid, or of some buildings, and it is said who has none', async () => {
    const { building } = await aBuilding(0, 'west-2')
    const app = open(heyuan)
    await choose(app, '#scope-grid-west-2')
    await tap(app, '#poster-make')
    await says(app, '还没有码，海报里没有它们')
    await choose(app, '#scope-some')
    await tap(app, '#poster-make')
    await says(app, '请先挑几栋楼')
    await choose(app, '#some-heyuan-5')
    await tap(app, '#poster-make')
    await says(app, '做好了，一共')
    expect(await codesOf(building)).toEqual([])
  })

  it('say so where the page was opened without a place', async () => {
    await says(open(west), '请从楼栋或小区里打开这一页')
  })
})

describe('where nobody has said to which address links lead', () => {
  it('offers WeChat’s own code instead', async () => {
    const { query } = await withCode()
    const app = open(query, secretary, {
      // The refusal as the server gives it without DOOR_LINK; everything else is the real thing.
      cloud: (name, data) => {
        const { action, input } = data as { action: string; input: { form?: string } }
        return action === 'poster.make' && input.form === 'link'
          ? Promise.resolve({ ok: false, refused: 'poster.no-link' })
          : cloud.invoke(name, data, { openid: secretary, source: 'wx_client' })
      },
    })
    await tap(app, '#poster-make')
    await says(app, '还没有设置链接的网址')
    await tap(app, '#poster-instead')
    await says(app, '做好了，一共1页')
  })
})
