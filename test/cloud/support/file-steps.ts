import type { Output } from '../../../src/client/named'
import type { ImportRow } from '../../../src/cloud/files/load'
import type { Connected } from './cloud'
import { ask, dataOf, startedImport } from './file-world'
import { workbookOf } from './files'

export const oldPlaces = ['老院 1号楼', '老院 2号楼']
export const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1)

/** A new estate of so many buildings in place of what was there. */
export const newEstate = (count: number): Buffer =>
  workbookOf({
    小区: [['小区名称'], ['新苑']],
    楼栋: [['小区', '楼栋'], ...numbered(count).map((number) => ['新苑', `${number}号楼`])],
  })

export async function refusedOf(reply: ReturnType<typeof ask>): Promise<string | null> {
  const answer = await reply
  return answer.ok ? null : answer.refused
}

/** What a secretary does with an import, in the cloud of the moment. */
export const stepsIn = (cloud: () => Connected) => {
  const stepping = (importId: string, fileId: string | null = null, over: object = {}) =>
    ask(cloud(), 'import.step', { importId, fileId }, over)
  return {
    stepping,
    confirming: (importId: string, breaks = true, rooms = breaks) =>
      ask(cloud(), 'import.confirm', { importId, breaks, rooms }),
    show: (importId: string) =>
      dataOf<Output<'import.show'>>(ask(cloud(), 'import.show', { communityId: 'lane', importId })),
    async ready(workbook: Buffer): Promise<string> {
      const { importId, fileId } = await startedImport(cloud(), workbook)
      await dataOf(stepping(importId, fileId))
      return importId
    },
    async rowOf(importId: string): Promise<ImportRow> {
      const row = await cloud().store.imports.find(importId)
      if (!row) throw new Error('no import')
      return row
    },
  }
}
