import { breaking, Killed } from './support/breaking'
import type { Connected } from './support/cloud'
import { ask, dataOf, laneOf, platform, startLane, startedImport, visiblePlaces } from './support/file-world'
import { workbookOf } from './support/files'

jest.setTimeout(180_000)

let cloud: Connected
beforeEach(async () => {
  cloud = await startLane()
})
afterEach(() => cloud.close())

const count = 50
const numbers = Array.from({ length: count }, (_, at) => at + 1)
const workbook = workbookOf({
  小区: [['小区名称'], ['新苑']],
  楼栋: [['小区', '楼栋'], ...numbers.map((number) => ['新苑', `${number}号楼`])],
  住户: [['小区', '楼栋', '房号'], ...numbers.map((number) => ['新苑', `${number}号楼`, '101'])],
})
const oldPlaces = ['老院 1号楼', '老院 2号楼']
const newPlaces = numbers.map((number) => `新苑 ${number}号楼`)

type State = { readonly state: string }

/**
 * Steps that are killed at their first call, their second, and so on, until one comes to its end; after each of them
 * `look` is asked. Answers how many were killed.
 */
async function killedAgainAndAgain(
  step: (store: Connected['store'], around: typeof platform) => Promise<{ readonly ok: boolean }>,
  isLate: boolean,
  look: () => Promise<void>,
): Promise<number> {
  for (let steps = 0; ; steps++) {
    const { store, platform: guarded } = breaking(cloud.store, platform, steps, isLate)
    // Asks nobody: it cannot be killed in it.
    const { ok } = await step(store, { ...guarded, isOurs: platform.isOurs })
    await look()
    if (ok) return steps
  }
}

describe.each([
  ['before a call', false],
  ['after a call, whose answer is lost', true],
])('an import whose function is killed %s', (_, isLate) => {
  it('leaves the old directory whole and visible, and comes to its end', async () => {
    const { importId, fileId } = await startedImport(cloud, workbook)
    const killed = await killedAgainAndAgain(
      (store, around) => ask({ store }, 'import.step', { importId, fileId }, { platform: around }),
      isLate,
      async () => expect(await visiblePlaces(cloud)).toEqual(oldPlaces),
    )
    expect(killed).toBeGreaterThan(20)
    const { state } = await dataOf<State>(ask(cloud, 'import.step', { importId, fileId: null }))
    expect(state).toBe('ready')
  })

  it('is confirmed wholly or not at all', async () => {
    const { importId, fileId } = await startedImport(cloud, workbook)
    await dataOf(ask(cloud, 'import.step', { importId, fileId }))
    const seen: string[][] = []
    await killedAgainAndAgain(
      (store) => ask({ store }, 'import.confirm', { importId, breaks: true, rooms: true }),
      isLate,
      async () => void seen.push([...(await visiblePlaces(cloud))]),
    )
    const confirmedAt = seen.findIndex((places) => places.length > oldPlaces.length)
    expect(seen.slice(0, confirmedAt)).toEqual(seen.slice(0, confirmedAt).map(() => oldPlaces))
    expect(seen.slice(confirmedAt)).toEqual(seen.slice(confirmedAt).map(() => newPlaces))
    expect((await laneOf(cloud)).revision).toBe(2)
  })

  it('is tidied up with everything visible all the time', async () => {
    const { importId, fileId } = await startedImport(cloud, workbook)
    await dataOf(ask(cloud, 'import.step', { importId, fileId }))
    await dataOf(ask(cloud, 'import.confirm', { importId, breaks: true, rooms: true }))
    await killedAgainAndAgain(
      (store) => ask({ store }, 'import.step', { importId, fileId: null }),
      isLate,
      async () => expect(await visiblePlaces(cloud)).toEqual(newPlaces),
    )
    const left = cloud.database.find('buildings', {}).filter(({ staged, isNew }) => staged !== undefined || isNew)
    expect(left).toEqual([])
    expect(cloud.database.find('households', {})).toHaveLength(count)
  })
})

describe('an import whose function is killed when only its parts are left', () => {
  it('leaves none of them behind: they hold people’s data', async () => {
    const { importId, fileId } = await startedImport(cloud, workbook)
    await dataOf(ask(cloud, 'import.step', { importId, fileId }))
    await dataOf(ask(cloud, 'import.confirm', { importId, breaks: true, rooms: true }))
    const importParts = new Proxy(cloud.store.importParts, {
      get: (table, name) =>
        name === 'remove' ? () => Promise.reject(new Killed()) : (Reflect.get(table, name) as unknown),
    })
    await ask({ store: { ...cloud.store, importParts } }, 'import.step', { importId, fileId: null })
    await dataOf(ask(cloud, 'import.step', { importId, fileId: null }))
    expect(cloud.database.find('importParts', {})).toEqual([])
  })
})
