import type { LocalCloud } from '../../local/start'
import { writeWorkbook } from '../../cloud/workbook'
import { freshKey } from '../support/proof/documents'
import { here } from '../support/proof/situations'
import { ask } from './ask'
import { newSecretary } from './directory-bad'
import { upload, type FunctionProcess } from './directory-function'

export const buildings = 100
const roomsEach = 50
export const rows = buildings * roomsEach
/** The new estate, beside the one that is there. */
const estate = '新苑'

const numbers = Array.from({ length: buildings }, (_, at) => at + 1)
/** Half of them come to the estate that is there: residents look into it all the time. */
const isBeside = (number: number) => number > buildings / 2
const buildingName = (number: number) => `${isBeside(number) ? number + 100 : number}号楼`

/** A room as the workbook says it. */
interface Room {
  readonly number: number
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly name: string
  readonly phone: string
}

/** All of them, each with somebody in it. */
export const rooms: readonly Room[] = numbers.flatMap((number) =>
  Array.from({ length: roomsEach }, (_, at) => ({
    ...{ number, building: buildingName(number), unit: `${(at % 2) + 1}单元`, room: `${101 + Math.floor(at / 2)}` },
    ...{ name: `住户${number}-${at}`, phone: `1390000${1000 + at}` },
  })),
)

type Cells = readonly (string | number)[]

/** What is there already as it is, more buildings in it, a new estate, and five thousand rooms with people in them. */
export function workbook({ database }: LocalCloud): Uint8Array {
  const [community] = database.find('communities', { _id: here }) as unknown as readonly Community[]
  const [old] = community?.estates ?? []
  const estateOf = (number: number) => (isBeside(number) ? (old?.name ?? '') : estate)
  const present = database.find('buildings', { communityId: here }) as unknown as readonly {
    readonly _id: string
    readonly name: string
    readonly units: readonly { readonly name: string }[]
  }[]
  const sheets: Readonly<Record<string, readonly Cells[]>> = {
    小区: [
      ['小区名称', '编号'],
      [old?.name ?? '', old?.id ?? ''],
      [estate, ''],
    ],
    楼栋: [
      ['小区', '楼栋', '单元', '编号'],
      ...present.map(({ _id, name, units }) => [old?.name ?? '', name, units.map((unit) => unit.name).join('、'), _id]),
      ...numbers.map((number) => [estateOf(number), buildingName(number), '1,2', '']),
    ],
    住户: [
      ['小区', '楼栋', '单元', '房号', '楼层', '称呼', '电话', '需要关注', '同意登记'],
      ...rooms.map(({ number, building, unit, room, name, phone }) => [
        ...[estateOf(number), building, unit, room],
        ...[1, name, phone, '独居', '是'],
      ]),
    ],
  }
  return writeWorkbook(
    Object.entries(sheets).map(([name, all]) => ({
      name,
      widths: (all[0] ?? []).map(() => 12),
      rows: all.map((cells, at) => ({ kind: at === 0 ? ('head' as const) : ('data' as const), cells })),
    })),
  )
}

interface Community {
  readonly id: string
  readonly estates: readonly { readonly id: string; readonly name: string }[]
}

/** What a resident finds by hand: the estates, and every building of them. */
export async function seen(cloud: LocalCloud): Promise<string> {
  const data = async (action: 'place.list' | 'place.buildings', input: object) => {
    const reply = await ask(cloud, action, { input, key: freshKey() }, null)
    if (!reply.ok) throw new Error(reply.refused)
    return reply.data as {
      readonly communities: readonly Community[]
      readonly buildings: readonly { readonly name: string }[]
      readonly cursor: string | null
    }
  }
  const { communities } = await data('place.list', { cursor: null })
  const names: string[] = []
  for (const { id, name } of communities.find((one) => one.id === here)?.estates ?? []) {
    names.push(name)
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await data('place.buildings', { estateId: id, cursor: cursor ?? null })
      names.push(...page.buildings.map((building) => `${name} ${building.name}`))
      cursor = page.cursor
    }
  }
  return names.join('\n')
}

/** What `seen` says once the import is visible. */
export function seenAfter(before: string): string {
  const [old = ''] = before.split('\n')
  const places = (of: string, all: readonly number[]) => all.map((number) => `${of} ${buildingName(number)}`)
  const beside = places(old, numbers.filter(isBeside))
  const others = numbers.filter((number) => !isBeside(number))
  return [before, ...beside, estate, ...places(estate, others)].join('\n')
}

/** An import whose file is there and not read yet. */
export interface Started {
  readonly openid: string
  readonly importId: string
  readonly fileId: string
}

export async function started(cloud: LocalCloud, files: FunctionProcess, bytes: Uint8Array): Promise<Started> {
  const openid = newSecretary(cloud)
  const { importId, path } = await files.data('import.start', { communityId: here, size: bytes.length }, openid)
  return { openid, importId, fileId: await upload(cloud, openid, path, bytes) }
}

/** States in which there is something to do without the keeper. */
export const busy: readonly string[] = ['reading', 'staging', 'confirmed']
