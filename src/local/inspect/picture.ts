import type { ServerResponse } from 'node:http'
import { Unusable, type Parts } from './parts'

/** Pictures that a browser shows without running anything in them. */
export function isPicture(contentType: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(contentType)
}

/** Answers a stored picture as it is; every other file stays where it lies. */
export async function sendPicture({ files }: Parts, body: unknown, response: ServerResponse): Promise<void> {
  const { fileID } = Object(body) as { fileID?: unknown }
  const file = files.list().find((one) => one.fileID === fileID && isPicture(one.contentType))
  const bytes = file && (await files.contents(file.fileID))
  if (!file || !bytes) throw new Unusable('没有这个图片。 | No such picture.')
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': bytes.length })
  response.end(bytes)
}
