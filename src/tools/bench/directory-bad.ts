import { largestWorkbook, type ImportView } from '../../contract'
import { workbookFault } from '../../text/directory-import'
import { refusalText } from '../../text/refusals'
import type { LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { newCaller } from '../support/permission-walk'
import { callerKinds, here } from '../support/proof/situations'
import { badWorkbooks } from '../support/workbooks/bad-workbooks'
import { harmlessWorkbooks } from '../support/workbooks/large-workbooks'
import { wrongCells } from '../support/workbooks/wrong-cells'
import { withCloud } from './cloud'
import { FunctionProcess, upload } from './directory-function'
import type { Bench } from './figure'

const bench = 'directory-bad'
/** MB, as the issue allows. */
const mostMemory = 256

/** Somebody who may import, and has not imported anything yet. */
export function newSecretary(cloud: LocalCloud): string {
  const kind = callerKinds.find(({ name }) => name === 'secretary, in force')
  const openid = kind && newCaller(cloud, kind)
  if (openid === undefined) throw new Error('nobody is a secretary')
  return openid
}

/** What a keeper is shown of a file that was uploaded; one that is too large is uploaded all the same. */
async function shown(cloud: LocalCloud, files: FunctionProcess, bytes: Uint8Array): Promise<ImportView> {
  const openid = newSecretary(cloud)
  const size = Math.min(bytes.length, largestWorkbook)
  const { importId, path } = await files.data('import.start', { communityId: here, size }, openid)
  const fileId = await upload(cloud, openid, path, bytes)
  for (let state = 'reading'; state === 'reading' || state === 'staging';)
    ({ state } = await files.data('import.step', { importId, fileId }, openid))
  return files.data('import.show', { communityId: here, importId }, openid)
}

interface Case {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Whether what is shown says what is wrong, and where. */
  readonly isTold: (view: ImportView) => boolean
}

const cases: readonly Case[] = [
  ...badWorkbooks.map(({ name, bytes, answer }): Case => {
    const place = [answer.sheet, answer.cell].filter(Boolean).join(' ')
    const sentence = `${place === '' ? '' : `${place}：`}${workbookFault[answer.refused]}`
    return { name, bytes, isTold: ({ state, fault }) => state === 'faulty' && fault === sentence }
  }),
  ...wrongCells.map(({ name, bytes, cell, says }): Case => ({
    ...{ name, bytes },
    isTold: ({ state, problems }) =>
      state === 'faulty' && problems.some((one) => one.stops && one.cell === cell && says.test(one.words)),
  })),
]

/** Whether a file that is too large is refused before anybody uploads it. */
async function isRefusedBySize(cloud: LocalCloud, files: FunctionProcess): Promise<boolean> {
  const input = { communityId: here, size: 20 * 1024 * 1024 }
  const reply = await files.ask('import.start', input, newSecretary(cloud))
  return reply?.ok === false && reply.refused === 'import.too-large' && refusalText[reply.refused].includes('5MB')
}

/** Every file through upload, reading and preview, in one process of the function that lives through all of them. */
export const directoryBad: Bench = {
  name: bench,
  needs: ['cloud'],
  run: ({ log }) =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const files = new FunctionProcess(cloud)
        try {
          let told = (await isRefusedBySize(cloud, files)) ? 1 : 0
          for (const { name, bytes, isTold } of cases) {
            const view = await shown(cloud, files, bytes())
            if (isTold(view)) told++
            else log(`${name}: ${view.state} ${view.fault ?? ''} ${JSON.stringify(view.problems.slice(0, 2))}`)
          }
          const ofBad = files.megabytes
          // The large ones that are no fault: what they need, too.
          for (const { bytes } of harmlessWorkbooks) await shown(cloud, files, bytes())
          const all = cases.length + 1
          const memory = { bench, unit: 'MB', most: mostMemory }
          return [
            {
              ...{ bench, what: 'bad workbooks that are answered by the cell or the reason', unit: 'files' },
              ...{ value: told, most: all, least: all },
            },
            { ...memory, what: 'most memory of the function while it reads them all', value: ofBad },
            { ...memory, what: 'the same, and the largest that are taken', value: files.megabytes },
          ]
        } finally {
          await files.kill()
        }
      },
    ),
}
