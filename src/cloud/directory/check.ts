import { checkPhones as contract } from '../../contract'
import { phonesToVerify } from '../../domain/directory/verification'
import { handle } from '../handle'
import { loadCommunity } from './load'

/** Numbers of one reply; the others come when these are done. */
const atOnce = 40
/** More reports than a community gets in the year for which they are kept. */
const mostReports = 2000

/** The community, and what residents said of its numbers. */
export const check = handle(contract, {
  load: loadCommunity,
  async work({ communityId }, { store, now, loaded: { agencies } }) {
    const { rows: reports } = await store.contactReports.scan(
      { where: { communityId }, order: 'receivedAt', direction: 'desc' },
      ...[
        {
          agencyId: true,
          phoneId: true,
          number: true,
          kind: true,
          reporter: true,
          receivedAt: true,
          answer: true,
        } as const,
        { most: mostReports },
      ],
    )
    const all = phonesToVerify(agencies, now, reports)
    return {
      phones: all.slice(0, atOnce).map(({ agencyId, agencyName, phone, why, reporters }) => ({
        ...{ agencyId, agencyName, phoneId: phone.id, number: phone.number, description: phone.description ?? null },
        ...{ schedules: [...phone.schedules], owner: phone.owner, verifiedAt: phone.verifiedAt },
        ...{ why: [...why], reporters },
      })),
      more: Math.max(0, all.length - atOnce),
    }
  },
})
