import { noticeDesks } from '../../domain/notice/verbs'
import type { ActionName } from '../../contract'
import { fullDoor } from './fill'
import { fullNotice, fullOutside } from './fill-notices'
import { fullPeople } from './fill-people'
import type { Scenario } from './scale-requests'

const ofNotices = (action: ActionName, situation: string, openid: string, input: object): Scenario => ({
  ...{ action, situation, openid },
  call: () => ({ input }),
})
const { resident, secretary, gridLeader } = fullPeople
const { communityId } = fullOutside
const noticeId = fullNotice(0)
const building = { noticeId, buildingId: fullDoor.buildingId }

/** Among the notices of one community, nearly all of them over, and what people did with others of them. */
export const noticeScenarios: readonly Scenario[] = [
  ofNotices('notice.door', 'what stands there', resident, { buildingId: fullDoor.buildingId, unitId: null }),
  ofNotices('notice.open', 'with a question and a sign-up', resident, { noticeId, token: null, openedIn: null }),
  ofNotices('notice.questions', 'of one notice', gridLeader, { noticeId }),
  ...noticeDesks.map((show) =>
    ofNotices('notice.list', `the first page of a community, ${show}`, secretary, {
      ...{ communityId, gridId: null, show, cursor: null },
    }),
  ),
  ofNotices('notice.list', 'what is over in a grid', gridLeader, { ...fullOutside, show: 'closed', cursor: null }),
  ofNotices('notice.show', 'one', secretary, { noticeId }),
  ofNotices('notice.places', 'of a community', secretary, { communityId, gridId: null }),
  ofNotices('group.list', 'many', gridLeader, { communityId }),
  ofNotices('notice.groups', 'of one notice', gridLeader, { noticeId }),
  ofNotices('notice.reach', 'of a building', gridLeader, { noticeId }),
  ofNotices('notice.visits', 'of a building', gridLeader, building),
  ofNotices('voice.result', 'of a question to people', secretary, { noticeId }),
  ofNotices('signup.show', 'with a list of those who wait', secretary, { noticeId }),
]
