import * as v from 'valibot'

/** An id of ours: what a document's `_id` may be. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,64}$/))

/** Milliseconds since epoch. */
export const time = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The idempotency key of a write: made by the client, once for each intent. */
export const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))

/**
 * A door code as WeChat's `scene` may carry it: at most 32 characters of the allowed set.
 * Source: developers.weixin.qq.com, wxacode.getUnlimited.
 */
export const doorCode = v.pipe(v.string(), v.regex(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/))

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))

export const schedule = v.object({
  days: v.picklist(['every', 'workday', 'restday', 'holiday']),
  opensAt: clock,
  closesAt: clock,
})

const phoneFields = {
  id,
  number: v.pipe(v.string(), v.regex(/^[0-9][0-9 -]{2,19}$/)),
  description: v.optional(v.string()),
  schedules: v.array(schedule),
  owner: v.string(),
  verifiedAt: v.nullable(time),
}

export const phone = v.object({
  ...phoneFields,
  /** Two residents said since its verification that it is wrong. */
  doubted: v.optional(v.literal(true)),
})

const agencyFields = {
  id,
  name: v.string(),
  roles: v.array(v.string()),
  serviceArea: v.optional(
    v.object({
      estateIds: v.optional(v.array(id)),
      buildingIds: v.optional(v.array(id)),
      gridIds: v.optional(v.array(id)),
    }),
  ),
}

export const agency = v.object({ ...agencyFields, phones: v.array(phone) })

/** As the directory keeps it. */
export const keptAgency = v.object({
  ...agencyFields,
  phones: v.array(v.object({ ...phoneFields, /** When it became doubted. */ doubtedAt: v.optional(time) })),
})

export const settings = v.record(v.string(), v.string())

export const unit = v.object({ id, name: v.string() })

/** Where a list goes on: opaque; null for its beginning. */
export const cursor = v.nullable(v.pipe(v.string(), v.maxLength(200)))

/** A calendar day of China, YYYY-MM-DD. */
export const day = v.pipe(v.string(), v.isoDate())

/** Words that a person wrote, without blanks around them. */
export const words = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest))

/** How somebody wants to be called: 王师傅, 李书记. */
export const personName = words(20)

/** Why something was done that others have to understand later. */
export const why = words(100)

/** A code that a person carries: of an invitation, of the set-up. */
export const carriedCode = v.pipe(v.string(), v.trim(), v.minLength(8), v.maxLength(64))
