import type { Output } from '../../../client'
import { codes as words } from '../../../text/directory-codes'

export type CodeList = Output<'doorcode.list'>
export type DoorCode = CodeList['codes'][number]

/** A door of a building: one of its units, or the building as a whole (unitId null). */
export interface Door {
  readonly unitId: string | null
  readonly name: string
  /** In force; more than one only where two keepers made one each. */
  readonly codes: readonly DoorCode[]
}

export const doorName = ({ units }: CodeList, unitId: string | null): string =>
  units.find(({ id }) => id === unitId)?.name ?? words.whole

/**
 * The doors that want a code: each unit, or the building where it has none. The building as a whole is one more where it
 * has a code already.
 */
export function doorsOf(list: CodeList): readonly Door[] {
  const active = list.codes.filter(({ state }) => state === 'active')
  const door = (unitId: string | null): Door => ({
    ...{ unitId, name: doorName(list, unitId) },
    codes: active.filter((code) => code.unitId === unitId),
  })
  const whole = door(null)
  const units = list.units.map(({ id }) => door(id))
  return units.length === 0 ? [whole] : whole.codes.length > 0 ? [whole, ...units] : units
}

/** 7K2M-XQ9R-TD: as it is read out. */
export const spelt = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-')
