import { readFileSync } from 'node:fs'
import { demo } from '../../local/demo'
import { groups, matterNames } from '../../knowledge/names'
import { fromRoot } from '../support/paths'
import { full, fullDoor } from './fill'
import { kilobyte, more, other, tap, type PageVisit, type Spot } from './page-visit'
import { directoryPages } from './pages-directory'
import { noticePages } from './pages-notices'
import { peoplePages } from './pages-people'
import { requestPages } from './pages-requests'
import { wishPages } from './pages-wishes'

export type { PageVisit, Spot } from './page-visit'

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

const at = ({ buildingId }: Spot) => ({ b: buildingId })
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
  ...peoplePages,
  ...requestPages,
  ...wishPages,
  ...directoryPages,
  ...noticePages,
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
