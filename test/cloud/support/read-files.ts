import { existsSync, readFileSync } from 'node:fs'
import { readWorkbook, type WorkbookRefusal } from '../../../src/cloud/workbook'

/** A refusal as it is, or how many rows each sheet has. */
export type FileAnswer = WorkbookRefusal | readonly number[]
export interface ReadFiles {
  readonly answers: readonly FileAnswer[]
  /** The most that the process had in memory at any time. */
  readonly megabytes: number
  /** The most of the processor's time that one file took. */
  readonly milliseconds: number
}

/** On Linux `maxRSS` begins with what the parent had in memory at the fork; the kernel's own mark does not. */
function mostMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const told = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]
  return Math.round(Number(told ?? process.resourceUsage().maxRSS) / 1024)
}

/** Runs by itself, so that its memory is that of the reader: reads the files it is told and says what each came to. */
function readAll(files: readonly string[]): ReadFiles {
  let milliseconds = 0
  const answers = files.map((file) => {
    const bytes = readFileSync(file)
    const before = process.cpuUsage()
    const read = readWorkbook(bytes)
    milliseconds = Math.max(milliseconds, Math.round(process.cpuUsage(before).user / 1000))
    return 'refused' in read ? read : read.sheets.map(({ rows }) => rows.length)
  })
  return { answers, megabytes: mostMegabytes(), milliseconds }
}

process.stdout.write(JSON.stringify(readAll(process.argv.slice(2))))
