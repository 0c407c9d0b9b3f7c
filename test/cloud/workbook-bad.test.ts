import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { badWorkbooks } from '../../src/tools/support/workbooks/bad-workbooks'
import { harmlessWorkbooks } from '../../src/tools/support/workbooks/large-workbooks'
import type { ReadFiles } from './support/read-files'

/** What the issue allows, in MB, for a process that does nothing else. */
const most = 256

/** All of them, read one after the other by one process of their own, as a function that lives on would. */
async function readInOneProcess(): Promise<ReadFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'workbooks-'))
  try {
    const reader = join(folder, 'read.cjs')
    const entry = join(__dirname, 'support/read-files.ts')
    await build({ entryPoints: [entry], bundle: true, platform: 'node', outfile: reader, logLevel: 'error' })
    const files: string[] = []
    for (const { bytes } of [...badWorkbooks, ...harmlessWorkbooks]) {
      const file = join(folder, `${files.length}.xlsx`)
      await writeFile(file, bytes())
      files.push(file)
    }
    const { stdout } = await promisify(execFile)(process.execPath, [reader, ...files])
    return JSON.parse(stdout) as ReadFiles
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('a bad workbook', () => {
  let read: ReadFiles
  beforeAll(async () => {
    read = await readInOneProcess()
    console.info(
      `${read.answers.length} workbooks: ${read.megabytes} MB, at most ${read.milliseconds} ms of the processor for one`,
    )
  }, 300_000)

  it.each(badWorkbooks.map((one, index) => ({ ...one, index })))(
    'is told by what is wrong with it: $name',
    ({ answer, index }) => expect(read.answers[index]).toEqual(answer),
  )

  it.each(harmlessWorkbooks.map((one, index) => ({ ...one, index: badWorkbooks.length + index })))(
    'does no harm: $name',
    ({ rows, index }) => expect(read.answers[index]).toEqual([rows]),
  )

  it(`needs less than ${most} MB, whichever it is`, () => {
    expect(read.megabytes).toBeLessThanOrEqual(most)
  })
})
