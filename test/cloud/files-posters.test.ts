import type { Output } from '../../src/client/named'
import { targetOf } from '../../src/client/target'
import { demo } from '../../src/local/demo'
import { codesOn, renderPdf } from '../support/pdf'
import { startProduct } from './support/cloud'
import { communityId } from './support/files'
import { callAs, dataAs, gridLeader, otherGridLeader, secretary } from './support/people'

jest.setTimeout(120_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

type Made = Output<'poster.make'>

const estateId = 'heyuan'
const wanted = { communityId, gridId: null, estateId, buildingIds: [] as string[], form: 'link' as const }
const inForce = (fits: (building: (typeof demo.buildings)[number]) => boolean) =>
  demo.doorCodes
    .filter(({ state }) => state === 'active')
    .filter(({ buildingId }) =>
      demo.buildings.some((one) => one._id === buildingId && one.estateId === estateId && fits(one)),
    )
    .map(({ _id }) => _id)

/** The codes that somebody reads off the printed pages with a phone. */
async function scanned({ url }: Made): Promise<(string | undefined)[]> {
  const pdf = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const found = await codesOn(await renderPdf(pdf, 100), 100)
  return found.map((one) => one?.text)
}

const codeIn = (text: string | undefined) => {
  const scene = text?.split('scene=')[1]
  const target = targetOf(scene === undefined ? { q: encodeURIComponent(text ?? '') } : { scene })
  return target?.by === 'code' ? target.code : null
}

describe('posters of an estate', () => {
  it.each(['link', 'mini-program'] as const)('lead to every door in force, by codes of the form %s', async (form) => {
    const made = await dataAs<Made>(cloud, secretary, 'poster.make', { ...wanted, form })
    const codes = (await scanned(made)).map(codeIn)
    expect([...codes].sort()).toEqual([...inForce(() => true)].sort())
    expect(made).toMatchObject({ pages: codes.length, unprintable: [] })
  })

  it('are those of the own grid for a grid leader', async () => {
    const made = await dataAs<Made>(cloud, gridLeader, 'poster.make', { ...wanted, gridId: 'west-1' })
    expect(made.pages).toBe(inForce(({ gridId }) => gridId === 'west-1').length)
    expect(await callAs(cloud, otherGridLeader, 'poster.make', { ...wanted, gridId: 'west-1' })).toMatchObject({
      refused: 'role.forbidden',
    })
  })

  it('name the buildings that have no code', async () => {
    const made = await dataAs<Made>(cloud, secretary, 'poster.make', wanted)
    const withCode = new Set(
      demo.doorCodes.filter(({ state }) => state === 'active').map(({ buildingId }) => buildingId),
    )
    const without = demo.buildings.filter((one) => one.estateId === estateId && !withCode.has(one._id))
    expect(made.without).toEqual(without.map(({ name }) => name))
  })

  it('are not made of nothing', async () => {
    const nowhere = await callAs(cloud, secretary, 'poster.make', { ...wanted, buildingIds: ['nowhere'] })
    expect(nowhere).toMatchObject({ refused: 'poster.no-place' })
  })
})
