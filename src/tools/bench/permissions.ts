import { startDemoCloud } from '../support/demo-cloud'
import { allCells, walkPermissions } from '../support/permission-walk'
import { withCloud } from './cloud'
import type { Bench } from './figure'

export const permissions: Bench = {
  name: 'permissions',
  needs: ['cloud'],
  run: ({ log }) =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        const all = allCells()
        log(`asking ${all.length} cells`)
        const { cells, denied, wrong, changed } = await walkPermissions(cloud, all)
        for (const line of [...wrong, ...changed].slice(0, 10)) log(line)
        const figure = { bench: 'permissions', unit: 'cells', most: null }
        return [
          { ...figure, what: 'roles × actions × situations', value: cells, least: all.length },
          { ...figure, what: 'of these denied', value: denied },
          { ...figure, what: 'answered otherwise than the table says', value: wrong.length, most: 0 },
          { ...figure, what: 'documents changed by denied calls', unit: 'documents', value: changed.length, most: 0 },
        ]
      },
    ),
}
