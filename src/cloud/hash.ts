import { createHash } from 'node:crypto'

/** A short, stable id from several parts: 32 hex digits of SHA-256; the parts cannot run into each other. */
export const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
