import { freshKey, idOf } from '../../support/proof/documents'
import { ask } from '../ask'
import { cost, usual, type Priced } from './priced'

const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'

const everyGrid = { gridId: null }

/** The demo's estate as it is, without what other rows have built there, and a code for each building. */
const filled: NonNullable<Priced['before']> = async (cloud, { openid, input }) => {
  for (const _id of cloud.database.find('buildings', { estateId: 'heyuan' }).map(idOf))
    if (!/^heyuan-\d$/.test(_id)) cloud.database.remove('buildings', { _id }, { multi: true })
  await ask(cloud, 'doorcode.fill', { input, key: freshKey() }, openid)
}

/** What the function `files` asks of the database; an import itself is measured by its tests. */
export const fileCosts: readonly Priced[] = [
  {
    action: 'import.template',
    situation: 'of a community',
    call: usual('import.template', secretary),
    cost: cost(2, 2),
  },
  { action: 'import.start', situation: 'the usual', call: usual('import.start', secretary), cost: cost(15, 3, 4) },
  {
    action: 'import.plan',
    situation: 'where nothing else is under way',
    call: usual('import.plan', secretary),
    before: ({ database }) => Promise.resolve(void database.remove('imports', {}, { multi: true })),
    cost: cost(16, 8, 4),
  },
  {
    action: 'import.step',
    situation: 'before the workbook is there',
    call: usual('import.step', secretary),
    cost: cost(5, 3),
  },
  { action: 'import.show', situation: 'one of them', call: usual('import.show', secretary), cost: cost(2, 2) },
  {
    action: 'import.confirm',
    situation: 'before it is read',
    call: usual('import.confirm', secretary),
    cost: cost(5, 3),
  },
  { action: 'import.cancel', situation: 'the usual', call: usual('import.cancel', secretary), cost: cost(12, 3, 3) },
  { action: 'revision.list', situation: 'of none', call: usual('revision.list', secretary), cost: cost(2, 1) },
  {
    action: 'revision.restore',
    situation: 'one that is not there',
    call: usual('revision.restore', secretary),
    cost: cost(4, 2),
  },
  {
    action: 'export.directory',
    situation: 'without rooms',
    call: usual('export.directory', secretary, {}, { households: false }),
    cost: cost(13, 7, 3),
  },
  {
    action: 'poster.make',
    situation: 'of a building without a code',
    call: usual('poster.make', gridLeader, {}, { buildingIds: ['nowhere'] }),
    cost: cost(5, 7),
  },
  {
    action: 'doorcode.fill',
    situation: 'where every door has one',
    call: usual('doorcode.fill', secretary, {}, everyGrid),
    before: filled,
    cost: cost(13, 23, 2),
  },
  {
    action: 'doorcode.fill',
    situation: 'one building without a code',
    call: usual('doorcode.fill', secretary, {}, everyGrid),
    async before(cloud, asked) {
      await filled(cloud, asked)
      cloud.database.remove('doorCodes', { buildingId: 'heyuan-5' }, { multi: true })
    },
    cost: cost(21, 23, 5),
  },
  {
    action: 'household.list',
    situation: 'the first look',
    call: usual('household.list', gridLeader),
    cost: cost(16, 3, 3),
  },
  {
    action: 'household.list',
    situation: 'the first look of a duty member, who says that they are on duty',
    // One who is there already: a further one would be asked to look at notices.
    call: { openid: 'demo-duty', input: { buildingId: 'heyuan-1', part: 1, onDuty: true }, key: freshKey() },
    cost: cost(20, 4, 5),
  },
]
