import { fullImports } from './fill-directory'
import { fullDoor } from './fill'
import { fullPeople } from './fill-people'
import { more, other, tap, type PageVisit } from './page-visit'

type Query = Readonly<Record<string, string>>

/** A page of the directory, opened by the secretary where the lists are full. */
const visit = (query: Query, ready: string, steps: PageVisit['steps'] = () => []): PageVisit => ({
  ...{ openid: fullPeople.secretary, most: other, forgets: true, steps },
  queries: ({ isFull }) => (isFull ? [query] : []),
  ready: () => ready,
})

const c = 'full-00000'
const { estateId: estate, buildingId: building } = fullDoor

/** Opened in several ways, each with what is ready then and what is done there. */
const visits = (
  ways: readonly (readonly [Query, string, ReturnType<NonNullable<PageVisit['steps']>>])[],
): PageVisit => {
  const of = (query: Query) => ways.find(([one]) => JSON.stringify(one) === JSON.stringify(query))
  return {
    ...visit({}, ''),
    queries: ({ isFull }) => (isFull ? ways.map(([query]) => query) : []),
    ready: (_, query) => of(query)?.[1] ?? '',
    steps: (_, query) => of(query)?.[2] ?? [],
  }
}

/** The pages on which keepers enter places, their codes and who lives there. */
const placePages: Readonly<Record<string, PageVisit>> = {
  'pages/directory/places/index': visits([
    [{ c }, `#estate-${estate}`, [tap('a grid, to be changed', '#grid-full-grid', '#grid-sheet')]],
    [{ c, estate }, `#building-${building}`, [more('#building-full-building-00039')]],
    [{ c, plan: '1' }, '#plan-go', [tap('a new estate', '#plan-estate-new', '#plan-estate-name')]],
  ]),
  'pages/directory/building/index': visits([
    [
      { c, estate, building: 'full-building-00069' },
      '#unit-9',
      [tap('a unit, to be changed', '#unit-0', '#unit-sheet')],
    ],
    [{ c, estate }, '#building-save', [tap('six units', '#units-6', '#unit-5')]],
  ]),
  'pages/directory/codes/index': visits([
    [{ c, building }, '#poster', [tap('one code', `#code-${fullDoor.code}`, '#code-sheet')]],
    [{ c, estate }, '#poster', [tap('some buildings', '#scope-some', `#some-${building}`)]],
  ]),
  'pages/directory/households/index': {
    ...visit({ c, g: 'full-grid', building }, '#households-open', () => [
      tap('who lives there', '#households-open', '#more'),
      tap('twenty more', '#more', '#room-full-room-39'),
    ]),
    openid: fullPeople.gridLeader,
  },
}

/** The pages on which keepers edit the directory. */
export const directoryPages: Readonly<Record<string, PageVisit>> = {
  ...placePages,
  'pages/directory/index': visit({ c }, '#agencies', () => [
    tap('the rest of the agencies', '#agencies-more', '#agency-full-agency-39'),
  ]),
  'pages/directory/agency/index': visit({ c, agency: 'full-agency-0' }, '#agency', () => [
    tap('what it answers for', '#agency-roles-action', '#roles'),
  ]),
  'pages/directory/check/index': visit({ c }, '#check'),
  'pages/directory/settings/index': visit({ c }, '#question', () => [
    tap('the answered questions', '#drawer-answered', '#drawer-answered.chip-on'),
    tap('the estates', '#estates-open', `#estate-${estate}`),
  ]),
  'pages/directory/first/index': visit({ c }, '#sample-water-no-supply', () => [
    tap('the buildings', '#step-buildings', '#by-plan'),
    tap('many alike', '#by-plan', '#plan-form'),
    tap('the numbers', '#step-numbers', '#numbers'),
    tap('another building', '#other-building', '#preview-building'),
  ]),
  'pages/directory/table/index': visit({ c }, '#unfinished, #blank-get', () => [
    tap('asked before the rooms leave', '#export-which-with', '#export-which-with'),
  ]),
  'pages/directory/import/index': {
    ...visit({ c }, '#import-ready'),
    queries: ({ isFull }) =>
      isFull
        ? [
            { c, import: fullImports.faulty },
            { c, import: fullImports.ready },
          ]
        : [],
    ready: (_, query) => (query.import === fullImports.faulty ? '#to-mend' : '#import-ready'),
    steps: (_, query) => [
      query.import === fullImports.faulty
        ? tap('more of what is to be mended', '#to-mend-more', '#to-mend-more')
        : tap('more of what breaks', '#broken-more', '#broken-more'),
    ],
  },
  'pages/directory/revisions/index': visit({ c }, '#revision-44', () => [more('#revision-24')]),
}
