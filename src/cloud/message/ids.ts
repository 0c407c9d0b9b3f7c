import type { TemplateKey } from '../../domain/people/messages'
import { hashOf } from '../hash'

/** The `_id` of what somebody still agreed to be sent of one kind. */
export const subscriptionId = (person: string, template: TemplateKey): string =>
  hashOf('subscription', person, template)
