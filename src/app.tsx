import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { flushOutbox, followNetwork, onReached, readEdition, readOutbox, refreshNetwork } from './client'
import { followMessages } from './client/messages'
import { openCloud } from './platform/cloud'
import { keepInSight } from './platform/in-sight'
import { enableKeyboard } from './platform/keyboard'
import { watchUpdates } from './platform/update'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    watchUpdates()
    enableKeyboard()
    keepInSight()
    readEdition()
    readOutbox()
    followNetwork(() => void flushOutbox())
    // A phone may believe in a network that leads nowhere: any answer shows that the way is open again.
    onReached(() => void flushOutbox())
    followMessages()
  })
  // The size of type may have been changed in the phone's settings meanwhile.
  useDidShow(() => {
    readEdition()
    refreshNetwork()
    void flushOutbox()
  })
  return children
}
