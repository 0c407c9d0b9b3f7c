import type { Handler } from '../handle'
import { listMessages } from './list'
import { readAllMessages, readMessage } from './read'
import { subscribeMessages } from './subscribe'
import { countMessages } from './unread'

export const messageHandlers: readonly Handler[] = [
  listMessages,
  countMessages,
  readMessage,
  readAllMessages,
  subscribeMessages,
]
