import type { Knowledge, Matter } from '../domain/routing/types'
import { groups, matterNames } from './names'
import { hotlines, roles } from './book'
import { laws, matterRules } from './rules'
import { askedSettings } from './setting-words'

function withRule(name: (typeof matterNames)[number]): Matter {
  const rule = matterRules[name.id]
  if (!rule) throw new Error(`The matter ${name.id} has a name and no rule`)
  return { ...name, ...rule }
}

/** The whole pack in one piece: for the cloud, the tools and the tests. Pages import `names` or `rules`. */
export const knowledge: Knowledge = {
  groups,
  roles,
  laws,
  hotlines,
  settings: askedSettings,
  matters: matterNames.map(withRule),
}
