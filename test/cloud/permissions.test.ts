import { actions } from '../../src/contract'
import { permissions } from '../../src/contract/permissions'
import type { LocalCloud } from '../../src/local/start'
import { allCells, expectedAt, nameOf, walkPermissions, type Cell } from '../../src/tools/support/permission-walk'
import { startProduct } from './support/cloud'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

const cells = allCells()
/** The bench asks all of them; coprime to how many callers and situations there are, so that each action meets many. */
const every = 11
const slice = cells.filter((_, at) => at % every === 0)

/** What the product promises, said by hand: read it aloud, and it is either right or wrong. */
const promised: readonly (readonly [who: string, action: string, about: string, answer: string])[] = [
  ['visitor', 'door.open', '', 'in'],
  ['visitor', 'invitation.open', '', 'in'],
  ['visitor', 'me.show', '', 'caller.unknown'],
  ['visitor', 'home.list', 'here, grid same', 'caller.unknown'],
  ['resident', 'me.export', '', 'in'],
  ['resident who agreed to nothing', 'me.show', '', 'in'],
  ['resident who agreed to nothing', 'home.declare', '', 'consent.needed'],
  ['resident', 'home.list', 'here, grid same', 'role.forbidden'],
  ['resident', 'member.list', 'here, grid same', 'role.forbidden'],
  ['resident', 'member.phone', 'own, here, grid same', 'role.forbidden'],
  ['resident', 'member.revoke', 'own, here, grid same', 'in'],
  ['resident', 'member.revoke', 'other, here, grid same', 'role.forbidden'],
  ['resident', 'complaint.show', 'own, there, grid none', 'in'],
  ['resident', 'complaint.show', 'other, here, grid same', 'role.forbidden'],
  ['resident', 'message.read', 'other', 'role.forbidden'],
  ['resident', 'picture.add', 'other', 'role.forbidden'],
  ['resident', 'complaint.show', 'gone', 'in'],
  ['resident', 'home.confirm', 'gone', 'role.forbidden'],
  ['volunteer, in force', 'home.list', 'here, grid same', 'role.forbidden'],
  ['volunteer of a grid, in force', 'home.list', 'here, grid same', 'role.forbidden'],
  ['volunteer of a grid, in force', 'member.phone', 'other, here, grid same', 'role.forbidden'],
  ['handler, in force', 'complaint.list', 'here, grid none', 'role.forbidden'],
  ['handler, in force', 'complaint.show', 'other, here, grid same', 'role.forbidden'],
  ['duty, in force', 'check.decide', 'other, here, grid same', 'role.forbidden'],
  ['street, in force', 'member.list', 'here, grid none', 'in'],
  ['street, in force', 'member.list', 'there, grid none', 'role.forbidden'],
  ['street, in force', 'member.phone', 'other, here, grid same', 'role.forbidden'],
  ['street, in force', 'home.list', 'here, grid same', 'role.forbidden'],
  ['street, in force', 'audit.list', 'here', 'role.forbidden'],
  ['street, in force', 'report.list', 'here', 'in'],
  ['grid-leader, in force', 'home.list', 'here, grid same', 'in'],
  ['grid-leader, in force', 'home.list', 'here, grid other', 'role.forbidden'],
  ['grid-leader, in force', 'home.list', 'here, grid none', 'role.forbidden'],
  ['grid-leader, in force', 'home.list', 'there, grid same', 'role.forbidden'],
  ['grid-leader, in force', 'home.confirm', 'other, here, grid other', 'role.forbidden'],
  ['grid-leader, in force', 'complaint.show', 'other, here, grid none', 'role.forbidden'],
  ['grid-leader, in force', 'member.phone', 'other, here, grid other', 'role.forbidden'],
  ['grid-leader, in force', 'audit.list', 'here', 'role.forbidden'],
  ['grid-leader, in force', 'miss.list', 'here', 'in'],
  ['grid-leader, in force', 'home.confirm', 'gone', 'in'],
  ['grid-leader, revoked', 'home.list', 'here, grid same', 'role.forbidden'],
  ['grid-leader, expired', 'home.list', 'here, grid same', 'role.forbidden'],
  ['grid-leader, not begun', 'home.list', 'here, grid same', 'role.forbidden'],
  ['secretary, in force', 'audit.list', 'here', 'in'],
  ['secretary, in force', 'audit.list', 'there', 'role.forbidden'],
  ['secretary, in force', 'home.list', 'here, grid none', 'in'],
  ['secretary, in force', 'member.phone', 'other, there, grid none', 'role.forbidden'],
  ['secretary, in force', 'member.phone', 'other, here, grid other', 'in'],
  ['secretary, in force', 'complaint.withdraw', 'other, here, grid same', 'role.forbidden'],
  ['secretary, in force', 'message.read', 'other', 'role.forbidden'],
  ['secretary, revoked', 'audit.list', 'here', 'role.forbidden'],
  ['secretary, expired', 'member.phone', 'other, here, grid same', 'role.forbidden'],
  ['secretary, not begun', 'check.decide', 'other, here, grid same', 'role.forbidden'],
  ['secretary elsewhere', 'member.list', 'here, grid none', 'role.forbidden'],
  ['secretary elsewhere', 'member.list', 'there, grid none', 'in'],
  ['secretary elsewhere, revoked here', 'audit.list', 'here', 'role.forbidden'],
  ['secretary elsewhere, revoked here', 'audit.list', 'there', 'in'],
  ['grid leader and handler', 'home.list', 'here, grid same', 'in'],
  ['grid leader and handler', 'home.list', 'here, grid other', 'role.forbidden'],
]

/** The cells that a line means: all that its words fit. */
const meant = (who: string, action: string, about: string): readonly Cell[] =>
  cells.filter((cell) => {
    const [name = '', sides = ''] = [
      nameOf(cell).slice(0, nameOf(cell).lastIndexOf(': ')),
      nameOf(cell).split(': ').at(-1),
    ]
    const words = about === '' ? [] : about.split(', ')
    return (
      name === `${action} by ${who}` &&
      words.every((word) => sides.split(', ').includes(word)) &&
      (about === 'gone') === cell.situation.missing
    )
  })

describe('the table of permissions', () => {
  it.each(promised)('lets %s do %s about %s: %s', (who, action, about, answer) => {
    const found = meant(who, action, about)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map((cell) => expectedAt(cell))).toEqual(found.map(() => answer))
  })

  it('is asked about every action, allowed and denied', () => {
    for (const { name } of actions) {
      const answers = new Set(cells.filter(({ action }) => action === name).map((cell) => expectedAt(cell)))
      expect([name, answers.has('in')]).toEqual([name, true])
      // What everybody may do is denied to nobody.
      expect([name, answers.size > 1]).toEqual([name, permissions[name].visitor !== 'any'])
    }
  })
})

describe('the product’s own bundle', () => {
  it(`answers every ${every}th cell as the table says, and a denied call changes nothing`, async () => {
    const { wrong, changed, cells: asked, denied } = await walkPermissions(cloud, slice)
    expect(wrong).toEqual([])
    expect(changed).toEqual([])
    expect(asked).toBe(slice.length)
    expect(denied).toBeGreaterThan(slice.length / 2)
  }, 300_000)

  it('answers every cell that is promised by hand', async () => {
    const all = promised.flatMap(([who, action, about]) => meant(who, action, about).slice(0, 1))
    expect((await walkPermissions(cloud, all)).wrong).toEqual([])
  }, 120_000)

  it('is found out where it answers otherwise than a table', async () => {
    const listing = cells.filter(({ action }) => action === 'audit.list')
    const opened = { ...permissions, 'audit.list': { secretary: 'community', 'grid-leader': 'community' } as const }
    const shut = { ...permissions, 'audit.list': {} }
    expect((await walkPermissions(cloud, listing, opened)).wrong).toContain(
      'audit.list by grid-leader, in force: other, here, grid same, agency none: role.forbidden, not in',
    )
    expect((await walkPermissions(cloud, listing, shut)).wrong).toContain(
      'audit.list by secretary, in force: other, here, grid same, agency none: in, not role.forbidden',
    )
  })
})
