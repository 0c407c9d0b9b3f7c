import type { ActionName } from '../../../contract'
import { dayOf } from '../../../domain/time/clock'
import { about, anywhere, communityOf, ownerOf, peoples, type About, type Making } from './making'
import { put } from './documents'
import { requestDocument, type RequestDocument } from './request-document'
import { placeOf, type Side, type Situation } from './situations'

type RequestAction = Extract<ActionName, `request.${string}`>

/** What somebody files: a lamp that is out on the stairs. */
export const aFiling = {
  ...{ buildingId: 'heyuan-1', unitId: null, where: 'shared', room: null, spot: '楼梯口' },
  ...{ matterId: 'corridor-light', answers: [], called: [], words: '楼道灯一直不亮', pictures: [] },
  ...{ reach: 'message', phone: null, isPublic: true, isAnonymous: false, behalf: null },
} as const

const worked: readonly Side[] = [...peoples, 'agency']

const request = (inputOf: (id: string, row: RequestDocument | null) => object) =>
  about(
    'requests',
    worked,
    (making, situation) => requestDocument(ownerOf(making, situation), placeOf(situation), making.now),
    inputOf,
  )

/** Somebody else's, which anybody may look at, or join. */
const anybodys: About = anywhere((making: Making) => {
  const situation = { owner: 'other', community: 'here', grid: 'same', agency: 'none', missing: false } as const
  const row = requestDocument(ownerOf(making, situation), placeOf(situation), making.now)
  put(making.database, 'requests', [row])
  return { requestId: row._id }
})

const desk = (varies: readonly Side[], inputOf: (situation: Situation, making: Making) => object): About => ({
  varies,
  input: (making, situation) => inputOf(situation, making),
})
const gridOf = (situation: Situation) => {
  const { communityId, gridId } = placeOf(situation)
  return { communityId, gridId }
}

/** How to ask for each action about requests. */
export const requestsAbout: Readonly<Record<RequestAction, About>> = {
  'request.submit': anywhere(aFiling),
  'request.similar': anywhere({ buildingId: 'heyuan-1', unitId: null, matterId: 'corridor-light' }),
  'request.join': anybodys,
  'request.register': anywhere({ estateId: 'heyuan', buildingId: null, open: true, cursor: null }),
  'request.public': anybodys,
  'request.mine': anywhere({ cursor: null }),
  'request.show': request((requestId) => ({ requestId })),
  'request.list': desk(['community', 'grid', 'agency'], (situation) => ({
    ...placeOf(situation),
    ...{ show: 'open', buildingId: null, cursor: null },
  })),
  'request.act': request((requestId, row) => ({
    ...{ requestId, seen: row?.events.length ?? 1, note: null },
    deed: { verb: 'contact', reached: true, words: null },
  })),
  'request.look': request((requestId) => ({ requestId })),
  'request.agencies': desk(['community', 'grid', 'agency'], placeOf),
  'request.day': desk(['community', 'grid'], (situation, { now }) => ({
    ...{ ...gridOf(situation), day: dayOf(now), cursor: null },
  })),
  'request.sheet': desk(['community', 'grid'], (situation, { now }) => ({ ...gridOf(situation), day: dayOf(now) })),
  'request.figures': desk(['community', 'grid'], (situation) => ({ ...gridOf(situation), days: 30 })),
  'request.tighten': desk(['community'], (situation) => ({
    ...{ communityId: communityOf(situation), clocks: [{ class: 'normal', response: 0.5, resolution: null }] },
  })),
  'request.clocks': desk(['community'], (situation) => ({ communityId: communityOf(situation) })),
}
