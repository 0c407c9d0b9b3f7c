import { decideCheck, refuse } from '../../contract'
import { handle, written } from '../handle'
import { pushSoon } from '../message/push'
import { audit } from '../people/audit'
import { settled, subjectOf } from './settle'

export const decide = handle(decideCheck, {
  async load({ checkId }, { store }) {
    const loaded = await store.checks.find(checkId)
    if (!loaded) return refuse('check.missing')
    const { author: owner, communityId, gridId } = loaded
    return { loaded, belongs: { owner, communityId, gridId, agencyId: null } }
  },
  async work({ shown, why }, context) {
    const { loaded, person, now, store } = context
    if (loaded.author === person) return refuse('check.own')
    if (!loaded.open) return refuse('check.decided')
    const state = shown ? 'passed' : 'refused'
    const changed = await settled(store, now, loaded, await subjectOf(store, loaded), state)
    const line = audit(context, {
      verb: shown ? 'check.show' : 'check.refuse',
      communityId: loaded.communityId,
      subject: { collection: 'checks', id: loaded._id },
      why,
    })
    const said = changed.filter(({ collection }) => collection === 'messages').map(({ document }) => document._id)
    return written({ state }, [...changed, line], () => pushSoon(context, said))
  },
})
