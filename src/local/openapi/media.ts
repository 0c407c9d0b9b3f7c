import { basename } from 'node:path'
import { decodedPath } from '../storage/paths'
import type { Storage } from '../storage/storage'

/**
 * What is behind a link, as a check of WeChat would load it. Nothing leaves this machine: only links to the storage of
 * this cloud lead anywhere, and only as long as they are good.
 */
export async function loadMedia(
  storage: Storage,
  cloudUrl: string,
  link: string,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  const url = URL.parse(link)
  if (url?.origin !== cloudUrl) return undefined
  const [, encoded = ''] = /^\/storage\/file\/(.+)$/.exec(url.pathname) ?? []
  const path = decodedPath(encoded)
  const file = storage.linked(path, url.searchParams.get('sign') ?? '', Number(url.searchParams.get('t')))
  return file && { name: basename(path), bytes: await storage.readAll(file) }
}
