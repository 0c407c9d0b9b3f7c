import cloud from 'wx-server-sdk'

/** What WeChat's content check says of words. */
export type TextVerdict = 'pass' | 'review' | 'risky'
/** WeChat's scenes: 1 a profile, 2 a remark. */
export type TextScene = 1 | 2

/** A subscribe message as WeChat takes it. */
export interface PushedMessage {
  readonly openid: string
  readonly templateId: string
  /** Without a leading slash. */
  readonly page: string
  /** Field → value, within WeChat's limits. */
  readonly data: Readonly<Record<string, string>>
}

/** What the platform can do for a function beside the database. Every call throws where it cannot be asked. */
export interface Platform {
  /** The second version of msgSecCheck; takes only people who used the mini program within two hours. */
  checkText(text: string, openid: string, scene?: TextScene): Promise<TextVerdict>
  /** Has a picture checked; its verdict comes later as a push that carries the number answered here. */
  checkPicture(url: string, openid: string): Promise<string>
  /** The number behind a code of WeChat's button, or null where WeChat does not know the code (any more). */
  phoneNumber(code: string): Promise<string | null>
  /** WeChat's own code for the answer: 0 sent, 43101 nobody asked for it, … Throws only where it cannot be asked. */
  push(message: PushedMessage): Promise<number>
  /** A mini-program code for a page, as bytes; `width` in pixels, 430 unless said. */
  drawCode(page: string, scene: string, width?: number): Promise<{ bytes: Buffer; type: 'png' | 'jpeg' }>
  /** Whether a file id names a file of this environment. */
  isOurs(fileId: string): boolean
  /** The bytes of a stored file; null where there is none, `too-large` where there are more than `most`. */
  download(fileId: string, most: number): Promise<Buffer | 'too-large' | null>
  upload(path: string, bytes: Buffer): Promise<string>
  /** Links that are good for some minutes; what has none is left out. At most 50. */
  links(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Removes stored files; those that are gone already do not matter. */
  removeFiles(fileIds: readonly string[]): Promise<void>
}

/** What takes longer (ms) is not waited for: the function itself has ten seconds. */
const patience = 3000

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${what} does not answer`)), patience)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

interface OpenApi {
  readonly security: {
    msgSecCheck(options: object): Promise<{ readonly result?: { readonly suggest?: string } }>
    mediaCheckAsync(options: object): Promise<{ readonly traceId?: string }>
  }
  readonly phonenumber: {
    getPhoneNumber(options: object): Promise<{ readonly phoneInfo?: { readonly phoneNumber?: string } }>
  }
  readonly subscribeMessage: { send(options: object): Promise<unknown> }
  readonly wxacode: {
    getUnlimited(options: object): Promise<{ readonly contentType?: string; readonly buffer: Buffer }>
  }
}

const openApi = () => cloud.openapi as unknown as OpenApi

/** The code of an answer that is not 0; the SDK throws those. Whatever has none is a fault. */
function codeOf(error: unknown): number {
  const { errCode } = (error ?? {}) as { errCode?: unknown }
  if (typeof errCode !== 'number') throw error
  return errCode
}

/** Files in one call of the storage. */
const mostFiles = 50
/** The storage's code for a file that is not there. */
const fileGone = -503003

/** WeChat's answer to a code that is spent, unknown or somebody else's. */
const spentCodes: readonly number[] = [40029, 40163]

export const platform: Platform = {
  async checkText(content, openid, scene = 2) {
    const asked = openApi().security.msgSecCheck({ openid, scene, version: 2, content })
    const suggest = (await inTime(asked, 'the content check')).result?.suggest
    if (suggest === 'pass' || suggest === 'review' || suggest === 'risky') return suggest
    throw new Error('the content check gave no verdict')
  },
  async checkPicture(url, openid) {
    const asked = openApi().security.mediaCheckAsync({ openid, scene: 2, version: 2, mediaUrl: url, mediaType: 2 })
    const { traceId } = await inTime(asked, 'the picture check')
    if (!traceId) throw new Error('the picture check gave no number')
    return traceId
  },
  async phoneNumber(code) {
    try {
      const asked = openApi().phonenumber.getPhoneNumber({ code })
      return (await inTime(asked, 'the phone number')).phoneInfo?.phoneNumber ?? null
    } catch (error) {
      if (spentCodes.includes(codeOf(error))) return null
      throw error
    }
  },
  async push({ openid, templateId, page, data }) {
    const fields = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]))
    try {
      const sent = openApi().subscribeMessage.send({ touser: openid, templateId, page, data: fields })
      await inTime(sent, 'the message')
      return 0
    } catch (error) {
      return codeOf(error)
    }
  },
  async drawCode(page, scene, width) {
    const size = width === undefined ? {} : { width }
    const drawn = openApi().wxacode.getUnlimited({ page, scene, checkPath: false, ...size })
    const { buffer, contentType = '' } = await inTime(drawn, 'the code')
    return { bytes: buffer, type: contentType.includes('png') ? 'png' : 'jpeg' }
  },
  isOurs(fileId) {
    const { ENV } = cloud.getWXContext() as { readonly ENV?: string }
    return ENV !== undefined && ENV !== '' && fileId.startsWith(`cloud://${ENV}.`)
  },
  async download(fileId, most) {
    // Not by the SDK: it would hold whatever somebody uploaded, however large, in the function's memory.
    const link = (await platform.links([fileId])).get(fileId)
    if (link === undefined) return null
    const response = await fetch(link, { signal: AbortSignal.timeout(patience * 2) })
    if (response.status === 404 || response.status === 403) return null
    if (!response.ok || !response.body) throw new Error('the file cannot be read')
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length
      // Leaving the loop gives up the rest.
      if (size > most) return 'too-large'
      parts.push(part)
    }
    return Buffer.concat(parts)
  },
  async upload(path, bytes) {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: bytes })
    return fileID
  },
  async links(fileIds) {
    if (fileIds.length === 0) return new Map()
    const answer = (await cloud.getTempFileURL({ fileList: [...fileIds] })) as {
      readonly fileList: readonly { readonly fileID: string; readonly tempFileURL?: string }[]
    }
    return new Map(
      answer.fileList.flatMap(({ fileID, tempFileURL }) => (tempFileURL ? [[fileID, tempFileURL] as const] : [])),
    )
  },
  async removeFiles(fileIds) {
    for (let from = 0; from < fileIds.length; from += mostFiles) {
      const answer = await cloud.deleteFile({ fileList: fileIds.slice(from, from + mostFiles) })
      const { fileList } = answer as { readonly fileList: readonly { readonly status: number }[] }
      // What is not there any more was removed before: anything else must not be taken for done.
      const failed = fileList.find(({ status }) => status !== 0 && status !== fileGone)
      if (failed) throw Object.assign(new Error('a file could not be removed'), { errCode: failed.status })
    }
  },
}
