import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { deskWrite as words } from '../../../text/desk'
import { Shell } from '../../shell'
import { Nowhere } from '../parts/nowhere'
import { spotOf } from '../../desk-spot'
import { WriteForm } from '../parts/write-form'

/** 替居民登记: for somebody who came to the station, or called. */
export default function DeskWritePage() {
  const spot = spotOf(useRouter().params)
  const [turn, setTurn] = useState(0)
  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title} subtitle={words.lead}>
      <WriteForm key={turn} communityId={spot.communityId} onAgain={() => setTurn(turn + 1)} />
    </Shell>
  )
}
