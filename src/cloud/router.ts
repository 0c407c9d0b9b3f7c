import type { Reply } from '../contract'
import { contactHandlers } from './contact'
import { contentHandlers } from './content'
import { directoryHandlers } from './directory'
import { doorHandlers } from './door'
import type { Handler } from './handle'
import { keeperHandlers } from './keeper'
import { messageHandlers } from './message'
import { noticeHandlers } from './notice'
import { peopleHandlers } from './people'
import { requestHandlers } from './request'
import { roleHandlers } from './roles'
import { searchHandlers } from './search'
import { serveBy, type Entry } from './serve'
import { wishHandlers } from './wish'

/** Every handler of the function `api`, one for each action of the contract that runs there. */
export const handlers: readonly Handler[] = [
  ...doorHandlers,
  ...contactHandlers,
  ...searchHandlers,
  ...peopleHandlers,
  ...roleHandlers,
  ...contentHandlers,
  ...messageHandlers,
  ...requestHandlers,
  ...wishHandlers,
  ...keeperHandlers,
  ...directoryHandlers,
  ...noticeHandlers,
]

/** Answers one event of the function `api`. */
export const serve = (event: unknown, entry: Entry, known = handlers): Promise<Reply> => serveBy(known, event, entry)

export type { Entry } from './serve'
