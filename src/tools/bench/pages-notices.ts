import { fullDoor } from './fill'
import { fullNotice } from './fill-notices'
import { fullPeople } from './fill-people'
import { other, tap, type PageVisit, type Spot, type Step } from './page-visit'

const home = { b: 'heyuan-1', u: 'heyuan-1-u1' }

/** The pages on which residents read a notice and answer to it, with the notices of the demo. */
const readers: Readonly<Record<string, PageVisit>> = {
  'pages/notice/view/index': {
    queries: ({ isFull, buildingId }) =>
      isFull
        ? [{ id: fullNotice(0), b: buildingId }]
        : ['notice-rack', 'notice-patrol', 'notice-pension', 'notice-cable'].map((id) => ({ id, ...home })),
    ready: () => '#know',
    steps: ({ isFull }) => [
      tap('a question', '#ask', '#ask-form'),
      ...(isFull ? [] : [tap('where one lives', '#place', '#estate-heyuan')]),
    ],
    // What was kept is shown only where no answer comes: old words never stand there while the new ones are on their way.
    forgets: true,
    most: other,
  },
  'pages/notice/door/index': {
    queries: ({ isFull, buildingId }) => [isFull ? { b: buildingId } : home],
    ready: () => '#present, #coming',
    forgets: true,
    most: other,
  },
}

const grid = { c: 'west-street', g: 'west-1' }
const leader = {
  ...{ openid: 'demo-grid-leader', most: other, forgets: true as const },
  storage: { 'jmk:account': { form: 1, at: 1, value: { purposes: ['account'], hasRole: true } } },
}

/** The pages on which notices are written and released. */
const writers: Readonly<Record<string, PageVisit>> = {
  'pages/notices/index': {
    ...leader,
    queries: ({ isFull }) => (isFull ? [] : [grid]),
    ready: () => '#drawer-out',
    steps: () => [tap('what is being written', '#drawer-writing', '#drawer-writing.chip-on')],
  },
  'pages/notices/write/index': {
    ...leader,
    queries: ({ isFull }) => (isFull ? [] : [grid]),
    ready: () => '#kinds',
    steps: () => [
      tap('the blanks', '#kind-outage', '#fill'),
      tap('another time', '#time-own', '#own-time'),
      tap('how it reads', '#next', '#check'),
    ],
  },
  'pages/notices/case/index': {
    ...leader,
    queries: ({ isFull }) => (isFull ? [] : [{ ...grid, notice: 'notice-rack' }]),
    ready: () => '#shown',
    steps: () => [tap('one step', '#step-withdraw', '#step-main')],
  },
}

/** A page of the notice that has as much of everything as one can have, opened by its grid leader. */
const whole = (page: string, ready: string, steps: readonly Step[], query: Readonly<Record<string, string>> = {}) => ({
  [`pages/notices/${page}/index`]: {
    ...leader,
    openid: fullPeople.gridLeader,
    queries: ({ isFull }: Spot) =>
      isFull ? [{ c: 'full-00000', g: 'full-grid', notice: fullNotice(0), ...query }] : [],
    ready: () => ready,
    steps: () => steps,
  } satisfies PageVisit,
})
const types = (what: string, field: string, words: string): Step => ({
  what,
  act: (app) => app.page.type(field, words),
  then: '',
})
/** The first of several that a page lists under ids of their own. */
const tapFirst = (what: string, selector: string, then: string): Step => ({
  what,
  act: (app) => {
    const [first] = app.page.findAll(selector)
    if (first) app.page.tap(first)
  },
  then,
})

/** What becomes of a notice: shared, counted, visited, answered, voted on, signed up for. */
const followers: Readonly<Record<string, PageVisit>> = {
  ...whole('share', '#share-panel', []),
  ...whole('groups', '#group-new', [tap('a new group', '#group-new', '#group-form')]),
  ...whole('reach', '#reach', []),
  ...whole(
    'visit',
    '#visits',
    [tap('twenty more rooms', '#more', '#more'), tap('floor by floor', '#first-floor', '#first-floor.chip-on')],
    { b: fullDoor.buildingId },
  ),
  ...whole('questions', '#answer-form', [
    tapFirst('one to answer', '.choice', '#answer'),
    types('an answer', '#answer', '答'.repeat(300)),
  ]),
  ...whole('voices', '#said', [tap('twenty more voices', '#more', '#more')]),
  ...whole('signup', '#waiting', [
    tap('twenty more who wait', '#waiting-more', '#waiting-more'),
    types('a name', '#add-name', '王'.repeat(20)),
  ]),
}

/** The pages of notices. */
export const noticePages: Readonly<Record<string, PageVisit>> = { ...readers, ...writers, ...followers }
