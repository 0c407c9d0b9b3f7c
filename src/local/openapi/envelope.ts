import { CloudError } from '../errors'
import { readFields, writeFields } from './protobuf'

/** A picture or another file among the arguments of an open API. */
export interface Attachment {
  readonly contentType: string
  readonly bytes: Buffer
}

export type Arguments = Readonly<Record<string, unknown>>

/** The open API's numbers in the SDK's `CommApiData` and `KeyValuePair`. */
const apiData = { openapiData: 2 } as const
const pairs = 1
const pair = { key: 1, value: 2, contentType: 3 } as const

/** The arguments that the SDK has packed: JSON by name, or a file. */
export function readArguments(message: Buffer): Arguments {
  try {
    const list = nested(message, apiData.openapiData).flatMap((data) => nested(data, pairs))
    return Object.fromEntries(list.map(readPair))
  } catch {
    throw new CloudError('INVALID_PARAM', 'the arguments of the open API cannot be read')
  }
}

function nested(message: Buffer, wanted: number): Buffer[] {
  return readFields(message).flatMap(({ number, value }) => {
    return number === wanted && Buffer.isBuffer(value) ? [value] : []
  })
}

function readPair(message: Buffer): [string, unknown] {
  const [key = Buffer.alloc(0)] = nested(message, pair.key)
  const [value = Buffer.alloc(0)] = nested(message, pair.value)
  const [contentType] = nested(message, pair.contentType)
  if (contentType?.length) return [key.toString(), { contentType: contentType.toString(), bytes: value }]
  return [key.toString(), JSON.parse(value.toString())]
}

/** What an open API answers: an object, or a file. */
export type OpenApiAnswer = Readonly<Record<string, unknown>> | Attachment

/** The SDK's `CommOpenApiResp`: respData 1, contentType 2, errorCode 3, httpCode 4. */
export function writeAnswer(answer: OpenApiAnswer): Buffer {
  const { contentType, bytes } = isAttachment(answer)
    ? answer
    : { contentType: 'application/json; encoding=utf-8', bytes: Buffer.from(JSON.stringify(answer)) }
  return writeFields([
    { number: 1, value: bytes },
    { number: 2, value: contentType },
    { number: 3, value: 0 },
    { number: 4, value: 200 },
  ])
}

/** A refusal before any open API is reached. The SDK makes its words of the number. */
export function writeSystemError(errorCode: number): Buffer {
  return writeFields([
    { number: 3, value: errorCode },
    { number: 4, value: 200 },
  ])
}

function isAttachment(answer: OpenApiAnswer): answer is Attachment {
  return Buffer.isBuffer(answer.bytes)
}
