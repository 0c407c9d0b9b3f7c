import type { Scanned } from './scan'

/** A browser scans nothing: the page lets the person type. */
export const scanCode = (): Promise<Scanned> => Promise.resolve('unable')
