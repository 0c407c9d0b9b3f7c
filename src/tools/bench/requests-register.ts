import { startDemoCloud } from '../support/demo-cloud'
import { seedSecrets, type SecretKind } from '../support/proof/secret-world'
import { searchReplies } from '../support/proof/secrets'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

/** What anybody can ask about other people's requests. */
const open = ['request.register', 'request.public', 'request.similar', 'request.join'] as const

/** What of a request may be read by anybody where its owner lets them. */
const mayBeRead: readonly SecretKind[] = ['request words', 'request step', 'request file']

/** The raw replies of the public register, as everybody, over people and requests with secrets. */
export const requestRegister: Bench = {
  name: 'request-register',
  needs: ['cloud'],
  run: ({ log }) =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const world = await seedSecrets(cloud)
        const { replies, answered, rightly, found } = await searchReplies(cloud, world, world.viewers, open)
        for (const line of [...new Set(found)].slice(0, 10)) log(line)
        const seen = [...rightly]
          .filter(([kind]) => mayBeRead.includes(kind))
          .reduce((sum, [, count]) => sum + count, 0)
        const figure = { bench: 'request-register', unit: 'secrets', most: null }
        const figures: readonly Figure[] = [
          {
            ...figure,
            ...{ what: 'raw replies of the public register', value: replies, unit: 'replies' },
            beside: `${answered} with data, by ${world.viewers.length} callers, over ${world.secrets.size} secrets`,
          },
          { ...figure, what: 'public words and pictures found in them', value: seen, least: 1 },
          {
            ...figure,
            what: 'names, phones, rooms, openids and private words found in them',
            value: found.length,
            most: 0,
          },
        ]
        return figures
      },
    ),
}
