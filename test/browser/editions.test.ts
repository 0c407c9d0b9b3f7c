import type { Page } from 'playwright-core'
import { importDocuments, revisionDocuments } from '../../src/tools/bench/fill-directory'
import { contrasts, sizes } from '../support/look'
import { takePicture } from '../support/chromium'
import { noon, openApp, type App } from '../support/app'
import { putNoticePages } from '../support/notice-pages'
import { demoDoor } from '../support/demo'
import { day } from '../../src/domain/time/clock'
import { callAs, consent, handlerMember, volunteer } from '../cloud/support/people'
import { requestsToCount } from '../cloud/support/request-figures'
import { seenOf } from '../../src/domain/request/act-said'
import { filed, requestOf } from '../cloud/support/requests'
import { atHome, hung, offered, otherVolunteer, wisher, wishOf } from '../cloud/support/wishes'
import { grantedAt, livesHere, manyOffers, manyWishes } from '../support/wish-phone'
import { demoNoticeRows } from '../../src/local/demo-rows'
import { doorRowOf } from '../../src/domain/notice/door-row'
import { anEdition, aNoticeRow, putNotices } from '../cloud/support/notices'
import { contentDocuments } from '../cloud/support/content'
import { saidTo } from '../cloud/support/messages'
import { membershipOf, standing } from '../cloud/support/roles'
import { listedForKeepers, put } from '../cloud/support/somebody'

let app: App
beforeAll(async () => {
  app = await openApp()
  put(app.cloud.database, listedForKeepers)
  app.cloud.database.insert('invitations', [standing.document])
  app.cloud.database.insert('requests', requestsToCount(noon))
  for (const [name, documents] of Object.entries(contentDocuments)) app.cloud.database.insert(name, documents)
  saidTo(app.cloud, 'demo-person-a', { path: '/pages/me/index' }, { at: noon - 60_000 })
  saidTo(app.cloud, 'demo-person-a', { kind: 'home.declined' }, { at: noon - 120_000 })
  saidTo(
    app.cloud,
    'demo-person-a',
    { kind: 'check.refused', params: { what: 'picture' } },
    { at: noon - 3 * day, unread: false },
  )
  await callAs(app.cloud, 'demo-volunteer', 'home.declare', {
    buildingId: 'heyuan-1',
    unitId: 'heyuan-1-u2',
    room: '301',
  })
  putNewCommunity()
  await putRequest()
  await putWish()
  await putWall()
  putPlaces()
  putImports()
  putNoticesOfDoor()
  await putNoticePages(app.cloud, noon)
})
afterAll(() => app.close())

/** A community that was founded a moment ago, by the secretary of another one. */
function putNewCommunity(): void {
  const [community] = app.cloud.database.find('communities', { _id: 'west-street' })
  const [membership] = app.cloud.database.find('memberships', { communityId: 'spinning-mill', role: 'secretary' })
  const bare = { grids: [], estates: [], agencies: [], settings: [], commonMatters: [] }
  app.cloud.database.insert('communities', [{ ...community, ...bare, _id: 'browser-new', name: '南街社区' }])
  app.cloud.database.insert('memberships', [{ ...membership, _id: 'browser-founding', communityId: 'browser-new' }])
}

/** A request of a resident's that waits for their word, under an id that is known beforehand. */
async function putRequest(): Promise<void> {
  await consent(app.cloud, 'browser-resident')
  const words = '一楼下水道返水，味道很大'
  const { requestId } = await filed(app.cloud, { matterId: 'drain-blocked', words }, 'browser-resident')
  const step = (deed: Record<string, unknown>) => {
    const seen = seenOf(requestOf(app.cloud, requestId))
    return callAs(app.cloud, handlerMember, 'request.act', { requestId, seen, deed, note: null })
  }
  await step({ verb: 'start', words: '师傅明天上午到' })
  await step({ verb: 'propose-resolution', words: '疏通好了，请您看看', pictures: [] })
  const document = requestOf(app.cloud, requestId)
  app.cloud.database.remove('requests', { _id: requestId }, { multi: false })
  app.cloud.database.insert('requests', [{ ...document, _id: 'browser-request' }])
}

/** A wish of a resident's at home, which two have claimed: its next step is to find a time. */
async function putWish(): Promise<void> {
  for (const openid of ['browser-wisher', volunteer, otherVolunteer]) await consent(app.cloud, openid)
  const { wishId } = await hung(app.cloud, { ...atHome, kinds: ['visit-chat'] }, 'browser-wisher')
  for (const openid of [volunteer, otherVolunteer])
    await callAs(app.cloud, openid, 'wish.claim', { wishId, offerId: null })
  const document = wishOf(app.cloud, wishId)
  app.cloud.database.remove('wishes', { _id: wishId }, { multi: false })
  app.cloud.database.insert('wishes', [{ ...document, _id: 'browser-wish' }])
  await offered(app.cloud)
}

/** Some of each on the wall and in the stack, under ids that are known beforehand. */
async function putWall(): Promise<void> {
  await consent(app.cloud, wisher)
  await manyWishes(app.cloud, 3, {}, 'card')
  const words = '一个人住，眼睛也花了，想有人隔几天来看看我，说说话，顺便念念报纸上的事，普通话本地话都行'
  await manyWishes(app.cloud, 1, { words }, 'long')
  await manyOffers(app.cloud, 3)
  await manyWishes(app.cloud, 3, grantedAt(noon, '谢谢您，菜很新鲜'), 'pair')
}

/** A building that has no code yet. */
function putPlaces(): void {
  const [building] = app.cloud.database.find('buildings', { _id: 'heyuan-3' })
  app.cloud.database.insert('buildings', [{ ...building, _id: 'browser-bare', name: '6号楼', order: 6 }])
}

/** One import in each state, and earlier revisions. */
function putImports(): void {
  app.cloud.database.insert('imports', importDocuments('west-street', browserImports))
  app.cloud.database.insert('directories', revisionDocuments('west-street', 3))
}

/** A cable fire in building 5 that stands at its doors, and a notice that was taken back. */
function putNoticesOfDoor(): void {
  const began = noon - 3_600_000
  const shown = anEdition(began, {
    ...{ about: { kind: 'outage', what: 'power' }, isEmergency: true },
    audience: { communityId: 'west-street', where: { kind: 'buildings', ids: ['heyuan-5'] }, needs: [] },
    span: { from: began, until: null, isNow: true },
    title: '5号楼停电，正在抢修电缆',
    body: '电缆起火已经扑灭，正在抢修。\n家里有制氧机的请马上说一声，我们来想办法。',
    validUntil: Date.now() + 30 * day,
  })
  const answers = [{ id: 'a1', question: '电梯里有人怎么办', answer: '电梯已经查过，没有困人。', at: noon }]
  const fire = aNoticeRow(began, { _id: 'browser-fire', shown, answers, placeNames: ['5号楼'] })
  const end = { at: noon, words: '写错了楼号，请看新的通知。', wordsState: 'shown' as const }
  putNotices(app.cloud, fire, aNoticeRow(began, { _id: 'browser-withdrawn', state: 'withdrawn', end }))
  // A question, a sign-up, a draft: by the server's own clock, which the phone's may be behind.
  for (const { collection, documents } of demoNoticeRows(Date.now())) app.cloud.database.insert(collection, documents)
  const [community] = app.cloud.database.find('communities', { _id: 'west-street' })
  const before = (community?.['notices'] ?? []) as unknown[]
  const notices = [...before, doorRowOf(fire._id, fire, Date.now())]
  app.cloud.database.modify('communities', { _id: 'west-street' }, { $set: { notices } })
}

const browserImports = { faulty: 'browser-faulty', ready: 'browser-ready', done: 'browser-done' }
const place = `b=${demoDoor.buildingId}`
/** Who looks at a page where that matters: an openid of the demo. */
const as = (openid: string) => ({ 'demo-identity': openid })
/** The phone of somebody who agreed to the notice. */
const agreed = { 'jmk:account': { form: 1, at: 1, value: { purposes: ['account', 'messages'], hasRole: false } } }
/** The phone of a grid leader who has begun a notice. */
const begun = {
  'jmk:draft:notice-c=west-street&g=west-1-new': {
    ...{ form: 1, at: 1 },
    value: {
      kind: 'outage',
      filling: {
        ...{ where: { kind: 'buildings', ids: ['heyuan-1'] }, choices: { what: 'power', reason: 'repair' }, words: {} },
        span: { from: noon + day, until: noon + day + 3_600_000, isNow: false },
      },
    },
  },
}
const west1 = 'c=west-street&g=west-1'
const leads = { ...as('demo-grid-leader'), ...agreed }
/** Every page, with what has to be there before it is looked at, and who looks. */
const rows: readonly (readonly [string, string, string, Record<string, unknown>?])[] = [
  ['landing', `door?scene=${demoDoor.code}`, '#phones'],
  ['landing-without-place', 'door', '.state'],
  ['landing-emergency', 'door?b=heyuan-5', '#emergency-browser-fire'],
  ['notice', 'notice/view?id=browser-fire&b=heyuan-5', '#know', agreed],
  ['notice-elsewhere', `notice/view?id=browser-fire&${place}`, '#know', agreed],
  ['notice-over', `notice/view?id=browser-withdrawn&${place}`, '#notice-over .state'],
  ['notice-voice', `notice/view?id=notice-rack&${place}`, '#voice-send', agreed],
  ['notice-signup', `notice/view?id=notice-patrol&${place}`, '#signup-join', agreed],
  ['notice-missing', 'notice/view?id=nothing', '.state'],
  ['notice-nowhere', 'notice/view', '.state'],
  ['notice-door', `notice/door?${place}`, '#door-notices .row'],
  ['notice-door-nowhere', 'notice/door', '.state'],
  ['request-form-notice', `request/form?${place}&id=power-outage-building&n=browser-fire`, '#send, #next', agreed],
  ['danger', `door/danger?${place}`, '#danger-call-fire'],
  ['phones', `door/phones?${place}`, '#phones-near'],
  ['choose', 'door/choose', '#estate-heyuan'],
  ['group', `matter/group?${place}&id=drainage`, '#matter-drain-blocked'],
  ['matter', `matter?${place}&id=drain-blocked`, '.contact-main'],
  ['matter-danger', `matter?${place}&id=gas-leak`, '.contact-main'],
  ['requests', 'requests', '#requests'],
  ['request-form', `request/form?${place}&id=drain-blocked`, '#send, #next', agreed],
  ['request-form-open', `request/form?${place}`, '#send, #next', agreed],
  ['request-form-danger', `request/form?${place}&id=gas-leak`, '#danger-stop', agreed],
  ['request-form-nowhere', 'request/form', '#elsewhere #estate-heyuan', agreed],
  ['request-view', 'request/view?id=browser-request', '#confirm', { ...as('browser-resident'), ...agreed }],
  ['request-public', 'request/view?id=browser-request&p=1', '#join', as('demo-person-d')],
  ['request-missing', 'request/view?id=nothing&p=1', '.state', as('demo-person-d')],
  ['wishes', 'wishes', '#wish-card-00000', livesHere],
  ['wishes-nowhere', 'wishes', '#where-first #estate-heyuan'],
  ['wish-wall', `wish/wall?${place}`, '#wish-card-00000'],
  ['wish-wall-nowhere', 'wish/wall', '.state'],
  ['wish-stack', `wish/wall?${place}&stack=1`, '#pair-pair-00000'],
  ['wish-card', 'wish/card?id=card-00000', '#claim', as('demo-volunteer')],
  ['wish-card-long', 'wish/card?id=long-00000', '.card-sheet'],
  ['wish-card-paired', 'wish/card?id=pair-00000', '#pair-pair-00000'],
  ['wish-card-missing', 'wish/card?id=nothing', '.state'],
  ['offer-card', 'wish/card?o=offer-00000', '#ask'],
  ['wish-form', `wish/form?${place}`, '#start-own', agreed],
  ['wish-form-words', `wish/form?${place}&g=care`, '#example-0', agreed],
  ['wish-form-nowhere', 'wish/form', '#elsewhere #estate-heyuan', agreed],
  ['wish-form-office', `wish/form?${place}&behalf=office&g=errands`, '#example-0', as('demo-duty')],
  ['wish-offer', 'wish/offer', '#offer-form', { ...as('demo-volunteer'), ...agreed }],
  ['wish-mine', 'wish/mine', '#wishing', { ...as('browser-wisher'), ...agreed }],
  ['wish-mine-empty', 'wish/mine', '#own-wishes .state', { ...as('demo-person-d'), ...agreed }],
  ['wish-visit', 'wish/visit?id=browser-wish', '#part-1', { ...as('browser-wisher'), ...agreed }],
  ['wish-visit-helper', 'wish/visit?id=browser-wish', '#arrange', { ...as('demo-volunteer'), ...agreed }],
  ['wish-visit-other', 'wish/visit?id=browser-wish', '.state', as('demo-person-d')],
  ['register', `request/register?${place}`, '#request-browser-request'],
  ['register-nowhere', 'request/register', '.state'],
  ['requests-mine', 'requests', '#request-browser-request', { ...as('browser-resident'), ...agreed }],
  ['me', 'me', '#clear'],
  ['join', `mine/join?code=${standing.code}`, '#offer'],
  ['join-by-hand', 'mine/join', '#join-code'],
  ['work', 'work', `#post-${membershipOf('demo-secretary', 'secretary')}`, as('demo-secretary')],
  [
    'members',
    'work/members?c=west-street',
    `#member-${membershipOf('demo-secretary', 'secretary')}`,
    as('demo-secretary'),
  ],
  ['invite', 'work/invite?c=west-street', `#invitation-${standing.document._id}`, as('demo-secretary')],
  ['setup', 'work/setup', '#setup-code'],
  ['info-of-nobody', 'mine/info', '#info-lead'],
  ['info', 'mine/info', '#agreements', as('demo-volunteer')],
  ['home', 'mine/home', '#estate-heyuan'],
  ['messages', 'mine/messages', '#news-ask', { ...as('demo-person-a'), ...agreed }],
  ['messages-none', 'mine/messages', '.state', as('demo-person-d')],
  ['home-declared', 'mine/home', '#home-shown', as('demo-volunteer')],
  ['homes', 'work/homes?c=west-street&g=west-1', '#homes', as('demo-grid-leader')],
  ['leave', 'mine/leave', '#erase-start'],
  ['audits', 'work/audits?c=west-street', '#audit-listed', as('demo-secretary')],
  ['reports', 'work/reports?c=west-street', '#report-listed', as('demo-secretary')],
  ['complain', 'mine/complaint?c=west-street', '#kind', as('demo-person-a')],
  ['complaints', 'mine/complaints', '#complaint-browser-1', as('demo-person-a')],
  ['complaint', 'mine/complaint-view?id=browser-1', '#answer-1', as('demo-person-a')],
  ['work-complaints', 'work/complaints?c=west-street', '#complaint-browser-1', as('demo-secretary')],
  ['work-complaint', 'work/complaint?id=browser-1', '#answer', as('demo-secretary')],
  ['desk', 'desk?c=west-street', '#requests', as('demo-secretary')],
  ['desk-empty', 'desk?c=spinning-mill', '.state', as('demo-secretary-2')],
  ['desk-nowhere', 'desk', '.state', as('demo-secretary')],
  ['desk-request', 'desk/request?id=browser-request', '#steps', as('demo-grid-leader')],
  ['desk-request-of-street', 'desk/request?id=browser-request', '#case', as('demo-street')],
  ['desk-write', 'desk/write?c=west-street', '#write-form', { ...as('demo-duty'), ...agreed }],
  ['pair', 'pair?c=west-street', '#wishes', as('demo-secretary')],
  ['pair-empty', 'pair?c=spinning-mill', '.state', as('demo-secretary-2')],
  ['pair-nowhere', 'pair', '.state', as('demo-secretary')],
  ['pair-plan', 'pair/plan?c=west-street', '#pair-plan', { ...as('demo-secretary'), ...agreed }],
  ['pair-card', 'pair/card?id=card-00000', '#steps', { ...as('demo-duty'), ...agreed }],
  ['pair-card-paired', 'pair/card?id=browser-wish', '#pairing', { ...as('demo-duty'), ...agreed }],
  ['pair-card-missing', 'pair/card?id=nothing', '.state', as('demo-duty')],
  ['notices', 'notices?c=west-street', '#notices', as('demo-secretary')],
  ['notices-grid', 'notices?c=west-street&g=west-1', '#whose', as('demo-grid-leader')],
  ['notices-empty', 'notices?c=spinning-mill', '.state', as('demo-secretary-2')],
  ['notices-nowhere', 'notices', '.state', as('demo-secretary')],
  ['notices-write', 'notices/write?c=west-street&g=west-1', '#kinds', { ...as('demo-grid-leader'), ...agreed }],
  ['notices-write-fill', 'notices/write?c=west-street&g=west-1', '#fill', { ...as('demo-grid-leader'), ...begun }],
  [
    'notices-write-check',
    'notices/write?c=west-street&g=west-1&notice=notice-draft',
    '#check',
    { ...as('demo-grid-leader'), ...agreed },
  ],
  ['notices-write-nowhere', 'notices/write', '.state', as('demo-secretary')],
  ['notices-case', 'notices/case?c=west-street&notice=browser-fire', '#shown', as('demo-secretary')],
  ['notices-case-waiting', 'notices/case?c=west-street&notice=notice-fire', '#step-release', as('demo-secretary')],
  ['notices-case-missing', 'notices/case?notice=nothing', '.state', as('demo-secretary')],
  ['notices-share', `notices/share?${west1}&notice=notice-rack`, '#share-panel', leads],
  ['notices-share-none', 'notices/share?c=west-street&notice=notice-rack', '#share-panel', as('demo-secretary')],
  ['notices-share-nowhere', 'notices/share', '.state', leads],
  ['notices-groups', `notices/groups?${west1}`, '#group-new', leads],
  ['notices-groups-empty', 'notices/groups?c=west-street', '#group-new', as('demo-secretary')],
  ['notices-groups-nowhere', 'notices/groups', '.state', leads],
  ['notices-reach', `notices/reach?${west1}&notice=notice-rack`, '#reach', leads],
  ['notices-reach-nowhere', 'notices/reach', '.state', leads],
  ['notices-visit', `notices/visit?${west1}&notice=notice-rack&b=heyuan-1`, '#visits', leads],
  ['notices-visit-empty', `notices/visit?${west1}&notice=notice-rack&b=heyuan-2`, '.state', leads],
  ['notices-visit-nowhere', 'notices/visit', '.state', leads],
  ['notices-questions', `notices/questions?${west1}&notice=browser-fire`, '#answered', leads],
  ['notices-questions-empty', `notices/questions?${west1}&notice=notice-rack`, '.state', leads],
  ['notices-questions-nowhere', 'notices/questions', '.state', leads],
  ['notices-voices', `notices/voices?${west1}&notice=browser-consent`, '#said', leads],
  ['notices-voices-empty', `notices/voices?${west1}&notice=notice-rack`, '.state', leads],
  ['notices-voices-none', `notices/voices?${west1}&notice=notice-patrol`, '.state', leads],
  ['notices-voices-nowhere', 'notices/voices', '.state', leads],
  ['notices-signup', `notices/signup?${west1}&notice=notice-patrol`, '#waiting', leads],
  ['notices-signup-begun', `notices/signup?${west1}&notice=browser-begun`, '#came-count', leads],
  ['notices-signup-none', `notices/signup?${west1}&notice=notice-rack`, '.state', leads],
  ['notices-signup-nowhere', 'notices/signup', '.state', leads],
  ['directory', 'directory?c=west-street', '#agencies', as('demo-secretary')],
  ['directory-of-grid', 'directory?c=west-street&g=west-1', '#agencies', as('demo-grid-leader')],
  ['directory-empty', 'directory?c=browser-new', '.state', as('demo-secretary-2')],
  ['directory-nowhere', 'directory', '.state', as('demo-secretary')],
  ['directory-agency', 'directory/agency?c=west-street&agency=west-heat', '#agency', as('demo-secretary')],
  ['directory-agency-read', 'directory/agency?c=west-street&agency=west-heat', '#agency', as('demo-grid-leader')],
  ['directory-agency-new', 'directory/agency?c=west-street', '#name', as('demo-secretary')],
  [
    'directory-agency-phone',
    'directory/agency?c=west-street&agency=west-heat&phone=p1501',
    '#number',
    as('demo-secretary'),
  ],
  ['directory-agency-missing', 'directory/agency?c=west-street&agency=nothing', '.state', as('demo-secretary')],
  ['directory-check', 'directory/check?c=west-street', '#check', as('demo-secretary')],
  ['directory-check-empty', 'directory/check?c=browser-new', '.state', as('demo-secretary-2')],
  ['review', 'work/review?c=west-street', '#checks', as('demo-secretary')],
  ['desk-figures', 'desk/figures?c=west-street', '#figures', as('demo-secretary')],
  ['desk-sheet', 'desk/sheet?c=west-street', '#lines', as('demo-secretary')],
  ['desk-clocks', 'desk/clocks?c=west-street', '#normal-response-action', as('demo-secretary')],
  ['settings', 'directory/settings?c=west-street', '#question', as('demo-secretary')],
  ['settings-estate', 'directory/settings?c=west-street&estate=heyuan', '#questions', as('demo-secretary')],
  ['settings-of-leader', 'directory/settings?c=west-street&g=west-1', '#questions', as('demo-grid-leader')],
  ['settings-nowhere', 'directory/settings', '.state', as('demo-secretary')],
  ['first', 'directory/first?c=west-street', '#sample-water-no-supply', as('demo-secretary')],
  ['first-empty', 'directory/first?c=browser-new', '#by-table', as('demo-secretary-2')],
  ['first-numbers', 'directory/first?c=browser-new&step=numbers', '#numbers-save', as('demo-secretary-2')],
  ['first-people', 'directory/first?c=spinning-mill&step=people', '#to-invite', as('demo-secretary-2')],
  ['first-of-leader', 'directory/first?c=west-street&g=west-1', '#sample-water-no-supply', as('demo-grid-leader')],
  ['first-nowhere', 'directory/first', '.state', as('demo-secretary')],
  ['table', 'directory/table?c=west-street', '#unfinished', as('demo-secretary')],
  ['table-of-leader', 'directory/table?c=west-street&g=west-1', '#blank-get', as('demo-grid-leader')],
  ['table-nowhere', 'directory/table', '.state', as('demo-secretary')],
  ['import-faulty', 'directory/import?c=west-street&import=browser-faulty', '#to-mend', as('demo-secretary')],
  ['import-ready', 'directory/import?c=west-street&import=browser-ready', '#confirm', as('demo-secretary')],
  ['import-done', 'directory/import?c=west-street&import=browser-done', '#onward', as('demo-secretary')],
  ['import-none', 'directory/import?c=spinning-mill', '.state', as('demo-secretary-2')],
  ['import-nowhere', 'directory/import', '.state', as('demo-secretary')],
  ['revisions', 'directory/revisions?c=west-street', '#revision-0', as('demo-secretary')],
  ['revisions-none', 'directory/revisions?c=spinning-mill', '.state', as('demo-secretary-2')],
  ['revisions-nowhere', 'directory/revisions', '.state', as('demo-secretary')],
  ['places', 'directory/places?c=west-street', '#estate-heyuan', as('demo-secretary')],
  ['places-of-leader', 'directory/places?c=west-street&g=west-1', '#grid-west-1', as('demo-grid-leader')],
  ['places-estate', 'directory/places?c=west-street&estate=heyuan', '#building-heyuan-1', as('demo-secretary')],
  ['places-estate-gone', 'directory/places?c=west-street&estate=nowhere', '.state', as('demo-secretary')],
  ['places-nowhere', 'directory/places', '.state', as('demo-secretary')],
  ['places-plan', 'directory/places?c=west-street&estate=heyuan&plan=1', '#plan-go', as('demo-secretary')],
  [
    'building',
    'directory/building?c=west-street&estate=heyuan&building=heyuan-1',
    '#building-more',
    as('demo-secretary'),
  ],
  ['building-new', 'directory/building?c=west-street&estate=heyuan', '#building-save', as('demo-secretary')],
  [
    'building-of-others',
    'directory/building?c=west-street&g=west-1&estate=heyuan&building=heyuan-5',
    '#fact-units',
    as('demo-grid-leader'),
  ],
  ['building-nowhere', 'directory/building', '.state', as('demo-secretary')],
  ['codes', 'directory/codes?c=west-street&building=heyuan-1', '#poster', as('demo-secretary')],
  ['codes-none', 'directory/codes?c=west-street&building=browser-bare', '#codes-make', as('demo-secretary')],
  ['codes-estate', 'directory/codes?c=west-street&estate=heyuan', '#poster', as('demo-secretary')],
  ['codes-nowhere', 'directory/codes?c=west-street', '.state', as('demo-secretary')],
  [
    'households',
    'directory/households?c=west-street&g=west-1&building=heyuan-1',
    '#households-open',
    as('demo-grid-leader'),
  ],
  ['households-choose', 'directory/households?c=west-street', '#estate-heyuan', as('demo-duty')],
  ['households-not-yours', 'directory/households?c=west-street&building=heyuan-1', '.state', as('demo-secretary')],
]
const pages = rows.map(([name, path, ready, storage = {}]) => [name, path, ready, storage] as const)

async function tallPicture(page: Page, name: string) {
  const height = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(
      (one) => one.style.display !== 'none',
    )
    return shown.at(-1)?.scrollHeight ?? 0
  })
  await page.setViewportSize({ width: 390, height: Math.max(844, height + 60) })
  await takePicture(page, name, { fullPage: false })
}

describe.each([
  ['normal', false],
  ['care', true],
])('in the %s edition', (edition, care) => {
  it.each(pages)('%s reads well: size, contrast, targets', async (name, path, ready, storage) => {
    const { page, open, context, complaints } = await app.phone({ care, width: 375, height: 812, storage })
    await open(path)
    await page.locator(ready).first().waitFor()
    expect(complaints).toEqual([])

    const { texts, targets } = await sizes(page)
    expect(texts.length).toBeGreaterThan(3)
    expect(targets.length).toBeGreaterThan(0)
    expect(texts.filter(({ size }) => size < (care ? 18 : 15))).toEqual([])
    expect(targets.filter(({ width, height }) => Math.min(width, height) < (care ? 60 : 44))).toEqual([])
    expect((await contrasts(page)).filter(({ ratio }) => ratio < 4.5)).toEqual([])
    await tallPicture(page, `${name}-${edition}`)
    await context.close()
  })
})

describe('the care edition', () => {
  it('has body text of at least 18 px and main targets of at least 60 px on a screen 375 wide', async () => {
    const { page, open } = await app.phone({ care: true, width: 375, height: 812 })
    await open(`matter?${place}&id=drain-blocked`)
    await page.locator('.contact-main .button').waitFor()
    const body = await page
      .locator('.contact-reason')
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize))
    const button = await page.locator('.contact-main .button').boundingBox()
    expect(body).toBeGreaterThanOrEqual(18)
    expect(button?.height).toBeGreaterThanOrEqual(60)
  })

  it.each(pages)('can be switched on and off on %s', async (_, path, ready, storage) => {
    const { page, open, tap, context } = await app.phone({ storage })
    await open(path)
    await page.locator(ready).first().waitFor()
    await tap('#care')
    await page.locator('.page.care').last().waitFor()
    await tap('#care')
    await page.locator('.page.care').waitFor({ state: 'detached' })
    await context.close()
  })

  it('stays chosen on the next visit', async () => {
    const { page, open, tap } = await app.phone()
    await open('me')
    await tap('#care-row')
    await page.locator('.page.care').waitFor()
    await open(`door?scene=${demoDoor.code}`)
    await page.locator('.page.care').waitFor()
  })

  it('comes by itself where the phone is set to large type, and follows its size', async () => {
    const { page, open, context } = await app.phone()
    const session = await context.newCDPSession(page)
    await session.send('Page.setFontSizes', { fontSizes: { standard: 24, fixed: 20 } })
    await open(`door?scene=${demoDoor.code}`)
    await page.locator('.page.care').waitFor()
    const size = await page.locator('.page').evaluate((one) => parseFloat(getComputedStyle(one).fontSize))
    expect(size).toBeGreaterThanOrEqual(24)
  })
})

describe('without a touch screen', () => {
  it('everything that can be pressed is reached and pressed from the keyboard', async () => {
    const { page, open } = await app.phone()
    await open(`door?scene=${demoDoor.code}`)
    await page.locator('#phones').waitFor()
    const danger = page.locator('#danger')
    expect(await danger.getAttribute('role')).toBe('button')
    await danger.focus()
    await page.keyboard.press('Enter')
    await page.locator('#danger-call-fire').waitFor()
  })

  it('every button says what it does', async () => {
    const { page, open } = await app.phone()
    await open(`door/phones?${place}`)
    await page.locator('#phones-near').waitFor()
    const silent = await page
      .locator('[role=button]')
      .evaluateAll((all) =>
        all
          .filter((one) => !(one.getAttribute('aria-label') ?? one.textContent)?.trim())
          .map((one) => one.outerHTML.slice(0, 80)),
      )
    expect(silent).toEqual([])
  })
})
