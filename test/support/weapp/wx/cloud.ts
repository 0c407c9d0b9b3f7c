import { plainText } from '../text'
import { WxFailure, type Caller, type Options } from './caller'
import type { FileSystem } from './file-system'

/** The real local cloud, by HTTP. */
export interface CloudAddress {
  readonly url: string
  readonly openid: string
}

/** What a call of a cloud function answers; a test that controls the answer gives it itself. */
export type CloudFunction = (name: string, data: unknown) => Promise<unknown>

interface CloudHost {
  readonly cloud: CloudFunction | undefined
  readonly connect: CloudAddress | undefined
  readonly isOffline: () => boolean
  readonly files: FileSystem
}

const noCloud = new WxFailure('-501000 no cloud was given to this test', { errCode: -501000 })

export function cloudApis(caller: Caller, { cloud, connect, isOffline, files }: CloudHost) {
  let isOpen = false
  const request = async (place: string, body: string | Uint8Array): Promise<Record<string, unknown>> => {
    if (!connect) throw noCloud
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
    const response = await fetch(`${connect.url}/${place}`, {
      method: 'POST',
      headers: { 'x-local-openid': connect.openid, 'content-type': type },
      body: typeof body === 'string' ? body : new Blob([body.slice()]),
    }).catch(() => Promise.reject(new WxFailure('request:fail', { errCode: -1 })))
    const answer = (await response.json()) as Record<string, unknown>
    if (answer.errCode !== undefined && answer.errCode !== 0) {
      throw new WxFailure(`${plainText(answer.errCode)} ${plainText(answer.errMsg)}`, {
        errCode: Number(answer.errCode),
      })
    }
    return answer
  }
  const guarded = (name: string, work: (options: Options) => Promise<object>) => (options: Options) => {
    const done = async () => {
      if (!isOpen) throw new WxFailure('Cloud API isn’t enabled, please call wx.cloud.init first', { errCode: -601034 })
      if (isOffline()) throw new WxFailure('request:fail', { errCode: -1 })
      return work(options)
    }
    return caller.settle(`cloud.${name}`, options, done())
  }
  const call = guarded('callFunction', async ({ name, data }) => {
    const plain = JSON.parse(JSON.stringify(data ?? {})) as unknown
    const given = cloud && (await cloud(String(name), plain))
    if (cloud) return { result: given, requestID: 'test' }
    const { result } = await request(`call/${String(name)}`, JSON.stringify({ data: plain }))
    return { result, requestID: 'test' }
  })

  return {
    init: (options: unknown) => {
      isOpen = true
      caller.record('cloud.init', options)
    },
    callFunction: (options: Options) => {
      caller.record('cloud.callFunction', { name: options.name, data: options.data })
      return call(options)
    },
    uploadFile: guarded('uploadFile', async ({ cloudPath, filePath }) => {
      const { fileID } = await request(
        `storage/upload?path=${encodeURIComponent(String(cloudPath))}`,
        files.read(filePath),
      )
      return { fileID, statusCode: 200 }
    }),
    getTempFileURL: guarded('getTempFileURL', ({ fileList }) => request('storage/links', JSON.stringify({ fileList }))),
    deleteFile: guarded('deleteFile', ({ fileList }) => request('storage/delete', JSON.stringify({ fileList }))),
    downloadFile: guarded('downloadFile', async ({ fileID }) => {
      const { fileList } = await request('storage/links', JSON.stringify({ fileList: [fileID] }))
      const link = (fileList as readonly { readonly tempFileURL?: string }[] | undefined)?.[0]?.tempFileURL
      const response = link ? await fetch(link) : undefined
      if (!response?.ok) throw new WxFailure('-503003 storage file not exists', { errCode: -503003 })
      return { tempFilePath: files.add(new Uint8Array(await response.arrayBuffer()), 'bin'), statusCode: 200 }
    }),
  }
}
