import type { Page } from 'playwright-core'
import { minute } from '../../src/domain/time/clock'
import { consent, volunteer } from '../cloud/support/people'
import { wisher } from '../cloud/support/wishes'
import { openApp, type App, type OpenedPhone } from '../support/app'
import { takePicture } from '../support/chromium'
import { grantedAt, livesHere, emptyWall, manyOffers, manyWishes } from '../support/wish-phone'

let app: App
beforeAll(async () => {
  app = await openApp()
  await consent(app.cloud, wisher)
  await consent(app.cloud, volunteer)
})
afterAll(() => app.close())
beforeEach(() => emptyWall(app.cloud))

const manyPairs = () => manyWishes(app.cloud, 5, grantedAt(Date.now(), '谢谢您，菜很新鲜'), 'pair')

async function fullWall(): Promise<void> {
  await manyWishes(app.cloud, 30)
  await manyOffers(app.cloud, 30)
}

/** The screen in the hall; its clock stands still until the test moves it. */
async function hall(): Promise<OpenedPhone> {
  const screen = await app.phone({ width: 1920, height: 1080, storage: livesHere })
  await screen.page.clock.install()
  await screen.open('wish/wall?screen=1')
  await screen.page.locator('#hall .heart-paper').first().waitFor()
  return screen
}
/** What each place shows to whoever stands before it. */
const seen = ({ page }: OpenedPhone): Promise<string[]> => page.evaluate(shownInHall)
function shownInHall(): string[] {
  return [...document.querySelectorAll('.hall-place')].map((place) => {
    const isTurned = place.querySelector('.glued-turned') !== null
    return place.querySelectorAll('.hall-side')[isTurned ? 1 : 0]?.textContent ?? ''
  })
}
/** Lets the time of the screen pass (ms). */
const wait = ({ page }: OpenedPhone, ms: number) => page.clock.runFor(ms)

describe('the screen in the hall', () => {
  it('fills 1920 × 1080 with hearts that are read from four metres', async () => {
    await fullWall()
    const screen = await hall()
    const { page } = screen
    await page.locator('#hall-wishes .heart-paper').nth(3).waitFor()
    const sizes = await page
      .locator('#hall .heart-words')
      .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32)
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.querySelector('#hall')!
      return [scrollWidth - clientWidth, scrollHeight - clientHeight]
    })
    expect(overflow).toEqual([0, 0])
    await page.clock.resume()
    await takePicture(page, 'wish-wall-hall', { fullPage: false })
    expect(screen.complaints).toEqual([])
    await screen.context.close()
  })

  it('turns some cards over every twelve seconds, and leaves the others still', async () => {
    await fullWall()
    const screen = await hall()
    const before = await seen(screen)
    await wait(screen, 12_500)
    const after = await seen(screen)
    const turned = after.filter((text, at) => text !== before[at])
    expect(turned.length).toBeGreaterThan(0)
    expect(turned.length).toBeLessThan(after.length)
    await screen.context.close()
  })

  it('shows the back of a pair when its turn comes: granted, with the thanks that may be shown', async () => {
    await fullWall()
    await manyPairs()
    const screen = await hall()
    await screen.page.locator('#hall-pairs .heart-paper').first().waitFor()
    expect((await seen(screen)).join()).not.toContain('菜很新鲜')
    await wait(screen, 24_500)
    expect((await seen(screen)).join()).toContain('心愿圆了谢谢您，菜很新鲜')
    // A picture is taken when the page is drawn next, for which its time has to go on.
    await screen.page.clock.resume()
    await takePicture(screen.page, 'wish-wall-hall-turned', { fullPage: false })
    await screen.context.close()
  })

  it('stands still while space has stopped it, and goes on at the next', async () => {
    await fullWall()
    const screen = await hall()
    await screen.page.keyboard.press('Space')
    await screen.page.getByText('停住了').waitFor()
    const before = await seen(screen)
    await wait(screen, 60_000)
    expect(await seen(screen)).toEqual(before)
    await screen.page.keyboard.press('Space')
    await wait(screen, 12_500)
    expect(await seen(screen)).not.toEqual(before)
    await screen.context.close()
  })

  it('comes in time to every card of the wall', async () => {
    await fullWall()
    const screen = await hall()
    const all = new Set<string>()
    for (let turn = 0; turn < 60; turn++) {
      for (const text of await seen(screen)) for (const [card] of text.matchAll(/(?:心愿|接单)第\d+张/g)) all.add(card)
      await wait(screen, 12_000)
    }
    expect(all.size).toBe(60)
    await screen.context.close()
  }, 90_000)

  it('hangs a new card within two minutes, without anybody touching it', async () => {
    const screen = await app.phone({ width: 1920, height: 1080, storage: livesHere })
    await screen.page.clock.install()
    await screen.open('wish/wall?screen=1')
    await screen.page.locator('#hall .hall-none').first().waitFor()
    await fullWall()
    await wait(screen, minute)
    await screen.page.locator('#hall-wishes .heart-paper').first().waitFor()
    await screen.context.close()
  })

  it('keeps the last wall while the network is away, says so, and goes on when it is back', async () => {
    await fullWall()
    const screen = await hall()
    await screen.context.setOffline(true)
    await wait(screen, 2 * minute)
    await screen.page.getByText('网络断了').waitFor()
    expect((await seen(screen)).filter((text) => text !== '').length).toBeGreaterThan(3)
    await screen.context.setOffline(false)
    await wait(screen, minute)
    await screen.page.getByText('网络断了').waitFor({ state: 'detached' })
    await screen.context.close()
  })

  it('never shows more than the wall does', async () => {
    await fullWall()
    await manyPairs()
    const screen = await hall()
    const text = (await screen.page.locator('#hall').textContent()) ?? ''
    expect(text).toContain('西街社区')
    expect(text).not.toMatch(/1390000|0000000|赵奶奶|402/)
    expect(await screen.page.locator('#hall [role=button]').count()).toBe(0)
    await screen.context.close()
  }, 90_000)
})

/** Scrolls whatever scrolls in this page (px). */
const scrollTo = (page: Page, top: number) =>
  page.evaluate((place) => {
    const shown = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(
      (one) => one.style.display !== 'none',
    )
    ;(shown.at(-1) ?? document.documentElement).scrollTop = place
  }, top)

describe('the wall on a phone', () => {
  it('scrolls through 300 cards with few of them in the document, and keeps its place', async () => {
    await manyWishes(app.cloud, 300)
    await manyOffers(app.cloud, 300)
    const { page, open, context, complaints } = await app.phone({ width: 375, height: 812, storage: livesHere })
    await open('wish/wall')
    await page.locator('#wish-many-00000').waitFor()
    let most = 0
    for (let at = 10; at <= 290; at += 10) {
      await scrollTo(page, at * 224)
      await page.locator(`#wish-many-00${String(at).padStart(3, '0')}`).waitFor()
      most = Math.max(most, await page.locator('.heart').count())
    }
    expect(most).toBeLessThanOrEqual(44)
    const last = page.locator('#wish-many-00290')
    // A tap scrolls to what is not wholly in sight, and a card moves while those above it are measured: first let it rest.
    await last.scrollIntoViewIfNeeded()
    await last.tap({ trial: true })
    const top = await last.evaluate((card) => card.getBoundingClientRect().top)
    await last.tap()
    await page.locator('#card-alone').waitFor()
    await page.goBack()
    await page.waitForFunction(
      (before) => document.querySelector('#wish-many-00290')?.getBoundingClientRect().top === before,
      top,
    )
    expect(complaints).toEqual([])
    await context.close()
  }, 90_000)

  it('turns a pair over at once where motion is not wanted', async () => {
    await manyPairs()
    const { page, open, tap, context } = await app.phone({ storage: livesHere })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open('wish/wall?stack=1')
    await tap('#pair-pair-00000')
    await page.locator('.glued-turned').waitFor()
    expect(await page.locator('.glued-turned').evaluate((one) => getComputedStyle(one).transitionDuration)).toBe('0s')
    await takePicture(page, 'wish-wall-stack', { fullPage: false })
    await context.close()
  })
})
