import { lookSoon } from '../filing/look-all'
import type { Surroundings } from '../handle'
import { lookAt } from './due'

/** Tells those whom a step concerns, right after its commit and inside the same call; see `lookSoon`. Never throws. */
export const tellSoon = (
  surroundings: Surroundings,
  requestId: string,
  clock: () => number = () => Date.now(),
): Promise<void> => lookSoon(surroundings, 'request.untold', (given, most) => lookAt(given, requestId, most), clock)
