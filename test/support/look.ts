import type { Page } from 'playwright-core'

export interface Text {
  readonly text: string
  /** px */
  readonly size: number
}
export interface Target {
  readonly what: string
  readonly width: number
  readonly height: number
}

/** The size of every text in sight, and of everything that can be pressed, from the computed style. */
export function sizes(page: Page): Promise<{ texts: Text[]; targets: Target[] }> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.taro_page')]
      .filter((one) => one.style.display !== 'none')
      .at(-1)
    const inSight = [...(shown ?? document.body).querySelectorAll<HTMLElement>('*')].filter(
      (one) => one.getClientRects().length > 0,
    )
    const texts = inSight
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      .map((one) => ({
        text: one.textContent?.trim().slice(0, 20) ?? '',
        size: parseFloat(getComputedStyle(one).fontSize),
      }))
    const targets = inSight
      .filter((one) => one.getAttribute('role') === 'button' && one.id !== 'search-clear')
      .map((one) => {
        const { width, height } = one.getBoundingClientRect()
        return { what: one.id || (one.textContent?.trim().slice(0, 20) ?? ''), width, height }
      })
    return { texts, targets }
  })
}

/** The contrast of every text in sight against the first ground behind it (WCAG 2: relative luminance). */
export function contrasts(page: Page): Promise<{ text: string; ratio: number }[]> {
  return page.evaluate(() => {
    type Colour = readonly [number, number, number, number]
    const colour = (css: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
      return [red, green, blue, alpha]
    }
    const luminance = ([red, green, blue]: Colour) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const share = value / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element: Element | null): Colour => {
      for (let at = element; at; at = at.parentElement) {
        const ground = colour(getComputedStyle(at).backgroundColor)
        if (ground[3] > 0) return ground
      }
      return [255, 255, 255, 1]
    }
    return [...document.querySelectorAll<HTMLElement>('.page *')]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      .map((one) => {
        const ink = luminance(colour(getComputedStyle(one).color))
        const ground = luminance(groundOf(one))
        const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
        return { text: one.textContent?.trim().slice(0, 20) ?? '', ratio: Math.round(ratio * 100) / 100 }
      })
  })
}
