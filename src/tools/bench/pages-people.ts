import { fullComplaint, fullHome, fullInvitation, fullMember, fullNeighbour, fullPeople, fullPost } from './fill-people'
import { more, other, tap, type PageVisit } from './page-visit'

type Query = Readonly<Record<string, string>>

/** A page of people's data, opened by one of them where the lists are full. */
const visit = (openid: string, query: Query, ready: string, steps: PageVisit['steps'] = () => []): PageVisit => ({
  ...{ openid, most: other, forgets: true, steps },
  queries: ({ isFull }) => (isFull ? [query] : []),
  ready: () => ready,
})

const c = 'full-00000'
const { secretary, resident } = fullPeople
/** In lists of 25, newest first: the last of the first page, and the oldest. */
const oldest = 0

/** The pages of who is who, and of those who keep a community. */
export const peoplePages: Readonly<Record<string, PageVisit>> = {
  'pages/mine/info/index': visit(fullNeighbour, {}, '#kept', () => [
    tap('what is kept and how long', '#kept', '#kept'),
  ]),
  'pages/mine/home/index': visit(fullNeighbour, {}, '#home-shown'),
  'pages/mine/messages/index': visit(resident, {}, '#fresh', () => [more('#fresh')]),
  'pages/mine/join/index': visit('oBenchResident', { code: fullInvitation.code }, '#join-name'),
  'pages/mine/leave/index': visit(fullNeighbour, {}, '#erase'),
  'pages/mine/complaint/index': visit(resident, { c }, '#kind'),
  'pages/mine/complaints/index': visit(resident, {}, '#complaint-full-complaint-000024', () => [
    more(`#complaint-${fullComplaint}`),
  ]),
  'pages/mine/complaint-view/index': visit(resident, { id: fullComplaint }, '#complaint-words'),

  'pages/work/index': visit(secretary, {}, `#post-${fullPost}`),
  'pages/work/members/index': visit(secretary, { c }, `#member-${fullMember(24)}`, () => [
    more(`#member-${fullMember(oldest)}`),
    tap('a member', `#member-${fullMember(24)}`, '#member-call'),
  ]),
  'pages/work/invite/index': visit(secretary, { c }, '#invite-new'),
  'pages/work/setup/index': visit('oBenchResident', {}, '#setup-code'),
  'pages/work/homes/index': visit(secretary, { c }, `#home-${fullHome(0)}`, () => [more(`#home-${fullHome(24)}`)]),
  'pages/work/audits/index': visit(secretary, { c }, '#audits'),
  'pages/work/reports/index': visit(secretary, { c }, '#numbers'),
  'pages/work/complaints/index': visit(secretary, { c }, `#complaint-${fullComplaint}`, () => [
    more('#complaint-full-complaint-000024'),
  ]),
  'pages/work/complaint/index': visit(secretary, { id: fullComplaint }, '#complaint-words'),
  'pages/work/review/index': visit(secretary, { c }, '#checks', () => [more('#checks')]),
}
