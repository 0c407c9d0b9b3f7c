import { setImmediate as turn } from 'node:timers/promises'
import type { MessageTemplate } from '../../cloud/deployment'
import type { Clock } from '../clock'
import type { SentMessage } from '../inside'
import type { Arguments } from './envelope'
import { fieldProblem } from './message-fields'
import { fine, type OpenApi } from './open-apis'
import { OpenApiRefusal, openidIn } from './refusal'
import type { Subscriptions } from './subscriptions'

export interface SubscribeMessageOptions {
  readonly clock: Clock
  readonly subscriptions: Subscriptions
  readonly templates: readonly MessageTemplate[]
  /** The pages of the mini program; undefined if they are not known. */
  readonly pages: readonly string[] | undefined
}

/** `subscribeMessage.send`: one message for one accepted subscription. */
export function subscribeMessages(options: SubscribeMessageOptions): Record<string, OpenApi> {
  // A message to somebody to whom another one is on its way is refused.
  const receiving = new Set<string>()
  return {
    'subscribeMessage.send': async (given) => {
      const openid = openidIn(given.touser)
      if (receiving.has(openid)) throw new OpenApiRefusal(43108, 'concurrent messages to one user')
      receiving.add(openid)
      try {
        // It takes its time, in which another one may arrive.
        await turn()
        return send(options, openid, given)
      } finally {
        receiving.delete(openid)
      }
    },
  }
}

function send(options: SubscribeMessageOptions, openid: string, given: Arguments) {
  const { clock, subscriptions, templates } = options
  const template = templates.find(({ id }) => id === given.template_id)
  if (!template) throw new OpenApiRefusal(40037, 'invalid template_id')
  const page = pageOf(given.page, options.pages)
  const fields = fieldsOf(template, given.data)
  const message = { at: clock.now(), openid, templateId: template.id, ...(page !== undefined && { page }), fields }
  const refusal = consentProblem(subscriptions, openid, template.id)
  if (refusal) {
    subscriptions.note({ ...message, outcome: refusal.errcode } satisfies SentMessage)
    throw refusal
  }
  subscriptions.send({ ...message, outcome: 'sent' })
  return fine({ msgid: 0 })
}

function consentProblem(subscriptions: Subscriptions, openid: string, template: string): OpenApiRefusal | undefined {
  if (subscriptions.isBanned(openid, template)) return new OpenApiRefusal(43107, 'subscribe message is banned')
  if (subscriptions.left(openid, template) > 0) return undefined
  return new OpenApiRefusal(43101, 'user refuse to accept the msg')
}

/** The page that the message opens, with its query; WeChat also takes it with a slash before it. */
function pageOf(value: unknown, pages: readonly string[] | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  const page = typeof value === 'string' ? value.replace(/^\//, '') : ''
  if (page === '' || (pages && !pages.includes(page.split('?')[0] ?? '')))
    throw new OpenApiRefusal(41030, 'invalid page')
  return page
}

/** The template's fields. What else is sent along is left aside, as WeChat does. */
function fieldsOf({ fields }: MessageTemplate, data: unknown): Record<string, string> {
  const given = Object(data) as Readonly<Record<string, { value?: unknown } | undefined>>
  return Object.fromEntries(
    fields.map((name) => {
      const value = given[name]?.value
      const problem = fieldProblem(name, value)
      if (problem) throw new OpenApiRefusal(47003, `argument invalid! data.${name}.value ${problem}`)
      return [name, String(value)]
    }),
  )
}
