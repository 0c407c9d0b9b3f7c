import type { LocalCloud } from '../../src/local/start'
import { noticeCards, noticeSteps, writeAndShare, writingWays } from '../../src/tools/bench/notices'
import { benches } from '../../src/tools/bench/benches'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { cardCases, openOldCards } from '../../src/tools/support/proof/notice-cards'

jest.setTimeout(240_000)

let cloud: LocalCloud
beforeEach(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterEach(() => cloud.close())

describe('the steps from a template to a shared card', () => {
  it.each(writingWays.map((way) => [way.what, way] as const))(
    'are eight taps and nothing typed, %s',
    async (_, way) => {
      expect(await writeAndShare(cloud, way)).toEqual({ taps: 8, texts: 0 })
    },
  )

  it('count what was typed', async () => {
    const [way] = writingWays
    if (!way) throw new Error('no way')
    const steps = way.steps.flatMap((step) =>
      step === '#next' ? [{ into: '#more', types: '送水车停在南门' }, step] : [step],
    )
    expect(await writeAndShare(cloud, { ...way, steps })).toEqual({ taps: 8, texts: 1 })
  })
})

describe('old cards', () => {
  const some = cardCases.filter(({ name }) => name === 'withdrawn' || name === 'changed')

  it('show nothing that does not hold, and what would show it is found', async () => {
    expect(await openOldCards(cloud, some)).toEqual({
      ...{ opened: 8, wrong: [], missed: [] },
      planted: { opened: 2, wrong: 2 },
    })
  })

  it('are found where nothing became of the notice', async () => {
    const [first] = some
    if (!first) throw new Error('no case')
    const { wrong, missed } = await openOldCards(cloud, [{ ...first, then: () => Promise.resolve() }])
    expect([wrong, missed].map(({ length }) => length)).toEqual([4, 3])
  })
})

it.each([noticeSteps, noticeCards])('$name is one of the benches', (bench) => {
  expect(benches).toContain(bench)
})
