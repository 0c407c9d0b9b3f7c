import { logLine } from '../log'
import { serve } from '../router'
import { openStore } from '../store'
import { checkText } from '../store/content'
import { openDatabase, readCaller } from '../store/sdk'

const store = openStore(openDatabase())

/** The function that the mini program calls. */
export const main = (event: unknown) =>
  serve(event, { caller: readCaller(), now: Date.now(), store, checkText, log: logLine })
