import type { TopicFamily } from '../domain/wish/match'
import { repairsTopics } from './wish-match-repairs'
import { servicesTopics } from './wish-match-services'
import { skillsTopics } from './wish-match-skills'
import { thingsTopics } from './wish-match-things'

// What wishes and offers speak of, beyond their kind: which skill, which appliance, which thing. A family is closed where
// speaking of one says that another is not meant. `alike`: how well one topic of a group does for another.

export const topicFamilies: readonly TopicFamily[] = [
  ...skillsTopics,
  ...repairsTopics,
  ...thingsTopics,
  ...servicesTopics,
]
