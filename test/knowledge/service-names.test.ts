import { serviceGroupNames, serviceNames } from '../../src/knowledge/service-names'
import { serviceGroups, services } from '../../src/knowledge/services'

describe('the kinds of service on the phone', () => {
  it('are those of the pack, word for word', () => {
    const lean = services.map(({ id, name, group, atHome, needs, minutes }) => ({
      ...{ id, name, group, atHome, needs, minutes },
    }))
    expect(serviceNames).toEqual(lean)
  })

  it('stand in the groups of the pack', () => {
    expect(serviceGroupNames).toEqual(serviceGroups.map(({ id, name }) => ({ id, name })))
  })
})
