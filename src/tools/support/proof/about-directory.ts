import { agencyMark, buildingMark } from '../../../cloud/directory/mark'
import type { BuildingRow } from '../../../cloud/directory/revision'
import type { ActionName } from '../../../contract'
import { fresh, put } from './documents'
import { about, type About, type Making } from './making'
import { here, placeOf, type Side, type Situation } from './situations'

/** The actions by which keepers change the directory. */
export type DirectoryAction = Extract<
  // The codes of a whole estate are made in the function `files`.
  Exclude<ActionName, 'doorcode.fill'>,
  | `${'directory' | 'agency' | 'building' | 'grid' | 'estate' | 'setting' | 'doorcode'}.${string}`
  | 'phones.check'
  | 'phone.verify'
  | 'report.answer'
>

const places: readonly Side[] = ['community', 'grid']
const estateOf = (communityId: string) => (communityId === here ? 'heyuan' : 'mill-compound')
const gone = '0'.repeat(16)

type InputOver = (making: Making, communityId: string) => object

/** About a community as a whole. */
const whole = (over: object | InputOver = {}): About => ({
  varies: ['community'],
  input(making, situation) {
    const { communityId } = placeOf(situation)
    const isMade = (some: typeof over): some is InputOver => typeof some === 'function'
    return { communityId, ...(isMade(over) ? over(making, communityId) : over) }
  },
})

function buildingDocument(situation: Situation) {
  const { communityId, gridId } = placeOf(situation)
  const _id = fresh('building')
  const units = [{ id: `${_id}-u1`, name: '1单元' }]
  return { ...{ _id, communityId, estateId: estateOf(communityId), gridId, name: _id, order: 900, units } }
}
type BuildingDocument = ReturnType<typeof buildingDocument>

const marked = (document: BuildingDocument | null): string =>
  document ? buildingMark(document as unknown as BuildingRow) : gone

const building = (inputOf: (id: string, document: BuildingDocument | null) => object): About =>
  about('buildings', places, (_, situation) => buildingDocument(situation), inputOf)

const doorCode = (inputOf: (id: string) => object): About =>
  about(
    'doorCodes',
    places,
    ({ database, now }, situation) => {
      const at = buildingDocument(situation)
      put(database, 'buildings', [at])
      const { communityId, _id: buildingId } = at
      return {
        _id: fresh('code'),
        communityId,
        buildingId,
        unitId: null,
        state: 'active',
        madeAt: now,
        revokedAt: null,
      }
    },
    inputOf,
  )

/** What somebody said of a number that is no more, from a building of the situation's grid. */
const report: About = about(
  'contactReports',
  places,
  ({ database, now }, situation) => {
    const at = buildingDocument(situation)
    put(database, 'buildings', [at])
    return {
      ...{ _id: fresh('report'), communityId: at.communityId, buildingId: at._id, agencyId: 'west-gas' },
      ...{ phoneId: fresh('phone'), number: '000-8888 1499', matterId: null, kind: 'no-answer', reporter: null },
      ...{ receivedAt: now, answer: null },
    }
  },
  (reportId) => ({ reportId, answer: { as: 'corrected', number: null } }),
)

/** The answer that a question has now: whoever asks has seen it. */
function answerOf({ database }: Making, communityId: string, settingId: string): string | null {
  const [community] = database.find('communities', { _id: communityId }) as unknown as readonly {
    readonly settings: readonly { readonly id: string; readonly value: string }[]
  }[]
  return community?.settings.find(({ id }) => id === settingId)?.value ?? null
}

const aNewAgency = () => ({
  ...{ agencyId: null, seen: null, name: fresh('单位'), roles: ['termite'], serviceArea: null },
  phones: [
    {
      ...{ phoneId: null, number: '95598', description: null, schedules: [], owner: '值班岗', rung: false },
    },
  ],
})
export const noAgency = { agencyId: 'nobody', seen: agencyMark({ id: 'nobody', name: '', roles: [], phones: [] }) }

export const directoryAbout: Readonly<Record<DirectoryAction, About>> = {
  'directory.show': whole(),
  'directory.buildings': whole((_, communityId) => ({ estateId: estateOf(communityId), cursor: null })),
  'phones.check': whole(),
  'agency.show': whole({ agencyId: 'west-property' }),
  'agency.save': whole(aNewAgency),
  'agency.remove': whole(noAgency),
  'phone.verify': whole({ agencyId: 'west-gas', phoneId: 'p1401', number: '000-8888 1401' }),
  'report.answer': report,
  'building.save': building((buildingId, document) => ({
    ...{ communityId: document?.communityId ?? here, estateId: document?.estateId ?? 'heyuan', buildingId },
    ...{ seen: marked(document), name: document?.name ?? buildingId, order: 901, gridId: document?.gridId ?? null },
    ...{ units: document?.units ?? [], floors: 6, roomsPerFloor: 2 },
  })),
  'building.remove': building((buildingId, document) => ({ buildingId, seen: marked(document) })),
  'grid.save': whole(() => ({ gridId: null, seen: null, name: fresh('网格') })),
  'grid.remove': whole({ gridId: 'nowhere', seen: gone }),
  'estate.save': whole(() => ({ estateId: null, seen: null, name: fresh('小区'), address: '' })),
  'estate.remove': whole({ estateId: 'nowhere', seen: gone }),
  'setting.list': whole({ estateId: null }),
  'setting.save': whole((making, communityId) => ({
    ...{ estateId: null, settingId: 'renewal.plan', value: `${fresh('第')}年动工` },
    seen: answerOf(making, communityId, 'renewal.plan'),
  })),
  'doorcode.list': building((buildingId) => ({ buildingId })),
  'doorcode.make': building((buildingId) => ({ buildingId, doors: [null] })),
  'doorcode.revoke': doorCode((code) => ({ code, why: '海报被人撕了' })),
  'doorcode.replace': doorCode((code) => ({ code, why: '海报被人撕了' })),
}

const both = (inputOf: (communityId: string) => object) =>
  [here, 'spinning-mill'].map((communityId) => ({
    communityId,
    ...inputOf(communityId),
  }))

/** What each is asked with while its replies are searched for secrets. */
export const directoryAsked: Readonly<Record<DirectoryAction, () => readonly object[]>> = {
  'directory.show': () => both(() => ({})),
  'directory.buildings': () => both((communityId) => ({ estateId: estateOf(communityId), cursor: null })),
  'phones.check': () => both(() => ({})),
  'agency.show': () => both(() => ({ agencyId: 'west-property' })),
  'agency.save': () => both(aNewAgency),
  'agency.remove': () => both(() => noAgency),
  'phone.verify': () => both(() => ({ agencyId: 'west-property', phoneId: 'p1201', number: '000-8888 1201' })),
  'report.answer': () => [{ reportId: 'report-000001', answer: { as: 'confirmed' } }],
  'building.save': () =>
    both((communityId) => ({
      ...{ estateId: estateOf(communityId), buildingId: null, seen: null, name: fresh('楼'), order: null },
      ...{ gridId: null, units: [], floors: null, roomsPerFloor: null },
    })),
  'building.remove': () => [{ buildingId: 'heyuan-1', seen: gone }],
  'grid.save': () => both(() => ({ gridId: null, seen: null, name: fresh('网格') })),
  'grid.remove': () => both(() => ({ gridId: 'nowhere', seen: gone })),
  'estate.save': () => both(() => ({ estateId: null, seen: null, name: fresh('小区'), address: '' })),
  'estate.remove': () => both(() => ({ estateId: 'nowhere', seen: gone })),
  'setting.list': () => both(() => ({ estateId: null })),
  'setting.save': () => both(() => ({ estateId: null, settingId: 'renewal.plan', value: '后年动工', seen: null })),
  'doorcode.list': () => [{ buildingId: 'heyuan-1' }, { buildingId: 'mill-1-building' }],
  'doorcode.make': () => [{ buildingId: 'heyuan-1', doors: [null] }],
  'doorcode.revoke': () => [{ code: 'nobodymade', why: '换新的' }],
  'doorcode.replace': () => [{ code: 'nobodymade', why: '换新的' }],
}
