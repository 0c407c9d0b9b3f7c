import { commit, mostWrites } from '../../src/cloud/store/commit'
import type { SdkTransaction } from '../../src/cloud/store/sdk'
import { Table } from '../../src/cloud/store/table'
import { connect, type Connected } from './support/cloud'
import { aThing, things } from './support/things'

let cloud: Connected
let table: Table<Omit<ReturnType<typeof aThing>, '_id'>>
beforeAll(async () => {
  cloud = await connect([things])
  table = new Table(cloud.sdk, things)
})
afterAll(() => cloud.close())

const stored = (id: string) => cloud.database.get('things', id)
const count = (group: string) => cloud.database.count('things', { group })
const inserted = async (over: Parameters<typeof aThing>[0]) => {
  await table.insert(aThing(over))
  const row = await table.find(over._id)
  if (!row) throw new Error(`${over._id} was not inserted`)
  return row
}

describe('find and insert', () => {
  it('keep a document with its shape and its first version', async () => {
    expect(await table.insert(aThing({ _id: 'one' }))).toBe(true)
    expect(await table.find('one')).toEqual({ ...aThing({ _id: 'one' }), shape: 1, version: 1 })
  })

  it('find nothing where there is nothing', async () => {
    expect(await table.find('nobody')).toBeNull()
  })

  it('leave out an optional field that is not there', async () => {
    await table.insert(aThing({ _id: 'plain', note: undefined }))
    expect(stored('plain')).not.toHaveProperty('note')
  })

  it.each([
    ['_id', { _id: 'taken' }],
    ['unique value', { _id: 'other', label: 'label of taken' }],
  ])('answer false where the %s is taken, and change nothing', async (_, over) => {
    await table.insert(aThing({ _id: 'taken' }))
    expect(await table.insert(aThing({ order: 2, ...over }))).toBe(false)
    expect(stored('taken')).toMatchObject({ order: 1 })
    expect(stored('other')).toBeUndefined()
  })

  it('let one of twenty at once have the _id', async () => {
    const won = await Promise.all(
      Array.from({ length: 20 }, (_, order) => table.insert(aThing({ _id: 'raced', order, label: `racer ${order}` }))),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(stored('raced')).toMatchObject({ order: won.indexOf(true) })
  })
})

describe('replace', () => {
  it('writes the new fields and the next version', async () => {
    const row = await inserted({ _id: 'changed' })
    expect(await table.replace({ ...row, order: 7, closedAt: 5 })).toBe(true)
    expect(await table.find('changed')).toEqual({ ...row, order: 7, closedAt: 5, version: 2 })
  })

  it('puts an object or a list in the place of the old one, and does not mix them', async () => {
    const row = await inserted({ _id: 'nested' })
    await table.replace({ ...row, detail: { shape: 'round' }, parts: [] })
    expect(stored('nested')).toMatchObject({ detail: { shape: 'round' }, parts: [] })
    expect(stored('nested')).not.toHaveProperty('detail.colour')
  })

  it('takes out an optional field that was dropped', async () => {
    const { note: _, ...row } = await inserted({ _id: 'dropped' })
    await table.replace(row)
    expect(stored('dropped')).not.toHaveProperty('note')
  })

  it('writes nothing over what somebody else wrote meanwhile', async () => {
    const row = await inserted({ _id: 'overtaken' })
    await table.replace({ ...row, order: 2 })
    expect(await table.replace({ ...row, order: 3 })).toBe(false)
    expect(stored('overtaken')).toMatchObject({ order: 2, version: 2 })
  })

  it('makes no document where there is none', async () => {
    const row = await inserted({ _id: 'removed' })
    expect(await table.remove(['removed'])).toBe(1)
    expect(await table.replace({ ...row, order: 2 })).toBe(false)
    expect(stored('removed')).toBeUndefined()
  })

  it('is won by exactly one of twenty who read the same', async () => {
    const row = await inserted({ _id: 'contested' })
    const won = await Promise.all(Array.from({ length: 20 }, (_, order) => table.replace({ ...row, order })))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(stored('contested')).toMatchObject({ order: won.indexOf(true), version: 2 })
  })
})

describe('remove', () => {
  it('removes those that are there, and says how many', async () => {
    await inserted({ _id: 'r1' })
    await inserted({ _id: 'r2' })
    expect(await table.remove(['r1', 'r2', 'r3'])).toBe(2)
    expect([stored('r1'), stored('r2')]).toEqual([undefined, undefined])
  })

  it('of nothing asks nobody', async () => {
    expect(await table.remove([])).toBe(0)
  })
})

describe('commit', () => {
  it('writes all of it', async () => {
    const row = await inserted({ _id: 'c1', group: 'all' })
    const { note: _, ...changed } = { ...row, order: 9, detail: { shape: 'round' } }
    const writes = [table.replacing(changed), table.inserting(aThing({ _id: 'c2', group: 'all' }))]
    expect(await commit(cloud.sdk, writes)).toBe('done')
    expect(stored('c1')).toEqual({ ...changed, version: 2 })
    expect(stored('c2')).toEqual({ ...aThing({ _id: 'c2', group: 'all' }), shape: 1, version: 1 })
  })

  it('writes nothing when an _id is taken', async () => {
    await inserted({ _id: 'e1', group: 'exists' })
    const writes = ['e2', 'e1'].map((_id) => table.inserting(aThing({ _id, group: 'exists', label: `new ${_id}` })))
    expect(await commit(cloud.sdk, writes)).toBe('exists')
    expect(count('exists')).toBe(1)
  })

  it('writes nothing when a unique value is taken', async () => {
    await inserted({ _id: 'u1', group: 'unique' })
    const writes = [
      table.inserting(aThing({ _id: 'u2', group: 'unique' })),
      table.inserting(aThing({ _id: 'u3', group: 'unique', label: 'label of u1' })),
    ]
    expect(await commit(cloud.sdk, writes)).toBe('exists')
    expect(count('unique')).toBe(1)
  })

  it.each([
    ['changed', (id: string) => cloud.database.modify('things', { _id: id }, { $set: { version: 2 } })],
    ['gone', (id: string) => cloud.database.remove('things', { _id: id })],
  ])('writes nothing when a document is %s since it was read', async (what, meanwhile) => {
    const row = await inserted({ _id: `v-${what}`, group: what })
    meanwhile(row._id)
    const before = count(what)
    const writes = [table.inserting(aThing({ _id: `w-${what}`, group: what })), table.replacing({ ...row, order: 3 })]
    expect(await commit(cloud.sdk, writes)).toBe('changed')
    expect(count(what)).toBe(before)
  })

  it('of nothing is done', async () => {
    expect(await commit(cloud.sdk, [])).toBe('done')
  })

  it('takes twenty documents and refuses one more', async () => {
    const many = Array.from({ length: mostWrites + 1 }, (_, at) =>
      table.inserting(aThing({ _id: `m${at}`, group: 'many' })),
    )
    await expect(commit(cloud.sdk, many)).rejects.toThrow('21 documents in one commit, at most 20')
    expect(count('many')).toBe(0)
    expect(await commit(cloud.sdk, many.slice(1))).toBe('done')
    expect(count('many')).toBe(20)
  })

  it('is done for one of forty who read the same; the others are told, and write nothing', async () => {
    const row = await inserted({ _id: 'shared', group: 'forty' })
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        commit(cloud.sdk, [
          table.replacing({ ...row, order: at }),
          table.inserting(aThing({ _id: `s${at}`, group: 'forty' })),
        ]),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(39)
    expect(count('forty')).toBe(2)
  })

  const addOne = async (id: string) => {
    const row = await table.find(id)
    if (!row) throw new Error(`${id} is gone`)
    return commit(cloud.sdk, [table.replacing({ ...row, order: row.order + 1 })])
  }

  it('counts right when forty at once read and add: each is done, or told that it is not', async () => {
    await inserted({ _id: 'sum', order: 0 })
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => addOne('sum')))
    const done = outcomes.filter((outcome) => outcome === 'done').length
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(40 - done)
    expect(done).toBeGreaterThan(0)
    expect(stored('sum')).toMatchObject({ order: done, version: done + 1 })
  })

  it('loses nobody when all who were told try again', async () => {
    await inserted({ _id: 'patient', order: 0 })
    const untilDone = async (): Promise<void> => ((await addOne('patient')) === 'done' ? undefined : untilDone())
    await Promise.all(Array.from({ length: 12 }, untilDone))
    expect(stored('patient')).toMatchObject({ order: 12, version: 13 })
  })

  it('gives up, without a fault, when somebody else writes at every turn', async () => {
    const row = await inserted({ _id: 'busy', group: 'busy' })
    let busy = true
    const write = () => {
      if (!busy) return
      cloud.database.modify('things', { _id: 'busy' }, { $inc: { order: 1 } })
      setImmediate(write)
    }
    write()
    const outcome = await commit(cloud.sdk, [table.replacing({ ...row, note: 'mine' })]).finally(() => (busy = false))
    expect(outcome).toBe('changed')
    expect(stored('busy')).toMatchObject({ note: 'as found', version: 1 })
  })

  it('can name documents by their id only', () => {
    // The SDK sends where() without the transaction: a second way in here does not compile.
    const ways: Record<keyof ReturnType<SdkTransaction['collection']>, true> = { doc: true }
    expect(Object.keys(ways)).toEqual(['doc'])
  })
})
