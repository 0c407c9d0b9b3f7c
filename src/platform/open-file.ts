import Taro from '@tarojs/taro'

/** What became of a spreadsheet: it is shown, it lies on the computer's disk, or neither was possible. */
export type Opened = 'opened' | 'saved' | 'failed'

const ending = '.xlsx'

/**
 * Shows a spreadsheet in WeChat's viewer. Its menu forwards the file to a chat or another program: that is the way to a
 * printer. WeChat on a computer that cannot show it asks where to save it. `name` ends in .xlsx and has no slash; it is
 * what a person reads where the file arrives.
 */
export async function openFile(base64: string, name: string): Promise<Opened> {
  const filePath = ownSheet(base64, name)
  if (filePath === null) return 'failed'
  // Where it was shown the file stays: the viewer still reads it, and may be forwarding it. The next one takes it away.
  if (await works(() => Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true }))) return 'opened'
  const isSaved = await works(() => Taro.saveFileToDisk({ filePath }))
  Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })
  return isSaved ? 'saved' : 'failed'
}

/** Puts a spreadsheet into the mini program's own folder, at once: its path, or null where the phone has no room. */
export function ownSheet(base64: string, name: string): string | null {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  forgetEarlier(name)
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
    return filePath
  } catch {
    return null
  }
}

/** Only the newest one stays on the phone: they tell of people. `forgetFiles` takes that too. */
function forgetEarlier(newest: string): void {
  const folder = Taro.env.USER_DATA_PATH ?? ''
  const manager = Taro.getFileSystemManager()
  const forget = (name: string) => manager.unlink({ filePath: `${folder}/${name}`, fail: () => undefined })
  manager.readdir({
    dirPath: folder,
    // The newest is written meanwhile: a file of its name is that one.
    success: ({ files }) => files.filter((name) => name.endsWith(ending) && name !== newest).forEach(forget),
    fail: () => undefined,
  })
}

/** An older WeChat may lack the call altogether: that throws at once. */
async function works(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call()
    return true
  } catch {
    return false
  }
}
