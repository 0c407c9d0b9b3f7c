import path from 'node:path'
import { fileHandlers } from '../files'
import { readKeys } from '../keys'
import { logLine } from '../log'
import { openPosterFont, type PosterFont } from '../poster'
import { serveBy } from '../serve'
import { openStore } from '../store'
import { platform } from '../store/platform'
import { openDatabase, readCaller } from '../store/sdk'

// Without its keys the function does not start: nothing of anybody may be kept unsealed.
const keys = readKeys(process.env)
const store = openStore(openDatabase())

let font: PosterFont | undefined
const handlers = fileHandlers({
  // The build lays the font's files beside the bundle.
  font: () => (font ??= openPosterFont(path.join(__dirname, 'font'))),
  doorLink: process.env.DOOR_LINK || null,
  noticeLink: process.env.NOTICE_LINK || null,
})

/** The function that the mini program calls for workbooks, posters and lists of rooms. */
export const main = (event: unknown) =>
  serveBy(handlers, event, { caller: readCaller(), now: Date.now(), store, keys, platform, log: logLine })
