import { WxFailure, type Caller, type Options } from './caller'
import type { FileSystem } from './file-system'
import { askCloud, type CloudAddress } from './local-cloud'
import type { Uploads } from './uploads'

/** What a call of a cloud function answers; a test that controls the answer gives it itself. */
export type CloudFunction = (name: string, data: unknown) => Promise<unknown>

interface CloudHost {
  readonly cloud: CloudFunction | undefined
  readonly connect: CloudAddress | undefined
  readonly isOffline: () => boolean
  readonly files: FileSystem
  readonly uploads: Uploads
}

export function cloudApis(caller: Caller, { cloud, connect, isOffline, files, uploads }: CloudHost) {
  let isOpen = false
  const request = (place: string, body: object | Uint8Array) => askCloud(connect, place, body)
  const assertOpen = (name: string, options: Options) => {
    if (!isOpen) throw new WxFailure('Cloud API isn’t enabled, please call wx.cloud.init first', { errCode: -601034 })
    if (isOffline()) throw new WxFailure('request:fail', { errCode: -1 })
    caller.assertNotFailing(`cloud.${name}`, options)
  }
  const guarded = (name: string, work: (options: Options) => Promise<object>) => (options: Options) => {
    const done = async () => {
      assertOpen(name, options)
      return work(options)
    }
    return caller.settle(`cloud.${name}`, options, done())
  }
  const call = guarded('callFunction', async ({ name, data }) => {
    const plain = JSON.parse(JSON.stringify(data ?? {})) as unknown
    const given = cloud && (await cloud(String(name), plain))
    if (cloud) return { result: given, requestID: 'test' }
    const { result } = await request(`call/${String(name)}`, { data: plain })
    return { result, requestID: 'test' }
  })

  return {
    init: (options: unknown) => {
      isOpen = true
      caller.record('cloud.init', options)
    },
    // What it becomes on its way is WeChat's own affair; the local cloud reads this, and opens it at the top only.
    CloudID: (text: unknown) => ({ $cloudID: String(text) }),
    callFunction: (options: Options) => {
      caller.record('cloud.callFunction', { name: options.name, data: options.data })
      return call(options)
    },
    uploadFile: (options: Options) => {
      const { cloudPath, filePath } = options
      caller.record('cloud.uploadFile', { cloudPath, filePath })
      if (typeof cloudPath !== 'string' || cloudPath === '' || cloudPath.startsWith('/')) {
        caller.misuse('cloud.uploadFile: parameter.cloudPath has to be a path without / before it')
      }
      const read = () => {
        assertOpen('uploadFile', options)
        return files.read(filePath)
      }
      return uploads.start(options, read, async (bytes, signal) => {
        const place = `storage/upload?path=${encodeURIComponent(String(cloudPath))}`
        const { fileID } = await askCloud(connect, place, bytes, signal)
        return { fileID, statusCode: 200 }
      })
    },
    getTempFileURL: guarded('getTempFileURL', ({ fileList }) => request('storage/links', { fileList })),
    deleteFile: guarded('deleteFile', ({ fileList }) => request('storage/delete', { fileList })),
    downloadFile: guarded('downloadFile', async ({ fileID }) => {
      const { fileList } = await request('storage/links', { fileList: [fileID] })
      const link = (fileList as readonly { readonly tempFileURL?: string }[] | undefined)?.[0]?.tempFileURL
      const response = link ? await fetch(link) : undefined
      if (!response?.ok) throw new WxFailure('-503003 storage file not exists', { errCode: -503003 })
      return { tempFilePath: files.add(new Uint8Array(await response.arrayBuffer()), 'bin'), statusCode: 200 }
    }),
  }
}
