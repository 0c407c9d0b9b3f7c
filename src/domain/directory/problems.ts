import type { HeldRole } from '../people/roles'
import type { SheetId } from './layout'

/** What a sentence about a problem needs, by the problem's code. */
export interface ProblemParams {
  /** No sheet has a name that we know. */
  readonly 'no-sheets': { readonly names: readonly string[] }
  readonly 'sheet-unknown': { readonly nearest: string | null }
  readonly 'sheet-twice': { readonly other: string }
  readonly 'heads-missing': { readonly heads: readonly string[] }
  readonly 'head-missing': { readonly head: string }
  readonly 'head-twice': { readonly head: string; readonly other: string }

  readonly missing: { readonly head: string }
  readonly formula: { readonly head: string }
  readonly merged: { readonly head: string }
  readonly 'error-here': { readonly head: string; readonly value: string }
  readonly 'digits-lost': { readonly head: string }
  readonly 'date-here': { readonly head: string }
  readonly 'number-here': { readonly head: string; readonly value: string }
  readonly 'logic-here': { readonly head: string }
  readonly 'not-a-number': { readonly head: string; readonly value: string }
  readonly 'out-of-range': { readonly head: string; readonly least: number; readonly most: number }
  readonly 'too-long': { readonly head: string; readonly most: number }

  readonly 'unknown-name': {
    readonly kind: SheetId | 'places' | 'units'
    readonly name: string
    readonly nearest: string | null
  }
  readonly 'ambiguous-name': { readonly name: string }
  readonly 'unknown-choice': {
    readonly head: string
    readonly value: string
    readonly nearest: string | null
    readonly choices: readonly string[]
  }
  readonly duplicate: { readonly name: string; readonly other: string }
  readonly 'duplicate-code': { readonly code: string; readonly other: string }
  readonly 'duplicate-unit': { readonly name: string }
  /** A 编号 names a building of another estate: a building never moves. */
  readonly 'other-estate': { readonly code: string; readonly name: string }
  /** More than a directory holds; of phones, roles and times those of one agency or number. */
  readonly 'too-many': {
    readonly kind: 'estates' | 'grids' | 'buildings' | 'agencies' | 'phones' | 'roles' | 'hours'
    readonly most: number
  }
  readonly 'units-unclear': { readonly value: string }
  /** Several buildings in the cell of one. */
  readonly 'one-a-row': { readonly value: string }
  readonly 'unit-needed': { readonly building: string; readonly units: readonly string[] }

  readonly 'phone-unclear': { readonly value: string }
  readonly 'phone-no-area-code': { readonly value: string }
  readonly 'phone-lost-zero': { readonly value: string; readonly meant: string }
  readonly 'hours-blank': Readonly<Record<never, never>>
  readonly 'hours-unclear': { readonly part: string }
  readonly 'hours-no-days': { readonly part: string }
  readonly 'hours-other-days': { readonly part: string }
  /** `meant`: what it can only have meant, written plainly. */
  readonly 'hours-backwards': { readonly part: string; readonly meant: string | null }
  readonly 'date-unclear': { readonly value: string }
  readonly 'date-ahead': { readonly value: string }
  readonly 'date-over': { readonly value: string }

  readonly 'no-consent': { readonly head: string }
  readonly 'place-needed': { readonly role: HeldRole; readonly kind: 'grids' | 'agencies' }
  readonly 'place-unwanted': { readonly role: HeldRole }
  /** The sheet has no column that says where a new agency serves. */
  readonly 'area-blank': { readonly agency: string }
  readonly 'area-gone': { readonly agency: string }
  readonly 'no-phone': { readonly agency: string }
}
export type ProblemCode = keyof ProblemParams

/** What is wrong, and where. Its params hold what people typed: it is shown to the keeper and never logged. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code
    readonly params: ProblemParams[Code]
    /** As the file calls it; null: the file as a whole. */
    readonly sheet: string | null
    /** "B7"; null: the sheet as a whole. */
    readonly cell: string | null
    /** Nothing can be confirmed while it is there; else it is said, and the rest goes on. */
    readonly stops: boolean
  }
}[ProblemCode]

export type Where = Pick<Problem, 'sheet' | 'cell'>

/** More are counted and not kept: nobody reads them, and a broken sheet of 20,000 rows has one in each. */
export const mostProblems = 200

/** What is said and stops nothing. */
const notes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...(['sheet-unknown', 'hours-blank', 'area-blank', 'date-over', 'no-consent', 'no-phone'] as const),
])

/** Problems as they are found. */
export interface Problems {
  /** Params that cost something to work out (the nearest of many names) come as a function: those not kept never ask it. */
  readonly add: <Code extends ProblemCode>(
    where: Where,
    code: Code,
    params: ProblemParams[Code] | (() => ProblemParams[Code]),
  ) => void
  readonly result: () => { readonly problems: readonly Problem[]; readonly found: number; readonly stopping: number }
}

/** A list that keeps the first of those that stop, and fills up with the others; in the order in which they came. */
export function collectProblems(): Problems {
  const kept: { at: number; problem: Problem }[] = []
  const count = { stopping: 0, notes: 0 }
  return {
    add(where, code, params) {
      const kind = notes.has(code) ? 'notes' : 'stopping'
      const at = count.stopping + count.notes
      count[kind]++
      if (count[kind] > mostProblems) return
      const said: unknown = typeof params === 'function' ? (params as () => unknown)() : params
      // The code and its params belong together by the signature, which a union cannot say.
      kept.push({ at, problem: { ...where, code, params: said, stops: kind === 'stopping' } as Problem })
    },
    result() {
      const stopping = kept.filter(({ problem }) => problem.stops)
      const rest = kept.filter(({ problem }) => !problem.stops).slice(0, mostProblems - stopping.length)
      const problems = [...stopping, ...rest].sort((one, other) => one.at - other.at).map(({ problem }) => problem)
      return { problems, found: count.stopping + count.notes, stopping: count.stopping }
    },
  }
}
