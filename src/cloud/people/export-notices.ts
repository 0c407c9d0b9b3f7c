import { exportWords as words } from '../../text/export'
import { noticeVerbNames } from '../../text/notice-names'
import type { NoticeRow } from '../notice/load'
import type { Row } from '../store'
import type { OpeningFields, SignUpFields, VoiceFields } from '../store/documents'
import { moment, mostRows, part, row, type Exporting, type Part } from './export-part'
import { sealedAt } from './ids'

const latest = { direction: 'desc', after: null, limit: mostRows } as const

type Facts = Part['rows'][number]
/** Notices that are still there, by id. */
type Notices = ReadonlyMap<string, NoticeRow>

/** What somebody opened, asked, said and signed up for; and what they did about notices by a role. */
export async function noticeParts(context: Exporting): Promise<Part[]> {
  const { store, person } = context
  const openings = await store.openings.page({ where: { person }, order: 'at', ...latest })
  const questions = await store.noticeQuestions.page({ where: { person }, order: 'at', ...latest })
  const voices = await store.voices.page({ where: { person }, order: 'at', ...latest })
  const signUps = await store.signUps.page({ where: { people: person }, order: 'endsAt', ...latest })
  const about = [...openings.rows, ...questions.rows, ...voices.rows].map(({ noticeId }) => noticeId)
  const notices = await noticesOf(context, [...about, ...signUps.rows.map(({ _id }) => _id)])
  return [
    part(
      'openings',
      openings.rows.map((one) => openingRow(notices, one)),
      openings.cursor !== null,
    ),
    part(
      'notice-questions',
      questions.rows.map(({ noticeId, at, words: asked, state }) =>
        row({ title: titleOf(notices, noticeId), at: moment(at), words: asked, state: words.questions[state] }),
      ),
      questions.cursor !== null,
    ),
    part(
      'voices',
      voices.rows.map((one) => voiceRow(context, notices, one)),
      voices.cursor !== null,
    ),
    part(
      'sign-ups',
      signUps.rows.flatMap((one) => signUpRows(context, notices, one)),
      signUps.cursor !== null,
    ),
    ...(await workParts(context)),
  ]
}

/** What they are about; 100 in a read. */
async function noticesOf({ store }: Exporting, about: readonly string[]): Promise<Notices> {
  const ids = [...new Set(about)]
  const found: NoticeRow[] = []
  for (let at = 0; at < ids.length; at += 100) found.push(...(await store.notices.findAll(ids.slice(at, at + 100))))
  return new Map(found.map((notice) => [notice._id, notice]))
}

/** What everybody may read of it: words that have not passed the check are told to nobody here either. */
const readOf = (notices: Notices, id: string) => {
  const shown = notices.get(id)?.shown
  return shown?.wordsState === 'shown' ? shown : null
}
const titleOf = (notices: Notices, id: string): string | null => readOf(notices, id)?.title ?? null

const openingRow = (notices: Notices, { noticeId, at, acknowledgedAt }: Row<OpeningFields>): Facts =>
  row({ title: titleOf(notices, noticeId), at: moment(at), acknowledgedAt: moment(acknowledgedAt) })

function voiceRow({ keys }: Exporting, notices: Notices, one: Row<VoiceFields>): Facts {
  const asked = readOf(notices, one.noticeId) && notices.get(one.noticeId)?.consultation
  const options = asked?.options ?? []
  const chosen = options.filter(({ id }) => one.choices.includes(id)).map(({ text }) => text)
  return row({
    ...{ title: titleOf(notices, one.noticeId), at: moment(one.at), choices: chosen.join('、') || null },
    words: one.words === '' ? null : one.words,
    name: one.name === null ? null : keys.unseal(one.name, sealedAt('voices', 'name', one._id)),
  })
}

const signUpRows = ({ keys, person }: Exporting, notices: Notices, one: Row<SignUpFields>): Facts[] =>
  one.entries
    .filter(({ who }) => who === person)
    .map(({ at, state, name, came }) =>
      row({
        ...{ title: titleOf(notices, one._id), at: moment(at), state: words.signUps[state] },
        name: name === null ? null : keys.unseal(name, sealedAt('signUps', 'entries.name', one._id)),
        came: came === null ? null : words.came[came ? 'yes' : 'no'],
      }),
    )

/** By a role: steps, cards that were shared, doors that were visited, notes of groups, files. */
async function workParts({ store, person }: Exporting): Promise<Part[]> {
  const acted = await store.notices.page({ where: { actors: person }, order: 'madeAt', ...latest })
  const visits = await store.noticeVisits.page({ where: { actors: person }, order: 'until', ...latest })
  const noted = await store.voices.page({ where: { notedBy: person }, order: 'at', ...latest })
  const groups = await store.noticeGroups.page({ where: { person }, order: 'madeAt', ...latest })
  const files = await store.noticeFiles.page({ where: { person }, order: 'madeAt', ...latest })
  const done = [
    ...acted.rows.flatMap((one) => stepsIn(one, person)),
    ...visits.rows.flatMap(({ ticks }) =>
      ticks
        .filter(({ by, isUndone }) => by === person && !isUndone)
        .map(({ at }) => row({ at: moment(at), step: words.visit })),
    ),
    ...noted.rows.map(({ at }) => row({ at: moment(at), step: words.notedVoice })),
  ]
  const isCut = done.length > mostRows || [acted, visits, noted].some(({ cursor }) => cursor !== null)
  return [
    part('notice-steps', done.slice(0, mostRows), isCut),
    part(
      'groups',
      groups.rows.map(({ name, madeAt }) => row({ what: name, at: moment(madeAt) })),
      groups.cursor !== null,
    ),
    part(
      'notice-files',
      files.rows.map(({ name, madeAt, size }) => row({ what: name, at: moment(madeAt), bytes: size })),
      files.cursor !== null,
    ),
  ]
}

/** Their words stand in the notice: of an edition the title, of a step what was said beside it. */
function stepsIn({ shown, next, events, shares, reminds }: NoticeRow, self: string): Facts[] {
  const edition = shown ?? next
  const title = edition && (edition.writer === self || edition.wordsState === 'shown') ? edition.title : null
  const written = [shown, next].flatMap((edition) =>
    edition?.writer === self ? [row({ title: edition.title, at: moment(edition.writtenAt), words: edition.body })] : [],
  )
  const steps = events
    .filter(({ person }) => person === self)
    .map(({ at, verb, words: said }) =>
      row({ title, at: moment(at), step: noticeVerbNames[verb], words: said === '' ? null : said }),
    )
  const shared = shares.filter(({ person }) => person === self).map(({ at }) => ({ at, step: words.share }))
  const reminded = reminds.filter(({ by }) => by === self).map(({ at }) => ({ at, step: words.remind }))
  return [...written, ...steps, ...[...shared, ...reminded].map(({ at, step }) => row({ title, at: moment(at), step }))]
}
