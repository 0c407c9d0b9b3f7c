import type { CallFault } from '../../faults'
import { ask } from './ask'
import { clockChannel } from './channel'
import { becomeFormer } from './identity'
import { refresh } from './state'

/* What the switches do, and how each is undone. */

let app: Window | null = null
const channel = new BroadcastChannel(clockChannel)

/** Opens the app beside this page, or comes back to it. */
export function openApp(): void {
  app = window.open('/', 'jiamenkou-app')
}

/** The app that was opened from here starts anew; pages that somebody else opened have to be loaded again by hand. */
export function reloadApp(): void {
  if (app && !app.closed) app.location.reload()
}

export async function moveClock(asked: { at: number } | { offset: number }): Promise<void> {
  const { offset } = await ask<{ offset: number }>('move-clock', asked)
  channel.postMessage(offset)
  reloadApp()
  await refresh()
}

export interface FaultChange {
  readonly networkDropped?: boolean
  /** null takes it back. */
  readonly next?: CallFault | null
  readonly every?: CallFault | null
}

export async function switchFaults(change: FaultChange): Promise<void> {
  await ask('faults', change)
  await refresh()
}

/** Everything as it was: the clock, the faults, and who this browser is. */
export async function resetAll(): Promise<void> {
  await ask('reset')
  becomeFormer()
  channel.postMessage(0)
  reloadApp()
  await refresh()
}
