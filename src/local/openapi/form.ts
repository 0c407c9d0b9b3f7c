import Busboy, { type BusboyHeaders } from '@fastify/busboy'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { CloudError } from '../errors'

/** The parts of a form with files in it; texts too come as bytes. */
export async function readForm(request: IncomingMessage, mostBytes: number): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const files: Promise<void>[] = []
  let tooLarge = false
  await new Promise<void>((resolve, reject) => {
    // The header is there: it is how the request was taken for a form.
    const form = Busboy({ headers: request.headers as BusboyHeaders, limits: { fileSize: mostBytes, parts: 20 } })
    form.on('field', (name, value) => void parts.set(name, Buffer.from(value)))
    form.on('file', (name, stream) => {
      stream.on('limit', () => (tooLarge = true))
      files.push(buffer(stream).then((bytes) => void parts.set(name, bytes)))
    })
    form.on('finish', resolve)
    form.on('error', reject)
    request.on('aborted', () => reject(new Error('the request was broken off')))
    request.pipe(form)
  }).catch(() => {
    throw new CloudError('INVALID_PARAM', 'the form cannot be read')
  })
  await Promise.all(files)
  if (tooLarge) throw new CloudError('INVALID_PARAM', 'the request exceeds 6 MB')
  return parts
}
