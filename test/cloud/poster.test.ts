import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { targetOf, type Target } from '../../src/client/target'
import { posterPdf, unprintable, type CodeImage, type Poster } from '../../src/cloud/poster'
import { demo, type DemoDoorCode } from '../../src/local/demo'
import { codeImages } from '../../src/local/openapi/code-image'
import type { LocalCloud } from '../../src/local/start'
import { posterWords as words } from '../../src/text/poster'
import { codesOn, colourAt, renderPdf, whiteAround, type RenderedPage } from '../support/pdf'
import { callApi, startProduct } from './support/cloud'
import { aPoster, font, linkOf, squaresOf } from './support/posters'

const dotsPerInch = 100
const printed = (posters: readonly Poster[]) => renderPdf(posterPdf(posters, font), dotsPerInch)

/** What `wxacode.getUnlimited` of the local cloud answers for a door: a picture. */
async function miniProgramCode(code: string): Promise<CodeImage> {
  const draw = codeImages({ pages: undefined, url: () => 'http://127.0.0.1:3000' })['wxacode.getUnlimited']
  const answer = await draw?.({ page: 'pages/door/index', scene: code, check_path: false })
  return (answer as { bytes: Buffer }).bytes
}

/** As a copier without grey makes it. */
function photocopied(page: RenderedPage): RenderedPage {
  const dots = page.dots.map((_, index) => {
    const [red = 0, green = 0, blue = 0] = page.dots.subarray(index - (index % 4))
    return index % 4 === 3 || 0.3 * red + 0.59 * green + 0.11 * blue > 127 ? 255 : 0
  })
  return { ...page, dots }
}

/** How many bands with something dark in them there are, one below the other. */
function darkBands({ width, height, dots }: RenderedPage): number {
  const isDark = (row: number) => dots.subarray(row * width * 4, (row + 1) * width * 4).includes(0)
  return Array.from({ length: height - 1 }, (_, row) => !isDark(row) && isDark(row + 1)).filter(Boolean).length
}

const linkCode = async (code: string): Promise<CodeImage> => squaresOf(linkOf(code))

/** What WeChat opens the door's page with when it has scanned such a code. */
const opened = {
  'mini-program codes': (scanned: string) => ({ scene: scanned.split('scene=')[1] ?? '' }),
  'ordinary links': (scanned: string) => ({ q: encodeURIComponent(scanned) }),
}

function posterOf({ _id, buildingId, unitId }: DemoDoorCode, code: CodeImage): Poster {
  const building = demo.buildings.find((one) => one._id === buildingId)
  const community = demo.communities.find((one) => one._id === building?.communityId)
  const estate = community?.estates.find(({ id }) => id === building?.estateId)
  const unit = building?.units.find(({ id }) => id === unitId)
  const place = [building?.name, unit?.name].filter((name) => name !== undefined)
  return { title: estate?.name ?? '', place, code, codeText: _id }
}

describe('the posters of the demo, printed with 100 dots an inch', () => {
  let cloud: LocalCloud
  beforeAll(async () => {
    cloud = await startProduct()
  })
  afterAll(() => cloud.close())

  /** The estate and the place of the door, as the server knows them. */
  async function placeBehind(target: Target | null): Promise<string[]> {
    const reply = await callApi(cloud, { action: 'door.open', input: target })
    if (!reply.ok) throw new Error(reply.refused)
    const { estateName, buildingName, unitName } = reply.data.place as Record<string, string | null>
    return [estateName ?? '', [buildingName, unitName].filter(Boolean).join(' ')]
  }

  /** Of each community the code of a building, and of a unit. */
  const doors = demo.communities.flatMap(({ _id }) => {
    const codes = demo.doorCodes.filter(({ communityId, state }) => communityId === _id && state === 'active')
    const some = [codes.find(({ unitId }) => unitId === null), codes.find(({ unitId }) => unitId !== null)]
    return some.filter((code) => code !== undefined)
  })

  it.each([
    ['mini-program codes', miniProgramCode],
    ['ordinary links', linkCode],
  ] as const)('decode to the door whose place they name, as %s', async (form, draw) => {
    const posters = await Promise.all(doors.map(async (door) => posterOf(door, await draw(door._id))))
    const pages = await printed(posters)
    expect(pages).toHaveLength(6)
    const codes = await codesOn(pages, dotsPerInch)
    for (const [index, page] of pages.entries()) {
      const target = targetOf(opened[form](codes[index]?.text ?? ''))
      expect(target).toEqual({ by: 'code', code: doors[index]?._id })
      expect(page.lines.slice(1, 3)).toEqual(await placeBehind(target))
    }
  })
})

describe('a poster', () => {
  it('is a page of A4 with what to do, the place, help without a phone, and the code in letters', async () => {
    const [page] = await printed([aPoster()])
    expect([page?.width, page?.height]).toEqual([827, 1169])
    expect(page?.lines).toEqual([
      words.headline,
      '西街小区',
      '5号楼 3单元',
      words.how,
      words.withoutPhone,
      words.station,
      `${words.code('7K2MXQ9RTD')} · ${words.free}`,
    ])
  })

  it.each([
    ['as the picture that is asked for', miniProgramCode('7K2MXQ9RTD')],
    ['of a link', linkCode('7K2MXQ9RTD')],
    ['of the shortest link', Promise.resolve(squaresOf('https://example.cn/d/ABC'))],
    ['of the longest door code', linkCode('x'.repeat(32))],
  ])('has an upright code of 110 mm or more with four squares of white around it, %s', async (_, image) => {
    const pages = await printed([aPoster({ code: await image })])
    const [found] = await codesOn(pages, dotsPerInch)
    // A dot is a quarter of a millimetre.
    expect(found?.millimetres).toBeGreaterThanOrEqual(109.75)
    expect(found?.bottom).toBeGreaterThan(found?.top ?? Infinity)
    const squares = squaresOf(found?.text ?? '').side
    expect(whiteAround(pages[0]!, found!) * squares).toBeGreaterThanOrEqual(3.9)
  })

  it('loses nothing where a copier knows black and white only', async () => {
    const [page] = await printed([aPoster()])
    const copy = photocopied(page!)
    expect(await codesOn([copy], dotsPerInch)).toEqual([expect.objectContaining({ text: linkOf('7K2MXQ9RTD') })])
    // The head, the estate, the place, the frame, three lines of help, the foot: from the top down.
    expect(darkBands(copy)).toBe(8)
    expect(colourAt(copy, 0.1, 0.08)).toEqual([0, 0, 0])
  })

  it('takes the JPEG that WeChat answers', async () => {
    const code = await readFile(path.join(__dirname, 'support/poster/code.jpg'))
    const [found] = await codesOn(await printed([aPoster({ code })]), dotsPerInch)
    expect(found?.text).toBe(linkOf('JPEGDOOR'))
  })

  it('keeps words that look like commands of a page as words', async () => {
    const [page] = await printed([aPoster({ title: ') Tj ET <41> %\n(\\', place: ['A>>B', '(1)'] })])
    expect(page?.lines.slice(1, 3)).toEqual([') Tj ET <41> % (\\', 'A>>B (1)'])
  })

  it('leaves a square for a letter that the font does not have, and names the letter before', async () => {
    const poster = aPoster({ title: '塥里小区', place: ['𠮷祥楼'] })
    expect(unprintable([poster], font)).toEqual(['塥', '𠮷'])
    const [page] = await printed([poster])
    expect(page?.lines.slice(1, 3)).toEqual(['塥里小区', '𠮷祥楼'])
  })
})

describe('the posters of an estate', () => {
  const posters = Array.from({ length: 300 }, (_, index) =>
    aPoster({
      place: [`${index + 1}号楼`],
      codeText: `CODE${index}`,
      code: squaresOf(linkOf(`CODE${index}`)),
    }),
  )

  it('are one small file of as many pages, made in less than 30 seconds', async () => {
    const before = performance.now()
    const pdf = posterPdf(posters, font)
    expect(performance.now() - before).toBeLessThan(30_000)
    expect(pdf.length).toBeLessThan(2_000_000)
    const pages = await renderPdf(pdf, 10)
    expect(pages.map(({ lines }) => lines[2])).toEqual(posters.map(({ place }) => place.join(' ')))
  })

  it('with more letters than one font holds are still all there', async () => {
    const han = Array.from({ length: 600 }, (_, index) => String.fromCodePoint(0x4e00 + index))
    const letters = han.filter((letter) => font.glyphOf(letter))
    expect(letters.length).toBeGreaterThan(256)
    const title = letters.slice(0, 60).join('')
    const pages = await printed(
      Array.from({ length: 10 }, (_, index) =>
        aPoster({ title, place: [letters.slice(index * 50, index * 50 + 50).join('')] }),
      ),
    )
    const shown = pages.map(({ lines }) => lines.slice(1, -4).join(''))
    expect(shown).toEqual(pages.map((_, index) => title + letters.slice(index * 50, index * 50 + 50).join('')))
  })

  it('are the same bytes each time', () => {
    const some = posters.slice(0, 5)
    expect(Buffer.from(posterPdf(some, font)).equals(posterPdf(some, font))).toBe(true)
  })
})
