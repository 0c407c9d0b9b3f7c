import type { LocalCloud } from '../../../local/start'
import { headId } from '../../../cloud/files/keep-revision'
import type { ActionName } from '../../../contract'
import { importDocument } from '../../support/proof/about-files'
import { keys, put } from '../../support/proof/documents'
import { usual, type Asked } from '../costs/priced'
import { fullPeople } from '../fill-people'
import { changing, get, getThe, page, reading, roles, together, type Beside } from './raw'

const here = 'west-street'
const secretary = 'secretary, in force'
const gridLeader = 'grid-leader, in force'
const demo = getThe('communities', here)
const imported = page('imports', { communityId: here }, 'startedAt', 2)

/** Of an import that is over: each answers how far it is, and does nothing more. */
const done =
  (action: ActionName, rest: object) =>
  (cloud: LocalCloud): Asked => {
    const document = importDocument(here, cloud.clock.now(), { state: 'done' })
    put(cloud.database, 'imports', [document])
    return { ...usual(action, secretary)(cloud), input: { importId: document._id, ...rest } }
  }

/** To a revision that was kept. */
function restoring(cloud: LocalCloud): Asked {
  const _id = headId(here, 0)
  const { database, clock } = cloud
  const head = {
    ...{ _id, communityId: here, kind: 'head', revision: 0, endedBy: 'save', plan: null, parts: 0, data: '' },
    ...{ at: clock.now(), keyId: keys.currentKey },
  }
  if (database.find('directories', { _id }).length === 0) put(database, 'directories', [head])
  return usual('revision.restore', secretary, {}, { revision: 0 })(cloud)
}

/** What the function `files` does beside the SDK calls that it must make, where it asks the database and no more. */
export const filesBeside: readonly Beside[] = [
  {
    action: 'import.start',
    by: secretary,
    raw: changing([demo, roles, imported], ['communities', 'imports', 'imports']),
  },
  {
    action: 'import.step',
    call: done('import.step', { fileId: null }),
    raw: changing([get('imports'), roles], []),
  },
  { action: 'import.show', by: secretary, raw: reading(get('imports'), roles) },
  {
    action: 'import.confirm',
    call: done('import.confirm', { breaks: false }),
    raw: changing([get('imports'), roles, demo], []),
  },
  { action: 'import.cancel', by: secretary, raw: changing([get('imports'), roles], ['imports']) },
  {
    action: 'revision.list',
    fields: { communityId: 'full-00000' },
    openid: fullPeople.secretary,
    raw: reading(roles, page('directories', { communityId: 'full-00000', kind: 'head' }, 'revision')),
  },
  {
    action: 'revision.restore',
    call: restoring,
    raw: changing([demo, roles, get('directories'), imported], ['imports', 'imports']),
  },
  {
    action: 'household.list',
    by: gridLeader,
    raw: changing(
      [get('buildings'), demo, roles, together(get('households'), get('households'), get('audits'))],
      ['audits'],
    ),
  },
]

/** Those whose work is the least of it asking the database: their time is another bench's, or a test's. */
export const workOfTheirOwn: Readonly<Partial<Record<ActionName, string>>> = {
  'import.template': 'writes a workbook',
  'export.directory': 'reads a whole directory and writes a workbook of it',
  'poster.make': 'draws a PDF',
  'notice.poster': 'draws a PDF',
  'import.plan': 'compares a whole directory with what is to come, and lays it ready',
  'doorcode.fill': 'makes the codes of a whole estate in commits of its own',
}
