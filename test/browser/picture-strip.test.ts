import type { Browser, Page } from 'playwright-core'
import { strip } from '../../src/domain/picture/strip'
import { launchChromium } from '../support/chromium'
import { aJpeg, aPng, adobe, chunk, colourProfile, comment, exif, exifBlock, jfif, xmp } from '../support/pictures'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** What a browser makes of it: its size as it stands on the page, and its pixels. Throws where it cannot be shown. */
function shown(bytes: Uint8Array, kind: string) {
  const address = `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`
  return page.evaluate(async (source) => {
    const image = new Image()
    image.src = source
    await image.decode()
    const canvas = document.createElement('canvas')
    const { naturalWidth: width, naturalHeight: height } = image
    Object.assign(canvas, { width, height })
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    return { width, height, pixels: [...(pen?.getImageData(0, 0, width, height).data ?? [])] }
  }, address)
}

const told = (orientation: number) => [exif({ orientation }), jfif, xmp, comment]

describe('a stripped picture in a browser', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('shows the same JPEG, turned the same way: %d', async (orientation) => {
    const before = aJpeg(told(orientation))
    const after = strip(before)
    if ('refused' in after) throw new Error(after.refused)
    const seen = await shown(after.bytes, 'jpeg')
    expect(seen).toEqual(await shown(before, 'jpeg'))
    expect([seen.width, seen.height]).toEqual(orientation >= 5 ? [2, 3] : [3, 2])
  })

  it('shows the same colours with the profile that was in it', async () => {
    const before = aJpeg([jfif, colourProfile, adobe, comment])
    const after = strip(before)
    if ('refused' in after) throw new Error(after.refused)
    expect(await shown(after.bytes, 'jpeg')).toEqual(await shown(before, 'jpeg'))
  })

  it.each([1, 3, 6])('shows the same PNG, turned the same way: %d', async (orientation) => {
    const before = aPng([chunk('eXIf', exifBlock({ orientation }))])
    const after = strip(before)
    if ('refused' in after) throw new Error(after.refused)
    expect(await shown(after.bytes, 'png')).toEqual(await shown(before, 'png'))
  })
})
