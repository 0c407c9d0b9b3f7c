import * as v from 'valibot'
import { longest } from '../domain/directory/limits'
import { action } from './action'
import { revision } from './directory-fields'
import { id, words } from './fields'

/**
 * The plain questions with their answers, in the order in which keepers are asked; words and choices stand in
 * `knowledge/setting-words`. Of an estate: what it says in the community's stead.
 */
export const listSettings = action({
  name: 'setting.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, estateId: v.nullable(id) }),
  output: v.object({
    questions: v.array(
      v.object({
        settingId: id,
        /** A choice's id, an agency's id, or a text. Of an estate: its own answer only. */
        value: v.nullable(v.string()),
        /** What holds where the estate says nothing; null for the community's own list. */
        inherited: v.nullable(v.string()),
        /** Not answered, or with what is not there any more; null: answered, or nothing would become better by it. */
        open: v.nullable(
          v.object({
            why: v.picklist(['blank', 'stale']),
            /** How many matters are answered better with it. */
            matters: v.number(),
            /** The first of them. */
            matterIds: v.array(id),
          }),
        ),
      }),
    ),
    /** For the questions that are answered with an agency. */
    agencies: v.array(v.object({ agencyId: id, name: v.string() })),
    revision,
  }),
  refusals: ['directory.missing', 'estate.missing'],
})

/** Answers one plain question; null takes the answer back. */
export const saveSetting = action({
  name: 'setting.save',
  kind: 'write',
  input: v.strictObject({
    communityId: id,
    /** null: for the whole community. */
    estateId: v.nullable(id),
    settingId: id,
    value: v.nullable(words(longest.answer)),
    /** The answer that was there when it was asked. */
    seen: v.nullable(v.string()),
  }),
  output: v.object({ revision }),
  refusals: [
    ...(['directory.missing', 'estate.missing', 'setting.unknown', 'setting.bad-value'] as const),
    ...(['setting.moved', 'content.refused', 'content.unchecked'] as const),
  ],
})
