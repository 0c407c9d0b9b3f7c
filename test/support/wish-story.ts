import type { OfferRow, WishRow } from '../../src/cloud/wish/load'
import { demoMembers } from '../../src/local/demo/people'
import { consent } from '../cloud/support/people'
import { openApp, type App, type OpenedPhone } from './app'
import { livesHere } from './wish-phone'

/** A Tuesday morning on which nothing is closed. */
export const tuesday = Date.parse('2026-11-24T09:00:00+08:00')
export const at = (day: string, clock: string): number => Date.parse(`${day}T${clock}:00+08:00`)

const kept = (value: unknown) => ({ form: 1, at: 1, value })
const isMember = (openid: string) => demoMembers.some((member) => member.openid === openid)

/** Somebody of the story, with a phone of their own. */
export interface Actor {
  readonly openid: string
  readonly phone: OpenedPhone
  /** Opens a page as from outside, with the hour of the cloud on the phone. */
  goes(path: string): Promise<void>
  /** Waits for it, and taps it. */
  taps(...selectors: readonly string[]): Promise<void>
  types(selector: string, words: string): Promise<void>
  sees(selector: string): Promise<void>
  seesNot(selector: string): Promise<void>
  reads(words: string | RegExp): Promise<void>
  /** Nothing moves any more. */
  comesToRest(): Promise<void>
  /** Everything that stands on the page in sight. */
  text(): Promise<string>
}

export interface Story {
  readonly app: App
  /** No card hangs, and nobody was told anything. */
  empties(): void
  /** `isNew`: they have agreed to nothing yet. */
  actor(openid: string, isNew?: boolean): Promise<Actor>
  /** It is then, everywhere: the clock of the local cloud is moved, as its own page does it. */
  isNow(when: number): Promise<void>
  /** The minute's timer runs, as its own page lets it. */
  timer(): Promise<void>
  close(): Promise<void>
}

/** The local cloud, and a browser. */
export async function openStory(): Promise<Story> {
  const app = await openApp()
  const local = async (route: string, asked: object) => {
    const response = await fetch(`${app.cloud.url}/_local/api/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-inspect': '1' },
      body: JSON.stringify(asked),
    })
    if (!response.ok) throw new Error(`/_local/api/${route} answers ${response.status}`)
  }
  const opened: Actor[] = []
  return {
    app,
    empties() {
      for (const name of ['wishes', 'offers', 'messages', 'counters', 'blocks'])
        app.cloud.database.remove(name, {}, { multi: true })
    },
    isNow: (when) => local('move-clock', { at: when }),
    timer: () => local('run-timer', { function: 'timer' }),
    async actor(openid, isNew = false) {
      const actor = await actorOf(app, openid, isNew)
      opened.push(actor)
      return actor
    },
    async close() {
      const complaints = opened.flatMap(({ phone }) => phone.complaints)
      await app.close()
      if (complaints.length > 0) throw new Error(`a page complained: ${complaints.join('; ')}`)
    },
  }
}

async function actorOf(app: App, openid: string, isNew: boolean): Promise<Actor> {
  if (!isMember(openid) && !isNew) await consent(app.cloud, openid)
  const account = { 'jmk:account': kept({ purposes: ['account'], hasRole: isMember(openid) }) }
  const storage = { ...livesHere, 'demo-identity': openid, ...(isNew ? {} : account) }
  const phone = await app.phone({ storage, at: Date.now() })
  const { page } = phone
  const seen = (selector: string) => page.locator(selector).locator('visible=true').first()
  return {
    openid,
    phone,
    async goes(path) {
      // The page's own script moves it by as much as the cloud's clock is moved.
      await page.clock.setFixedTime(Date.now())
      await phone.open(path)
    },
    async taps(...selectors) {
      for (const selector of selectors) {
        await seen(selector).waitFor()
        await phone.tap(selector)
      }
    },
    async types(selector, words) {
      const field = `${selector} textarea, ${selector} input, input${selector}, textarea${selector}`
      await seen(field).waitFor()
      await seen(field).fill(words)
    },
    sees: (selector) => seen(selector).waitFor(),
    seesNot: (selector) => seen(selector).waitFor({ state: 'hidden' }),
    reads: (words) => page.getByText(words).locator('visible=true').first().waitFor(),
    comesToRest: () =>
      page.evaluate(async () => void (await Promise.all(document.getAnimations().map(({ finished }) => finished)))),
    text: () => page.evaluate(() => document.body.innerText),
  }
}

export const theWish = ({ app }: Story): WishRow => {
  const [row] = app.cloud.database.find('wishes') as unknown as readonly WishRow[]
  if (!row) throw new Error('nothing hangs')
  return row
}
export const theOffers = ({ app }: Story): readonly OfferRow[] =>
  app.cloud.database.find('offers') as unknown as readonly OfferRow[]

interface Told {
  readonly person: string
  readonly kind: string
  readonly params: Readonly<Record<string, string>>
}
/** What somebody was told, by kind and step. */
export const toldTo = ({ app }: Story, person: string): readonly string[] =>
  (app.cloud.database.find('messages', { person }) as unknown as readonly Told[]).map(
    ({ kind, params }) => `${kind} ${params['step'] ?? ''}`,
  )

/** A step of the office on the card of a wish. */
export async function officeDoes(duty: Actor, wishId: string, step: string, fill?: () => Promise<void>): Promise<void> {
  await duty.goes(`pair/card?id=${wishId}`)
  await duty.taps(`#step-${step}`)
  await duty.sees('#step-form')
  await fill?.()
  await duty.taps('#step-send')
  await duty.seesNot('#step-form')
}
