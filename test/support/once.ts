import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * Fills a folder that is made once and kept. The work is done in a folder of our own and appears by one rename, so two
 * processes that come at the same time cannot see or spoil each other's half.
 */
export async function fillOnce(folder: string, fill: (mine: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder
  await mkdir(path.dirname(folder), { recursive: true })
  const mine = await mkdtemp(`${folder}-`)
  try {
    await fill(mine)
    await rename(mine, folder)
  } catch (error) {
    await rm(mine, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
