import Taro from '@tarojs/taro'

/** Removes every file that this mini program keeps on the phone: pictures that were prepared, exports, codes. */
export function forgetFiles(): void {
  const folder = Taro.env.USER_DATA_PATH ?? ''
  const manager = Taro.getFileSystemManager()
  manager.readdir({
    dirPath: folder,
    success: ({ files }) => {
      for (const name of files) manager.unlink({ filePath: `${folder}/${name}`, fail: () => undefined })
    },
    fail: () => undefined,
  })
}
