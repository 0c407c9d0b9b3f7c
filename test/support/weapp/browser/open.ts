import path from 'node:path'
import { build } from 'esbuild'
import type { Browser, Locator, Page } from 'playwright-core'
import { openPhone } from '../../chromium'
import { readWeapp } from '../files'
import type { WeappOptions } from '../options'
import { compileTemplates } from '../templates'
import { stylesOf } from './styles'

export interface OpenWeapp {
  readonly page: Page
  /** What a person sees of an element by its id in the mini program. */
  byId(id: string): Locator
  /** What the page threw, and the mini program's own problems. */
  complaints(): Promise<string[]>
  close(): Promise<void>
}

let host: Promise<string> | undefined

/** The host with the engine, as one script. */
const hostScript = (): Promise<string> =>
  (host ??= build({
    entryPoints: [path.join(__dirname, 'entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome110',
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? ''))

/** Runs the compiled mini program in a browser at a phone's size; its cloud is the real local one. */
export async function openWeapp(
  browser: Browser,
  folder: string,
  options: Required<Pick<WeappOptions, 'connect' | 'launch'>> & Pick<WeappOptions, 'storage' | 'fontSize'>,
): Promise<OpenWeapp> {
  const files = readWeapp(folder)
  const context = await openPhone(browser)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  // A page of the cloud's own address may ask the cloud.
  const address = `${options.connect.url}/weapp`
  const html = '<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1"><body></body>'
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.goto(address)
  await page.addStyleTag({ content: stylesOf(files) })
  await page.addScriptTag({ content: await hostScript() })
  const { program, builtIns } = compileTemplates(files)
  await page.evaluate((start) => window.startWeapp(start), { files, program, builtIns, options })
  return {
    page,
    byId: (id) => page.locator(`[exparser\\:info-attr-id="${id}"]`).locator('visible=true').first(),
    complaints: async () => [...complaints, ...(await page.evaluate(() => window.weapp.problems))],
    close: () => context.close(),
  }
}
