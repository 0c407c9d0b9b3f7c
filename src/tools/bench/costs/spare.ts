import { agencyMark, estateMark, gridMark } from '../../../cloud/directory/mark'
import type { ActionName } from '../../../contract'
import type { LocalCloud } from '../../../local/start'
import { fresh } from '../../support/proof/documents'
import { usual, type Asked } from './priced'

// Things of the demo's directory on which nothing rests: a new one for each call that changes or removes one.

const secretary = 'secretary, in force'

const added = ({ database }: LocalCloud, field: 'agencies' | 'grids' | 'estates', thing: object) =>
  database.modify('communities', { _id: 'west-street' }, { $push: { [field]: thing } })

const about = (cloud: LocalCloud, action: ActionName, over: object): Asked => {
  const asked = usual(action, secretary)(cloud)
  return { ...asked, input: { ...(asked.input as object), ...over } }
}

export function removingAgency(cloud: LocalCloud): Asked {
  const spare = { id: fresh('spare'), name: fresh('闲置的单位'), roles: ['termite'], phones: [] }
  added(cloud, 'agencies', spare)
  return about(cloud, 'agency.remove', { agencyId: spare.id, seen: agencyMark(spare) })
}

export const spareGrid =
  (action: 'grid.save' | 'grid.remove') =>
  (cloud: LocalCloud): Asked => {
    const spare = { id: fresh('spare'), name: fresh('闲置的网格') }
    added(cloud, 'grids', spare)
    return about(cloud, action, { gridId: spare.id, seen: gridMark(spare) })
  }

export const spareEstate =
  (action: 'estate.save' | 'estate.remove') =>
  (cloud: LocalCloud): Asked => {
    const spare = { id: fresh('spare'), name: fresh('闲置的小区'), address: '', settings: [] }
    added(cloud, 'estates', spare)
    return about(cloud, action, { estateId: spare.id, seen: estateMark(spare) })
  }

/** The same answer once more: however often it is given, the one that was seen is there. */
export function sameAnswer(cloud: LocalCloud): Asked {
  const [id, value] = ['renewal.plan', '明年动工']
  const { database } = cloud
  database.modify('communities', { _id: 'west-street' }, { $pull: { settings: { id } } })
  database.modify('communities', { _id: 'west-street' }, { $push: { settings: { id, value } } })
  return about(cloud, 'setting.save', { settingId: id, value, seen: value })
}
