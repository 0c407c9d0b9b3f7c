import type { Output } from '../../../src/client/named'
import type { LocalCloud } from '../../../src/local/start'
import { uploadAs } from './content'
import type { Rows } from '../../support/workbook'
import { dataAs, secretary } from './people'

export { workbookOf } from '../../support/workbook'

export const communityId = 'west-street'

interface Named {
  readonly _id: string
  readonly id: string
  readonly name: string
}

/** The rows of what is there already, by their numbers: what does not stand in a sheet goes. */
function presentRows({ database }: LocalCloud) {
  const [community] = database.find('communities', { _id: communityId })
  const { estates, grids } = community as unknown as {
    readonly estates: readonly Named[]
    readonly grids: readonly Named[]
  }
  const buildings = database.find('buildings', { communityId }) as unknown as readonly (Named & {
    readonly estateId: string
    readonly gridId: string
    readonly units: readonly Named[]
  })[]
  const named = (all: readonly Named[], wanted: string) => all.find(({ id }) => id === wanted)?.name ?? ''
  return {
    estates: estates.map(({ id, name }) => [name, '', id]),
    buildings: buildings.map(({ _id, estateId, gridId, name, units }) => [
      ...[named(estates, estateId), name, named(grids, gridId), units.map((unit) => unit.name).join('、'), _id],
    ]),
  }
}

/** So many buildings of a new estate with two units, and so many rooms in each, beside what is there. */
export function newEstate(cloud: LocalCloud, buildings: number, rooms: number): Readonly<Record<string, Rows>> {
  const present = presentRows(cloud)
  const numbers = Array.from({ length: buildings }, (_, at) => at + 1)
  return {
    小区: [['小区名称', '地址', '编号'], ...present.estates, ['新苑', '西街9号', null]],
    楼栋: [
      ['小区', '楼栋', '网格', '单元', '编号'],
      ...present.buildings,
      ...numbers.map((number) => ['新苑', `${number}号楼`, null, '1,2', null]),
    ],
    住户: [
      ['小区', '楼栋', '单元', '房号', '楼层', '称呼', '电话', '需要关注', '同意登记'],
      ...numbers.flatMap((number) =>
        Array.from({ length: rooms }, (_, at) => [
          ...['新苑', `${number}号楼`, `${(at % 2) + 1}单元`, `${Math.floor(at / 2) + 101}`, Math.floor(at / 20) + 1],
          ...['王阿姨', '13900000000', '60岁以上、独居', '是'],
        ]),
      ),
    ],
  }
}

export type Progress = Output<'import.step'>

/** The secretary begins an import and uploads its workbook. */
export async function begun(cloud: LocalCloud, workbook: Buffer) {
  const { importId, path } = await dataAs<Output<'import.start'>>(cloud, secretary, 'import.start', {
    communityId,
    size: workbook.length,
  })
  return { importId, path, fileId: await uploadAs(cloud, secretary, path, workbook) }
}

/** One more step. */
export const stepped = (cloud: LocalCloud, importId: string, fileId: string | null = null) =>
  dataAs<Progress>(cloud, secretary, 'import.step', { importId, fileId })

/** Steps until it waits for its keeper. */
export async function worked(cloud: LocalCloud, importId: string, fileId: string | null = null): Promise<Progress> {
  let progress = await stepped(cloud, importId, fileId)
  while (['reading', 'staging', 'confirmed'].includes(progress.state)) progress = await stepped(cloud, importId, fileId)
  return progress
}

/** An import up to where it can be confirmed, or is faulty. */
export async function prepared(cloud: LocalCloud, workbook: Buffer): Promise<string> {
  const { importId, fileId } = await begun(cloud, workbook)
  await worked(cloud, importId, fileId)
  return importId
}

export const shown = (cloud: LocalCloud, importId: string | null) =>
  dataAs<Output<'import.show'>>(cloud, secretary, 'import.show', { communityId, importId })

export const confirmed = (cloud: LocalCloud, importId: string, breaks = false) =>
  dataAs<Output<'import.confirm'>>(cloud, secretary, 'import.confirm', { importId, breaks, rooms: breaks })
