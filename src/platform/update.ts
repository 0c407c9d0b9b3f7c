import Taro from '@tarojs/taro'

/** How long (ms) a new release may take to arrive after it was asked for. */
const patience = 8_000

let ready = false
const waiting = new Set<() => void>()
const wake = () => waiting.forEach((done) => done())

/** WeChat looks for a new release at each cold start and tells it only to who listens by then: call it at launch. */
export function watchUpdates(): void {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    ready = true
    wake()
  })
  manager.onUpdateFailed(wake)
}

/** Restarts into the newest release. Answers false if none has arrived. */
export async function updateNow(): Promise<boolean> {
  if (!ready) {
    await new Promise<void>((done) => {
      waiting.add(done)
      setTimeout(done, patience)
    })
  }
  if (ready) Taro.getUpdateManager().applyUpdate()
  return ready
}
