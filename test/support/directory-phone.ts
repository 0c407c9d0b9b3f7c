import type { LocalCloud } from '../../src/local/start'
import { startAt } from './door-app'
import type { Weapp, WeappOptions } from './weapp'

export const west = { c: 'west-street' }

/** A keeper's phone, opened at one of the product's pages. */
export const openAs = (
  cloud: LocalCloud,
  openid: string,
  page: string,
  query: Record<string, string> = {},
  options: WeappOptions = {},
): Weapp =>
  startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/${page}/index`, query, scene: 1001 },
    ...options,
  })

export const has = (app: Weapp, selector: string): boolean => app.page.findAll(selector).length > 0
export const shows = (app: Weapp, selector: string): Promise<void> => app.until(() => has(app, selector))
export const hides = (app: Weapp, selector: string): Promise<void> => app.until(() => !has(app, selector))

export async function tap(app: Weapp, selector: string): Promise<void> {
  await shows(app, selector)
  app.page.tap(selector)
}

/** Types, and waits until the page has taken it in. */
export async function type(app: Weapp, selector: string, words: string): Promise<void> {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words)
}

/** Chooses one of several, and waits until it shows. */
export async function choose(app: Weapp, selector: string): Promise<void> {
  await tap(app, selector)
  await shows(app, `${selector}.choice-on`)
}

/** Two taps of an unsteady thumb. */
export async function tapTwice(app: Weapp, selector: string): Promise<void> {
  await shows(app, selector)
  const button = app.page.find(selector)
  app.page.tap(button)
  app.page.tap(button)
}
