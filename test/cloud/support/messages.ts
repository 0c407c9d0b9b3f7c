import { subscriptionId } from '../../../src/cloud/message/ids'
import { say, type Said } from '../../../src/cloud/people/say'
import { messageTemplates } from '../../../src/cloud/deployment'
import { openStore } from '../../../src/cloud/store'
import { firstDocument } from '../../../src/cloud/store/collection'
import { definitions, type MessageFields } from '../../../src/cloud/store/documents'
import { noticeVersion } from '../../../src/domain/people/consent'
import type { TemplateKey } from '../../../src/domain/people/messages'
import type { LocalCloud } from '../../../src/local/start'
import { keys } from './people'

// Only to shape documents: nothing is asked of it.
const shapes = openStore({} as never)
let causes = 0

/** Puts a piece of news into the database as a write would have, and answers its id. */
export function saidTo(
  cloud: LocalCloud,
  openid: string,
  over: Partial<Said> = {},
  fields: Partial<MessageFields> = {},
): string {
  const person = keys.person(openid)
  const said: Said = { person, kind: 'complaint.answered', path: null, cause: `test-${++causes}`, ...over }
  const { document } = say(shapes, fields.at ?? cloud.clock.now(), said)
  cloud.database.insert('messages', [{ ...document, ...fields }])
  return document._id
}

const templateId = (key: TemplateKey) => messageTemplates.find((template) => template.key === key)?.id ?? ''

/** Somebody agreed to so many messages, as WeChat knows it and as we do. */
export function agreed(cloud: LocalCloud, openid: string, count: number, template: TemplateKey = 'progress'): void {
  for (let given = 0; given < count; given++) cloud.platform.consent(openid, templateId(template), 'accept')
  const person = keys.person(openid)
  const row = firstDocument(definitions.subscriptions, {
    ...{ _id: subscriptionId(person, template), person, template, left: count, banned: false },
    ...{ answeredAt: cloud.clock.now(), lastAnswer: 'accept' },
  })
  cloud.database.insert('subscriptions', [row])
}

/** What WeChat's ledger still has for somebody. */
export function leftAtWeChat(cloud: LocalCloud, openid: string, template: TemplateKey = 'progress'): number {
  const sql = 'SELECT left FROM consents WHERE openid = ? AND template = ?'
  return cloud.database.sqlite.get<{ left: number }>(sql, [openid, templateId(template)])?.left ?? 0
}

/** What is kept of a message, and of what somebody still agreed to. */
export const messageRow = (cloud: LocalCloud, id: string) => {
  const row = cloud.database.get('messages', id)
  if (!row) throw new Error(`no message ${id}`)
  return row as unknown as MessageFields
}
export const leftWithUs = (cloud: LocalCloud, openid: string, template: TemplateKey = 'progress') =>
  cloud.database.get('subscriptions', subscriptionId(keys.person(openid), template))?.['left']

/** Somebody who agreed to be sent messages, without the way through the pages. */
export function known(cloud: LocalCloud, openid: string, purposes = ['account', 'messages'] as const): void {
  const person = keys.person(openid)
  const row = firstDocument(definitions.people, {
    ...{ _id: person, openid: keys.seal(openid, `people.openid:${person}`), name: null, phone: null },
    ...{ phoneLookup: null, phoneFrom: null, phoneAt: null, since: 1, keyId: keys.currentKey },
    ...{ consents: purposes.map((purpose) => ({ purpose, version: noticeVersion, at: 1, withdrawnAt: null })) },
  })
  cloud.database.insert('people', [row])
}
