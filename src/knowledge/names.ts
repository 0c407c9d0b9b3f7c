import type { Group, MatterName } from '../domain/routing/types'
import data from './data/names.json'

// The landing and the search ship this file and nothing else of the pack: keep it free of other imports.
// What the cast promises is held by `checkKnowledge` in the tests, so that no schema ships with it.

/** The groups of the landing, in the order in which they are shown. */
export const groups: readonly Group[] = data.groups

/** Every matter as the landing and the search need it, group by group. */
export const matterNames = data.matters as readonly MatterName[]

const byId: ReadonlyMap<string, MatterName> = new Map(matterNames.map((matter) => [matter.id, matter]))

export const findMatterName = (id: string): MatterName | undefined => byId.get(id)
