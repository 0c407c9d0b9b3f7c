import type { Handler } from '../handle'
import { open } from './open'
import { acknowledge } from './open-acknowledge'
import { answer } from './open-answer'
import { ask } from './open-ask'
import { questions } from './open-questions'

/** What residents do with a notice, and the answers to what they ask. */
export const noticeOpenHandlers: readonly Handler[] = [open, acknowledge, ask, questions, answer]
