import * as v from 'valibot'
import { knowledgeSchema } from './schema'
import type { Absence, Answer, Knowledge, Matter, Question, SettingSpec } from '../domain/routing/types'

// For the tests and the tools: the pack is checked before it ships, so that no schema has to ship with it.

/** What is wrong with the pack, one line each; nothing when it may ship. */
export function checkKnowledge(knowledge: Knowledge): string[] {
  const parsed = v.safeParse(knowledgeSchema, knowledge)
  // References cannot be followed through shapes that are not there.
  if (!parsed.success) return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'knowledge'} ${issue.message}`)
  return [
    ...checkText(knowledge),
    ...checkRoles(knowledge),
    ...checkLaws(knowledge),
    ...checkSettings(knowledge),
    ...checkNames(knowledge),
    ...knowledge.matters.flatMap((matter) => checkMatter(matter, knowledge)),
  ]
}

const repeated = (ids: readonly string[]): string[] => [...new Set(ids.filter((one, at) => ids.indexOf(one) !== at))]

const repeats = (what: string, ids: readonly string[]) => repeated(ids).map((one) => `${what}: ${one} stands twice`)

const han = /\p{Script=Han}/u
const halfWidth = /(?<=[\p{Script=Han}）」”])[,;:?!]|[,;:?!](?=[\p{Script=Han}（「“])|[()]/u

/** Every string that a person may read. */
function* texts(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, path ? `${path}.${key}` : key)
}

function checkText(knowledge: Knowledge): string[] {
  return [...texts(knowledge)].flatMap(([path, text]) => [
    ...(/https?:|www\.|\.(com|cn|gov|net)\b|github/i.test(text) ? [`${path} links outside: ${text}`] : []),
    ...(han.test(text) && halfWidth.test(text) ? [`${path} has half-width punctuation: ${text}`] : []),
    ...(text !== text.trim() ? [`${path} begins or ends with a space`] : []),
  ])
}

function checkRoles({ roles, hotlines, matters }: Knowledge): string[] {
  const numbers = new Set(hotlines.map((hotline) => hotline.number))
  const named = new Set(
    matters.flatMap((matter) => [
      ...matter.escalation,
      ...matter.answers.flatMap((answer) => answer.responsible.map(({ role }) => role)),
    ]),
  )
  return [
    ...Object.entries(roles).flatMap(([key, role]) => [
      ...(role.id === key ? [] : [`role ${key}: its id is ${role.id}`]),
      ...(named.has(key) ? [] : [`role ${key}: no matter names it`]),
      ...(role.phone === null || numbers.has(role.phone) ? [] : [`role ${key}: ${role.phone} is no known hotline`]),
      ...(role.person && (role.local || role.phone) ? [`role ${key}: nobody dials a person`] : []),
    ]),
    ...repeats('hotlines', [...hotlines.map((hotline) => hotline.number)]),
    ...hotlines.flatMap((hotline) =>
      hotline.roles.filter((role) => !roles[role]).map((role) => `hotline ${hotline.number}: no role ${role}`),
    ),
  ]
}

function checkLaws({ laws, matters }: Knowledge): string[] {
  const cited = new Set(matters.flatMap((matter) => matter.answers.flatMap((answer) => answer.basis)))
  return Object.entries(laws).flatMap(([key, law]) => [
    ...((law.scope === 'local') === (law.region !== null) ? [] : [`law ${key}: a local law has a region, no other`]),
    ...(cited.has(key) ? [] : [`law ${key}: no answer rests on it`]),
  ])
}

function checkSettings({ settings, roles, matters }: Knowledge): string[] {
  const decides = new Set(
    matters.flatMap((matter) => [
      ...Object.keys(matter.shownWhere ?? {}),
      ...matter.answers.flatMap((answer) => Object.keys(answer.setting ?? {})),
      ...matter.questions.flatMap((question) => question.answeredBy?.setting ?? []),
    ]),
  )
  const lists = (spec: SettingSpec) => matters.filter((matter) => matter.settings.includes(spec.id))
  const names = (matter: Matter, role: string) =>
    matter.answers.some((answer) => answer.responsible.some((responsible) => responsible.role === role))
  const works = (spec: SettingSpec): boolean =>
    spec.kind === 'choice'
      ? decides.has(spec.id)
      : spec.kind === 'agency'
        ? lists(spec).some((matter) => names(matter, spec.role))
        : lists(spec).length > 0
  const agencyRoles = settings.flatMap((spec) => (spec.kind === 'agency' ? [spec.role] : []))
  return [
    ...repeats('settings', [...settings.map((spec) => spec.id)]),
    // Two settings for one role could name two agencies, and nothing would say which of them is meant.
    ...repeats('settings that name an agency for', agencyRoles),
    ...settings.flatMap((spec) => [
      ...(works(spec) ? [] : [`setting ${spec.id}: nothing depends on it`]),
      ...(spec.kind === 'agency' && (!roles[spec.role] || roles[spec.role]?.person)
        ? [`setting ${spec.id}: no agency can have the role ${spec.role}`]
        : []),
      ...(spec.kind === 'choice' ? repeats(`setting ${spec.id}`, [...spec.options.map((one) => one.id)]) : []),
      ...(spec.kind === 'choice' && spec.absence ? checkAbsence(spec, spec.absence, roles) : []),
    ]),
  ]
}

function checkAbsence(spec: SettingSpec, { role, choices }: Absence, roles: Knowledge['roles']): string[] {
  return [
    ...(roles[role] && !roles[role].person ? [] : [`setting ${spec.id}: no agency can lack the role ${role}`]),
    ...choices
      .filter((choice) => !optionIds(spec).includes(choice))
      .map((choice) => `setting ${spec.id}: no choice ${choice} to mean that there is no ${role}`),
  ]
}

function checkNames({ groups, matters }: Knowledge): string[] {
  return [
    ...repeats('groups', [...groups.map((group) => group.id)]),
    ...repeats('matters', [...matters.map((matter) => matter.id)]),
    ...groups
      .filter((group) => !matters.some((matter) => matter.group === group.id))
      .map((group) => `group ${group.id}: empty`),
    ...matters.flatMap((matter) => [
      ...(groups.some((group) => group.id === matter.group) ? [] : [`${matter.id}: no group ${matter.group}`]),
      ...((matter.urgency === 'emergency') === (matter.emergency !== undefined)
        ? []
        : [`${matter.id}: an emergency has a number to call first, nothing else has`]),
    ]),
    ...repeats('names', [...matters.map((matter) => matter.name)]),
  ]
}

function checkMatter(matter: Matter, { settings, roles, laws }: Knowledge): string[] {
  const specOf = (setting: string) => settings.find((spec) => spec.id === setting)
  const problems: string[] = []
  const claim = (holds: unknown, problem: string) => {
    if (!holds) problems.push(`${matter.id}: ${problem}`)
  }

  function checkChoices(what: string, setting: string, choices: readonly string[]) {
    const spec = specOf(setting)
    claim(spec?.kind === 'choice', `${what}: ${setting} is no setting with choices`)
    claim(matter.settings.includes(setting), `${what}: ${setting} is missing among the matter's settings`)
    if (spec?.kind !== 'choice') return
    for (const choice of choices)
      claim(
        spec.options.some((one) => one.id === choice),
        `${what}: ${setting} has no choice ${choice}`,
      )
  }

  for (const setting of matter.settings) claim(specOf(setting), `no setting ${setting}`)
  for (const [setting, choices] of Object.entries(matter.shownWhere ?? {})) checkChoices('shownWhere', setting, choices)

  for (const problem of repeats('questions', [...matter.questions.map((question) => question.id)]))
    claim(false, problem)
  for (const question of matter.questions) {
    const what = `question ${question.id}`
    for (const problem of repeats(what, [...question.options.map((one) => one.id)])) claim(false, problem)
    claim(
      matter.answers.some((answer) => question.id in answer.when),
      `${what}: no answer depends on it`,
    )
    if (!question.answeredBy) continue
    const { setting, map } = question.answeredBy
    checkChoices(what, setting, Object.keys(map))
    claim(Object.keys(map).length > 0, `${what}: ${setting} answers nothing`)
    for (const option of Object.values(map))
      claim(
        question.options.some((one) => one.id === option),
        `${what}: no option ${option} to be answered with`,
      )
  }

  matter.answers.forEach((answer, at) => {
    const what = `answer ${at + 1}`
    for (const [asked, option] of Object.entries(answer.when)) {
      const question = matter.questions.find((one) => one.id === asked)
      claim(question, `${what}: no question ${asked}`)
      if (question)
        claim(
          question.options.some((one) => one.id === option),
          `${what}: ${asked} has no option ${option}`,
        )
    }
    for (const [setting, choices] of Object.entries(answer.setting ?? {})) checkChoices(what, setting, choices)
    for (const { role, reason } of answer.responsible) {
      claim(roles[role], `${what}: no role ${role}`)
      claim(reason.length <= 60, `${what}: the reason for ${role} is longer than sixty characters`)
    }
    for (const problem of repeats(what, [...answer.responsible.map(({ role }) => role)])) claim(false, problem)
    for (const law of answer.basis) claim(laws[law], `${what}: no law ${law}`)
  })
  claim(isDefault(matter.answers.at(-1)), 'the last answer is no default')

  for (const role of matter.escalation) {
    claim(roles[role], `escalation: no role ${role}`)
    claim(!roles[role]?.person, `escalation: nobody dials ${role}`)
  }
  for (const problem of repeats('escalation', matter.escalation)) claim(false, problem)
  claim(matter.escalation.at(-1) === 'hotline12345', 'escalation does not end in 12345')

  for (const at of unreachable(matter, settings)) claim(false, `answer ${at + 1} is never reached`)
  return problems
}

const isDefault = (answer: Answer | undefined): boolean =>
  answer !== undefined && Object.keys(answer.when).length === 0 && answer.setting === undefined

type Filled = Readonly<Record<string, string | undefined>>

/** Every way to fill in `slots`, nothing filled in among them. */
const fillings = (slots: readonly (readonly [id: string, values: readonly string[]])[]): Filled[] =>
  slots.reduce<Filled[]>(
    (all, [slot, values]) =>
      all.flatMap((filled) => [undefined, ...values].map((value) => ({ ...filled, [slot]: value }))),
    [{}],
  )

/** The places of the answers that no set of settings and replies leads to. */
export function unreachable(matter: Matter, settings: readonly SettingSpec[]): number[] {
  const used = settings.filter((spec) => spec.kind === 'choice' && matter.settings.includes(spec.id))
  const choices = used.map((spec) => [spec.id, optionIds(spec)] as const)
  const questions = matter.questions.map((question) => [question.id, optionIds(question)] as const)
  const reached = new Set<number>()
  for (const filled of fillings(choices))
    for (const replied of fillings(questions)) {
      const replies = { ...replied, ...silent(matter.questions, filled) }
      reached.add(matter.answers.findIndex((answer) => holds(answer, filled, replies)))
    }
  return [...matter.answers.keys()].filter((at) => !reached.has(at))
}

const optionIds = (of: SettingSpec | Question): string[] => ('options' in of ? of.options.map((one) => one.id) : [])

function silent(questions: readonly Question[], filled: Filled): Filled {
  const known = questions.flatMap(({ id: question, answeredBy }) => {
    const choice = answeredBy && filled[answeredBy.setting]
    const option = choice === undefined ? undefined : answeredBy?.map[choice]
    return option === undefined ? [] : [[question, option]]
  })
  return Object.fromEntries(known) as Filled
}

const holds = (answer: Answer, filled: Filled, replies: Filled): boolean =>
  Object.entries(answer.when).every(([question, option]) => replies[question] === option) &&
  Object.entries(answer.setting ?? {}).every(([setting, choices]) => {
    const choice = filled[setting]
    return choice !== undefined && choices.includes(choice)
  })
