import type { Handler } from '../handle'
import { addNoticeFile, beginNoticeFile } from './notice-file'
import { noticePosterHandler } from './notice-poster'
import { confirm } from './confirm'
import { exportWorkbook } from './export'
import { listRooms } from './households'
import { fillDoors } from './fill-doors'
import { plan } from './plan-buildings'
import { posterHandler, type PosterMeans } from './poster'
import { revisions, show, template } from './show'
import { cancel, restore, start } from './start'
import { step } from './step'

export type { PosterMeans } from './poster'

/** The handlers of the function `files`. */
export const fileHandlers = (means: PosterMeans): readonly Handler[] => [
  template,
  start,
  plan,
  step,
  show,
  confirm,
  cancel,
  revisions,
  restore,
  exportWorkbook,
  posterHandler(means),
  fillDoors,
  listRooms,
  beginNoticeFile,
  addNoticeFile,
  noticePosterHandler(means),
]
