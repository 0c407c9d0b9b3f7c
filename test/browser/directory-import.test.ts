import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readWorkbook, workbookBounds } from '../../src/cloud/workbook'
import { newEstate, workbookOf } from '../cloud/support/files'
import { secretary } from '../cloud/support/people'
import { openApp, type App, type OpenedPhone } from '../support/app'
import { takePicture } from '../support/chromium'

jest.setTimeout(120_000)

let app: App
let folder: string
beforeAll(async () => {
  app = await openApp()
  folder = await mkdtemp(path.join(tmpdir(), 'workbooks-'))
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const phoneOf = (care = false): Promise<OpenedPhone> =>
  app.phone({ care, width: 375, height: 812, storage: { 'demo-identity': secretary } })

/** Chooses a file of the computer, by the browser's own dialogue. */
async function choose({ page, tap }: OpenedPhone, bytes: Uint8Array, name = '资料.xlsx'): Promise<void> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('#upload-choose')])
  await chooser.setFiles(file)
}
const revision = () =>
  (app.cloud.database.get('communities', 'west-street') as unknown as { revision: number }).revision
const good = () => workbookOf(newEstate(app.cloud, 2, 2))

describe('a workbook in the browser', () => {
  it('comes from the disk to where residents see it, and back again', async () => {
    const before = revision()
    const phone = await phoneOf()
    const { page, open, tap } = phone
    await open('directory/table?c=west-street')
    await choose(phone, good())
    await page.locator('#import-ready').waitFor()
    await takePicture(page, 'directory-import-ready')
    await tap('#confirm')
    await page.locator('#import-done').waitFor()
    expect(revision()).toBe(before + 1)
    await takePicture(page, 'directory-import-done')
    await tap('#restore')
    await tap('#restore-ask-main')
    await page.locator('#import-ready #changes').getByText('去掉2').first().waitFor()
    await tap('#breaks-seen-yes')
    await tap('#confirm')
    await tap('#sure-main')
    await page.locator('#import-done').waitFor()
    expect(revision()).toBe(before + 2)
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  it('is mended by its list and brought up once more', async () => {
    const sheets = newEstate(app.cloud, 1, 1)
    const [heads = [], ...rows] = sheets['楼栋'] ?? []
    const workbook = good()
    const phone = await phoneOf()
    await phone.open('directory/table?c=west-street')
    await choose(phone, workbookOf({ ...sheets, 楼栋: [heads, ...rows, ['没有这里', '9号楼']] }))
    await phone.page
      .locator('#to-mend')
      .getByText(/“楼栋”表 [A-Z]\d+格/)
      .first()
      .waitFor()
    await takePicture(phone.page, 'directory-import-faulty')
    await choose(phone, workbook)
    await phone.page.locator('#import-ready').waitFor()
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  it('is not brought up where it is an old one', async () => {
    const phone = await phoneOf(true)
    await phone.open('directory/table?c=west-street')
    await choose(phone, Uint8Array.of(1, 2, 3), '资料.xls')
    await phone.page.getByText('这是旧格式').waitFor()
    await phone.context.close()
  })

  it('is downloaded, blank and filled in, and can be read again', async () => {
    const phone = await phoneOf()
    const { page, open, tap } = phone
    await open('directory/table?c=west-street')
    for (const [get, send] of [
      ['#blank-get', '#blank-send'],
      ['#export-get', '#exported-send'],
    ] as const) {
      await tap(get)
      await page.locator(send).waitFor()
      const [download] = await Promise.all([page.waitForEvent('download'), tap(send)])
      const read = readWorkbook(await readFile(await download.path()), workbookBounds)
      expect('sheets' in read && read.sheets.map(({ name }) => name)).toContain('楼栋')
    }
    await phone.context.close()
  })
})
