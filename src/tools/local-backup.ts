import path from 'node:path'
import { backUp } from '../local/backup/backup'
import { backupsOf, stampOf } from '../local/backup/paths'
import { dataFile } from './support/demo-cloud'
import { isEntry, runTool, Sentence } from './support/entry'
import { kilobytes, say } from './support/progress'

const usage = 'npm run local:backup [-- FOLDER] [--force]'

/** Copies the data of the local cloud, which may be running, into a folder. */
async function main(args: readonly string[]): Promise<void> {
  const [place, ...more] = args.filter((arg) => arg !== '--force')
  if (more.length > 0 || place?.startsWith('-')) throw new Sentence(usage)
  const folder = place === undefined ? path.join(backupsOf(dataFile), stampOf(Date.now())) : path.resolve(place)
  const { bytes, files } = await backUp(dataFile, folder, { force: args.includes('--force') })
  say(`已备份到 ${folder} | Backed up: ${kilobytes(bytes)} of documents, ${files} files.`)
}

if (isEntry(__filename)) runTool(main)
