import { reportContact } from './contact'
import { listBuildings, listPlaces, openDoor } from './door'
import { missedSearch } from './search'

export * from './action'
export * from './contact'
export * from './door'
export * from './fields'
export * from './search'

/** Every action there is. The server routes by it, tests walk it. */
export const actions = [openDoor, listPlaces, listBuildings, reportContact, missedSearch] as const

export type AnyAction = (typeof actions)[number]
export type ActionName = AnyAction['name']
/** Every code that a reply may carry. */
export type RefusalCode = AnyAction['refusals'][number] | import('./action').CommonRefusal
