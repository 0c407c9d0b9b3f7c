import Taro from '@tarojs/taro'

/** Fetches the newest release and restarts into it. Answers false if there is none to be had right now. */
export function updateNow(): Promise<boolean> {
  const manager = Taro.getUpdateManager()
  return new Promise((done) => {
    manager.onCheckForUpdate(({ hasUpdate }) => {
      if (!hasUpdate) done(false)
    })
    manager.onUpdateFailed(() => done(false))
    manager.onUpdateReady(() => {
      done(true)
      manager.applyUpdate()
    })
  })
}
