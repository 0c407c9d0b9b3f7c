import { fullPeople } from './fill-people'
import { fullGranted, fullLongWish, fullOffer, fullVolunteer, fullWall, fullWish } from './fill-wishes'
import { more, other, tap, type PageVisit, type Spot } from './page-visit'

type Query = Readonly<Record<string, string>>

const { communityId: c } = fullWall
const { secretary, resident } = fullPeople
const account = (hasRole: boolean) => ({
  'jmk:account': { form: 1, at: 1, value: { purposes: ['account'], hasRole } },
})

/** The wall itself, and its stack. */
const wall: PageVisit = {
  queries: ({ buildingId }: Spot): readonly Query[] => [{ b: buildingId }, { b: buildingId, stack: '1' }],
  ready: (_, { stack }) => (stack === '1' ? '#stack' : '#zone-of-wish'),
  steps: (_, { stack }) => (stack === '1' ? [] : [tap('asked for which kind of help', '#sieve-group', '#sift')]),
  most: other,
}

/** The tab knows its community by the door that is kept on the phone. */
const door = ({ buildingId }: Spot) => ({
  ...{ target: { by: 'place', buildingId, unitId: null }, keys: [] },
  ...{ estateName: '', buildingName: '1号楼', unitName: null },
})
const tab: PageVisit = {
  queries: () => [{}],
  ready: () => '#to-wall',
  storage: (spot) => ({ 'jmk:my-door': { form: 1, at: 1, value: door(spot) } }),
  most: other,
}

/** Opened where the lists are full, by who has most there. */
const visit = (
  openid: string,
  queries: readonly Query[],
  ready: PageVisit['ready'],
  steps: PageVisit['steps'] = () => [],
): PageVisit => ({
  ...{ openid, most: other, forgets: true, ready, steps, storage: account(openid !== resident) },
  queries: ({ isFull }) => (isFull ? queries : []),
})

/** The pages of those who wish and offer, and of those who pair them. */
export const wishPages: Readonly<Record<string, PageVisit>> = {
  'pages/wishes/index': tab,
  'pages/wish/form/index': {
    ...{ openid: resident, most: other, forgets: true, storage: account(false) },
    queries: ({ buildingId }): readonly Query[] => [{ b: buildingId }, { b: buildingId, g: 'errands' }],
    ready: (_, { g }) => (g === undefined ? '#start-own' : '#example-0'),
  },
  'pages/wish/offer/index': visit(
    fullVolunteer,
    [{ c }],
    () => '#offer-form',
    () => [tap('what may be added', '#more-row', '#more-open')],
  ),
  'pages/wish/wall/index': wall,
  'pages/wish/card/index': visit(
    fullVolunteer,
    [{ id: fullWish(24) }, { id: fullGranted(24) }, { o: fullOffer(24) }],
    (_, { id, o }) => (o !== undefined ? '#to-wall' : id === fullWish(24) ? '#claim' : `#pair-${id ?? ''}`),
  ),
  'pages/wish/mine/index': visit(
    fullVolunteer,
    [{}, { tab: 'offers' }, { tab: 'fitting' }, { tab: 'hours' }],
    (_, { tab: shown }) =>
      shown === 'offers'
        ? `#offer-${fullOffer(24)}`
        : shown === 'fitting'
          ? `#wish-${fullWish(0)}`
          : shown === 'hours'
            ? '#export-start'
            : '#helping',
  ),
  'pages/wish/visit/index': visit(
    resident,
    [{ id: fullLongWish }],
    () => '#history',
    () => [tap('earlier steps', '#history-more', '#event-40')],
  ),
  'pages/pair/index': visit(
    secretary,
    [{ c }],
    () => `#wish-${fullWish(0)}`,
    () => [more(`#wish-${fullWish(24)}`), tap('another drawer', '#drawer-paired', `#wish-${fullLongWish}`)],
  ),
  'pages/pair/plan/index': visit(secretary, [{ c }], () => '#pair-plan'),
  'pages/pair/card/index': visit(secretary, [{ id: fullLongWish }, { id: fullWish(0) }], (_, { id }) =>
    id === fullLongWish ? '#history' : `#fit-${fullOffer(0)}`,
  ),
}
