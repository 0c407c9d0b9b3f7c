import type { Keys } from '../keys'
import type { Run } from '../run'
import type { Row } from '../store'
import type { Table } from '../store/table'
import { sealedAt } from './ids'

type Resealing = Pick<Run, 'store' | 'keys' | 'note' | 'hasTime'>

/** Documents in one turn. */
const batch = 50

/** Where something sealed lies, beside the id of the oldest key in the document; a dot leads into what lies inside, and
 * into each of a list. */
const sealed = {
  people: ['openid', 'name', 'phone'],
  homes: ['room'],
  memberships: ['name'],
  requests: ['room', 'phone', 'behalf.name', 'behalf.phone'],
  wishes: ['room', 'phone', 'behalf.name', 'behalf.phone', 'emergency.name', 'emergency.phone'],
  offers: ['behalf.name', 'behalf.phone'],
  households: ['rooms', 'staged.fields.rooms'],
  imports: ['preview'],
  directories: ['data'],
  voices: ['name'],
  signUps: ['entries.name'],
} as const
type Collection = keyof typeof sealed

/** What all of them have; the fields above hold sealed text, null, or nothing of an erased person. */
interface Keyed {
  readonly keyId: string
}

/**
 * Opens what was sealed under the key before and seals it under today's. `left` is how many documents still wait: as
 * long as it is not 0, the key before must stay.
 */
export async function reseal(resealing: Resealing): Promise<Readonly<Record<string, number>>> {
  const { store, keys, note } = resealing
  const figures = { done: 0, left: 0, unreadable: 0 }
  for (const collection of Object.keys(sealed) as Collection[]) {
    const table = store[collection] as unknown as Table<Keyed>
    for (const direction of ['asc', 'desc'] as const) await resealFrom(table, collection, direction)
    figures.left += await table.countBeside('keyId', keys.currentKey)
  }
  return figures

  /** From one end of the ids of keys: what has today's lies in one piece, and ends the walk. */
  async function resealFrom(table: Table<Keyed>, collection: Collection, direction: 'asc' | 'desc') {
    // Small first: almost always there is nothing to do.
    let limit = 1
    let after: { value: string; id: string } | null = null
    while (resealing.hasTime()) {
      const { rows } = await table.page({ where: {}, order: 'keyId', direction, after, limit })
      const old = rows.filter(({ keyId }) => keyId !== keys.currentKey)
      for (const row of old) {
        try {
          // Whoever changed it meanwhile wins; it is found again by the next run.
          if (await table.replace(sealedAnew(keys, collection, row))) figures.done++
        } catch (fault) {
          figures.unreadable++
          note('reseal.failed', fault)
        }
      }
      const last: Row<Keyed> | undefined = rows.at(-1)
      if (!last || old.length < limit) return
      after = { value: last.keyId, id: last._id }
      limit = batch
    }
  }
}

function sealedAnew(keys: Keys, collection: Collection, row: Row<Keyed>): Row<Keyed> {
  const fields = sealed[collection].reduce<Fields>(
    (anew, field) =>
      replacedAt(anew, field.split('.'), (text) => {
        const about = sealedAt(collection, field, row._id)
        return keys.seal(keys.unseal(text, about), about)
      }),
    row as unknown as Fields,
  )
  return { ...(fields as unknown as Row<Keyed>), keyId: keys.currentKey }
}

type Fields = Readonly<Record<string, unknown>>

/** The same with another text at the end of the path, in each of a list; where there is none, as it is. */
function replacedAt(fields: Fields, [name = '', ...rest]: readonly string[], change: (text: string) => string): Fields {
  const value = fields[name]
  if (rest.length === 0)
    return typeof value === 'string' && value !== '' ? { ...fields, [name]: change(value) } : fields
  if (typeof value !== 'object' || value === null) return fields
  if (Array.isArray(value))
    return { ...fields, [name]: (value as Fields[]).map((one) => replacedAt(one, rest, change)) }
  return { ...fields, [name]: replacedAt(value as Fields, rest, change) }
}
