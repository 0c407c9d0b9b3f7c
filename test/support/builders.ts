import type { Agency, Answer, Knowledge, Matter, Phone, Place, Role } from '../../src/domain/routing'

/** Builders: fixed, and overridden in sight. */
export const aPhone = (over: Partial<Phone> = {}): Phone => ({
  id: 'p-desk',
  number: '000-1234 5678',
  schedules: [],
  owner: '前台',
  verifiedAt: Date.parse('2026-11-01T00:00:00+08:00'),
  ...over,
})

export const anAgency = (over: Partial<Agency> = {}): Agency => ({
  id: 'a-property',
  name: '物业服务中心',
  roles: ['property'],
  phones: [aPhone()],
  ...over,
})

export const aPlace = (over: Partial<Place> = {}): Place => ({
  communityId: 'c1',
  gridId: 'g1',
  estateId: 'e1',
  buildingId: 'b1',
  unitId: null,
  region: ['河南省', '郑州市', '某区'],
  settings: {},
  agencies: [],
  ...over,
})

const aRole = (id: string, over: Partial<Role> = {}): Role => ({
  id,
  name: id,
  what: id,
  phone: null,
  local: true,
  ...over,
})

export const aBook = (over: Partial<Knowledge> = {}): Knowledge => ({
  groups: [{ id: 'water', name: '水' }],
  roles: {
    self: aRole('self', { person: true, local: false }),
    property: aRole('property'),
    owners_committee: aRole('owners_committee'),
    community: aRole('community'),
    street: aRole('street'),
    water: aRole('water'),
    eco: aRole('eco', { local: false }),
    police: aRole('police', { local: false, phone: '110' }),
    womenfed: aRole('womenfed', { local: false, phone: '12338' }),
    hotline12345: aRole('hotline12345', { local: false, phone: '12345' }),
  },
  laws: {
    N1: { title: '物业管理条例', article: '第三十五条', gist: '…', verified: true, scope: 'national', region: null },
    L1: { title: '郑州市供水条例', article: '第一条', gist: '…', verified: true, scope: 'local', region: '郑州' },
  },
  hotlines: [
    { number: '12345', name: '便民热线', for: '', roles: ['hotline12345'], sure: true, channel: 'call', open24h: true },
    { number: '110', name: '报警', for: '', roles: ['police'], sure: true, channel: 'call', open24h: true },
    { number: '12338', name: '妇女维权', for: '', roles: ['womenfed'], sure: false, channel: 'call', open24h: null },
    { number: '12110', name: '短信报警', for: '', roles: ['police'], sure: true, channel: 'sms', open24h: true },
  ],
  settings: [
    {
      id: 'property.exists',
      kind: 'choice',
      ask: '有物业吗？',
      options: [
        { id: 'yes', label: '有' },
        { id: 'none', label: '没有' },
      ],
      absence: { role: 'property', choices: ['none'], work: 'remains' },
    },
    {
      id: 'committee.exists',
      kind: 'choice',
      ask: '有业委会吗？',
      options: [
        { id: 'owners', label: '有' },
        { id: 'none', label: '没有' },
      ],
      absence: { role: 'owners_committee', choices: ['none'], work: 'falls-away' },
    },
    { id: 'water.operator', kind: 'agency', ask: '谁供水？', role: 'water' },
    { id: 'water.note', kind: 'text', ask: '说明', label: '停水规定' },
  ],
  matters: [],
  ...over,
})

export const anAnswer = (over: Partial<Answer> = {}): Answer => ({
  when: {},
  responsible: [{ role: 'property', reason: '归物业管。' }],
  basis: ['N1'],
  ...over,
})

export const aMatter = (over: Partial<Matter> = {}): Matter => ({
  id: 'no-water',
  name: '家里停水了',
  group: 'water',
  urgency: 'normal',
  safetyFirst: null,
  questions: [],
  answers: [anAnswer()],
  escalation: ['property', 'community', 'street', 'hotline12345'],
  settings: [],
  ...over,
})
