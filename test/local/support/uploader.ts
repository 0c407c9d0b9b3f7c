import { Clock } from '../../../src/local/clock'
import { Database } from '../../../src/local/database/database'
import { Storage } from '../../../src/local/storage/storage'

/** Uploads for ever and reports each upload that was acknowledged, until it is killed. */
async function main(dataFile: string) {
  const { sqlite } = new Database(dataFile)
  const storage = new Storage({ sqlite, dataFile, rule: 'ADMINONLY', clock: new Clock(), url: () => '' })
  for (let n = 1; ; n++) {
    await storage.put(`pictures/${n}.bin`, one(Buffer.alloc(40_000, String(n))))
    process.send?.(n)
  }
}

async function* one(bytes: Buffer) {
  yield bytes
}

void main(process.argv[2] ?? '')
