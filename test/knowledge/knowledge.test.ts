import type { Answer, Knowledge, Matter } from '../../src/domain/routing/types'
import { knowledge } from '../../src/knowledge'
import { findMatterName, groups, matterNames } from '../../src/knowledge/names'
import { findRule, matterRules } from '../../src/knowledge/rules'
import { checkKnowledge, unreachable } from '../../src/knowledge/check'
import { askedSettings as settings, findSetting } from '../../src/knowledge/setting-words'
import { settings as settingRules } from '../../src/knowledge/settings'

const matter = (id: string): Matter => {
  const found = knowledge.matters.find((one) => one.id === id)
  if (!found) throw new Error(`no matter ${id}`)
  return found
}

/** The pack with one matter changed. */
const withMatter = (id: string, change: (matter: Matter) => Partial<Matter>): Knowledge => ({
  ...knowledge,
  matters: knowledge.matters.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
})

const withAnswer = (id: string, at: number, change: Partial<Answer>): Knowledge =>
  withMatter(id, ({ answers }) => ({
    answers: answers.map((answer, place) => (place === at ? { ...answer, ...change } : answer)),
  }))

describe('the pack', () => {
  it('has nothing wrong with it', () => {
    expect(checkKnowledge(knowledge)).toEqual([])
  })

  it('is whole', () => {
    expect(groups).toHaveLength(19)
    expect(knowledge.matters).toHaveLength(139)
    expect(Object.keys(matterRules)).toHaveLength(139)
    expect(Object.keys(knowledge.laws)).toHaveLength(97)
    // Fifty rows came; one of them is no number.
    expect(knowledge.hotlines).toHaveLength(49)
    // The forty-nine of the source, and the three that hide what a place does not have.
    expect(settings).toHaveLength(52)
  })

  it('keeps the fourteen dangers, each with the number to call first', () => {
    const dangers = matterNames.filter(({ urgency }) => urgency === 'emergency')
    expect(dangers).toHaveLength(14)
    expect(Object.fromEntries(dangers.map(({ id, emergency }) => [id, emergency]))).toMatchObject({
      'gas-leak': '119',
      fire: '119',
      'elevator-trapped': '119',
      'lost-person': '110',
      'domestic-violence': '110',
      'medical-emergency': '120',
      'dog-bite': '120',
      'heating-leak': '120',
      'manhole-cover': '110',
    })
  })

  it('reaches every answer', () => {
    for (const one of knowledge.matters) expect([one.id, unreachable(one, knowledge.settings)]).toEqual([one.id, []])
  })

  it('asks at most two questions', () => {
    for (const { questions } of knowledge.matters) expect(questions.length).toBeLessThanOrEqual(2)
  })

  it('links nowhere and keeps its sources out of what ships', () => {
    const shipped = JSON.stringify(knowledge)
    expect(shipped).not.toMatch(/https?:|www\.|github|LawRefBook/i)
  })

  it('has no half-width comma between Chinese characters', () => {
    expect(JSON.stringify(knowledge)).not.toMatch(/\p{Script=Han}[,;:?!]\p{Script=Han}/u)
  })

  it('finds names, rules and settings by id', () => {
    expect(findMatterName('drain-blocked')?.group).toBe('drainage')
    expect(findRule('drain-blocked')?.escalation.at(-1)).toBe('hotline12345')
    expect(findSetting('property.exists')?.kind).toBe('choice')
    expect([findMatterName('nothing'), findRule('nothing'), findSetting('nothing')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('settings', () => {
  it('answer for the resident who manages the pipes, the pumps and the house', () => {
    const silent = Object.fromEntries(
      knowledge.matters.flatMap(({ id, questions }) =>
        questions.flatMap(({ id: question, answeredBy }) =>
          answeredBy ? [[`${id}.${question}`, answeredBy.setting]] : [],
        ),
      ),
    )
    expect(silent).toMatchObject({
      'heating-not-warm.operator': 'heating.secondaryOperator',
      'heating-outage.operator': 'heating.secondaryOperator',
      'water-pump.owner': 'water.secondaryOperator',
      'corridor-light.pm': 'property.exists',
      'corridor-clutter.pm': 'property.exists',
      'power-meter-bill.payee': 'power.supplyMode',
    })
  })

  it('leave open where the trouble is, unless it is the same agency everywhere', () => {
    const place = matter('road-damage').questions.find(({ id }) => id === 'place')
    expect(place?.answeredBy).toEqual({ setting: 'road.redline', map: { municipal: 'unknown' } })
  })

  it('ask no resident who manages something in words of the trade', () => {
    const asked = knowledge.matters.flatMap(({ questions }) => questions.map(({ text }) => text))
    expect(asked.filter((text) => /二次网|二次供水|专变|产权/.test(text))).toEqual([])
  })

  it('say which roles nobody has, and whether their work is still there', () => {
    const absences = settings.flatMap((spec) =>
      spec.kind === 'choice' && spec.absence ? [[spec.id, spec.absence.role, spec.absence.work]] : [],
    )
    expect(absences).toEqual([
      ['property.exists', 'property', 'remains'],
      ['gas.supply', 'gas', 'falls-away'],
      ['heating.exists', 'heat', 'falls-away'],
      ['elevator.exists', 'elevator_maint', 'falls-away'],
      ['committee.exists', 'owners_committee', 'falls-away'],
    ])
  })

  it('decide on a phone by the same rules, which are all asked of the keepers', () => {
    const decisive = knowledge.settings.filter((spec) => spec.kind !== 'choice' || spec.absence)
    expect(settingRules).toHaveLength(decisive.length)
    expect(decisive).toEqual(settingRules.map((rule) => expect.objectContaining(rule)))
  })

  it('hide the lifts, and not the wish for one, only in a place that says it has none', () => {
    for (const { id, group, shownWhere } of matterNames)
      expect([id, shownWhere?.['elevator.exists']]).toEqual([id, group === 'elevator' ? ['yes'] : undefined])
    expect(findMatterName('elevator-add')?.group).toBe('renewal')
  })

  it('hide heating only in a place that says it has none', () => {
    for (const { id, group, shownWhere } of matterNames)
      expect([id, shownWhere?.['heating.exists']]).toEqual([id, group === 'heating' ? ['central', 'own'] : undefined])
  })
})

describe('hotlines', () => {
  const byNumber = (number: string) => knowledge.hotlines.find((hotline) => hotline.number === number)

  it('are sure only where the whole country takes the call', () => {
    for (const number of ['110', '119', '120', '122', '12345', '95598', '12315', '12333', '12348', '12393'])
      expect([number, byNumber(number)?.sure]).toEqual([number, true])
    for (const number of ['12338', '12356', '12349', '12300', '96119', '12319', '12369', '10099'])
      expect([number, byNumber(number)?.sure]).toEqual([number, false])
  })

  it('know that 12110 takes messages and no calls', () => {
    expect(knowledge.hotlines.filter(({ channel }) => channel === 'sms').map(({ number }) => number)).toEqual(['12110'])
  })

  it('send nobody to 119 who only reports a blocked corridor', () => {
    for (const id of ['corridor-clutter', 'ebike-upstairs', 'fire-lane-blocked', 'fire-facility', 'parking-disorder'])
      expect(matter(id).answers.flatMap(({ responsible }) => responsible.map(({ role }) => role))).not.toContain('fire')
  })

  it('are not promised in words where they are not sure', () => {
    const words = knowledge.matters.flatMap(({ safetyFirst, answers }) => [
      safetyFirst ?? '',
      ...answers.flatMap(({ responsible }) => responsible.map(({ reason }) => reason)),
    ])
    // 交管12123 is the name of an app there, not a number to ring.
    const unsure = knowledge.hotlines.filter(({ sure, number }) => !sure && number !== '12123')
    expect(unsure.filter(({ number }) => words.some((text) => text.includes(number)))).toEqual([])
  })
})

describe('laws', () => {
  it('of local scope name their region in full', () => {
    const local = Object.values(knowledge.laws).filter(({ scope }) => scope === 'local')
    expect(local).toHaveLength(11)
    expect(local.every(({ region }) => region !== null && /[省市]$/.test(region))).toBe(true)
  })

  it('mark the answers that rest on local practice only', () => {
    const local = knowledge.matters.filter(({ answers }) =>
      answers.some(({ basis }) => basis.length > 0 && basis.every((law) => knowledge.laws[law]?.scope === 'local')),
    )
    expect(local.map(({ id }) => id)).toEqual([
      'water-pipe-leak-home',
      'water-meter-bill',
      'water-pump',
      'heating-not-warm',
      'heating-leak',
    ])
  })
})

describe('checkKnowledge finds', () => {
  const broken: readonly (readonly [string, Knowledge, RegExp])[] = [
    [
      'a role that is not there',
      withAnswer('fire', 0, { responsible: [{ role: 'wizard', reason: '会魔法。' }] }),
      /no role wizard/,
    ],
    ['a law that is not there', withAnswer('fire', 0, { basis: ['XX1'] }), /no law XX1/],
    ['a question that is not there', withAnswer('drain-blocked', 0, { when: { mood: 'bad' } }), /no question mood/],
    ['an option that is not there', withAnswer('drain-blocked', 0, { when: { scope: 'half' } }), /has no option half/],
    [
      'a choice that is not there',
      withAnswer('drain-blocked', 1, { when: {}, setting: { 'property.exists': ['maybe'] } }),
      /no choice maybe/,
    ],
    [
      'a setting that is not there',
      withMatter('fire', () => ({ settings: ['fire.colour'] })),
      /no setting fire\.colour/,
    ],
    [
      'a setting used and not listed',
      withMatter('corridor-light', () => ({ settings: [] })),
      /missing among the matter's settings/,
    ],
    [
      'a map to an option that is not there',
      withMatter('corridor-light', ({ questions }) => ({
        questions: questions.map((question) => ({
          ...question,
          answeredBy: { setting: 'property.exists', map: { yes: 'perhaps' } },
        })),
      })),
      /no option perhaps/,
    ],
    [
      'a table without a default',
      withMatter('drain-blocked', ({ answers }) => ({ answers: answers.slice(0, 2) })),
      /no default/,
    ],
    [
      'an answer behind the default',
      withMatter('drain-blocked', ({ answers }) => ({ answers: [...answers].reverse() })),
      /never reached/,
    ],
    [
      'a chain that ends elsewhere',
      withMatter('fire', () => ({ escalation: ['hotline12345', 'fire'] })),
      /does not end in 12345/,
    ],
    [
      'a chain through somebody without a phone',
      withMatter('fire', () => ({ escalation: ['court', 'hotline12345'] })),
      /nobody dials court/,
    ],
    ['a danger without its number', withMatter('fire', () => ({ emergency: undefined })), /number to call first/],
    ['a number on what is no danger', withMatter('parking-fee', () => ({ emergency: '110' })), /number to call first/],
    [
      'a third question',
      withMatter('leak-from-upstairs', ({ questions }) => ({
        questions: [
          ...questions,
          {
            id: 'more',
            text: '还有吗？',
            options: [
              { id: 'a', label: '有' },
              { id: 'b', label: '没有' },
            ],
          },
        ],
      })),
      /more than two questions/,
    ],
    [
      'a question that changes nothing',
      withMatter('fire', () => ({
        questions: [
          {
            id: 'size',
            text: '火大吗？',
            options: [
              { id: 'big', label: '大' },
              { id: 'small', label: '小' },
            ],
          },
        ],
      })),
      /no answer depends on it/,
    ],
    ['one name for two matters', withMatter('fire', () => ({ name: matter('gas-leak').name })), /stands twice/],
    [
      'a link',
      withAnswer('fire', 0, { responsible: [{ role: 'fire', reason: '见 https://example.org 。' }] }),
      /links outside/,
    ],
    ['half-width punctuation', withMatter('fire', () => ({ safetyFirst: '快跑,别回头' })), /half-width/],
    ['a matter twice', { ...knowledge, matters: [...knowledge.matters, matter('fire')] }, /fire stands twice/],
    ['a group that is not there', withMatter('fire', () => ({ group: 'heaven' })), /no group heaven/],
    [
      'a setting that decides nothing',
      {
        ...knowledge,
        settings: [
          ...settings,
          {
            id: 'moon.phase',
            kind: 'choice',
            ask: '月亮圆吗？',
            options: [
              { id: 'a', label: '圆' },
              { id: 'b', label: '不圆' },
            ],
          },
        ],
      },
      /nothing depends on it/,
    ],
    [
      'an absence of a role that is not there',
      {
        ...knowledge,
        settings: settings.map((spec) =>
          spec.kind === 'choice' && spec.absence ? { ...spec, absence: { ...spec.absence, role: 'wizard' } } : spec,
        ),
      },
      /no agency can lack the role wizard/,
    ],
    [
      'an absence by a choice that is not there',
      {
        ...knowledge,
        settings: settings.map((spec) =>
          spec.kind === 'choice' && spec.absence
            ? { ...spec, absence: { ...spec.absence, choices: ['vanished'] } }
            : spec,
        ),
      },
      /no choice vanished to mean/,
    ],
    [
      'two settings for one role',
      { ...knowledge, settings: [...settings, { id: 'heat.other', kind: 'agency', ask: '谁？', role: 'heat' }] },
      /heat stands twice/,
    ],
    [
      'a hotline for nobody',
      {
        ...knowledge,
        hotlines: [
          ...knowledge.hotlines,
          { number: '12399', name: '无', for: '无', roles: ['wizard'], sure: true, channel: 'call', open24h: null },
        ],
      },
      /12399: no role wizard/,
    ],
    [
      'a law of nowhere',
      { ...knowledge, laws: { ...knowledge.laws, XF44: { ...knowledge.laws.XF44!, scope: 'local' } } },
      /local law has a region/,
    ],
    ['a shape that is none', { ...knowledge, groups: [{ id: 'water' }] } as unknown as Knowledge, /groups\.0/],
  ]

  it.each(broken)('%s', (_what, planted, problem) => {
    expect(checkKnowledge(planted).join('\n')).toMatch(problem)
  })
})
