import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { usePosts } from '../../../client/use-posts'
import { Notice, Slot } from '../../../components'
import { refusalText } from '../../../text'
import { directoryFirst as words } from '../../../text/directory-first'
import { spotOf, type DeskSpot } from '../../desk-spot'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { FirstPreview } from '../parts/first-preview'
import { FirstSteps } from '../parts/first-steps'
import { Nowhere } from '../parts/nowhere'
import { firstSteps, useFirst, type FirstStep } from '../parts/use-first'

/** 头一个小时: a new community comes to life, step by step, and sees at each what a resident would. */
export default function FirstPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  const asked = firstSteps.find((step) => step === params.step) ?? null
  return spot ? <First spot={spot} asked={asked} /> : <Nowhere title={words.title} />
}

function First({ spot, asked }: { readonly spot: DeskSpot; readonly asked: FirstStep | null }) {
  const { posts, may, ...own } = usePosts()
  const isKeeper = posts !== null && may('agency.save', spot)
  const first = useFirst(spot.communityId, isKeeper)
  const now = useNow()
  const { data, busy, refused, reload } = first.directory
  const done = firstSteps.filter((step) => first.isDone[step]).length
  return (
    <Shell title={words.title} {...(data ? { subtitle: data.name } : {})}>
      <Slot>
        {!data || !posts ? (
          <Waiting
            busy={busy || own.busy}
            refused={refused ?? own.refused}
            retry={() => void Promise.all([reload(), own.reload()])}
          />
        ) : (
          <>
            <View className="second">{isKeeper ? words.lead : words.onlySecretary}</View>
            <Slot>{refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
            <Slot>
              {isKeeper ? (
                <>
                  <Notice tone="calm" icon="list" text={words.progress(done, firstSteps.length)} />
                  <FirstSteps spot={spot} of={first} asked={asked} />
                </>
              ) : null}
            </Slot>
            <FirstPreview of={first} now={now} />
          </>
        )}
      </Slot>
    </Shell>
  )
}
