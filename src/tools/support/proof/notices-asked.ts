import { randomUUID } from 'node:crypto'
import { noticeDesks } from '../../../domain/notice/verbs'
import { aVoice, contentFor, type NoticeAction } from './about-notices'
import { freshKey } from './documents'
import type { Viewer, World } from './secret-world'
import { here, there } from './situations'

type Asked = (world: World, viewer: Viewer) => readonly object[]

const buildings = ['heyuan-1', 'heyuan-4', 'mill-1-building'] as const
const places = [null, 'west-1', 'west-2', 'mill-1'].flatMap((gridId) =>
  [here, there].map((communityId) => ({ communityId, gridId })),
)
const communities = [here, there].map((communityId) => ({ communityId }))
/** Some of each place. */
const few = (ids: readonly string[]) => ids.filter((_, at) => at % 5 === 0)
const each =
  (over: object = {}): Asked =>
  ({ ids }) =>
    ids.notices.map((noticeId) => ({ noticeId, ...over }))
const some =
  (over: object): Asked =>
  ({ ids }) =>
    few(ids.notices).map((noticeId) => ({ noticeId, ...over }))
const doors = (ids: readonly string[], over: object = {}) =>
  ids.flatMap((noticeId) => buildings.map((buildingId) => ({ noticeId, buildingId, ...over })))
/** Of every notice the first building, of some all of them. */
const atDoors = (ids: readonly string[]) => [
  ...ids.map((noticeId) => ({ noticeId, buildingId: buildings[0] })),
  ...doors(few(ids)),
]
const at = 1

/** What of somebody's own a call tells, to look where it comes back. */
export type OwnOf = (world: World, viewer: Viewer, kind: 'name') => string

/** What everybody asks about notices while the replies are searched for secrets. */
export const noticesAsked = (ownOf: OwnOf): Readonly<Record<NoticeAction, Asked>> => ({
  'notice.door': () => buildings.map((buildingId) => ({ buildingId, unitId: null })),
  'notice.open': each({ token: null, openedIn: null }),
  'notice.questions': each(),
  'notice.list': () => places.flatMap((place) => noticeDesks.map((show) => ({ ...place, show, cursor: null }))),
  'notice.show': each(),
  'notice.places': () => places,
  'group.list': () => communities,
  'notice.groups': each(),
  'notice.reach': each(),
  'notice.visits': ({ ids }) => atDoors(ids.notices),
  'voice.result': each(),
  'signup.show': each(),

  // What changes things comes afterwards.
  'notice.acknowledge': some({ at }),
  'notice.ask': some({ words: '几点来水' }),
  'notice.answer': ({ ids }) =>
    few(ids.notices).map((noticeId, turn) => ({
      ...{ noticeId, questionIds: [ids.questions[turn] ?? ''], question: '问', answer: '答' },
    })),
  'notice.save': () =>
    places.map((place) => ({
      ...{ ...place, noticeId: null, draftId: freshKey(), seen: null },
      ...{ content: contentFor(at), send: false },
    })),
  'notice.act': some({ seen: 4, deed: { verb: 'review', words: null } }),
  'noticefile.begin': () => communities.map((one) => ({ ...one, name: '停水说明.pdf', size: 1000 })),
  'noticefile.add': () => [{ fileId: 'file-of-nobody', uploaded: 'cloud://x.y/uploads/z.pdf' }],
  'notice.poster': some({ form: 'link' }),
  'group.save': () => communities.map((one) => ({ ...one, groupId: null, name: '新的群', buildingIds: [] })),
  'group.remove': ({ ids }) => few(ids.groups).map((groupId) => ({ groupId })),
  'group.name': ({ ids }) =>
    few(ids.groups).map((groupId, turn) => ({
      ...{ noticeId: ids.notices[turn] ?? '', groupId, mark: 'mark-of-a-group' },
    })),
  'notice.share': ({ ids }) =>
    few(ids.groups).map((groupId, turn) => ({
      noticeId: ids.notices[turn] ?? '',
      shares: [{ token: 'card-of-the-search', groupId, edition: 1, at }],
    })),
  'notice.tick': ({ ids }) =>
    doors(few(ids.notices)).map((one) => ({
      ...{ ...one, ticks: [{ tickId: randomUUID(), roomId: 'heyuan-1-room-1', at, isUndone: false }] },
    })),
  'notice.remind': ({ ids }) => doors(few(ids.notices)),
  'voice.say': (world, viewer) =>
    world.ids.asking.map((noticeId) => ({ ...aVoice, noticeId, name: ownOf(world, viewer, 'name') })),
  'voice.note': (world, viewer) =>
    doors(few(world.ids.asking), { ...aVoice, roomId: 'heyuan-1-room-1', name: ownOf(world, viewer, 'name') }),
  'signup.join': (world, viewer) =>
    world.ids.asking.map((noticeId) => ({ noticeId, name: ownOf(world, viewer, 'name') })),
  'signup.note': (world, viewer) =>
    world.ids.asking.map((noticeId) => ({ noticeId, deed: { verb: 'add', name: ownOf(world, viewer, 'name') } })),
  'signup.leave': some({}),
})
