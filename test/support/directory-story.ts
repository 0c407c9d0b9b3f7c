import { randomBytes } from 'node:crypto'
import { makeSetupCode, setupNonceBytes } from '../../src/cloud/people/setup-code'
import { readKeys } from '../../src/cloud/keys'
import { day } from '../../src/domain/time/clock'
import { developmentKeys } from '../../src/local/development-keys'
import type { App, OpenedPhone } from './app'
import { codesOn, renderPdf } from './pdf'
import { workbookOf } from './workbook'

/** What the keepers of a small community know on their first day, as they would fill it in; every number is made up. */
export const givenWorkbook = (): Buffer =>
  workbookOf({
    小区: [
      ['小区名称', '地址'],
      ['南苑小区', '中山路8号'],
    ],
    网格: [['网格名称'], ['第一网格']],
    楼栋: [
      ['小区', '楼栋', '网格', '单元', '层数', '每层户数'],
      ...['1号楼', '2号楼', '3号楼'].map((name) => ['南苑小区', name, '第一网格', 2, 6, 2]),
    ],
    责任单位: [
      ['单位', '负责什么', '服务范围'],
      ['南苑物业服务中心', '物业服务中心、电梯维保单位', null],
      ['南街社区居委会', '社区居委会', null],
      ['开封供水公司', '供水公司（自来水公司）', null],
      ['开封燃气公司', '燃气公司', null],
      ['第一网格值班', '网格员', '第一网格'],
    ],
    电话: [
      ['单位', '电话', '时间', '谁负责'],
      ['南苑物业服务中心', '13900001201', '24小时', '物业前台'],
      ['南街社区居委会', '13900001202', '工作日 8:30-17:30', '居委会值班'],
      ['开封供水公司', '13900001203', '24小时', '供水客服'],
      ['开封燃气公司', '13900001204', '24小时', '燃气抢修'],
      ['第一网格值班', '13900001205', '每天 8:00-20:00', '网格员'],
    ],
    设置: [
      ['问题', '回答'],
      ['这个小区有没有物业公司？', '有物业公司'],
      ['小区里面的路归谁修？', '小区自己'],
    ],
  })

/** How a day went: every screen that somebody confirmed, in order, and what was dialled at its end. */
export interface FirstDay {
  readonly confirmed: readonly string[]
  readonly dialled: readonly string[]
}

/** A phone whose main taps are counted: each is a screen that somebody read and confirmed. */
function counting(phone: OpenedPhone, confirmed: string[]) {
  const seen = (selector: string) => phone.page.locator(selector).locator('visible=true').first()
  return {
    ...phone,
    sees: (selector: string) => seen(selector).waitFor({ timeout: 60_000 }),
    fills: (selector: string, words: string) =>
      phone.page.locator(`${selector} input, ${selector} textarea`).fill(words),
    async confirms(what: string, selector: string) {
      await seen(selector).waitFor({ timeout: 60_000 })
      confirmed.push(what)
      await phone.tap(selector)
    },
  }
}

/** The secretary opens the community and goes through the first hour with a workbook; answers what the posters say. */
async function opensCommunity(app: App, confirmed: string[]): Promise<readonly string[]> {
  const nonce = randomBytes(setupNonceBytes)
  const expiresAt = app.cloud.clock.now() + day
  const code = makeSetupCode(readKeys(developmentKeys), { communityId: null, expiresAt, nonce })
  const phone = await app.phone({ storage: { 'demo-identity': 'story-founder' } })
  const { page, tap, open, sees, fills, confirms } = counting(phone, confirmed)

  await open('work/setup')
  await sees('#setup-code')
  await fills('#setup-code', code)
  await tap('#setup-which-fresh')
  await confirms('the set-up code', '#setup-next')
  const names = { name: '南街社区', streetName: '中山路街道', province: '河南省', city: '开封市', district: '鼓楼区' }
  for (const [field, words] of Object.entries(names)) await fills(`#setup-${field}`, words)
  await fills('#setup-own-name', '吴书记')
  await confirms('the names', '#setup-found')
  await sees('#consent-age-old')
  await tap('#consent-age-old')
  await confirms('the privacy notice', '#consent-main')
  await confirms('the community is open', '#state-action')

  await confirms('buildings by a workbook', '#by-table')
  await sees('#upload-choose')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    confirms('the file is chosen', '#upload-choose'),
  ])
  await chooser.setFiles({ name: '南街社区.xlsx', mimeType: 'application/octet-stream', buffer: givenWorkbook() })
  await confirms('what the file changes', '#confirm')
  await confirms('the import is done', '#onward')

  await sees('#sample-drain-blocked')
  await confirms('the step of the codes', '#step-codes')
  await confirms('codes and posters', '#to-codes')
  await confirms('codes for every door', '#fill-go')
  // Whoever asks for posters before there are codes is told so.
  await sees('#fill .notice-done')
  const made = page.waitForResponse(
    (response) => (response.request().postData() ?? '').includes('poster.make') && response.status() === 200,
  )
  await confirms('one file of posters', '#poster-make')
  await sees('#poster-made')
  const reply = (await (await made).json()) as PosterReply
  await phone.context.close()
  if (phone.complaints.length > 0) throw new Error(phone.complaints.join('\n'))
  return scanned(reply)
}

interface PosterReply {
  readonly data?: { readonly url: string }
  readonly result?: { readonly data?: { readonly url: string } }
}

/** What a phone reads off the printed pages. */
async function scanned({ data, result }: PosterReply): Promise<readonly string[]> {
  const url = (data ?? result?.data)?.url
  if (url === undefined) throw new Error('no file of posters came')
  const pdf = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const codes = await codesOn(await renderPdf(pdf, 100), 100)
  return codes.flatMap((code) => (code ? [code.text] : []))
}

/** A resident who never opened it scans the code at a door, and calls about a blocked drain. */
async function asksWhom(app: App, link: string, confirmed: string[]): Promise<readonly string[]> {
  const phone = await app.phone()
  const { page, open, sees, confirms } = counting(phone, confirmed)
  await open(`door?q=${encodeURIComponent(link)}`)
  await sees('#phones')
  await page.locator('#search textarea').fill('下水道堵了')
  await confirms('the matter that was found', '#hit-drain-blocked')
  await page.getByText('南苑物业服务中心').locator('visible=true').first().waitFor()
  await confirms('the call', '.contact-main .button')
  const dialled = await phone.dialled()
  await phone.context.close()
  if (phone.complaints.length > 0) throw new Error(phone.complaints.join('\n'))
  return dialled
}

/** From an environment with nothing in it to the first resident who reaches somebody. `app` is empty. */
export async function firstDay(app: App): Promise<FirstDay> {
  const confirmed: string[] = []
  const [link] = await opensCommunity(app, confirmed)
  if (link === undefined) throw new Error('no code could be read from the posters')
  const dialled = await asksWhom(app, link, confirmed)
  return { confirmed, dialled }
}
