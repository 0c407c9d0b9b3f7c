import type { DoorView } from '../contract'
import type { Moment, Place } from '../domain/routing'
import { calendarAhead } from '../knowledge/calendar/ahead'

/** Nowhere in particular: routing then answers with what holds in the whole country. */
const nowhere: Place = {
  communityId: '',
  gridId: null,
  estateId: '',
  buildingId: '',
  unitId: null,
  region: [],
  settings: {},
  agencies: [],
}

/** The place that routing works on. */
export const placeOf = (view: DoorView | null): Place =>
  view ? { ...view.place, settings: view.settings, agencies: view.agencies } : nowhere

/** 西街小区 5号楼 2单元 */
export const placeName = ({
  estateName,
  buildingName,
  unitName,
}: Pick<DoorView['place'], 'estateName' | 'buildingName' | 'unitName'>): string =>
  [estateName, buildingName, unitName ?? ''].filter(Boolean).join(' ')

export const momentAt = (now: number): Moment => ({ now, calendar: calendarAhead })
