import path from 'node:path'
import { restore } from '../local/backup/restore'
import { dataFile } from './support/demo-cloud'
import { isEntry, runTool, Sentence } from './support/entry'
import { say } from './support/progress'

const usage = 'npm run local:restore -- FOLDER'

/** Puts a backup in the place of the local cloud's data; stop the cloud before. */
async function main(args: readonly string[]): Promise<void> {
  const [place, ...more] = args
  if (place === undefined || more.length > 0 || place.startsWith('-')) throw new Sentence(usage)
  const { before, files } = await restore(dataFile, path.resolve(place))
  say(`已恢复 | Restored: the documents and ${files} files of ${path.resolve(place)}.`)
  if (before !== undefined)
    say(`原来的数据在 ${before} | The data from before lie in ${before}; restore that to undo this.`)
}

if (isEntry(__filename)) runTool(main)
