import { mayShowWords, type RequestKind } from '../../src/domain/request/kind'
import { groups, matterNames } from '../../src/knowledge/names'
import { kindsOf, requestKind } from '../../src/knowledge/request-kinds'

/**
 * What a request about each matter is, in the order of the pack: class, private, seen, anonymous, dispute, where. A line
 * was judged by hand; whoever changes one changes what is public and how long somebody may wait.
 */
const judged = `
  water-no-supply          utilities -       -    -         -       home
  water-low-pressure       utilities -       -    -         -       home
  water-quality            utilities -       seen -         -       home
  water-pipe-leak-home     utilities -       seen -         -       home
  water-pipe-burst-public  utilities -       seen anonymous -       shared
  water-meter-bill         normal    private -    -         -       home
  water-pump               utilities -       seen anonymous -       shared
  power-outage-home        utilities -       -    -         -       home
  power-outage-building    utilities -       -    anonymous -       shared
  power-unstable           utilities -       -    -         -       home
  power-wire-hazard        emergency -       seen anonymous -       either
  power-meter-bill         normal    private -    -         -       home
  gas-leak                 emergency -       -    -         -       either
  gas-no-supply            utilities -       -    -         -       home
  gas-appliance-hose       normal    -       seen -         -       home
  gas-meter                normal    private -    -         -       home
  gas-install-modify       normal    -       -    -         -       home
  gas-cylinder             utilities -       seen anonymous dispute either
  heating-not-warm         utilities -       -    -         -       home
  heating-outage           utilities -       -    anonymous -       shared
  heating-leak             emergency -       seen -         -       either
  heating-fee              normal    private -    -         -       home
  drain-blocked            utilities -       -    -         -       home
  drain-backflow           utilities -       seen -         -       home
  drain-manhole-overflow   utilities -       seen anonymous -       shared
  drain-smell              normal    -       -    -         -       home
  rain-flooding            emergency -       seen anonymous -       shared
  elevator-trapped         emergency -       -    -         -       shared
  elevator-broken          utilities -       seen anonymous -       shared
  elevator-inspection      utilities -       -    anonymous -       shared
  elevator-replace         complex   -       -    anonymous -       shared
  corridor-light           normal    -       seen anonymous -       shared
  street-light             normal    -       seen anonymous -       shared
  door-access              normal    -       seen anonymous -       shared
  cctv                     normal    private -    -         -       shared
  road-damage              normal    -       seen anonymous -       shared
  manhole-cover            emergency -       seen anonymous -       shared
  fitness-equipment        normal    -       seen anonymous -       shared
  mailbox-locker           normal    -       -    -         -       shared
  stair-facility           normal    -       seen anonymous -       shared
  gate-fence               normal    -       seen anonymous -       shared
  tree-trim                normal    -       seen anonymous -       shared
  tree-fallen              utilities -       seen anonymous -       shared
  barrier-free             complex   -       seen anonymous -       shared
  leak-from-upstairs       complex   -       seen -         dispute home
  leak-roof                complex   -       seen -         -       home
  leak-exterior-wall       complex   -       seen -         -       home
  exterior-wall-falling    emergency -       seen anonymous -       shared
  house-crack              utilities -       seen -         -       either
  warranty-developer       complex   -       seen -         dispute home
  maintenance-fund         complex   -       -    -         -       shared
  load-bearing-wall        utilities -       seen anonymous dispute either
  network-down             utilities -       -    -         -       home
  cable-hanging            utilities -       seen anonymous -       shared
  network-access           complex   -       -    anonymous -       either
  mobile-signal            complex   -       -    anonymous -       either
  tv-signal                utilities -       -    -         -       home
  telecom-complaint        normal    private -    -         dispute home
  garbage-uncollected      normal    -       seen anonymous -       shared
  renovation-waste         normal    -       seen anonymous -       either
  corridor-clutter         normal    -       seen anonymous dispute shared
  ads-stickers             normal    -       seen anonymous -       shared
  pests                    normal    -       -    -         -       either
  wasp-nest                utilities -       seen anonymous -       either
  restaurant-fume          complex   -       -    anonymous dispute either
  light-pollution          normal    -       seen anonymous dispute either
  parking-occupied         normal    -       -    -         dispute shared
  car-blocking             utilities -       -    -         dispute shared
  parking-disorder         normal    -       seen anonymous dispute shared
  zombie-car               complex   -       seen anonymous -       shared
  parking-fee              complex   -       -    -         dispute shared
  ebike-upstairs           utilities -       seen anonymous dispute shared
  flying-wire-charging     utilities -       seen anonymous dispute shared
  ev-charger-install       complex   -       -    -         -       shared
  charging-facility        normal    -       seen anonymous -       shared
  shared-bike              normal    -       seen anonymous -       shared
  noise-neighbor           complex   -       -    anonymous dispute either
  noise-renovation         normal    -       -    anonymous dispute either
  noise-square-dance       normal    -       -    anonymous dispute shared
  noise-construction       normal    -       -    anonymous dispute shared
  noise-business           complex   -       -    anonymous dispute either
  noise-equipment          complex   -       -    anonymous -       either
  ac-drip                  normal    -       seen anonymous dispute either
  balcony-drip             normal    -       -    anonymous dispute either
  neighbor-dispute         complex   private -    -         dispute either
  throwing-objects         utilities -       -    anonymous dispute shared
  falling-hazard           utilities -       seen anonymous -       shared
  group-rental             complex   -       -    anonymous dispute either
  illegal-building         complex   -       seen anonymous dispute either
  occupy-public-area       complex   -       seen anonymous dispute shared
  street-vendor            normal    -       seen anonymous -       shared
  change-use               complex   -       -    anonymous dispute either
  fire                     emergency -       -    -         -       either
  fire-lane-blocked        utilities -       seen anonymous -       shared
  fire-facility            utilities -       seen anonymous -       shared
  theft                    normal    private -    -         -       either
  fraud                    utilities private -    -         -       either
  lost-person              emergency private -    -         -       either
  medical-emergency        emergency private -    -         -       either
  fight-violence           emergency private -    anonymous -       either
  domestic-violence        emergency private -    anonymous -       either
  locked-out               utilities private -    -         -       home
  traffic-accident         normal    private -    -         dispute shared
  mental-crisis            emergency private -    -         -       either
  elder-alone              emergency private -    -         -       either
  elder-care               normal    private -    -         -       home
  elder-allowance          normal    private -    -         -       home
  disability               normal    private -    -         -       home
  low-income               normal    private -    -         -       home
  homeless                 normal    private -    anonymous -       shared
  id-hukou                 normal    private -    -         -       home
  residence-permit         normal    private -    -         -       home
  community-certificate    normal    private -    -         -       home
  social-security          normal    private -    -         -       home
  medical-insurance        normal    private -    -         -       home
  school-enrol             normal    private -    -         -       home
  utility-transfer         normal    private -    -         -       home
  public-housing           normal    private -    -         -       home
  labor-dispute            normal    private -    -         dispute home
  consumer-dispute         normal    private -    -         dispute home
  legal-aid                normal    private -    -         -       home
  dog-nuisance             normal    -       -    anonymous dispute shared
  dog-bite                 emergency private -    -         dispute either
  stray-animals            normal    -       -    anonymous -       shared
  dog-license              normal    private -    -         -       home
  livestock                normal    -       seen anonymous dispute either
  wild-animal              utilities -       -    anonymous -       shared
  property-fee             normal    private -    -         dispute home
  property-bad-service     normal    -       -    anonymous dispute shared
  property-cut-services    utilities private -    -         dispute home
  owners-committee-setup   complex   -       -    anonymous dispute shared
  owners-committee-dispute complex   -       -    anonymous dispute shared
  public-revenue           complex   -       -    anonymous dispute shared
  property-none            complex   -       -    anonymous -       shared
  shared-utility-fee       normal    -       -    anonymous dispute shared
  rental-repair            normal    private -    -         dispute home
  old-community-renewal    complex   -       -    anonymous -       shared
  renewal-quality          complex   -       seen -         dispute either
  elevator-add             complex   -       -    -         dispute shared
`

const inWords = (kind: RequestKind) =>
  [
    kind.class,
    kind.isPrivate ? 'private' : '-',
    kind.isSeen ? 'seen' : '-',
    kind.mayBeAnonymous ? 'anonymous' : '-',
    kind.isDispute ? 'dispute' : '-',
    kind.isHome,
  ].join(' ')

const judgedLines = judged
  .trim()
  .split('\n')
  .map((line) => line.trim().replace(/\s+/g, ' '))

const matter = (id: string) => {
  const found = matterNames.find((one) => one.id === id)
  if (!found) throw new Error(`no matter ${id}`)
  return found
}

describe('what a request about a matter is', () => {
  it('was judged for every matter of the pack', () => {
    expect(judgedLines.map((line) => line.split(' ')[0])).toEqual(matterNames.map(({ id }) => id))
  })

  it.each(judgedLines)('%s', (line) => {
    const [id = ''] = line.split(' ')
    expect(`${id} ${inWords(requestKind(id))}`).toBe(line)
  })

  it.each(matterNames.filter(({ urgency }) => urgency === 'emergency').map(({ id }) => id))(
    'is an emergency where the matter is a danger: %s',
    (id) => {
      expect(requestKind(id).class).toBe('emergency')
    },
  )

  it.each(['theft', 'property-none', 'leak-from-upstairs', 'leak-roof'])(
    'is an ordinary or a long one though the matter is urgent, only here: %s',
    (id) => {
      expect(matter(id).urgency).toBe('urgent')
      expect(['normal', 'complex']).toContain(requestKind(id).class)
    },
  )

  it('waits for the office in no other urgent matter', () => {
    const slow = matterNames.filter(
      ({ id, urgency }) => urgency === 'urgent' && ['normal', 'complex'].includes(requestKind(id).class),
    )
    expect(slow.map(({ id }) => id).sort()).toEqual(['leak-from-upstairs', 'leak-roof', 'property-none', 'theft'])
  })
})

describe('what the public may know of it', () => {
  it.each([
    ...['domestic-violence', 'fight-violence', 'mental-crisis', 'medical-emergency', 'lost-person', 'dog-bite'],
    ...['theft', 'fraud', 'elder-alone', 'disability', 'low-income', 'homeless', 'public-housing', 'labor-dispute'],
    ...['legal-aid', 'property-fee', 'property-cut-services', 'neighbor-dispute', 'medical-insurance', 'cctv'],
  ])('is not even what it is about: %s', (id) => {
    expect(requestKind(id).isPrivate).toBe(true)
  })

  it.each(matterNames.filter(({ group }) => ['welfare', 'affairs'].includes(group)).map(({ id }) => id))(
    'is nothing of welfare and papers: %s',
    (id) => {
      expect(requestKind(id).isPrivate).toBe(true)
    },
  )

  it('is never a word where somebody is blamed or somebody’s life is told', () => {
    const shown = matterNames.filter(({ id }) => mayShowWords(requestKind(id)))
    expect(shown.filter(({ id }) => requestKind(id).isPrivate || requestKind(id).isDispute)).toEqual([])
    expect(shown.map(({ id }) => id)).toContain('corridor-light')
  })

  it('is a picture of nobody’s life: what is private is never to be proved by one', () => {
    expect(matterNames.filter(({ id }) => requestKind(id).isPrivate && requestKind(id).isSeen)).toEqual([])
  })

  it.each(['domestic-violence', 'fight-violence', 'mental-crisis', 'theft', 'fraud'])(
    'is not what one has to talk out at a table: %s',
    (id) => {
      expect(requestKind(id).isDispute).toBe(false)
    },
  )
})

describe('a request about none of our matters', () => {
  it.each([null, 'no-such-matter', '', 'welfare', 'toString', '__proto__'])(
    'is ordinary, private, and asks for nothing: %s',
    (id) => {
      expect(inWords(requestKind(id))).toBe('normal private - - - either')
    },
  )
})

describe('the lists', () => {
  const rows = Object.entries(kindsOf).map(([words, ids]) => ({ words, ids: ids.trim().split(/\s+/) }))
  const listed = rows.flatMap(({ ids }) => ids)
  const known = [
    'emergency',
    'utilities',
    'normal',
    'complex',
    'private',
    'seen',
    'anonymous',
    'dispute',
    'home',
    'shared',
  ]

  it('name groups and matters of the pack only, each once', () => {
    const ids = [...groups, ...matterNames].map(({ id }) => id)
    expect(listed.filter((id) => !ids.includes(id))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
  })

  it('have something to say of every group, for matters to come', () => {
    expect(groups.filter(({ id }) => !listed.includes(id))).toEqual([])
  })

  it('know no other words, and none that contradict each other', () => {
    for (const { words } of rows) {
      const used = words.split(' ').filter(Boolean)
      expect(used.filter((word) => !known.includes(word))).toEqual([])
      expect(used.filter((word) => known.indexOf(word) < 4).length).toBeLessThan(2)
      expect(used.includes('home') && used.includes('shared')).toBe(false)
    }
  })

  it('do not repeat of a matter what holds of its group', () => {
    const repeated = rows.flatMap(({ ids }) =>
      ids.filter((id) => ids.includes(matterNames.find((one) => one.id === id)?.group ?? '')),
    )
    expect(repeated).toEqual([])
  })
})
