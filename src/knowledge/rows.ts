import type { Answer, MatterRule, Question } from '../domain/routing/types'

/** As it stands in the files: what follows from other data is not written down twice. */
interface AnswerRow {
  readonly when?: Answer['when']
  readonly setting?: Answer['setting']
  /** Role → reason, in the order in which to call. */
  readonly who: Readonly<Record<string, string>>
  readonly basis?: readonly string[]
}
export interface RuleRow {
  readonly id: string
  readonly safetyFirst?: string
  readonly questions?: readonly Question[]
  readonly answers: readonly AnswerRow[]
  readonly escalation: readonly string[]
  readonly settings?: readonly string[]
}

const readAnswer = ({ when = {}, setting, who, basis = [] }: AnswerRow): Answer => ({
  when,
  ...(setting && { setting }),
  responsible: Object.entries(who).map(([role, reason]) => ({ role, reason })),
  basis,
})

/** A rule as it stands in the files → as routing takes it. */
export const readRule = ({ id, safetyFirst, questions, answers, escalation, settings }: RuleRow): MatterRule => ({
  id,
  safetyFirst: safetyFirst ?? null,
  questions: questions ?? [],
  answers: answers.map(readAnswer),
  escalation,
  settings: settings ?? [],
})

export const mapValues = <From, To>(rows: Readonly<Record<string, From>>, make: (row: From, id: string) => To) =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, make(row, id)])) as Readonly<Record<string, To>>
