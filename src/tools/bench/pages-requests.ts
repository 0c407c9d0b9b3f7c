import { fullDoor } from './fill'
import { fullNeighbour, fullPeople } from './fill-people'
import { fullDesk, fullLongRequest, fullRequest } from './fill-requests'
import { more, other, tap, type PageVisit } from './page-visit'

type Query = Readonly<Record<string, string>>

const c = fullDesk.communityId
const { secretary, resident } = fullPeople
const first = { id: fullLongRequest }
/** In lists of 25, newest or most urgent first. */
const newest = fullRequest(24)
const account = { 'jmk:account': { form: 1, at: 1, value: { purposes: ['account'], hasRole: false } } }

/** A page of requests, opened where the lists are full. */
const visit = (openid: string, query: Query, ready: string, steps: PageVisit['steps'] = () => []): PageVisit => ({
  ...{ openid, most: other, forgets: true, steps, storage: account },
  queries: ({ isFull }) => (isFull ? [query] : []),
  ready: () => ready,
})

/** The pages of those who ask, and of those who work on it. */
export const requestPages: Readonly<Record<string, PageVisit>> = {
  'pages/requests/index': {
    ...{ openid: resident, most: other, forgets: true, storage: account },
    queries: () => [{}],
    ready: ({ isFull }) => (isFull ? `#request-${newest}` : '#requests'),
    steps: ({ isFull }) => (isFull ? [tap('all of one’s own', '#all', `#request-${fullRequest(20)}`)] : []),
  },
  'pages/request/form/index': {
    ...{ openid: resident, most: other, forgets: true, storage: account },
    queries: ({ buildingId }): readonly Query[] => [{ b: buildingId }, { b: buildingId, id: 'corridor-light' }],
    ready: () => '#request-form',
    steps: () => [tap('what may be added', '#more-row', '#more-open')],
  },
  'pages/request/view/index': visit(fullNeighbour, first, '#request', () => [
    tap('earlier steps', '#timeline-all', '#event-50'),
  ]),
  'pages/request/register/index': visit(resident, { b: fullDoor.buildingId }, `#request-${newest}`, () => [
    more(`#request-${fullRequest(0)}`),
  ]),

  'pages/desk/index': visit(secretary, { c }, `#request-${fullRequest(0)}`, () => [
    more(`#request-${newest}`),
    tap('another drawer', '#drawer-todo', '#requests'),
  ]),
  'pages/desk/request/index': visit(secretary, first, '#steps', () => [
    tap('earlier steps', '#earlier', '#event-50'),
    tap('a step', '#step-start', '#step-form'),
  ]),
  'pages/desk/write/index': visit(secretary, { c }, '#write-form'),
  'pages/desk/sheet/index': visit(secretary, { c }, '#day-earlier'),
  'pages/desk/figures/index': visit(secretary, { c }, '#figures'),
  'pages/desk/clocks/index': visit(secretary, { c }, '#clocks'),
}
