import { useState } from 'react'
import type { Post } from '../../client'
import { usePosts } from '../../client/use-posts'
import { Notice, Slot, State } from '../../components'
import { refusalText } from '../../text'
import { work as words } from '../../text/roles'
import { go, pathTo } from '../go'
import { Shell, useNow } from '../shell'
import { Waiting } from '../waiting'
import { LeaveSheet } from './parts/leave-sheet'
import { PostCard } from './parts/post-card'
import { useShownAgain } from './parts/shown-again'

/** 工作台: what one's roles are, what waits there, and the ways to do it. */
export default function WorkPage() {
  const { posts, busy, refused, reload } = usePosts({ fresh: true })
  const [leaving, setLeaving] = useState<Post | null>(null)
  const [left, setLeft] = useState(false)
  const now = useNow()
  useShownAgain(() => void reload())
  const gone = () => {
    setLeaving(null)
    setLeft(true)
    void reload()
  }

  return (
    <Shell title={words.title}>
      <Slot>{left ? <Notice tone="done" icon="check" text={words.left} /> : null}</Slot>
      <Slot>{posts && refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {posts === null ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : posts.length === 0 ? (
          <State
            icon="person"
            title={words.none}
            hint={words.noneHint}
            action={{ text: words.haveCode, onTap: () => void go(pathTo('mine/join')) }}
          />
        ) : (
          posts.map((post) => (
            <PostCard key={post.membershipId} post={post} now={now} onLeave={() => setLeaving(post)} />
          ))
        )}
      </Slot>
      <Slot>{leaving ? <LeaveSheet post={leaving} onLeft={gone} onClose={() => setLeaving(null)} /> : null}</Slot>
    </Shell>
  )
}
