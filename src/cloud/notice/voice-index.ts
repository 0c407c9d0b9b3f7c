import type { Handler } from '../handle'
import { join, leave } from './signup-join'
import { note as noteSignUp, show } from './signup-office'
import { result } from './voice-result'
import { note, say } from './voice-say'

/** What residents say to a notice that asks them something, and who takes part. */
export const noticeVoiceHandlers: readonly Handler[] = [say, note, result, join, leave, show, noteSignUp]
