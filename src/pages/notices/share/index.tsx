import { useRouter } from '@tarojs/taro'
import { useRead } from '../../../client'
import { Slot, State } from '../../../components'
import { share as words } from '../../../text/notice-share'
import { spotOf, spotQuery } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { Nowhere } from '../parts/share-nowhere'
import { SharePanel } from '../parts/share-panel'

const isShared = (state: string): boolean => ['out', 'changing', 'restored'].includes(state)

/** 发到群里: the card into each of the leader's groups, the words, and the poster. */
export default function NoticesSharePage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const now = useNow()
  const noticeId = params.notice ?? ''
  const input = noticeId === '' ? null : { noticeId }
  const notice = useRead('notice.show', input)
  const groups = useRead('notice.groups', input)
  const reload = () => void Promise.all([notice.reload(), groups.reload()])
  useReturn(reload)
  if (!spot || noticeId === '') return <Nowhere title={words.title} />
  const { data } = notice
  return (
    <Shell title={words.title} {...(data?.shown ? { subtitle: data.shown.title } : {})}>
      <Slot>
        {!data || !groups.data ? (
          <Waiting busy={notice.busy || groups.busy} refused={notice.refused ?? groups.refused} retry={reload} />
        ) : data.shown === null || !isShared(data.state) ? (
          <State
            icon="share"
            title={data.shown === null ? words.notOut : words.over}
            action={{
              text: words.toCase,
              onTap: () => void go(pathTo('notices/case', spotQuery(spot), `notice=${noticeId}`)),
            }}
          />
        ) : (
          <SharePanel spot={spot} notice={data} shown={data.shown} groups={groups.data} now={now} />
        )}
      </Slot>
    </Shell>
  )
}
