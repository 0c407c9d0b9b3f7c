import * as v from 'valibot'
import { actions, commonRefusals, doorCode, id, key, release, type ActionName } from '../../src/contract'
import { limits } from '../../src/contract/limits'
import { permissions } from '../../src/contract/permissions'
import type { Limit } from '../../src/domain/people/limits'
import { scopes } from '../../src/domain/people/permit'
import { roles } from '../../src/domain/people/roles'
import { refusalText } from '../../src/text'

const seen = '0123456789abcdef'
const directoryInputs = {
  'directory.show': { communityId: 'west-street' },
  'directory.buildings': { communityId: 'west-street', estateId: 'heyuan', cursor: null },
  'phones.check': { communityId: 'west-street' },
  'agency.show': { communityId: 'west-street', agencyId: 'west-property' },
  'agency.save': {
    ...{ communityId: 'west-street', agencyId: 'west-property', seen, name: '和苑物业', roles: ['property'] },
    serviceArea: { estateIds: ['heyuan'], gridIds: [], buildingIds: [] },
    phones: [
      {
        ...{ phoneId: 'p1201', number: '0371-68001234', description: '前台', owner: '物业前台', rung: true },
        schedules: [{ days: 'workday', opensAt: '08:30', closesAt: '17:30' }],
      },
    ],
  },
  'agency.remove': { communityId: 'west-street', agencyId: 'west-property', seen },
  'phone.verify': { communityId: 'west-street', agencyId: 'west-property', phoneId: 'p1201', number: '95598' },
  'report.answer': { reportId: 'r1', answer: { as: 'corrected', number: '95598' } },
  'building.save': {
    ...{ communityId: 'west-street', estateId: 'heyuan', buildingId: null, seen: null, name: '6号楼', order: null },
    ...{ gridId: 'west-1', units: [{ id: null, name: '1单元' }], floors: 6, roomsPerFloor: 2 },
  },
  'building.remove': { buildingId: 'heyuan-1', seen },
  'grid.save': { communityId: 'west-street', gridId: null, seen: null, name: '第三网格' },
  'grid.remove': { communityId: 'west-street', gridId: 'west-1', seen },
  'estate.save': { communityId: 'west-street', estateId: null, seen: null, name: '新苑', address: '' },
  'estate.remove': { communityId: 'west-street', estateId: 'heyuan', seen },
  'setting.list': { communityId: 'west-street', estateId: null },
  'setting.save': {
    ...{ communityId: 'west-street', estateId: null, settingId: 'heating.exists', value: 'central', seen: null },
  },
  'doorcode.list': { buildingId: 'heyuan-1' },
  'doorcode.make': { buildingId: 'heyuan-1', doors: [null, 'heyuan-1-u1'] },
  'doorcode.revoke': { code: '7K2MXQ9RTD', why: '海报被人撕了' },
  'doorcode.replace': { code: '7K2MXQ9RTD', why: '海报被人撕了' },
}

const noticeContent = {
  ...{ about: { kind: 'outage', what: 'water' }, span: { from: 1, until: null, isNow: true } },
  ...{ where: { kind: 'buildings', ids: ['heyuan-1'] }, needs: ['over-60'], isEmergency: false, title: '1号楼停水' },
  ...{ body: '请提前存水', pictures: ['p1'], fileId: null, validUntil: 2, consultation: null, signUp: null },
}
const noticeInputs = {
  'notice.door': { buildingId: 'heyuan-1', unitId: null },
  'notice.open': { noticeId: 'n1', token: 'card-0001', openedIn: 'group' },
  'notice.acknowledge': { noticeId: 'n1', at: 1 },
  'notice.ask': { noticeId: 'n1', words: '几点来水' },
  'notice.questions': { noticeId: 'n1' },
  'notice.answer': { noticeId: 'n1', questionIds: ['q1'], question: '几点来水', answer: '下午三点' },
  'notice.save': {
    ...{ noticeId: null, draftId: 'draft-of-a-phone-1', communityId: 'west-street', gridId: 'west-1', seen: null },
    ...{ content: noticeContent, send: true },
  },
  'notice.act': { noticeId: 'n1', seen: 1, deed: { verb: 'send-back', words: '时间写错了' } },
  'notice.list': { communityId: 'west-street', gridId: 'west-1', show: 'asking', cursor: null },
  'notice.show': { noticeId: 'n1' },
  'notice.places': { communityId: 'west-street', gridId: null },
  'noticefile.begin': { communityId: 'west-street', name: '停水说明.pdf', size: 1000 },
  'noticefile.add': { fileId: 'f1', uploaded: 'cloud://env.bucket/uploads/f1' },
  'notice.poster': { noticeId: 'n1', form: 'link' },
  'group.list': { communityId: 'west-street' },
  'group.save': { communityId: 'west-street', groupId: null, name: '一号楼邻居群', buildingIds: ['heyuan-1'] },
  'group.remove': { groupId: 'g1' },
  'group.name': { noticeId: 'n1', mark: 'm1', groupId: 'g1' },
  'notice.share': { noticeId: 'n1', shares: [{ token: 'card-0001', groupId: 'g1', edition: 1, at: 1 }] },
  'notice.groups': { noticeId: 'n1' },
  'notice.reach': { noticeId: 'n1' },
  'notice.visits': { noticeId: 'n1', buildingId: 'heyuan-1' },
  'notice.tick': {
    ...{ noticeId: 'n1', buildingId: 'heyuan-1', ticks: [{ tickId: 't1', roomId: 'r1', at: 1, isUndone: false }] },
  },
  'notice.remind': { noticeId: 'n1', buildingId: 'heyuan-1' },
  'voice.say': { noticeId: 'n1', choices: ['yes'], words: '', name: '王阿姨' },
  'voice.note': { noticeId: 'n1', buildingId: 'heyuan-1', roomId: 'r1', choices: ['yes'], words: '', name: null },
  'voice.result': { noticeId: 'n1' },
  'signup.join': { noticeId: 'n1', name: '王阿姨' },
  'signup.leave': { noticeId: 'n1' },
  'signup.show': { noticeId: 'n1' },
  'signup.note': { noticeId: 'n1', deed: { verb: 'places', places: 10 } },
}

/** An input of each action. */
const inputs: Readonly<Record<ActionName, Record<string, unknown>>> = {
  'import.template': { communityId: 'west-street' },
  'import.start': { communityId: 'west-street', size: 1000 },
  'import.plan': {
    ...{ communityId: 'west-street', estateId: null, estate: { name: '新苑', address: '' }, gridId: 'west-1' },
    ...{ first: 1, buildings: 5, units: 4, floors: 6, roomsPerFloor: 2, rooms: true },
  },
  'import.step': { importId: 'i1', fileId: null },
  'import.show': { communityId: 'west-street', importId: null },
  'import.confirm': { importId: 'i1', breaks: false },
  'import.cancel': { importId: 'i1' },
  'revision.list': { communityId: 'west-street', cursor: null },
  'revision.restore': { communityId: 'west-street', revision: 1 },
  'export.directory': { communityId: 'west-street', households: true },
  'poster.make': {
    ...{ communityId: 'west-street', gridId: null, estateId: 'heyuan', buildingIds: [], form: 'link' },
  },
  'doorcode.fill': { communityId: 'west-street', gridId: null, estateId: 'heyuan', per: 'unit' },
  'household.list': { buildingId: 'heyuan-1', part: 1 },
  'door.open': { by: 'code', code: '7K2MXQ9RTD' },
  'place.list': { cursor: null },
  'place.buildings': { estateId: 'heyuan', cursor: null },
  'contact.report': {
    buildingId: 'heyuan-1',
    agencyId: 'west-property',
    phoneId: 'p1201',
    matterId: null,
    kind: 'wrong-number',
  },
  'search.missed': { communityId: 'west-street', outcome: 'wrong', text: null, shown: ['drain-blocked'] },
  'request.submit': {
    buildingId: 'heyuan-1',
    unitId: 'heyuan-1-u2',
    where: 'shared',
    room: null,
    spot: '三层楼梯口',
    matterId: 'corridor-light',
    answers: [],
    called: [{ name: '物业服务中心', outcome: 'no-answer' }],
    words: '楼道灯不亮三天了',
    pictures: ['p1'],
    reach: 'message',
    phone: null,
    isPublic: true,
    isAnonymous: false,
    behalf: null,
  },
  'request.similar': { buildingId: 'heyuan-1', unitId: null, matterId: 'corridor-light' },
  'request.join': { requestId: 'r1' },
  'request.register': { estateId: 'heyuan', buildingId: 'heyuan-1', open: true, cursor: null },
  'request.public': { requestId: 'r1' },
  'request.mine': { cursor: null },
  'request.show': { requestId: 'r1' },
  'request.list': {
    communityId: 'west-street',
    gridId: 'west-1',
    agencyId: null,
    show: 'open',
    buildingId: null,
    cursor: null,
  },
  'request.act': { requestId: 'r1', seen: 2, deed: { verb: 'start', words: '师傅明天上午到' }, note: null },
  'request.look': { requestId: 'r1' },
  'request.agencies': { communityId: 'west-street', gridId: null, agencyId: null },
  'request.day': { communityId: 'west-street', gridId: null, day: '2026-11-22', cursor: null },
  'request.sheet': { communityId: 'west-street', gridId: null, day: '2026-11-22' },
  'request.figures': { communityId: 'west-street', gridId: null, days: 30 },
  'request.tighten': {
    communityId: 'west-street',
    clocks: [{ class: 'normal', response: null, resolution: 18 }],
  },
  'request.clocks': { communityId: 'west-street' },
  'wish.suggest': { side: 'wish', words: '想有人陪我说说话', wants: [] },
  'wish.hang': {
    ...{
      buildingId: 'heyuan-1',
      room: null,
      words: '想有人陪我说说话',
      kinds: ['visit-chat'],
      times: null,
      who: 'elder',
    },
    ...{ isGoods: false, wants: ['有耐心'], place: 'station', repeats: 'once', phone: null, behalf: null },
    ...{ emergency: null, forOfferId: null, asks: false },
  },
  'wish.cry': { buildingId: 'heyuan-1', words: '救命' },
  'wall.open': { communityId: 'west-street', group: null, buildingId: null, part: null, order: 'newest' },
  'wall.page': {
    ...{ communityId: 'west-street', group: null, buildingId: null, part: 'morning', order: 'longest' },
    ...{ zone: 'stack', cursor: null },
  },
  'wish.card': { wishId: 'w1' },
  'offer.card': { offerId: 'o1' },
  'wish.claim': { wishId: 'w1', offerId: null },
  'wish.show': { wishId: 'w1' },
  'wish.mine': { cursor: null },
  'wish.fitting': { communityId: 'west-street' },
  'wish.act': { wishId: 'w1', seen: 1, deed: { verb: 'agree', side: null }, note: null },
  'wish.look': { wishId: 'w1' },
  'wish.block': { wishId: 'w1', helperId: null, block: true },
  'wish.hours': { cursor: null },
  'wish.list': { communityId: 'west-street', gridId: null, show: 'asking', cursor: null },
  'wish.fits': { wishId: 'w1' },
  'wish.plan': { communityId: 'west-street', gridId: null },
  'offer.hang': {
    ...{ communityId: 'west-street', words: '周末能陪老人下棋', kinds: [], times: null, capacity: 2, buildingIds: [] },
    ...{ limits: [], behalf: null, asks: false },
  },
  'offer.mine': {},
  'offer.act': { offerId: 'o1', verb: 'pause' },
  'member.check': { membershipId: 'm1', checked: true },
  'audit.list': { communityId: 'west-street', cursor: null },
  'report.list': { communityId: 'west-street', cursor: null },
  'miss.list': { communityId: 'west-street', cursor: null },
  'consent.grant': { version: 1, purposes: ['account', 'home'], atLeast14: true },
  'consent.withdraw': { purpose: 'phone' },
  'me.show': {},
  'me.name': { name: '王阿姨' },
  'me.export': {},
  'me.erase': {},
  'phone.give': { by: 'typed', number: '0371 6800 1234' },
  'phone.look': {},
  'home.declare': { buildingId: 'heyuan-1', unitId: 'heyuan-1-u2', room: '301' },
  'home.list': { communityId: 'west-street', gridId: 'west-1', state: 'declared', cursor: null },
  'home.confirm': { homeId: 'h1', confirmed: true, seen: { declaredAt: 1, state: 'declared' } },
  'community.found': { code: '7K2M-XQ9R-TD00-ABCD-EFGH-1234', name: '李书记', communityId: null, community: null },
  'invitation.create': {
    role: 'volunteer',
    communityId: 'west-street',
    gridId: 'west-1',
    agencyId: null,
    uses: 10,
    days: 7,
    months: 12,
  },
  'invitation.places': { communityId: 'west-street', gridId: null },
  'invitation.open': { code: '7k2mxq9rtd00abcdefgh1234' },
  'invitation.accept': { code: '7k2mxq9rtd00abcdefgh1234', name: '王师傅' },
  'invitation.list': { communityId: 'west-street', gridId: null, cursor: null },
  'invitation.revoke': { invitationId: '7k2mxq9rtd00' },
  'invitation.picture': { invitationId: '7k2mxq9rtd00' },
  'member.list': { communityId: 'west-street', gridId: null, cursor: null },
  'member.revoke': { membershipId: 'm1', why: '调走了' },
  'member.renew': { membershipId: 'm1', months: 12 },
  'member.phone': { membershipId: 'm1', why: '商量值班' },
  'work.show': {},
  'picture.begin': {},
  'picture.add': { pictureId: 'p1', fileId: 'cloud://env.bucket/uploads/p1.jpg' },
  'complaint.file': {
    communityId: 'west-street',
    kind: 'service',
    about: null,
    words: '报修三次没有人来看过',
    pictures: ['p1'],
  },
  'complaint.mine': { cursor: null },
  'complaint.list': { communityId: 'west-street', gridId: 'west-1', state: 'open', cursor: null },
  'complaint.show': { complaintId: 'c1' },
  'complaint.answer': { complaintId: 'c1', words: '已经联系物业', close: false },
  'complaint.withdraw': { complaintId: 'c1' },
  'check.list': { communityId: 'west-street', gridId: null, cursor: null },
  'check.decide': { checkId: 'k1', shown: true, why: '没有不合适的话' },
  'message.list': { unread: true, cursor: null },
  'message.unread': {},
  'message.read': { messageId: 'm1' },
  'message.read-all': { until: 1 },
  'message.subscribe': { answers: [{ key: 'progress', answer: 'accept' }] },
  ...directoryInputs,
  ...noticeInputs,
}
const names = actions.map(({ name }) => name)
const actionOf = (name: ActionName) => {
  const found = actions.find((declared) => declared.name === name)
  if (!found) throw new Error(`no action ${name}`)
  return found
}

describe('the contract', () => {
  it('names every action once', () => {
    expect(new Set(names).size).toBe(names.length)
  })

  it('counts its releases from one', () => {
    expect(Number.isInteger(release) && release >= 1).toBe(true)
  })

  it('says the refusals that any action may answer only once', () => {
    const own = actions.flatMap(({ refusals }) => [...refusals] as string[])
    expect(own.filter((code) => (commonRefusals as readonly string[]).includes(code))).toEqual([])
  })
})

describe.each(names)('%s', (name) => {
  const declared = actionOf(name)

  it('is named by its area and its verb', () => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
  })

  it('stands in the table of permissions with a role, and a write in the table of limits', () => {
    const rows = Object.entries(permissions[name])
    expect(rows.length).toBeGreaterThan(0)
    for (const [role, scope] of rows) {
      expect(roles).toContain(role)
      expect(scopes).toContain(scope)
    }
    expect(['read', 'write']).toContain(declared.kind)
    const limit = (limits as Readonly<Record<string, Limit>>)[name]
    expect(limit !== undefined && limit.most > 0).toBe(declared.kind === 'write')
  })

  it('refuses with codes of its own area or a neighbour’s, each once and each with a text', () => {
    expect(new Set(declared.refusals).size).toBe(declared.refusals.length)
    for (const code of declared.refusals) {
      expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
      expect(refusalText[code]).toMatch(/\p{Script=Han}/u)
    }
  })

  it('takes its input, and none with a field too many or too few', () => {
    const input = inputs[name]
    expect(v.is(declared.input, input)).toBe(true)
    expect(v.is(declared.input, { ...input, openid: 'somebody' })).toBe(false)
    for (const field of Object.keys(input)) {
      const { [field]: _, ...rest } = input
      expect([field, v.is(declared.input, rest)]).toEqual([field, false])
    }
  })

  it('drops from its output what the view does not declare', () => {
    expect(declared.output.type).toBe('object')
  })
})

describe('a door code', () => {
  const allowed = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$&'()*+,/:;=?@-._~"

  it('is made of the characters that a scene may carry', () => {
    const all = Array.from({ length: 128 }, (_, at) => String.fromCharCode(at))
    expect(all.filter((character) => v.is(doorCode, character)).sort()).toEqual([...allowed].sort())
  })

  it.each([
    [1, true],
    [32, true],
    [0, false],
    [33, false],
  ])('of %i characters is one: %s', (length, is) => {
    expect(v.is(doorCode, 'x'.repeat(length))).toBe(is)
  })
})

describe('an id', () => {
  it.each(['heyuan-1-u2', 'p1201', 'A_b.c-1'])('may be %j', (text) => {
    expect(v.is(id, text)).toBe(true)
  })

  it.each(['', 'a b', '../x', '$where', '楼', 'x'.repeat(65)])('is not %j', (text) => {
    expect(v.is(id, text)).toBe(false)
  })
})

describe('an idempotency key', () => {
  it.each([
    ['x'.repeat(16), true],
    ['x'.repeat(64), true],
    ['x'.repeat(15), false],
    ['x'.repeat(65), false],
    ['x'.repeat(15) + '.', false],
  ])('%j is one: %s', (text, is) => {
    expect(v.is(key, text)).toBe(is)
  })
})
