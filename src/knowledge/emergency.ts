import type { Matter, MatterRule } from '../domain/routing/types'
import rows from './data/rules/emergency.json'
import { matterNames } from './names'
import { readRule, type RuleRow } from './rows'

// The dangers travel with the landing: nothing has to be fetched before somebody can be called.

export const emergencyRules: readonly MatterRule[] = (rows as unknown as readonly RuleRow[]).map(readRule)

/** Every danger, those first that leave the least time. */
export const emergencyMatters: readonly Matter[] = emergencyRules.flatMap((rule) => {
  const name = matterNames.find(({ id }) => id === rule.id)
  return name ? [{ ...name, ...rule }] : []
})
