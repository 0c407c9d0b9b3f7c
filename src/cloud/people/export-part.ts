import type { OutputOf, exportMe } from '../../contract'
import { momentText, type ExportLabel, type ExportPart } from '../../text/export'
import type { Context } from '../handle'

export type Part = OutputOf<typeof exportMe>['parts'][number]
export type Exporting = Context & { readonly person: string }

/** Of each kind an export holds the latest. A page of the store. */
export const mostRows = 100

/** A value as people read it; null leaves the fact out. */
type Value = string | number | null

/** One thing with its facts, in their order. */
export const row = (facts: Readonly<Partial<Record<ExportLabel, Value>>>): Part['rows'][number] =>
  Object.entries(facts).flatMap(([label, value]) => (value === null ? [] : [{ label, value: String(value) }]))

export const part = (id: ExportPart, rows: Part['rows'], cut = false): Part => ({ id, rows, cut })

/** Null stays null: the fact is then left out. */
export const moment = (ms: number | null): string | null => (ms === null ? null : momentText(ms))
