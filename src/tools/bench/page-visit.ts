import type { Weapp } from '../../../test/support/weapp'

/** A place to open pages at. */
export interface Spot {
  readonly data: 'demo' | 'full lists'
  readonly code: string
  readonly buildingId: string
  readonly estateId: string
  /** Whether its lists go beyond their first page. */
  readonly isFull: boolean
}

/** What somebody does on a page, and by what it shows that it is done. */
export interface Step {
  readonly what: string
  readonly act: (app: Weapp) => void
  readonly then: string
}

type Storage = Readonly<Record<string, unknown>>

/** How a page is opened and used for its figures. */
export interface PageVisit {
  /** Of several ways to open a page the largest counts; none: it has nothing to show with this data. */
  readonly queries: (spot: Spot) => readonly Readonly<Record<string, string>>[]
  /** Shown as soon as its content is. */
  readonly ready: (spot: Spot, query: Readonly<Record<string, string>>) => string
  readonly steps?: (spot: Spot, query: Readonly<Record<string, string>>) => readonly Step[]
  /** Bytes of setData. */
  readonly most: number
  /** Who opens it, where not just anybody. */
  readonly openid?: string
  /** What lies on the phone already. */
  readonly storage?: Storage | ((spot: Spot) => Storage)
  /** It shows people's data: nothing of it is kept on the phone, so that it is not opened from there. */
  readonly forgets?: true
}

/** What lies on the phone before a page is opened. */
export const keptBefore = ({ storage }: PageVisit, spot: Spot): Storage | undefined =>
  typeof storage === 'function' ? storage(spot) : storage

export const kilobyte = 1024
export const other = 32 * kilobyte

export const tap = (what: string, selector: string, then: string): Step => ({
  what,
  act: (app) => app.page.tap(selector),
  then,
})
export const more = (then: string): Step => ({
  what: 'the next page of the list',
  act: (app) => app.page.tap(app.page.byText('显示更多')),
  then,
})
