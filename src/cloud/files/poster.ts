import { create } from 'qrcode/lib/core/qrcode'
import { isRefused, makePosters, refuse, type Refused } from '../../contract'
import { directoryFiles } from '../../text/directory-import'
import { handle, written, type Surroundings } from '../handle'
import { posterPdf, unprintable, type CodeImage, type CodeSquares, type Poster, type PosterFont } from '../poster'
import type { Store } from '../store'
import { buildingsOf, type BuildingRow, type CommunityRow } from './load'
import { inPieces } from './plan'
import { fileName } from './show'

/** What a function that draws posters is given when it starts. */
export interface PosterMeans {
  /** Opened when the first poster is drawn. */
  font(): PosterFont
  /** What stands before the code in an ordinary link, such as `https://…/d/`; null: nobody has said. */
  readonly doorLink: string | null
  /** The same of a notice, such as `https://…/n/`. */
  readonly noticeLink: string | null
}

/** Pages of one file: with WeChat's codes each is a question to WeChat and a picture. */
const mostPages = { link: 400, 'mini-program': 60 } as const
const askedAtOnce = 5
/** Where a door code leads; it is printed on paper and never moves. */
const doorPage = 'pages/door/index'
/** Pixels: on 146 mm, fine enough to be cut out and copied. */
const codeWidth = 860

interface Door {
  readonly code: string
  readonly building: BuildingRow
  readonly unitName: string | null
}

/** Reads the community, the estate's buildings and their codes by the hundred; writes a file. */
export const posterHandler = (means: PosterMeans) =>
  handle(makePosters, {
    async load({ communityId, gridId }, { store }) {
      const loaded = await store.communities.find(communityId)
      return loaded
        ? { loaded, belongs: { owner: null, communityId, gridId, agencyId: null } }
        : refuse('poster.no-place')
    },
    async work(input, context) {
      const { loaded: community, store, platform, keys } = context
      const estate = community.estates.find(({ id }) => id === input.estateId)
      const buildings = await chosen(context, community, input)
      if (!estate || buildings.length === 0) return refuse('poster.no-place')
      const doors = await doorsOf(store, buildings)
      if (doors.length === 0) return refuse('poster.no-codes')
      if (doors.length > mostPages[input.form]) return refuse('poster.too-many')
      const codes = input.form === 'link' ? linkCodes(doors, means.doorLink) : await drawnCodes(doors, context)
      if (isRefused(codes)) return codes
      const posters: Poster[] = doors.map(({ code, building, unitName }, at) => ({
        title: estate.name,
        place: [building.name, ...(unitName === null ? [] : [unitName])],
        code: codes[at] ?? missing(),
        codeText: code,
      }))
      const font = means.font()
      const pdf = posterPdf(posters, font)
      // Nobody guesses the name, and the next file of the same buildings takes its place.
      const name = keys.lookup(
        'poster',
        JSON.stringify([community._id, estate.id, input.gridId, input.buildingIds, input.form]),
      )
      const fileId = await platform.upload(`posters/${name}.pdf`, Buffer.from(pdf))
      const url = (await platform.links([fileId])).get(fileId)
      if (url === undefined) throw new Error('the posters have no link')
      const withCode = new Set(doors.map(({ building }) => building._id))
      const data = {
        ...{ url, name: fileName(directoryFiles.posters(estate.name)), pages: doors.length },
        without: buildings.filter(({ _id }) => !withCode.has(_id)).map((building) => building.name),
        unprintable: unprintable(posters, font),
      }
      return written(data, [])
    },
  })

function missing(): never {
  throw new Error('a door has no picture')
}

interface Wanted {
  readonly estateId: string
  readonly gridId: string | null
  readonly buildingIds: readonly string[]
}

/** The buildings that are meant; a grid leader gets those of the own grid. */
async function chosen({ store }: Surroundings, community: CommunityRow, { estateId, gridId, buildingIds }: Wanted) {
  const all = await buildingsOf(store, community, estateId)
  return all
    .filter((building) => gridId === null || building.gridId === gridId)
    .filter(({ _id }) => buildingIds.length === 0 || buildingIds.includes(_id))
}

/** The codes in force, the building's own before those of its units. */
async function doorsOf(store: Store, buildings: readonly BuildingRow[]): Promise<Door[]> {
  const ids = buildings.map(({ _id }) => _id)
  const rows: Awaited<ReturnType<Store['doorCodes']['holding']>> = []
  for (const values of inPieces(ids, 100))
    rows.push(...(await store.doorCodes.holding({ state: 'active' }, { field: 'buildingId', values }, 1000)))
  return buildings.flatMap((building) => {
    const own = rows.filter(({ buildingId }) => buildingId === building._id)
    const places = [{ id: null, name: null }, ...building.units]
    return places.flatMap(({ id, name: unitName }) =>
      own
        .filter(({ unitId }) => unitId === id)
        .sort((one, other) => one.madeAt - other.madeAt || (one._id < other._id ? -1 : 1))
        .map(({ _id: code }) => ({ code, building, unitName })),
    )
  })
}

function linkCodes(doors: readonly Door[], doorLink: string | null): CodeSquares[] | Refused<'poster.no-link'> {
  if (doorLink === null) return refuse('poster.no-link')
  return doors.map(({ code }) => {
    const { modules } = create(`${doorLink}${encodeURIComponent(code)}`, { errorCorrectionLevel: 'M' })
    return { side: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
  })
}

async function drawnCodes(
  doors: readonly Door[],
  { platform, note }: Surroundings,
): Promise<CodeImage[] | Refused<'poster.no-picture'>> {
  try {
    const pictures: CodeImage[] = []
    for (const turn of inPieces(doors, askedAtOnce)) {
      const drawn = await Promise.all(turn.map(({ code }) => platform.drawCode(doorPage, code, codeWidth)))
      pictures.push(...drawn.map(({ bytes }) => bytes))
    }
    return pictures
  } catch (fault) {
    note('poster.no-picture', fault)
    return refuse('poster.no-picture')
  }
}
