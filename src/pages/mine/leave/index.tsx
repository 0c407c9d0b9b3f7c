import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Shell } from '../../shell'
import { leave as words } from '../../../text/leave'
import { ErasePart } from '../parts/erase-part'
import { ExportPart } from '../parts/export-part'
import { Farewell } from '../parts/farewell'

/** 导出或删除: everything that is kept about who opens it as a file, or gone. */
export default function LeavePage() {
  const [stays, setStays] = useState<readonly string[] | null>(null)
  const erased = (left: readonly string[]) => {
    setStays(left)
    // The button stood at the end of a long page.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  if (stays) {
    return (
      <Shell title={words.doneTitle}>
        <Farewell stays={stays} />
      </Shell>
    )
  }
  return (
    <Shell title={words.title}>
      <ExportPart />
      <ErasePart onErased={erased} />
    </Shell>
  )
}
