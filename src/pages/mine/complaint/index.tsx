import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { myDoor, useDoor } from '../../../client'
import { State } from '../../../components'
import { complain as words } from '../../../text/content'
import { go, pathTo } from '../../go'
import { decoded } from '../../request-path'
import { Shell } from '../../shell'
import { Waiting } from '../../waiting'
import { ComplaintForm } from '../parts/complaint-form'

/** 提意见: one question after the other, then what was sent, to whom, and until when there is an answer. */
export default function ComplainPage() {
  const { c, about, part, card, words: begun } = useRouter().params
  const here = c ? null : (myDoor()?.target ?? null)
  const { view, busy, refused, reload } = useDoor(here, 'when-old')
  const communityId = c ?? view?.place.communityId
  const reported = about && part ? { id: about, part } : null
  const hanging = card && begun ? { id: card, words: decoded(begun) } : null
  return (
    <Shell title={words.title} {...(view ? { subtitle: view.place.communityName } : {})}>
      <View>
        {communityId !== undefined ? (
          <ComplaintForm communityId={communityId} reported={reported} hanging={hanging} />
        ) : here ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : (
          <State
            icon="place"
            title={words.noPlace}
            hint={words.noPlaceHint}
            action={{ text: words.choose, onTap: () => void go(pathTo('door/choose')) }}
          />
        )}
      </View>
    </Shell>
  )
}
