import { findMatterName } from '../../knowledge/names'
import { exportWords as words } from '../../text/export'
import { auditVerbNames } from '../../text/keeper'
import { messageText } from '../../text/messages'
import { roleNames } from '../../text/role-names'
import { noticeParts } from './export-notices'
import { moment, mostRows, part, row, type Exporting, type Part } from './export-part'
import { requestParts } from './export-requests'
import { wishParts } from './export-wishes'

const latest = { direction: 'desc', after: null, limit: mostRows } as const

/** What somebody did here, and what they were told. */
export const doneParts = async (context: Exporting): Promise<Part[]> => [
  await complaints(context),
  ...(await requestParts(context)),
  ...(await wishParts(context)),
  ...(await noticeParts(context)),
  await pictures(context),
  await messages(context),
  await subscriptions(context),
  await reports(context),
  await invitations(context),
  await audits(context),
]

async function complaints({ store, person }: Exporting): Promise<Part> {
  const { rows, cursor } = await store.complaints.page({ where: { person }, order: 'filedAt', ...latest })
  const told = rows.map((one) => [
    ...row({
      kind: words.complaintKinds[one.kind],
      at: moment(one.filedAt),
      state: words.complaints[one.state],
      words: one.words,
      pictures: one.pictures.length,
    }),
    ...one.answers
      .filter(({ state }) => state === 'shown')
      .flatMap((answer) => row({ answer: answer.words, at: moment(answer.at) })),
  ])
  return part('complaints', told, cursor !== null)
}

async function pictures({ store, person }: Exporting): Promise<Part> {
  const { rows, cursor } = await store.pictures.page({ where: { person }, order: 'person', ...latest })
  const told = rows.map(({ addedAt, state, width, height }) =>
    row({ at: moment(addedAt), size: width > 0 ? `${width}×${height}` : null, state: words.pictures[state] }),
  )
  return part('pictures', told, cursor !== null)
}

async function messages({ store, person }: Exporting): Promise<Part> {
  const unread = await store.messages.page({ where: { person, unread: true }, order: 'at', ...latest })
  const read = await store.messages.page({ where: { person, unread: false }, order: 'at', ...latest })
  const all = [...unread.rows, ...read.rows].sort((a, b) => b.at - a.at)
  const told = all.map((one) => {
    const { title, body } = messageText(one)
    return row({ at: moment(one.at), title, words: body })
  })
  return part('messages', told.slice(0, mostRows), told.length > mostRows || Boolean(unread.cursor ?? read.cursor))
}

async function subscriptions({ store, person }: Exporting): Promise<Part> {
  const { rows } = await store.subscriptions.page({ where: { person }, order: 'person', ...latest })
  return part(
    'subscriptions',
    rows.map(({ template, left, answeredAt }) =>
      row({ what: words.templates[template], left: words.times(left), at: moment(answeredAt) }),
    ),
  )
}

async function reports({ store, person }: Exporting): Promise<Part> {
  const { rows, cursor } = await store.contactReports.page({
    where: { reporter: person },
    order: 'reporter',
    ...latest,
  })
  const told = rows.map(({ receivedAt, kind, number, matterId, answer }) =>
    row({
      at: moment(receivedAt),
      kind: words.reports[kind],
      number,
      what: matterId === null ? null : (findMatterName(matterId)?.name ?? null),
      answer: answer ? `${moment(answer.at)} ${words.reportAnswers[answer.as]}` : null,
    }),
  )
  return part('reports', told, cursor !== null)
}

async function invitations({ store, person }: Exporting): Promise<Part> {
  const { rows, cursor } = await store.invitations.page({ where: { createdBy: person }, order: 'createdBy', ...latest })
  const told = rows.map(({ role, createdAt, expiresAt, uses, used, state }) =>
    row({
      ...{ role: roleNames[role], at: moment(createdAt), until: moment(expiresAt), uses, used },
      state: words.invitations[state],
    }),
  )
  return part('invitations', told, cursor !== null)
}

async function audits({ store, person }: Exporting): Promise<Part> {
  const { rows, cursor } = await store.audits.page({ where: { actor: person }, order: 'at', ...latest })
  const told = rows.map(({ at, verb, why }) =>
    row({ at: moment(at), what: (auditVerbNames as Readonly<Record<string, string>>)[verb] ?? verb, why }),
  )
  return part('audits', told, cursor !== null)
}
