import Taro from '@tarojs/taro'

/** Where a card was opened, as far as WeChat says it. */
export interface GroupEntered {
  readonly openedIn: 'group' | 'chat' | 'elsewhere' | null
  /** A CloudID, which WeChat opens for the server; null: it gave none. */
  readonly group: string | null
}

const notSaid: GroupEntered = { openedIn: null, group: null }

/** WeChat's scenes of cards, with and without a share ticket; in the timeline. Whatever else does not say where. */
const openedIn: Readonly<Record<number, GroupEntered['openedIn']>> = {
  1007: 'chat',
  1008: 'group',
  1044: 'group',
  1154: 'elsewhere',
  1155: 'elsewhere',
}

/** The notice does not wait longer for it (ms). */
const patience = 800

/**
 * Where the card with this token was opened. Asked by the page that it leads to; where the app was entered in another way,
 * WeChat speaks of that one, and nothing is known of this card. Never throws.
 */
export async function groupEntered(token: string | null): Promise<GroupEntered> {
  const { scene, query } = entered()
  if (token === null || query['t'] !== token) return notSaid
  const where = openedIn[scene] ?? null
  return where === 'group' ? { openedIn: where, group: await groupId() } : { ...notSaid, openedIn: where }
}

function entered(): { readonly scene: number; readonly query: Readonly<Record<string, string | undefined>> } {
  try {
    const { scene, query } = Taro.getEnterOptionsSync()
    return { scene: Number(scene), query: Object(query) as Record<string, string | undefined> }
  } catch {
    return { scene: 0, query: {} }
  }
}

/** WeChat gives no promise here. */
function groupId(): Promise<string | null> {
  return new Promise((done) => {
    setTimeout(() => done(null), patience)
    try {
      void Taro.getGroupEnterInfo({
        success: ({ cloudID }) => done(typeof cloudID === 'string' ? cloudID : null),
        fail: () => done(null),
      })
    } catch {
      done(null)
    }
  })
}
