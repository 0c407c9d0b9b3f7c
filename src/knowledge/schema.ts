import * as v from 'valibot'

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*([-_.]?[a-zA-Z0-9]+)*$/, 'is no id'))
const lawId = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]*$/, 'is no id of a law'))
const words = v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(120, 'is too long'))
const phone = v.pipe(v.string(), v.regex(/^\d{3,6}$/, 'is no national number'))
const conditions = v.record(id, v.pipe(v.array(id), v.minLength(1, 'allows nothing')))
const option = v.strictObject({ id, label: words })

export const groupSchema = v.strictObject({ id, name: words })

export const roleSchema = v.strictObject({
  id,
  name: words,
  what: words,
  phone: v.nullable(phone),
  local: v.boolean(),
  person: v.optional(v.literal(true)),
})

export const lawSchema = v.strictObject({
  title: words,
  article: words,
  gist: words,
  verified: v.boolean(),
  scope: v.picklist(['national', 'local']),
  region: v.nullable(v.pipe(v.string(), v.regex(/^\p{Script=Han}{2,}[省市区州盟]$/u, 'is no full name of a region'))),
})

export const hotlineSchema = v.strictObject({
  number: phone,
  name: words,
  for: words,
  roles: v.array(id),
  sure: v.boolean(),
  channel: v.picklist(['call', 'sms']),
  open24h: v.nullable(v.boolean()),
})

export const settingSchema = v.variant('kind', [
  v.strictObject({
    id,
    kind: v.literal('choice'),
    ask: words,
    options: v.pipe(v.array(option), v.minLength(2)),
    absence: v.optional(
      v.strictObject({
        role: id,
        choices: v.pipe(v.array(id), v.minLength(1)),
        work: v.picklist(['remains', 'falls-away']),
      }),
    ),
  }),
  v.strictObject({ id, kind: v.literal('agency'), ask: words, role: id }),
  v.strictObject({ id, kind: v.literal('text'), ask: words, label: words }),
])

export const questionSchema = v.strictObject({
  id,
  text: words,
  options: v.pipe(v.array(option), v.minLength(2, 'leaves nothing to choose')),
  answeredBy: v.optional(v.strictObject({ setting: id, map: v.record(id, id) })),
})

export const answerSchema = v.strictObject({
  when: v.record(id, id),
  setting: v.optional(conditions),
  responsible: v.pipe(v.array(v.strictObject({ role: id, reason: words })), v.minLength(1, 'names nobody')),
  basis: v.array(lawId),
})

export const matterSchema = v.strictObject({
  id,
  name: words,
  group: id,
  urgency: v.picklist(['normal', 'urgent', 'emergency']),
  emergency: v.optional(v.picklist(['110', '119', '120'])),
  shownWhere: v.optional(conditions),
  safetyFirst: v.nullable(words),
  questions: v.pipe(v.array(questionSchema), v.maxLength(2, 'asks more than two questions')),
  answers: v.pipe(v.array(answerSchema), v.minLength(1)),
  escalation: v.pipe(v.array(id), v.minLength(1)),
  settings: v.array(id),
})

export const knowledgeSchema = v.strictObject({
  groups: v.array(groupSchema),
  roles: v.record(id, roleSchema),
  laws: v.record(lawId, lawSchema),
  hotlines: v.array(hotlineSchema),
  settings: v.array(settingSchema),
  matters: v.array(matterSchema),
})
