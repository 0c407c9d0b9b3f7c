import { WxFailure, type Caller } from './caller'
import type { FileSystem } from './file-system'

/**
 * `wx.downloadFile`: into the path that is given, else into a temporary file. WeChat also wants the address among the
 * `downloadFile` domains of the mini program; which those are is said in its console, so that nothing here can know.
 * Source: developers.weixin.qq.com/miniprogram/dev/api/network/download/wx.downloadFile.html.
 */
export const downloadApi = (caller: Caller, files: FileSystem, isOffline: () => boolean) =>
  caller.recorded('downloadFile', async ({ url, filePath }) => {
    if (isOffline()) throw new WxFailure('fail net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
    const response = await fetch(String(url))
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (filePath === undefined) return { tempFilePath: files.add(bytes, 'bin'), statusCode: response.status }
    files.write(filePath, bytes)
    return { filePath, statusCode: response.status }
  })
