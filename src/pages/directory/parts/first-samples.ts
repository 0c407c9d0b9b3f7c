import { isShown } from '../../../domain/routing/decide'
import { route } from '../../../domain/routing/route'
import type { Answer, Matter, Place } from '../../../domain/routing/types'
import type { Contact, Moment } from '../../../domain/routing'
import { hotlines, roles } from '../../../knowledge/book'
import { findMatterName } from '../../../knowledge/names'
import { settings } from '../../../knowledge/settings'

/**
 * A few matters that say much about a directory, for the preview: of their rules only the lines that hold before a
 * resident has answered anything, without reasons and laws. The rules of all matters are for the resident's page alone;
 * a test holds these lines against them.
 */
const rules: Readonly<Record<string, { readonly lines: readonly Line[]; readonly escalation: readonly string[] }>> = {
  'elevator-trapped': {
    lines: [
      [{ 'property.exists': ['none'] }, 'elevator_maint', 'fire', 'medical', 'community'],
      [{}, 'property', 'elevator_maint', 'fire', 'medical'],
    ],
    escalation: ['property', 'elevator_maint', 'fire', 'market', 'hotline12345'],
  },
  'water-no-supply': {
    lines: [
      [{ 'water.secondaryOperator': ['water'] }, 'water', 'property'],
      [{ 'property.exists': ['none'] }, 'water', 'community'],
      [{}, 'property', 'water'],
    ],
    escalation: ['property', 'water', 'community', 'street', 'hotline12345'],
  },
  'heating-not-warm': {
    lines: [
      [{ 'heating.exists': ['own'] }, 'heat', 'property'],
      [{ 'heating.secondaryOperator': ['property', 'unit'] }, 'property', 'heat'],
      [{ 'heating.secondaryOperator': ['heat'] }, 'heat'],
      [{}, 'heat', 'property'],
    ],
    escalation: ['heat', 'property', 'housing', 'hotline12345'],
  },
  'drain-blocked': {
    lines: [
      [{ 'property.exists': ['none'] }, 'drain_service', 'community'],
      [{}, 'property', 'drain_service'],
    ],
    escalation: ['property', 'community', 'housing', 'hotline12345'],
  },
}

/** The settings under which a line holds, and who is named in it. */
type Line = readonly [setting: NonNullable<Answer['setting']>, ...roles: string[]]

const answerOf = ([setting, ...named]: Line): Answer => ({
  ...{ when: {}, setting, basis: [] },
  responsible: named.map((role) => ({ role, reason: '' })),
})

function matterOf(id: string): Matter | null {
  const name = findMatterName(id)
  const rule = rules[id]
  if (!name || !rule) return null
  const { lines, escalation } = rule
  return { ...name, safetyFirst: null, questions: [], answers: lines.map(answerOf), escalation, settings: [] }
}

/** By the same rule as on a resident's phone, and with its book. */
export const previewBook = { roles, hotlines, settings, laws: {} }
export const sampleIds: readonly string[] = Object.keys(rules)

/** Whom a resident there would call first about each of these matters, as far as the place has it. */
export const sampleCalls = (
  place: Place,
  moment: Moment,
): readonly { readonly id: string; readonly name: string; readonly contact: Contact }[] =>
  sampleIds.flatMap((id) => {
    const matter = matterOf(id)
    if (!matter || !isShown(matter, place.settings)) return []
    const contact = route(matter, place, {}, moment, previewBook).contacts.find(({ line }) => line !== null)
    return contact ? [{ id, name: matter.name, contact }] : []
  })
