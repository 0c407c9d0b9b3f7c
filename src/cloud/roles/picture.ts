import { drawInvitation as contract, refuse } from '../../contract'
import { invitationState } from '../../domain/people/invitation'
import { handle } from '../handle'
import { invitationCode } from './code'
import { keeperOf } from './keeper'
import { loadInvitation } from './load'
import { makerHolds } from './offer'

/** Where an invitation is accepted. It is drawn into codes that hang on walls: it stays. */
const joinPage = 'pages/mine/join/index'

/** Three reads at most, and WeChat draws. */
export const drawInvitation = handle(contract, {
  load: loadInvitation,
  async work(_, context) {
    const { loaded: invitation, store, now, keys, platform, note } = context
    if (!(await keeperOf(context, invitation))) return refuse('invitation.not-yours')
    const maker = await store.memberships.find(invitation.madeAs)
    const holds = makerHolds(invitation, maker ? [maker] : [], now)
    if (invitationState(invitation, { now, makerHolds: holds }) !== 'open') return refuse('invitation.over')
    try {
      const { bytes, type } = await platform.drawCode(joinPage, invitationCode(keys, invitation._id))
      return { picture: bytes.toString('base64'), type }
    } catch (fault) {
      note('invitation.no-picture', fault)
      return refuse('invitation.no-picture')
    }
  },
})
