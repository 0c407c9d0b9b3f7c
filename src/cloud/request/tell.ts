import type { Surroundings } from '../handle'
import { pushSoon } from '../message/push'
import { lookAt } from './due'

/** Somebody waits for the answer of the call: so many commits at most, and none begun later than this (ms). */
const mostSoon = 2
const patienceSoon = 1_500

/**
 * Tells those whom a step concerns, right after its commit and inside the same call. What it does not come to is the
 * timer's, within a minute. Never throws.
 */
export async function tellSoon(
  surroundings: Surroundings,
  requestId: string,
  clock: () => number = () => Date.now(),
): Promise<void> {
  const { store, now, note } = surroundings
  const ends = clock() + patienceSoon
  try {
    const { messages } = await lookAt({ store, now, hasTime: () => clock() < ends }, requestId, mostSoon)
    await pushSoon(surroundings, messages, clock)
  } catch (fault) {
    note('request.untold', fault)
  }
}
