import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useAccount } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { State } from '../../../components'
import { offerForm as words, wishHung } from '../../../text/wish'
import { pathTo } from '../../go'
import { Waiting } from '../../waiting'

interface OwnCommunity {
  /** null: not known yet, or they hold no role by which somebody helps there. */
  readonly communityId: string | null
  /** What stands where there is none. */
  readonly waiting: ReactNode
}

/** The server does not know who asks, or they are nobody here: that does not pass by asking again. */
const strangers: readonly string[] = ['caller.unknown', 'role.forbidden', 'consent.needed']

/**
 * The community in which somebody helps: the one that a page was opened for, where they may, else the first of their
 * roles. Whoever helps nowhere learns before they write anything how one comes to it.
 */
export function useOwnCommunity(asked: string | null): OwnCommunity {
  const { hasRole } = useAccount()
  const { posts, busy, refused, reload, may } = usePosts()
  const helping = posts?.filter(({ communityId, gridId }) => may('offer.hang', { communityId, gridId })) ?? []
  const own = helping.find(({ communityId }) => asked === null || communityId === asked)
  // Off line a helper still writes: the card waits on the phone, and the server decides.
  const unasked = posts === null && hasRole && refused?.startsWith('network.') ? asked : null
  return {
    communityId: own?.communityId ?? unasked,
    waiting:
      posts || (refused && strangers.includes(refused)) ? (
        <State
          icon="welfare"
          title={helping.length > 0 ? words.becomeHere : words.become}
          hint={words.becomeHint}
          action={{ text: wishHung.wall, onTap: () => void Taro.switchTab({ url: pathTo('wishes') }) }}
        />
      ) : (
        <Waiting busy={busy} refused={refused} retry={() => void reload()} />
      ),
  }
}
