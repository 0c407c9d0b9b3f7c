import { moveDate } from '../../moved-date'
import { clockChannel } from './channel'

/* Stands in front of the app's own scripts while the clock is moved, and follows it until the page is loaded anew. */

let offset = Number(document.currentScript?.dataset.offset ?? 0)
moveDate(window, () => offset)
new BroadcastChannel(clockChannel).addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'number') offset = data
})
