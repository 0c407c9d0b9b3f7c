import type { StateView } from '../views'
import { ask } from './ask'

type Listener = (state: StateView | undefined, restarted: boolean) => void

const everyMs = 1000
const listeners: Listener[] = []
let run = ''
let known = 0
let asking: Promise<void> | undefined

/** Runs `listener` after each look at the cloud; undefined where it does not answer. */
export function onState(listener: Listener): void {
  listeners.push(listener)
}

/** Looks now and not only at the next turn: something was switched. */
export async function refresh(): Promise<void> {
  // A look that began before the switch may not have seen it.
  await asking
  await look()
}

/** Looks once a second, as long as the page is in sight. */
export function follow(): void {
  void look()
  setInterval(() => {
    if (!document.hidden) void look()
  }, everyMs)
}

function look(): Promise<void> {
  asking ??= lookOnce().finally(() => (asking = undefined))
  return asking
}

async function lookOnce(): Promise<void> {
  let state = await ask<StateView>('state', { after: known }).catch(() => undefined)
  const restarted = state !== undefined && run !== '' && state.run !== run
  // Another start counts its calls from the beginning.
  if (restarted) state = await ask<StateView>('state', { after: 0 }).catch(() => undefined)
  if (state) {
    run = state.run
    known = state.ended
  }
  listeners.forEach((listener) => listener(state, restarted))
}
