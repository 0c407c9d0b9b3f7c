import type { LocalCloud } from '../../src/local/start'
import { demoDoor } from './demo'
import { startWeapp, type Weapp, type WeappOptions } from './weapp'

const started = new Set<Weapp>()

/** A test ends its apps, so that none calls the cloud of the next; and whatever went wrong in one fails it. */
afterEach(() => {
  const open = [...started].filter(({ stack }) => stack.length > 0)
  started.clear()
  for (const app of open) app.close()
  expect(open.flatMap(({ problems }) => problems)).toEqual([])
})

/** The compiled mini program, talking to the real function through a local cloud. */
export function startAt(cloud: LocalCloud, query: Record<string, string>, options: WeappOptions = {}): Weapp {
  const app = startWeapp({
    cloud: (name, data) => cloud.invoke(name, data, { openid: 'oResident_a', source: 'wx_client' }),
    launch: { path: 'pages/door/index', query, scene: 1047 },
    ...options,
  })
  started.add(app)
  return app
}

/** The same after the scan of the demo's door, with the place on the screen. */
export async function openDoorIn(cloud: LocalCloud, options: WeappOptions = {}): Promise<Weapp> {
  const app = startAt(cloud, { scene: demoDoor.code }, options)
  await app.until(() => app.page.findAll('#phones').length > 0)
  return app
}

/** What an app keeps on the phone, to start the next one with. */
export const keptBy = (app: Weapp): Record<string, unknown> =>
  Object.fromEntries([...app.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))

export const dialledBy = (app: Weapp): string[] =>
  app.callsOf('makePhoneCall').map((call) => (call as { phoneNumber: string }).phoneNumber)

export const callsBy = (app: Weapp): unknown[] => app.callsOf('cloud.callFunction')
