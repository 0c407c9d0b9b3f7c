import { join } from 'node:path'
import { aFunction, call, startCloud, type Started } from './cloud'
import type { LocalCloudOptions } from '../../../src/local/start'

const sdk = JSON.stringify(join(__dirname, '../../../node_modules/wx-server-sdk'))

/** The code of a function that finds `cloud`, the real SDK, and its `event`. */
export const withSdk = (body: string) => `
  const cloud = require(${sdk})
  cloud.init({ env: process.env.TCB_ENV })
  exports.main = async (event) => { ${body} }
`

/** Asks an open API by its name; a refusal comes back as the SDK words it, a picture as base64. */
const ask = withSdk(`
  const api = event.api.split('.').reduce((part, name) => part[name], cloud.openapi)
  return api(event.data).then(
    ({ buffer, ...rest }) => (buffer ? { ...rest, base64: buffer.toString('base64') } : rest),
    ({ errCode, errMsg, message }) => ({ errCode, errMsg, message }),
  )
`)

/** What the function of the pushes has received, in a collection. */
const events = withSdk(`
  const { OPENID, SOURCE } = cloud.getWXContext()
  await cloud.database().collection('received').add({ data: { event, openid: OPENID, source: SOURCE } })
  if (event.broken) throw new Error('broken')
  return 'success'
`)

export const templates = [
  { id: 'reply', title: '处理结果通知', fields: ['thing1', 'time2', 'phrase3'] },
  { id: 'visit', title: '上门通知', fields: ['date1'] },
]

/** A cloud whose function `ask` may use every open API that the local cloud knows, and `mute` none. */
export function startOpenCloud(options: Partial<LocalCloudOptions> = {}): Promise<Started> {
  return startCloud({
    bundles: { ask, mute: ask, events },
    functions: {
      ask: aFunction({
        openapi: [
          'security.msgSecCheck',
          'security.mediaCheckAsync',
          'subscribeMessage.send',
          'wxacode.getUnlimited',
          'phonenumber.getPhoneNumber',
          'wxacode.get',
        ],
      }),
      mute: aFunction(),
      events: aFunction({ callableBy: 'system' }),
    },
    collections: [{ name: 'received', indexes: [] }],
    messageTemplates: templates,
    ...options,
  })
}

export type Answer = Record<string, unknown> & { errCode: number; errMsg: string; message?: string }

/** Lets the function ask, called by somebody's phone. */
export async function open(
  cloud: Started,
  api: string,
  data: object,
  { by = 'me', through = 'ask' } = {},
): Promise<Answer> {
  const { result, errMsg } = await call(cloud, through, { api, data }, by)
  if (result === undefined) throw new Error(errMsg)
  return result as Answer
}
