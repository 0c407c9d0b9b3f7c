import cloud from 'wx-server-sdk'
import type { Started } from './cloud'

export interface Link {
  readonly fileID: string
  readonly status: number
  readonly errMsg: string
  readonly tempFileURL: string
}

/** The SDK's storage as the tests use it; its own types speak of callbacks too. `connectSdk` points it at a cloud. */
export const sdkFiles = cloud as unknown as {
  uploadFile(options: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: { fileList: readonly unknown[] }): Promise<{ fileList: Link[] }>
  deleteFile(options: { fileList: readonly string[] }): Promise<{ fileList: Link[] }>
}

/** A phone that asks the storage as `wx.cloud` would. */
export function phone(started: Started, openid?: string) {
  const post = async (route: string, body: string, type = 'application/json') => {
    const headers = { 'content-type': type, ...(openid === undefined ? {} : { 'x-local-openid': openid }) }
    const response = await fetch(`${started.url}/storage/${route}`, { method: 'POST', headers, body })
    return (await response.json()) as { errCode?: number; fileID?: string; fileList?: Link[] }
  }
  return {
    upload: (path: string, body = 'x', type?: string) => post(`upload?path=${encodeURIComponent(path)}`, body, type),
    link: async (fileID: string) => (await post('links', JSON.stringify({ fileList: [fileID] }))).fileList?.[0],
    remove: async (fileID: string) => (await post('delete', JSON.stringify({ fileList: [fileID] }))).fileList?.[0],
  }
}
