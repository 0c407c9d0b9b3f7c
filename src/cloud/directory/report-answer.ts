import { answerReport as contract, isRefused, refuse, type InputOf } from '../../contract'
import { closeness } from '../../domain/routing/contacts'
import { placeIn } from '../door/view'
import { handle, written, type Context } from '../handle'
import { audit } from '../people/audit'
import { answered, openReports, type ReportRow } from './answered'
import { isSecretary, loadReport } from './load'
import { isSameNumber, keptNumber, rungNow, withPhone, type Phone } from './phones'
import { revised, type BuildingRow, type CommunityRow } from './revision'

type Answer = InputOf<typeof contract>['answer']

const phoneOf = ({ agencies }: CommunityRow, { agencyId, phoneId, number }: ReportRow): Phone | undefined =>
  agencies.find(({ id }) => id === agencyId)?.phones.find((phone) => phone.id === phoneId && phone.number === number)

/** What becomes of the number; null: it is taken out. */
function changed(phone: Phone, answer: Answer, now: number) {
  if (answer.as === 'confirmed') return { phone: rungNow(phone, now) }
  if (answer.as === 'removed') return { phone: null }
  if (answer.number === null) return refuse('report.no-number')
  const kept = keptNumber(answer.number)
  return isRefused(kept) ? kept : { phone: rungNow({ ...phone, number: kept.number }, now) }
}

/** Whether the agency has the number that is put there in another row; what stood there twice before may be confirmed. */
const hasTwin = ({ agencies }: CommunityRow, { agencyId, number }: ReportRow, phone: Phone): boolean =>
  phone.number !== number &&
  agencies.some(
    ({ id, phones }) =>
      id === agencyId && phones.some((one) => one.id !== phone.id && isSameNumber(one.number, phone.number)),
  )

type Answering = Context<{ readonly report: ReportRow; readonly building: BuildingRow | null }>

/**
 * What a grid leader leaves to others: nobody takes a number from the whole community by a report of their own, nor from
 * an agency that does not serve where it was reported.
 */
async function overreachOf(as: Answer['as'], context: Answering, community: CommunityRow) {
  const { as: by, person, loaded } = context
  if (by.role !== 'grid-leader') return null
  const { report, building } = loaded
  if (report.reporter !== person && as === 'confirmed') return null
  if (await isSecretary(context, community._id)) return null
  if (report.reporter === person) return refuse('report.own')
  const at = building && placeIn(community, building, null)
  const agency = community.agencies.find(({ id }) => id === report.agencyId)
  const serves = at && (!agency || closeness(agency, at.place) >= 0)
  return serves ? null : refuse('report.not-your-grid')
}

/** Read and written as `phone.verify`; where the directory has another number by now, it stays as it is. */
export const answerReport = handle(contract, {
  load: loadReport,
  async work({ answer }, context) {
    const { store, now } = context
    const { report } = context.loaded
    const { communityId, agencyId, phoneId } = report
    if (report.answer !== null) return refuse('report.answered')
    const community = await store.communities.find(communityId)
    if (!community) return refuse('directory.missing')
    const overreach = await overreachOf(answer.as, context, community)
    if (overreach) return overreach
    const phone = phoneOf(community, report)
    if (!phone && answer.as === 'confirmed') return refuse('report.number-gone')
    const change = phone && changed(phone, answer, now)
    if (isRefused(change)) return change
    if (change?.phone && hasTwin(community, report, change.phone)) return refuse('report.same-number')

    const others = (await openReports(store, report)).filter(({ _id }) => _id !== report._id)
    const reports = [report, ...others]
    const told = await answered(context, { as: answer.as, reports })
    const next = change
      ? revised(context, community, {
          agencies: withPhone(community.agencies, { agencyId, phoneId }, () => change.phone),
        })
      : { revision: community.revision, writes: [] }
    const subject = { collection: 'contactReports', id: report._id }
    const noted = audit(context, { verb: 'report.answer', communityId, subject })
    const data = { answered: reports.length, revision: next.revision }
    return written(data, [...next.writes, noted, ...told.writes], told.after)
  },
})
