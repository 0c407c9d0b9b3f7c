import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { lockFolder } from './lock'
import { filesFolder } from './storage/storage'

/** Removes the data for good; fails like a second start if a local cloud is running on it. */
export async function resetData(dataFile: string): Promise<void> {
  const lock = await lockFolder(dirname(dataFile))
  try {
    for (const suffix of ['', '-wal', '-shm']) rmSync(dataFile + suffix, { force: true })
    rmSync(filesFolder(dataFile), { recursive: true, force: true })
  } finally {
    lock.release()
  }
}
