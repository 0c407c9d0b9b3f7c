import { useDidShow } from '@tarojs/taro'
import { useRef, useState, type PropsWithChildren } from 'react'
import { setCare, useEdition, useOnline, useTooOld } from '../client'
import { Button, Notice, Page, Slot } from '../components'
import { updateNow } from '../platform/update'
import { common } from '../text'

/** What every page stands in: the edition chosen on this phone, a word about the network, the way to an update. */
export function Shell({
  children,
  ...head
}: PropsWithChildren<{ readonly title: string; readonly subtitle?: string }>) {
  const { care, scale } = useEdition()
  const online = useOnline()
  const tooOld = useTooOld()
  return (
    <Page {...head} care={care} scale={scale} online={online} onCare={setCare}>
      <Slot>{tooOld ? <Update /> : null}</Slot>
      {children}
    </Page>
  )
}

/** The server no longer understands this release: WeChat's update manager fetches the newest. */
function Update() {
  const [later, setLater] = useState(false)
  const update = async () => setLater(!(await updateNow()))
  return (
    <>
      <Notice tone="wait" icon="alarm" text={later ? common.updateLater : common.updateTitle} />
      <Button id="update" text={common.update} onTap={() => void update()} />
    </>
  )
}

/** The present moment (ms), taken anew each time the page comes back into sight. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useDidShow(() => setNow(Date.now()))
  return now
}

/** Runs each time the page comes back into sight, not when it is opened. */
export function useReturn(back: () => void): void {
  const opened = useRef(false)
  useDidShow(() => {
    if (opened.current) back()
    opened.current = true
  })
}
