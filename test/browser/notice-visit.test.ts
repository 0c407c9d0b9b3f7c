import { put } from '../../src/tools/support/proof/documents'
import { aRoom, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { aNoticeRow, putNotices } from '../cloud/support/notices'
import { gridLeader } from '../cloud/support/people'
import { openApp, type App } from '../support/app'

jest.setTimeout(120_000)

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const unitId = 'heyuan-1-u1'
const rooms = ['301', '302', '401', '402'].map((room) =>
  aRoom('heyuan-1', room, { id: `r${room}`, unitId, floor: Number(room[0]) }),
)
const ticks = () => app.cloud.database.find('noticeVisits', {}).flatMap((document) => document['ticks'] as object[])

describe('a visiting list on the stairs', () => {
  it('takes ticks off line, keeps them over a restart, and brings each of them once', async () => {
    app.cloud.database.remove('households', { buildingId: 'heyuan-1' }, { multi: true })
    put(app.cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms)])
    // The phone stands at its own noon; the server knows the time.
    const id = putNotices(app.cloud, aNoticeRow(Date.now()))
    const path = `notices/visit?c=west-street&g=west-1&notice=${id}&b=heyuan-1`
    const { page, open, tap, context } = await app.phone({ storage: { 'demo-identity': gridLeader } })
    await open(path)
    await page.locator('#tick-r301').waitFor()

    // The files of the page still come, as from WeChat's package; nothing reaches the server.
    await context.route('**/call/**', (route) => route.abort())
    for (const room of ['301', '302', '401']) await tap(`#tick-r${room}`)
    await page.getByText('有3户还没发出去').waitFor()

    await open(path)
    await page.getByText('没有网络，下面是').waitFor()
    await page.getByText('4户要上门，已经告知3户').waitFor()
    expect(ticks()).toEqual([])

    await context.unroute('**/call/**')
    await context.setOffline(true)
    await context.setOffline(false)
    await page.getByText('还没发出去').waitFor({ state: 'detached' })
    expect(ticks()).toHaveLength(3)
    await page.getByText('4户要上门，已经告知3户').waitFor()
  })
})
