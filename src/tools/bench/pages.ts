import { readFileSync } from 'node:fs'
import type { Weapp } from '../../../test/support/weapp'
import { demo } from '../../local/demo'
import { groups, matterNames } from '../../knowledge/names'
import { fromRoot } from '../support/paths'
import { full, fullDoor } from './fill'

/** A place to open pages at. */
export interface Spot {
  readonly data: 'demo' | 'full lists'
  readonly code: string
  readonly buildingId: string
  readonly estateId: string
  /** Whether its lists go beyond their first page. */
  readonly isFull: boolean
}

const door = demo.doorCodes.find(({ state }) => state === 'active')
const home = demo.buildings.find(({ _id }) => _id === door?.buildingId)
export const spots: readonly Spot[] = [
  {
    data: 'demo',
    code: door?._id ?? '',
    buildingId: home?._id ?? '',
    estateId: home?.estateId ?? '',
    isFull: false,
  },
  { data: 'full lists', ...fullDoor, isFull: true },
]

/** What somebody does on a page, and by what it shows that it is done. */
export interface Step {
  readonly what: string
  readonly act: (app: Weapp) => void
  readonly then: string
}

/** How a page is opened and used for its figures. */
export interface PageVisit {
  /** Of several ways to open a page the largest counts. */
  readonly queries: (spot: Spot) => readonly Readonly<Record<string, string>>[]
  /** Shown as soon as its content is. */
  readonly ready: (spot: Spot, query: Readonly<Record<string, string>>) => string
  readonly steps?: (spot: Spot) => readonly Step[]
  /** Bytes of setData. */
  readonly most: number
}

const kilobyte = 1024
const other = 32 * kilobyte
const at = ({ buildingId }: Spot) => ({ b: buildingId })
const tap = (what: string, selector: string, then: string): Step => ({
  what,
  act: (app) => app.page.tap(selector),
  then,
})
const more = (then: string): Step => ({
  what: 'the next page of the list',
  act: (app) => app.page.tap(app.page.byText('显示更多')),
  then,
})
/** Stands on the second page of communities, whatever the demo's own come to. */
const further = 20
const firstOf = (group: string | undefined) => matterNames.find((matter) => matter.group === group)?.id ?? ''

/** Every page of the mini program. One that does not stand here fails the bench. */
export const pages: Readonly<Record<string, PageVisit>> = {
  'pages/door/index': {
    queries: ({ code }) => [{ scene: code }],
    ready: () => '#phones',
    most: 16 * kilobyte,
  },
  'pages/me/index': {
    queries: () => [{}],
    ready: () => '#choose',
    steps: () => [tap('asked whether to clear', '#clear', '#clear-yes'), tap('the care edition', '#care-row', '.care')],
    most: other,
  },
  'pages/door/choose/index': {
    queries: () => [{}],
    ready: ({ estateId }) => `#estate-${estateId}`,
    steps: ({ estateId, buildingId, isFull }) => [
      ...(isFull ? [more(`#estate-full-estate-${further}-0`)] : []),
      tap('an estate, and its buildings', `#estate-${estateId}`, `#building-${buildingId}`),
      ...(isFull ? [more(`#building-full-building-${String(full.buildings - 1).padStart(5, '0')}`)] : []),
      tap('a building, and its units', `#building-${buildingId}`, '#unit-none'),
    ],
    most: other,
  },
  'pages/door/phones/index': {
    queries: (spot) => [at(spot)],
    ready: () => '#phones-near',
    most: other,
  },
  'pages/door/danger/index': {
    queries: (spot) => [at(spot)],
    ready: () => '#danger-call-gas-leak',
    most: other,
  },
  'pages/matter/index': {
    queries: (spot) => matterNames.map(({ id }) => ({ id, ...at(spot) })),
    ready: () => '.contact-main',
    steps: () => [tap('a call, and how it went', '#call-first', '#after-wrong')],
    most: other,
  },
  'pages/matter/group/index': {
    queries: (spot) => groups.map(({ id }) => ({ id, ...at(spot) })),
    ready: (_, { id }) => `#matter-${firstOf(id)}`,
    most: other,
  },
}

/** The pages that the built mini program has, by its own list. */
export function builtPages(folder = fromRoot('dist', 'weapp')): readonly string[] {
  const { pages: main, subPackages = [] } = JSON.parse(readFileSync(`${folder}/app.json`, 'utf8')) as {
    pages: readonly string[]
    subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  }
  return [...main, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))]
}

/** The built pages that nobody opens here. */
export const unvisited = (
  built: readonly string[] = builtPages(),
  known: readonly string[] = Object.keys(pages),
): readonly string[] => built.filter((page) => !known.includes(page))
