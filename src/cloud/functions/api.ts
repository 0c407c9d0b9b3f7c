import { readKeys } from '../keys'
import { logLine } from '../log'
import { templatesFor } from '../message/templates'
import { serve } from '../router'
import { openStore } from '../store'
import { platform } from '../store/platform'
import { openDatabase, readCaller } from '../store/sdk'

// Without its keys the function does not start: nothing of anybody may be kept unsealed.
const keys = readKeys(process.env)
const templates = templatesFor(process.env.MESSAGE_TEMPLATES, logLine)
const store = openStore(openDatabase())

/** The function that the mini program calls. */
export const main = (event: unknown) =>
  serve(event, { caller: readCaller(), now: Date.now(), store, keys, platform, templates, log: logLine })
