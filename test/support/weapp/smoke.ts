import type { LocalCloud } from '../../../src/local/start'
import { demoDoor } from '../demo'
import { dialledBy, startAt } from '../door-app'
import type { WeappFiles } from './files'

/**
 * The shortest walk that means something: from the scanned door to a call, a shared card, and the other tab.
 * @param patience ms to wait for each step: a lot for a bundle that should pass, little for one that is broken
 */
export async function smoke(cloud: LocalCloud, files: WeappFiles, patience: number): Promise<void> {
  const app = startAt(cloud, { scene: demoDoor.code }, { files })
  const shown = (selector: string) => app.until(() => app.page.findAll(selector).length > 0, patience)
  try {
    await shown('#phones')
    await app.until(() => app.page.text.includes(demoDoor.place), patience)
    app.page.tap('#common-drain-blocked')
    await shown('#call-first')
    app.page.tap('#call-first')
    await app.until(() => dialledBy(app).length === 1, patience)
    app.page.tap('#share')
    if (app.shares.length !== 1) throw new Error('nothing was shared')
    app.back()
    app.tapTab('pages/me/index')
    await shown('#clear')
    if (app.problems.length) throw new Error(app.problems.join('\n'))
  } finally {
    app.close()
  }
}
