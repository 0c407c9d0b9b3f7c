import { needs } from '../../src/client/needs'
import { actions, type Action } from '../../src/contract'

describe('what a page asks an agreement for', () => {
  it('is what the contract needs it for', () => {
    const declared = (actions as readonly Action[]).filter(({ needs }) => needs !== undefined)
    expect(needs).toEqual(Object.fromEntries(declared.map((action) => [action.name, action.needs])))
  })
})
