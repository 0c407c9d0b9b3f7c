import type { Output } from '../../../client'
import { members as words, placeWords } from '../../../text/roles'

export type Member = Output<'member.list'>['members'][number]

/** How a member is called, and whether it is oneself. */
export const nameOf = ({ name, mine }: Member): string => placeWords(name ?? words.noName, mine ? words.mine : null)
