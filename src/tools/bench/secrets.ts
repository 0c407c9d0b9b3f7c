import type { LogLine } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { seedSecrets } from '../support/proof/secret-world'
import { openAtRest, openInLog, searchReplies } from '../support/proof/secrets'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

/** Every action as everybody over people with secrets, and whether any of these is where it must not be. */
export const secrets: Bench = {
  name: 'secrets',
  needs: ['cloud'],
  run: ({ log }) => {
    const lines: LogLine[] = []
    return withCloud(
      () => startDemoCloud({ dataFile: ':memory:', log: (line) => lines.push(line) }),
      async (cloud) => {
        const world = await seedSecrets(cloud)
        log(`${world.secrets.size} secrets, ${world.viewers.length} callers`)
        const { replies, answered, rightly, found } = await searchReplies(cloud, world)
        const atRest = openAtRest(cloud, world)
        for (const line of [...new Set([...found, ...atRest])].slice(0, 10)) log(line)
        const seen = [...rightly.values()].reduce((sum, count) => sum + count, 0)
        const figure = { bench: 'secrets', unit: 'secrets', most: 0 }
        const figures: readonly Figure[] = [
          {
            ...figure,
            what: 'replies searched',
            value: replies,
            unit: 'replies',
            most: null,
            beside: `${answered} with data`,
          },
          { ...figure, what: 'found by those who may see them', value: seen, most: null, least: 1 },
          { ...figure, what: 'found in replies to those who may not see them', value: found.length },
          { ...figure, what: 'found in the log', value: openInLog(lines, world).length },
          { ...figure, what: 'names, numbers, rooms and openids kept unsealed', value: atRest.length },
        ]
        return figures
      },
    )
  },
}
