import { listSettings as listContract, refuse, saveSetting as saveContract } from '../../contract'
import { askedSettings, findSetting } from '../../knowledge/setting-words'
import type { SettingSpec } from '../../domain/routing/types'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { loadCommunity } from './load'
import { openOf, type Estate } from './questions'
import { revised, type CommunityRow } from './revision'
import { checkWords } from './words'

type Answers = CommunityRow['settings']

/** Names of matters in one reply: a page says how many more there are. */
const fewMatters = 6

const valueIn = (answers: Answers | undefined, settingId: string): string | null =>
  answers?.find(({ id }) => id === settingId)?.value ?? null

/** The estate that is named; undefined: there is none of that id. */
const estateOf = ({ estates }: CommunityRow, estateId: string | null): Estate | null | undefined =>
  estateId === null ? null : estates.find(({ id }) => id === estateId)

/** The community, and nothing else. */
export const listSettings = handle(listContract, {
  load: loadCommunity,
  async work({ estateId }, { loaded: community }) {
    const estate = estateOf(community, estateId)
    if (estate === undefined) return refuse('estate.missing')
    const open = new Map(openOf(community, estate).map((question) => [question.setting.id, question]))
    return {
      questions: askedSettings.map(({ id }) => {
        const question = open.get(id)
        return {
          settingId: id,
          value: valueIn(estate ? estate.settings : community.settings, id),
          inherited: estate && valueIn(community.settings, id),
          open: question
            ? {
                ...{ why: question.why, matters: question.matters.length },
                matterIds: question.matters.slice(0, fewMatters).map((matter) => matter.id),
              }
            : null,
        }
      }),
      agencies: community.agencies.map(({ id, name }) => ({ agencyId: id, name })),
      revision: community.revision,
    }
  },
})

/** Whether an answer is one of those that can be given. */
function isAnswer(spec: SettingSpec, value: string, { agencies }: CommunityRow): boolean {
  if (spec.kind === 'agency') return agencies.some(({ id }) => id === value)
  return spec.kind === 'text' || spec.options.some(({ id }) => id === value)
}

const answered = (answers: Answers, id: string, value: string | null): Answers => {
  if (value === null) return answers.filter((one) => one.id !== id)
  return answers.some((one) => one.id === id)
    ? answers.map((one) => (one.id === id ? { id, value } : one))
    : [...answers, { id, value }]
}

/** Written: the community, what it was before, a line of the audit log. */
export const saveSetting = handle(saveContract, {
  load: loadCommunity,
  async work({ communityId, estateId, settingId, value, seen }, context) {
    const { loaded: community } = context
    const spec = findSetting(settingId)
    if (!spec) return refuse('setting.unknown')
    const estate = estateOf(community, estateId)
    if (estate === undefined) return refuse('estate.missing')
    const answers = estate ? estate.settings : community.settings
    const before = valueIn(answers, settingId)
    if (seen !== before) return refuse('setting.moved')
    if (value !== null && !isAnswer(spec, value, community)) return refuse('setting.bad-value')
    const words = spec.kind === 'text' && value !== null ? [value] : []
    const refusal = await checkWords(context, words, before === null ? [] : [before])
    if (refusal) return refusal
    const next = answered(answers, settingId, value)
    const { revision, writes } = revised(
      context,
      community,
      estate
        ? { estates: community.estates.map((one) => (one.id === estate.id ? { ...one, settings: next } : one)) }
        : { settings: next },
    )
    const subject = { collection: 'communities', id: communityId }
    return written({ revision }, [...writes, audit(context, { verb: 'setting.save', communityId, subject })])
  },
})
