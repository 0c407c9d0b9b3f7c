import { askPlatform } from './identity.h5'
import type { Subscribed } from './subscribe'

const most = 3

/**
 * A browser has no subscribed messages: the demo asks in WeChat's place, and tells the local cloud, whose ledger then
 * knows.
 * @param question what the browser's dialogue says
 */
export async function askSubscribe(templateIds: readonly string[], question = ''): Promise<Subscribed> {
  const asked = templateIds.slice(0, most)
  const answer = window.confirm(question) ? 'accept' : 'reject'
  try {
    for (const templateId of asked) await askPlatform('consent', { templateId, answer })
    return Object.fromEntries(asked.map((id) => [id, answer]))
  } catch {
    return 'failed'
  }
}
