import { readAllMessages as allContract, readMessage as contract, refuse } from '../../contract'
import { nowhere } from '../../domain/people/permit'
import { handle, written } from '../handle'

/** Somebody else's is refused before it comes to this. */
export const readMessage = handle(contract, {
  async load({ messageId }, { store }) {
    const loaded = await store.messages.find(messageId)
    return loaded ? { loaded, belongs: { ...nowhere, owner: loaded.person } } : refuse('message.missing')
  },
  async work(_, { loaded, store }) {
    if (!loaded.unread) return written({ unread: false }, [])
    return written({ unread: false }, [store.messages.replacing({ ...loaded, unread: false })])
  },
})

/**
 * Marks what had arrived when its list was shown. Outside of the commit, as it may be more than a commit holds: doing it
 * twice does no harm, and what it reached when the call was lost stays read.
 */
export const readAllMessages = handle(allContract, async ({ until }, { person, store }) => {
  const read = await store.messages.setAll({ person, unread: true }, { at: until }, { unread: false })
  return written({ read }, [])
})
