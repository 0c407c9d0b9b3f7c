import type { Handler } from '../handle'
import { noticeCoreHandlers } from './core'
import { noticeKnowHandlers } from './know-index'
import { noticeOpenHandlers } from './open-index'
import { noticeVoiceHandlers } from './voice-index'

export const noticeHandlers: readonly Handler[] = [
  ...noticeCoreHandlers,
  ...noticeOpenHandlers,
  ...noticeKnowHandlers,
  ...noticeVoiceHandlers,
]
