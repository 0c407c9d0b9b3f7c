import type { ActionName } from '../../../contract'
import { keys } from '../../support/proof/documents'
import type { LocalCloud } from '../../../local/start'
import type { Situation } from '../../support/proof/situations'
import type { Asked } from '../costs/priced'
import { fullPeople } from '../fill-people'
import type { ProbeStep, ProbeWork, ProbeWrite } from '../probe'

/** A step of raw work, for a turn of the bench. */
export type Raw = (turn: number) => ProbeStep | readonly ProbeStep[]

/** The people and the place that raw queries ask about: they find what ours find. */
const person = keys.person(fullPeople.secretary)
export const reader = keys.person(fullPeople.resident)
const place = { communityId: 'full-00000' }

export const get =
  (collection: string): Raw =>
  (turn) => ({ do: 'get', collection, id: collection === 'people' ? person : `raw-${turn}` })
export const getThe =
  (collection: string, id: string): Raw =>
  () => ({ do: 'get', collection, id })
export const all =
  (collection: string, ids: readonly string[] = ['raw']): Raw =>
  () => ({ do: 'all', collection, ids })
export const count =
  (collection: string, where: object): Raw =>
  () => ({ do: 'count', collection, where })
export const page =
  (collection: string, where: object, order: string, limit = 21): Raw =>
  () => ({ do: 'page', collection, where, order, limit })
export const check: Raw = () => ({ do: 'check', openid: 'oProbe' })
export const draw: Raw = () => ({ do: 'draw' })
export const together =
  (...raws: readonly Raw[]): Raw =>
  (turn) =>
    raws.flatMap((raw) => raw(turn))

/** Whose roles are asked for whenever a row names one. */
export const roles = page('memberships', { person }, 'until', 100)
export const ofPerson = (collection: string, order = 'person'): Raw => page(collection, { person: 'nobody' }, order)
export const ofPlace = (collection: string, order: string, where: object = {}): Raw =>
  page(collection, { ...place, ...where }, order)

const fields = { at: 1, person: 'raw', communityId: 'raw', words: 'x'.repeat(100), shape: 1, version: 1 }
/** What has to be unique in some collection is another in each document. */
const writing = (collections: readonly string[], turn: number): ProbeWrite[] =>
  collections.map((collection, at) => {
    const id = `raw-${turn}-${at}`
    return [collection, id, { ...fields, day: id, turn: id }]
  })

/** Documents written all or none, each looked at first. */
export const commit =
  (...collections: readonly string[]): Raw =>
  (turn) => ({ do: 'commit', writes: writing(collections, turn) })

/** One that is new, by itself. */
export const add =
  (collection: string): Raw =>
  (turn) => {
    const id = `raw-alone-${turn}`
    return { do: 'add', collection, id, fields: { ...fields, day: id, turn: id } }
  }

/** A read as the SDK calls that it cannot do without. */
export const reading =
  (...raws: readonly Raw[]) =>
  (turn: number): ProbeWork => ({ kind: 'steps', steps: raws.map((raw) => raw(turn)) })

/** A write: has it been done before, how often does this person do it, what it reads, and what it writes. */
export const changing =
  (reads: readonly Raw[], writes: readonly string[], afterwards: readonly Raw[] = []) =>
  (turn: number): ProbeWork => ({
    kind: 'steps',
    steps: [get('resends'), get('counters'), ...reads, commit(...writes, 'counters', 'resends'), ...afterwards].map(
      (raw) => raw(turn),
    ),
  })

/** What is asked when somebody is told something right away, and has agreed to no message. */
export const pushing: readonly Raw[] = [get('messages'), commit('messages')]

/** One action beside its raw work: who calls, about what, and with which other fields. */
export interface Beside {
  readonly action: ActionName
  readonly by?: string
  readonly situation?: Partial<Situation>
  readonly fields?: object
  /** In place of the usual one: a call that can be made as often as it is measured. */
  readonly call?: (cloud: LocalCloud) => Asked
  /** Who calls in place of somebody new. */
  readonly openid?: string
  readonly raw: (turn: number) => ProbeWork
}
