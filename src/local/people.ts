import { demoMembers } from './demo/people'

/** Somebody whom the demo offers to be. Made up, and named by what they do. */
export interface DemoPerson {
  /** What the H5 page says instead of WeChat; never shown, never logged. */
  readonly openid: string
  readonly name: string
}

/** The ready-made people. Their ids stay, so that seeds and tests can give them something to do. */
export const demoPeople: readonly DemoPerson[] = [
  { openid: 'demo-person-a', name: '居民甲' },
  { openid: 'demo-person-b', name: '居民乙' },
  { openid: 'demo-person-c', name: '居民丙' },
  { openid: 'demo-person-d', name: '居民丁' },
  ...demoMembers.map(({ openid, name, communityId }) => ({
    openid,
    name: communityId === 'west-street' ? name : `${name}（别的社区）`,
  })),
]

/** More visitors than anybody tells apart; a bench brings thousands. */
const mostVisitors = 1000

/** Gives whoever calls a name that says nothing of them: a ready-made one, or 访客 and a number in order of coming. */
export class Names {
  private readonly known = new Map(demoPeople.map(({ openid, name }) => [openid, name]))

  of(openid: string): string {
    const name = this.known.get(openid)
    if (name !== undefined) return name
    const visitor = this.known.size - demoPeople.length + 1
    if (visitor > mostVisitors) return '访客'
    this.known.set(openid, `访客 ${visitor}`)
    return `访客 ${visitor}`
  }
}
