import * as v from 'valibot'
import { collection } from '../../../src/cloud/store/collection'

/** A collection of the tests' own, with what a real one may have: an object, a list, an optional and a null. */
export const things = collection({
  name: 'things',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_group', fields: ['group', 'order', '_id'] },
    { name: 'by_label', fields: ['label'], unique: true },
  ],
  schema: v.object({
    group: v.string(),
    order: v.number(),
    label: v.string(),
    detail: v.record(v.string(), v.string()),
    parts: v.array(v.object({ name: v.string() })),
    closedAt: v.nullable(v.number()),
    note: v.optional(v.string()),
  }),
})

type Thing = v.InferOutput<typeof things.schema> & { readonly _id: string }

export const aThing = (over: Partial<Thing> & { readonly _id: string }): Thing => ({
  group: 'g',
  order: 1,
  label: `label of ${over._id}`,
  detail: { colour: 'red', size: 'big' },
  parts: [{ name: 'lid' }],
  closedAt: null,
  note: 'as found',
  ...over,
})
