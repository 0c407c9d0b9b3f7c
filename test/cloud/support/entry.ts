import type { Surroundings } from '../../../src/cloud/handle'
import type { Entry } from '../../../src/cloud/router'
import type { Store } from '../../../src/cloud/store'
import { platform } from '../../../src/cloud/store/platform'
import { keys } from './people'

/** A weekday at noon. */
export const noon = Date.parse('2026-11-18T12:00:00+08:00')

/** What stands around a call of `serve`, with the real SDK behind it. */
export const anEntry = (store: Store, over: Partial<Entry> = {}): Entry => ({
  caller: { openid: 'openid-of-somebody', source: 'wx_client' },
  now: noon,
  store,
  keys,
  platform,
  log: () => undefined,
  ...over,
})

/** What stands around a call of a handler, without `serve`. */
export const surroundings = (store: Store, over: Partial<Surroundings> = {}): Surroundings => ({
  person: null,
  openid: '',
  now: noon,
  store,
  keys,
  platform,
  templates: {},
  log: () => undefined,
  requestId: 'request',
  isFit: () => Promise.resolve(true),
  note: () => undefined,
  ...over,
})
