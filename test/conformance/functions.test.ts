import { deployReason, localOnly, openTarget } from './support/target'
import { errorOf } from './support/words'

const target = openTarget()
const deployed = localOnly(deployReason)

describe('callFunction', () => {
  deployed('hands over the data and gives the answer', async () => {
    const data = { text: '家', list: [1, { a: null }] }
    expect((await target.sdk.callFunction({ name: 'echo', data })).result).toEqual({
      got: expect.objectContaining(data),
    })
  })

  deployed('works from one function to another', async () => {
    const { result } = await target.sdk.callFunction({ name: 'caller', data: { name: 'echo', data: { n: 1 } } })
    expect(result).toEqual({ got: expect.objectContaining({ n: 1 }) })
  })

  deployed('fails where the function throws', async () => {
    // The SDK passes on the words only, not the code.
    expect((await errorOf(target.sdk.callFunction({ name: 'broken' }))).errMsg).toContain('broken')
  })

  it('fails where there is no such function', async () => {
    const error = await errorOf(target.sdk.callFunction({ name: 'conformance-nowhere' }))
    expect(error.errMsg).toMatch(/not be found|not_found|not exist/i)
  })
})
