import { useDidShow } from '@tarojs/taro'
import { useState, type PropsWithChildren, type ReactNode } from 'react'
import { setCare, useEdition, useOnline } from '../client'
import { Page } from '../components'

/** What every page stands in: the edition chosen on this phone and a word about the network. */
export function Shell(
  props: PropsWithChildren<{ readonly title: string; readonly subtitle?: string; readonly aside?: ReactNode }>,
) {
  const { care, scale } = useEdition()
  const online = useOnline()
  return <Page {...props} care={care} scale={scale} online={online} onCare={setCare} />
}

/** The present moment (ms), taken anew each time the page comes back into sight. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useDidShow(() => setNow(Date.now()))
  return now
}
