import { functionOf } from '../../src/client/runs-in'
import { actions } from '../../src/contract'

describe('where an action runs', () => {
  it.each(actions.map((action) => [action.name, 'runsIn' in action ? action.runsIn : 'api'] as const))(
    'is for %s the function %s, as the contract says',
    (name, runsIn) => {
      expect(functionOf(name)).toBe(runsIn)
    },
  )
})
