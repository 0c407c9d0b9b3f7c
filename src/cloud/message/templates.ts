import { isTemplateKey, type MessageKind, type TemplateKey } from '../../domain/people/messages'
import { templateValues } from '../../text/messages'
import { messageTemplates } from '../deployment'
import { describeFault, type Log } from '../log'

/** A template as this account has it: its id, and its fields in the order of ours. */
export interface OwnTemplate {
  readonly id: string
  readonly fields: readonly string[]
}

/** Those that this account has registered. What is not there is not pushed. */
export type Templates = Readonly<Partial<Record<TemplateKey, OwnTemplate>>>

const typeOf = (field: string) => field.replace(/\d+$/, '')

/**
 * Reads MESSAGE_TEMPLATES: JSON of key → id, or of key → { id, fields } where the account's fields have other numbers.
 * Nothing is pushed where it is missing. Throws, without its value, where it cannot be meant.
 */
export function readTemplates(value: string | undefined): Templates {
  if (value === undefined || value.trim() === '') return {}
  const given = parsed(value)
  return Object.fromEntries(
    Object.entries(given).map(([key, one]) => {
      if (!isTemplateKey(key)) throw new Error('MESSAGE_TEMPLATES names a template that there is not')
      return [key, ownTemplate(key, one)]
    }),
  )
}

/** As `readTemplates`, for a function that goes on without them: what is wrong is said in the log. */
export function templatesFor(value: string | undefined, log: Log): Templates {
  try {
    return readTemplates(value)
  } catch (fault) {
    log({ level: 'error', event: 'templates.unreadable', requestId: 'start', ...describeFault(fault) })
    return {}
  }
}

function parsed(value: string): object {
  try {
    const given: unknown = JSON.parse(value)
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given
  } catch {
    // Told below: JSON's own message quotes the value.
  }
  throw new Error('MESSAGE_TEMPLATES is no JSON of the form {"progress":"id"}')
}

function ownTemplate(key: TemplateKey, given: unknown): OwnTemplate {
  const ours = messageTemplates.find((template) => template.key === key)?.fields ?? []
  const { id, fields = ours } = (typeof given === 'string' ? { id: given } : Object(given)) as Record<string, unknown>
  if (typeof id !== 'string' || !/^[\w-]{1,100}$/.test(id)) throw new Error(`MESSAGE_TEMPLATES has no id for ${key}`)
  const fits =
    Array.isArray(fields) &&
    fields.length === ours.length &&
    ours.every((name, at) => typeof fields[at] === 'string' && typeOf(fields[at]) === typeOf(name))
  if (!fits) {
    throw new Error(`MESSAGE_TEMPLATES needs the fields of ${key} in this order: ${ours.map(typeOf).join(', ')}`)
  }
  return { id, fields: fields as string[] }
}

interface Pushable {
  readonly kind: MessageKind
  readonly params: Readonly<Record<string, string>>
  readonly at: number
}

/** Field → value, as this account names its fields. */
export function fieldsFor(key: TemplateKey, { fields }: OwnTemplate, { kind, params, at }: Pushable) {
  const values = templateValues(key, { kind, params }, at)
  return Object.fromEntries(fields.map((field, index) => [field, values[index] ?? '']))
}
