import type { ReportAnswer } from '../../contract'
import type { As } from '../../domain/people/permit'
import type { Context, MembershipRow } from '../handle'
import type { Said } from '../people/say'
import { news } from '../roles/news'
import type { Row, Store, Write } from '../store'
import type { ReportFields } from '../store/documents'

export type ReportRow = Row<ReportFields>

/** Which number, as it was reported. */
export interface Reported {
  readonly communityId: string
  readonly agencyId: string
  readonly phoneId: string
  readonly number: string
}

/** Answered in the commit of the change; each is two documents at most. */
const inCommit = 4
/** Of one number: more are answered with the next word on it. */
const mostRead = 100

/** The reports of a number that nobody has answered, newest first. One read. */
export async function openReports(store: Store, about: Reported): Promise<readonly ReportRow[]> {
  const { communityId, agencyId, phoneId, number } = about
  const { rows } = await store.contactReports.page({
    where: { communityId, agencyId, phoneId },
    ...{ order: 'receivedAt', direction: 'desc', after: null, limit: mostRead },
  })
  return rows.filter((row) => row.number === number && row.answer === null)
}

export interface Answer {
  readonly as: ReportAnswer
  /** What is open of this number. */
  readonly reports: readonly ReportRow[]
}

/** One report with its answer. */
interface Answered {
  readonly as: ReportAnswer
  readonly row: ReportRow
}

type Answering = Context<unknown> & { readonly as: As<MembershipRow> }

/**
 * The answer to whoever reported these numbers: some in the commit of what it says, the rest right after it. What a crash
 * leaves open stays in the list, and is answered with the next word on the number.
 */
export function answered(
  context: Answering,
  ...answers: readonly Answer[]
): Promise<{ readonly writes: readonly Write[]; readonly after: () => Promise<void> }> {
  const all = answers.flatMap(({ as, reports }) => reports.map((row) => ({ as, row })))
  return answerSome(context, all, new Set())
}

async function answerSome(context: Answering, all: readonly Answered[], told: Set<string>) {
  const { store, now } = context
  const some = all.slice(0, inCommit)
  const rest = all.slice(inCommit)
  const by = context.as.membership?._id ?? null
  const said = news(context, await newsOf(store, some, told))
  const writes = [
    ...some.map(({ as, row }) => store.contactReports.replacing({ ...row, answer: { as, at: now, by } })),
    ...said.writes,
  ]
  const after = async () => {
    await said.push()
    if (rest.length === 0) return
    const next = await answerSome(context, rest, told)
    // Whoever answered one of these meanwhile told its reporter: the others wait in the list.
    if ((await store.commit(next.writes)) === 'done') await next.after()
  }
  return { writes, after }
}

/** One piece of news for each of them who has an account and each number, however often they reported it. */
async function newsOf(store: Store, some: readonly Answered[], told: Set<string>): Promise<Said[]> {
  const keyOf = ({ reporter, agencyId, phoneId }: ReportRow) => `${reporter ?? ''} ${agencyId} ${phoneId}`
  const fresh = some.filter(({ row }) => row.reporter !== null && !told.has(keyOf(row)))
  const first = [...new Map(fresh.map((one) => [keyOf(one.row), one])).values()]
  const reporters = first.flatMap(({ row }) => row.reporter ?? [])
  const people = new Set((await store.people.findAll([...new Set(reporters)])).map(({ _id }) => _id))
  return first.flatMap(({ as, row }) => {
    const person = row.reporter
    if (person === null || !people.has(person)) return []
    told.add(keyOf(row))
    return [{ person, kind: 'contact.answered' as const, params: { as }, path: null, cause: row._id }]
  })
}
