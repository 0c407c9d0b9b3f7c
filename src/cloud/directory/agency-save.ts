import { isRefused, refuse, saveAgency as contract, type InputOf } from '../../contract'
import { claimIds } from '../../domain/directory/ids'
import { mostOf } from '../../domain/directory/limits'
import { plain } from '../../domain/directory/names'
import { roles } from '../../knowledge/book'
import { handle, written, type Context } from '../handle'
import { audit } from '../people/audit'
import { answered, openReports, type Answer } from './answered'
import { findBuildings } from '../store/visible'
import { loadCommunity } from './load'
import { agencyMark } from './mark'
import { phonesOf, settledOf, type Agency } from './phones'
import { revised, type CommunityRow } from './revision'
import { checkWords, isSeen, isTaken } from './words'

type Input = InputOf<typeof contract>

/** Whether somebody can have the role: a neighbour and oneself are in no directory. */
const isRole = (id: string): boolean => Object.hasOwn(roles, id) && roles[id]?.person !== true

/** Whether the community has every place that a service area names. Reads the buildings, if it names any. */
async function hasPlaces(
  { serviceArea }: Input,
  { estates, grids, _id }: CommunityRow,
  { store }: Pick<Context, 'store'>,
): Promise<boolean> {
  if (!serviceArea) return true
  const { estateIds, gridIds, buildingIds } = serviceArea
  const hasAll = (ids: readonly string[], there: readonly { readonly id: string }[]) =>
    ids.every((id) => there.some((one) => one.id === id))
  if (estateIds.length + gridIds.length + buildingIds.length === 0) return false
  if (!hasAll(estateIds, estates) || !hasAll(gridIds, grids)) return false
  const found = buildingIds.length === 0 ? [] : await findBuildings(store, buildingIds)
  const own = new Set(found.filter(({ communityId }) => communityId === _id).map((building) => building._id))
  return buildingIds.every((id) => own.has(id))
}

const areaOf = ({ serviceArea }: Input): Pick<Agency, 'serviceArea'> => {
  if (!serviceArea) return {}
  const named = Object.entries(serviceArea).filter(([, ids]) => ids.length > 0)
  return { serviceArea: Object.fromEntries(named.map(([kind, ids]) => [kind, [...new Set(ids)]])) }
}

/** As an import names it, so that the same name is the same agency. */
const newId = ({ _id, agencies }: CommunityRow, name: string): string => {
  const before = agencies.map(({ id }) => ({ id, key: '' }))
  const [id] = claimIds(_id, 'agency', [{ code: null, key: plain(name) }], before)
  if (id === undefined) throw new Error('an agency without an id')
  return id
}

const wordsOf = ({ name, phones }: Pick<Agency, 'name' | 'phones'>) => [
  name,
  ...phones.flatMap(({ description, owner }) => [description ?? '', owner]),
]

/** The answer to whoever reported a number that the form verifies, replaces or takes out. One read for each of them. */
async function answersTo(
  { communityId, phones: typed }: Input,
  agencyId: string,
  { store }: Pick<Context, 'store'>,
  [before, after]: readonly [Agency['phones'], Agency['phones']],
): Promise<readonly Answer[]> {
  const settled = settledOf(typed, before, after)
  return Promise.all(
    settled.map(async ({ as, phoneId, number }) => ({
      as,
      reports: await openReports(store, { communityId, agencyId, phoneId, number }),
    })),
  )
}

/**
 * Read: the community, the buildings that are named, what is open of numbers that the form settles. Written: the community,
 * what it was before, a line of the audit log, reports with their answer, news for whoever reported.
 */
export const saveAgency = handle(contract, {
  load: loadCommunity,
  async work(input, context) {
    const { loaded: community, now } = context
    const { communityId, name } = input
    const before = community.agencies.find(({ id }) => id === input.agencyId)
    if (input.agencyId !== null && !before) return refuse('agency.missing')
    if (!isSeen(input.seen, before ? agencyMark(before) : null)) return refuse('agency.moved')
    if (!before && community.agencies.length >= mostOf.agencies) return refuse('directory.full')
    if (isTaken(name, community.agencies, input.agencyId)) return refuse('agency.same-name')
    if (!input.roles.every(isRole)) return refuse('agency.bad-role')
    if (!(await hasPlaces(input, community, context))) return refuse('agency.bad-area')
    const agencyId = before?.id ?? newId(community, name)
    const phones = phonesOf({ communityId, agencyId, now }, input.phones, before?.phones ?? [])
    if (isRefused(phones)) return phones
    const agency: Agency = {
      ...{ id: agencyId, name, roles: [...new Set(input.roles)], phones: [...phones] },
      ...areaOf(input),
    }
    const refusal = await checkWords(context, wordsOf(agency), before ? wordsOf(before) : [])
    if (refusal) return refusal
    const agencies = before
      ? community.agencies.map((one) => (one.id === agencyId ? agency : one))
      : [...community.agencies, agency]
    const told = await answered(
      context,
      ...(await answersTo(input, agencyId, context, [before?.phones ?? [], agency.phones])),
    )
    const { revision, writes } = revised(context, community, { agencies })
    const subject = { collection: 'communities', id: communityId }
    const noted = audit(context, { verb: 'agency.save', communityId, subject })
    return written({ agencyId, revision }, [...writes, noted, ...told.writes], told.after)
  },
})
