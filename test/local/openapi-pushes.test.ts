import { Clock } from '../../src/local/clock'
import { Sqlite } from '../../src/local/database/sqlite'
import { Pushes } from '../../src/local/openapi/pushes'

function started(send: (event: unknown) => Promise<unknown>) {
  const sqlite = new Sqlite(':memory:')
  const clock = new Clock()
  const log = jest.fn()
  return { sqlite, clock, log, pushes: new Pushes({ sqlite, clock, send, twice: false, log }) }
}

describe('a push', () => {
  it('waits until it is due', async () => {
    const arrived: unknown[] = []
    const { clock, pushes } = started(async (event) => arrived.push(event))
    pushes.add({ n: 1 }, 3000)
    expect(await pushes.deliverDue()).toBe(0)
    clock.moveTo(4000)
    expect(await pushes.deliverDue()).toBe(1)
    expect(arrived).toEqual([{ n: 1 }])
  })

  it('that fails is tried three times, five seconds apart, and then given up', async () => {
    let tries = 0
    const { clock, pushes, log } = started(async () => {
      tries += 1
      throw new Error('broken')
    })
    pushes.add({}, 0)
    for (const [at, expected] of [
      [0, 1],
      [4000, 1],
      [6000, 2],
      [12_000, 3],
      [60_000, 3],
    ] as const) {
      clock.moveTo(at)
      await pushes.deliverDue()
      expect(tries).toBe(expected)
    }
    expect(pushes.waiting).toBe(0)
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ level: 'error' }))
  })

  it('is under way once, however often somebody looks', async () => {
    let release = () => {}
    let count = 0
    const { pushes } = started(async () => {
      count += 1
      await new Promise<void>((resolve) => (release = resolve))
    })
    pushes.add({}, 0)
    const both = [pushes.deliver(), pushes.deliver()]
    release()
    expect(await Promise.all(both)).toEqual([1, 1])
    expect(count).toBe(1)
  })

  it('that is under way while the cloud closes is kept, however often that happens', async () => {
    const { sqlite, clock, log, pushes: first } = started(async () => null)
    first.add({}, 0)
    for (let round = 0; round < 5; round++) {
      let fail = (_: Error) => {}
      const send = () => new Promise((_, reject) => (fail = reject))
      const pushes = new Pushes({ sqlite, clock, send, twice: false, log })
      const delivery = pushes.deliver()
      const closing = pushes.close()
      fail(new Error('the local cloud is stopping'))
      await Promise.all([delivery, closing])
      expect(await pushes.deliver()).toBe(0)
    }
    expect(first.waiting).toBe(1)
    expect(await first.deliver()).toBe(1)
  })
})
