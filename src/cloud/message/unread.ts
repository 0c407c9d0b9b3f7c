import { countMessages as contract } from '../../contract'
import { templatesToAsk } from '../../domain/people/ask'
import { handle } from '../handle'

/** More than that is "a lot" to whoever reads it. */
const mostCounted = 99

/** How much is unread, and which subscribe messages are running out. Nothing is read but what is the caller's own. */
export const countMessages = handle(contract, async (_, { person, store, templates, memberships }) => {
  if (person === null) return { unread: 0, asks: [] }
  const [unread, subscriptions, held] = await Promise.all([
    store.messages.count({ person, unread: true }),
    store.subscriptions.page({ where: { person }, order: 'person', after: null, limit: 10 }),
    memberships(),
  ])
  const wanted = templatesToAsk(
    subscriptions.rows,
    held.map(({ role }) => role),
  )
  return {
    unread: Math.min(unread, mostCounted),
    asks: wanted.flatMap((key) => {
      const own = templates[key]
      return own ? [{ key, templateId: own.id }] : []
    }),
  }
})
