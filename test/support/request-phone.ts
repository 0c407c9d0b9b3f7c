import type { LocalCloud } from '../../src/local/start'
import { startAt } from './door-app'
import type { Weapp, WeappOptions } from './weapp'

/** A phone of somebody's, opened on a page of the requests. */
export const openOn =
  (cloud: LocalCloud) =>
  (openid: string, page: string, query: Record<string, string> = {}, options: WeappOptions = {}): Weapp =>
    startAt(cloud, query, {
      connect: { url: cloud.url, openid },
      cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
      launch: { path: `pages/${page}/index`, query, scene: 1001 },
      ...options,
    })

const kept = (value: unknown) => ({ form: 1, at: Date.now(), value })

/** The phone of somebody who agreed to the notice on it. */
export const agreedBefore = { 'jmk:account': kept({ purposes: ['account'], hasRole: false }) }
/** The same in the care edition. */
export const inCare = { ...agreedBefore, 'jmk:care': kept(true) }

export const has = (app: Weapp, selector: string): boolean => app.page.findAll(selector).length > 0
export const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
export const hides = (app: Weapp, selector: string) => app.until(() => !has(app, selector))
export async function tap(app: Weapp, selector: string): Promise<void> {
  await shows(app, selector)
  app.page.tap(selector)
}
export async function type(app: Weapp, selector: string, words: string): Promise<void> {
  await shows(app, selector)
  app.page.type(selector, words)
}

/** A danger's own page has opened, and all of it stands there. */
export async function opensMatter(app: Weapp): Promise<void> {
  await app.until(() => app.page.route === 'pages/matter/index')
  await shows(app, '#contacts')
}
