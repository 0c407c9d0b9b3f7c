import { actions, release, type ActionName, type Reply } from '../../../contract'
import { functionOf } from '../function-of'
import { noticeVersion } from '../../../domain/people/consent'
import { wishDesks } from '../../../domain/wish/verbs'
import type { LocalCloud } from '../../../local/start'
import { definitions } from '../../../cloud/store/documents'
import { directoryAsked } from './about-directory'
import { filesAsked } from './about-files'
import { aFiling } from './about-requests'
import { aWish, aWall } from './about-wishes'
import { freshKey } from './documents'
import { maySee } from './may-see'
import { noticesAsked } from './notices-asked'
import { secretWords } from './secret-word'
import type { Secret, SecretKind, Viewer, World } from './secret-world'
import { textsInSheets } from './sheets'
import { here, hereAgency, there } from './situations'

export interface Searched {
  readonly replies: number
  /** Replies with data. */
  readonly answered: number
  /** Secrets that were found where they may be: the search sees what is there. By kind. */
  readonly rightly: ReadonlyMap<SecretKind, number>
  /** Secrets in replies to those who may not see them, in words without the secret. */
  readonly found: readonly string[]
  /** Actions that were called. */
  readonly called: ReadonlySet<string>
}

const grids: readonly (readonly [string, string | null])[] = [
  ...([null, 'west-1', 'west-2', 'mill-1'] as const).map((grid) => [here, grid] as const),
  ...([null, 'mill-1', 'west-1'] as const).map((grid) => [there, grid] as const),
]
const lists = (more: readonly object[] = [{}]): object[] =>
  grids.flatMap(([communityId, gridId]) => more.map((over) => ({ communityId, gridId, cursor: null, ...over })))
const wholeLists = [here, there].map((communityId) => ({ communityId, cursor: null }))
const states = (names: readonly string[]) => names.map((state) => ({ state }))

const walls = [here, there].map((communityId) => ({ ...aWall, communityId }))

/** What each action is asked with, by everybody. An action without a line does not compile. */
const inputsOf: Readonly<Record<ActionName, (world: World, viewer: Viewer) => readonly object[]>> = {
  'door.open': () => [{ by: 'code', code: '7K2MXQ9RTD' }],
  'place.list': () => [{ cursor: null }],
  'place.buildings': () => [{ estateId: 'heyuan', cursor: null }],
  'me.show': () => [{}],
  'home.list': () => lists(states(['declared', 'confirmed', 'declined'])),
  'invitation.places': () => grids.map(([communityId, gridId]) => ({ communityId, gridId })),
  'invitation.open': ({ codes }) => codes.map((code) => ({ code })),
  'invitation.list': () => lists(),
  'invitation.picture': ({ ids }) => ids.invitations.map((invitationId) => ({ invitationId })),
  'member.list': () => lists(),
  'work.show': () => [{}],
  'complaint.mine': () => [{ cursor: null }],
  'complaint.list': () => lists(states(['open', 'answered', 'closed', 'withdrawn'])),
  'complaint.show': ({ ids }) => ids.complaints.map((complaintId) => ({ complaintId })),
  'check.list': () => lists(),
  'message.list': () => [true, false].map((unread) => ({ unread, cursor: null })),
  'message.unread': () => [{}],
  'request.similar': () =>
    ['corridor-light', 'elder-alone', 'neighbor-dispute'].map((matterId) => ({
      ...{ buildingId: 'heyuan-1', unitId: null, matterId },
    })),
  'request.register': () =>
    [null, 'heyuan-1'].flatMap((buildingId) =>
      [true, false].map((open) => ({ estateId: 'heyuan', buildingId, open, cursor: null })),
    ),
  'request.public': ({ ids }) => ids.requests.map((requestId) => ({ requestId })),
  'request.mine': () => [{ cursor: null }],
  'request.show': ({ ids }) => ids.requests.map((requestId) => ({ requestId })),
  'request.list': () =>
    lists(['open', 'overdue', 'closed'].map((show) => ({ show }))).flatMap((input) =>
      [null, hereAgency].map((agencyId) => ({ ...input, agencyId, buildingId: null })),
    ),
  'request.agencies': () => grids.map(([communityId, gridId]) => ({ communityId, gridId, agencyId: null })),
  'request.day': ({ day }) => lists([{ day }]),
  'wish.suggest': () => [{ side: 'wish', words: '想有人陪着下象棋', wants: [] }],
  'wall.open': () => walls,
  'wall.page': () =>
    walls.flatMap((wall) => (['wishes', 'offers', 'stack'] as const).map((zone) => ({ ...wall, zone, cursor: null }))),
  'wish.card': ({ ids }) => ids.wishes.map((wishId) => ({ wishId })),
  'offer.card': ({ ids }) => ids.offers.map((offerId) => ({ offerId })),
  'wish.show': ({ ids }) => ids.wishes.map((wishId) => ({ wishId })),
  'wish.mine': () => [{ cursor: null }],
  'wish.fitting': () => [here, there].map((communityId) => ({ communityId })),
  'wish.hours': () => [{ cursor: null }],
  'wish.list': () => lists(wishDesks.map((show) => ({ show }))),
  'wish.fits': ({ ids }) => ids.wishes.map((wishId) => ({ wishId })),
  'wish.plan': () => grids.map(([communityId, gridId]) => ({ communityId, gridId })),
  'offer.mine': () => [{}],
  'request.figures': () => grids.map(([communityId, gridId]) => ({ communityId, gridId, days: 30 })),
  'request.clocks': () => [here, there].map((communityId) => ({ communityId })),
  'audit.list': () => wholeLists,
  'report.list': () => wholeLists,
  'miss.list': () => wholeLists,
  ...directoryAsked,
  ...filesAsked,
  ...noticesAsked((...about) => ownOf(...about)),

  // What changes things comes afterwards, the gentle first.
  'contact.report': () => [
    { buildingId: 'heyuan-1', agencyId: 'west-property', phoneId: 'p1201', matterId: null, kind: 'no-answer' },
  ],
  'search.missed': () => [{ communityId: here, outcome: 'outside', text: null, shown: [] }],
  'consent.grant': () => [{ version: noticeVersion, purposes: ['account'], atLeast14: true }],
  'phone.look': () => [{}],
  'me.export': () => [{}],
  // What somebody says of themselves once more is theirs as before, and must lie nowhere in the open.
  'me.name': (world, viewer) => [{ name: ownOf(world, viewer, 'name') }],
  'phone.give': (world, viewer) => [
    { by: 'typed', number: ownOf(world, viewer, 'phone') },
    { by: 'typed', number: 'x' },
  ],
  'home.declare': (world, viewer) => [{ buildingId: 'heyuan-1', unitId: null, room: ownOf(world, viewer, 'room') }],
  'home.confirm': ({ ids }) =>
    few(ids.homes).map((homeId) => ({ homeId, confirmed: true, seen: { declaredAt: 1, state: 'declared' } })),
  'community.found': () => [
    { code: '7K2M-XQ9R-TD00-ABCD-EFGH-1234', name: '书记', communityId: null, community: null },
  ],
  'invitation.create': () => [
    { role: 'volunteer', communityId: here, gridId: 'west-1', agencyId: null, uses: 1, days: 1, months: 1 },
  ],
  'invitation.accept': (world, viewer) =>
    few(world.codes).map((code) => ({ code, name: ownOf(world, viewer, 'name') })),
  'invitation.revoke': ({ ids }) => few(ids.invitations).map((invitationId) => ({ invitationId })),
  'member.phone': ({ ids }) => few(ids.memberships).map((membershipId) => ({ membershipId, why: '商量' })),
  'member.renew': ({ ids }) => few(ids.memberships).map((membershipId) => ({ membershipId, months: 1 })),
  'picture.begin': () => [{}],
  'picture.add': ({ ids }) =>
    few(ids.pictures).map((pictureId) => ({ pictureId, fileId: 'cloud://x.y/uploads/z.jpg' })),
  'complaint.file': () => [{ communityId: here, kind: 'app', about: null, words: '新的话', pictures: [] }],
  'complaint.answer': ({ ids }) =>
    few(ids.complaints).map((complaintId) => ({ complaintId, words: '新的话', close: false })),
  'check.decide': ({ ids }) => few(ids.checks).map((checkId) => ({ checkId, shown: false, why: '不合适' })),
  'message.read': ({ ids }) => few(ids.messages).map((messageId) => ({ messageId })),
  'message.read-all': () => [{ until: 1 }],
  'message.subscribe': () => [{ answers: [{ key: 'progress', answer: 'accept' }] }],
  'request.submit': (world, viewer) => [
    {
      ...{ ...aFiling, where: 'home', spot: null, isPublic: false },
      ...{ room: ownOf(world, viewer, 'room'), phone: ownOf(world, viewer, 'phone') },
    },
  ],
  'request.join': ({ ids }) => few(ids.requests).map((requestId) => ({ requestId })),
  'request.look': ({ ids }) => ids.requests.map((requestId) => ({ requestId })),
  'request.act': ({ ids }) =>
    few(ids.requests).map((requestId) => ({
      ...{ requestId, seen: 9, note: null, deed: { verb: 'contact', reached: true, words: null } },
    })),
  'request.sheet': ({ day }) => grids.map(([communityId, gridId]) => ({ communityId, gridId, day })),
  'request.tighten': () =>
    [here, there].map((communityId) => ({
      ...{ communityId, clocks: [{ class: 'normal', response: 0.5, resolution: null }] },
    })),
  'wish.hang': (world, viewer) => [
    {
      ...{ ...aWish, place: 'home', room: ownOf(world, viewer, 'room'), phone: ownOf(world, viewer, 'phone') },
      emergency: { name: ownOf(world, viewer, 'name'), phone: ownOf(world, viewer, 'phone') },
    },
  ],
  'wish.cry': () => [{ buildingId: 'heyuan-1', words: '我不想活了' }],
  // Who wins belongs to it from then on, and may see more: asked for is what cannot be won.
  'wish.claim': ({ ids }) =>
    few(ids.wishes.filter((id) => !ids.open.includes(id))).map((wishId) => ({ wishId, offerId: null })),
  'wish.act': ({ ids }) =>
    few(ids.wishes).map((wishId) => ({ wishId, seen: 2, note: null, deed: { verb: 'keep', words: '新的话' } })),
  'wish.look': ({ ids }) => ids.wishes.map((wishId) => ({ wishId })),
  'wish.block': ({ ids }) => few(ids.wishes).map((wishId) => ({ wishId, helperId: 'h1', block: true })),
  'offer.hang': () => [
    {
      ...{ communityId: here, words: '可以教手机', kinds: [], times: null, capacity: 1, buildingIds: [], limits: [] },
      ...{ behalf: null, asks: false },
    },
  ],
  'offer.act': ({ ids }) => few(ids.offers).map((offerId) => ({ offerId, verb: 'pause' })),
  'member.check': ({ ids }) => few(ids.memberships).map((membershipId) => ({ membershipId, checked: true })),
  'complaint.withdraw': ({ ids }) => few(ids.complaints).map((complaintId) => ({ complaintId })),
  'member.revoke': ({ ids }) => few(ids.memberships).map((membershipId) => ({ membershipId, why: '调走' })),
  'consent.withdraw': () => [{ purpose: 'messages' }],
  'me.erase': () => [{}],
}

/** A secret of who calls; something else for whoever has none. */
const ownOf = ({ secrets }: World, { openid }: Viewer, kind: SecretKind): string =>
  [...secrets.values()].find((secret) => secret.kind === kind && secret.of === openid)?.text ?? '13900009999'

/** Some of each place: the first were seeded in the first place, the last in the last. */
const few = (ids: readonly string[]) => ids.filter((_, at) => at % 5 === 0)

/** Everything that looks like one of the secrets, also inside of cursors and however a number is spaced. */
export function secretsIn(text: string, secrets: ReadonlyMap<string, Secret>): readonly Secret[] {
  const inside = [...text.matchAll(/"([A-Za-z0-9_-]{8,200})"/g)].map(([, word = '']) =>
    Buffer.from(word, 'base64url').toString(),
  )
  const whole = [text, ...inside, ...textsInSheets(text)].join('\n')
  const looksLike = [
    ...whole.matchAll(/openid-secret-\d{4}|secret-file-\d{4}|[名员室诉答信因]密\d{4}/g),
    ...whole.matchAll(secretWords),
    ...whole.matchAll(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g),
    ...whole.matchAll(/(?=(?<code>[0-9a-hjkmnp-tv-z]{24}))/g),
    ...whole.replace(/[\s-]/g, '').matchAll(/139000[0-3]\d{4}/g),
    ...whole.matchAll(/[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+/g),
  ].map((match) => match.groups?.['code'] ?? match[0])
  return [...new Set(looksLike)].flatMap((word) => secrets.get(word) ?? [])
}

type Note = (action: ActionName, viewer: Viewer, text: string, isData: boolean) => void

async function ask(cloud: LocalCloud, viewer: Viewer, action: ActionName, input: object, note: Note): Promise<Reply> {
  const caller = { source: 'wx_client', ...(viewer.openid === null ? {} : { openid: viewer.openid }) }
  const reply = (await cloud.invoke(functionOf(action), { action, input, key: freshKey(), release }, caller)) as Reply
  note(action, viewer, JSON.stringify(reply), reply.ok)
  return reply
}

/** Follows a list to its end. */
async function askOn(cloud: LocalCloud, viewer: Viewer, action: ActionName, input: object, note: Note): Promise<void> {
  let reply = await ask(cloud, viewer, action, input, note)
  while (reply.ok && 'cursor' in input) {
    const { cursor } = reply.data as { readonly cursor: string | null }
    if (cursor === null) return
    reply = await ask(cloud, viewer, action, { ...input, cursor }, note)
  }
}

/** Calls every action as everybody and searches what comes back: the reads first, then what changes the world. */
export async function searchReplies(
  cloud: LocalCloud,
  world: World,
  viewers = world.viewers,
  only: readonly ActionName[] | null = null,
): Promise<Searched> {
  const found: string[] = []
  const rightly = new Map<SecretKind, number>()
  const called = new Set<string>()
  let replies = 0
  let answered = 0
  const note: Note = (action, viewer, text, isData) => {
    replies++
    called.add(action)
    if (isData) answered++
    for (const secret of secretsIn(text, world.secrets)) {
      const may = isData && (maySee[secret.kind][action]?.(viewer, secret) ?? false)
      if (may) rightly.set(secret.kind, (rightly.get(secret.kind) ?? 0) + 1)
      else found.push(`${action} told ${viewer.name} a ${secret.kind} of ${placeName(secret)}`)
    }
  }
  const order = only ?? (Object.keys(inputsOf) as ActionName[])
  const kindOf = (name: ActionName) => actions.find((action) => action.name === name)?.kind
  const isLast = (name: ActionName) => name === 'consent.withdraw' || name === 'me.erase'
  const rounds = [
    order.filter((name) => kindOf(name) === 'read'),
    order.filter((name) => kindOf(name) === 'write' && !isLast(name)),
    order.filter(isLast),
  ]
  for (const round of rounds) {
    for (const viewer of viewers) {
      for (const action of round) {
        for (const input of inputsOf[action](world, viewer)) await askOn(cloud, viewer, action, input, note)
      }
    }
  }
  return { replies, answered, rightly, found, called }
}

const placeName = ({ place, stand, role }: Secret) =>
  [place.gridId ?? place.communityId, role, stand].filter((word) => word !== undefined).join(', ')

const contacts: readonly SecretKind[] = [
  ...([
    'request contact',
    'wish contact',
    'offer contact',
    'household',
    'household read',
    'voice name',
    'sign-up name',
  ] as const),
]
/** Kinds that nobody may find in plain text where documents are kept, nor in a log. */
const sealedKinds: readonly SecretKind[] = ['openid', 'phone', 'name', 'member name', 'room', ...contacts]

/** Secrets that lie open in the database, in words: `collection: kind`. */
export function openAtRest({ database }: LocalCloud, { secrets }: World): readonly string[] {
  return Object.values(definitions).flatMap(({ name }) =>
    secretsIn(JSON.stringify(database.find(name)), secrets)
      .filter(({ kind }) => sealedKinds.includes(kind))
      .map(({ kind }) => `${name}: ${kind}`),
  )
}

/** Secrets of any kind in what was logged. */
export const openInLog = (lines: readonly unknown[], { secrets }: World): readonly string[] =>
  secretsIn(lines.map((line) => JSON.stringify(line)).join('\n'), secrets).map(({ kind }) => kind)
