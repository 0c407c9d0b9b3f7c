import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useRead } from '../../../client'
import { requestView as words } from '../../../text/request'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { OwnView } from '../parts/own-view'
import { PublicView } from '../parts/public-view'

/** Whoever has no part in it sees what everybody may see. */
const notTheirs: readonly string[] = ['role.forbidden', 'request.missing', 'caller.unknown']

/** One request: all of it for its owner and the neighbours who joined, the public part for everybody else. */
export default function RequestViewPage() {
  const { id = '', p } = useRouter().params
  const now = useNow()
  const [isPublic, setPublic] = useState(p === '1')
  const asked = id === '' ? null : { requestId: id }
  const own = useRead('request.show', isPublic ? null : asked)
  const open = useRead('request.public', isPublic ? asked : null)
  const isTheirs = own.refused === null || !notTheirs.includes(own.refused)
  useEffect(() => {
    if (!isTheirs) setPublic(true)
  }, [isTheirs])
  const { busy, refused, reload } = isPublic ? open : own
  useReturn(() => void reload())
  return (
    <Shell title={words.title}>
      <View>
        {!isPublic && own.data ? (
          <OwnView request={own.data} reload={own.reload} />
        ) : isPublic && open.data ? (
          <PublicView request={open.data} now={now} onOwn={() => setPublic(false)} />
        ) : (
          <Waiting
            busy={busy || (!isPublic && !isTheirs)}
            refused={refused ?? (asked === null ? 'request.missing' : null)}
            retry={() => void reload()}
          />
        )}
      </View>
    </Shell>
  )
}
