import Taro from '@tarojs/taro'

/** A file on its way to the cloud's storage. */
export interface Upload {
  /** Never rejects. */
  readonly done: Promise<{ readonly fileID: string } | 'stopped' | 'failed'>
  /** Gives it up; nothing happens where it has arrived. */
  stop(): void
}

/**
 * Brings a file of the phone to a path of the cloud's storage. Only its uploader may read or replace it there.
 * @param onProgress percent, 0 to 100
 */
export function uploadFile(cloudPath: string, filePath: string, onProgress?: (percent: number) => void): Upload {
  let isStopped = false
  let stop = () => {
    isStopped = true
  }
  const done = new Promise<{ readonly fileID: string } | 'stopped' | 'failed'>((settle) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => settle({ fileID }),
      fail: () => settle(isStopped ? 'stopped' : 'failed'),
    })
    // A task, because callbacks were given: WeChat gives a promise otherwise.
    task.onProgressUpdate(({ progress }) => onProgress?.(progress))
    stop = () => {
      isStopped = true
      task.abort()
    }
  })
  return { done, stop: () => stop() }
}
