import { identityHeader } from './identity.h5'
import type { Upload } from './upload'

/** Brings a file of this page to a path of the local cloud's storage, as a phone would. */
export function uploadFile(cloudPath: string, filePath: string, onProgress?: (percent: number) => void): Upload {
  // `fetch` cannot tell how far an upload is.
  const request = new XMLHttpRequest()
  let isStopped = false
  const done = new Promise<{ readonly fileID: string } | 'stopped' | 'failed'>((settle) => {
    const fail = () => settle(isStopped ? 'stopped' : 'failed')
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.floor((loaded / Math.max(1, total)) * 100))
    request.onload = () => {
      const fileID = fileIdIn(request.responseText)
      if (fileID === undefined) fail()
      else settle({ fileID })
    }
    request.onerror = fail
    request.onabort = fail
    fetch(filePath)
      .then((file) => file.blob())
      .then((body) => {
        if (isStopped) return fail()
        request.open('POST', `/storage/upload?path=${encodeURIComponent(cloudPath)}`)
        for (const [name, value] of Object.entries(identityHeader())) request.setRequestHeader(name, value)
        request.send(body)
      })
      .catch(fail)
  })
  const stop = () => {
    isStopped = true
    request.abort()
  }
  return { done, stop }
}

function fileIdIn(text: string): string | undefined {
  try {
    const { fileID } = JSON.parse(text) as { fileID?: unknown }
    return typeof fileID === 'string' ? fileID : undefined
  } catch {
    return undefined
  }
}
