import { Sentence } from '../support/entry'
import { step, type Log } from '../support/progress'
import type { Environment, Operation } from './operations'
import { operationsOf, plan, type Line } from './plan'
import type { State } from './state'
import type { Wanted } from './wanted'

/**
 * Does what a plan says, one thing after another, and stops at the first that fails. Nothing of it is remembered
 * here: the next run reads the environment again and goes on where this one stopped.
 */
export async function apply(environment: Environment, lines: readonly Line[], log: Log): Promise<void> {
  for (const operation of operationsOf(lines)) {
    try {
      await step(wordsFor(operation), log, () => environment.perform(operation))
    } catch (error) {
      throw new Sentence(
        `${failureOf(operation, error)}\n前面做完的都算数；改好以后再运行一次，会从这里接着做。 | What was done stays done; run it again to go on from here.`,
      )
    }
  }
}

/** What is still different after everything was done: nothing, unless the platform is still at work. */
export const leftOver = (wanted: Wanted, state: State, options: { readonly prune: boolean }): readonly Line[] =>
  plan(wanted, state, options).filter(({ operations }) => operations.length > 0)

function wordsFor(operation: Operation): string {
  switch (operation.does) {
    case 'create-collection':
      return `新建集合 ${operation.collection}`
    case 'set-collection-rule':
      return `设置集合权限 ${operation.collection}`
    case 'create-index':
      return `${operation.replaces ? '重建' : '新建'}索引 ${operation.collection}.${operation.index.name}`
    case 'remove-index':
      return `删除索引 ${operation.collection}.${operation.index}`
    case 'create-function':
      return `新建云函数 ${operation.function}`
    case 'update-code':
      return `上传代码 ${operation.function}`
    case 'configure':
      return `修改配置 ${operation.function}`
    case 'remove-function':
      return `删除云函数 ${operation.function}`
    case 'create-timer':
      return `新建定时器 ${operation.function}`
    case 'remove-timer':
      return `删除定时器 ${operation.function}.${operation.timer}`
    case 'set-call-rules':
      return '设置云函数权限'
    case 'set-storage-rule':
      return '设置云存储权限'
  }
}

/** MongoDB's word for documents that a unique index forbids. Its message quotes their fields, so it is not passed on. */
const duplicates = /E11000|duplicate/i

function failureOf(operation: Operation, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (operation.does === 'create-index' && duplicates.test(message)) {
    const { collection, index } = operation
    return `唯一索引 ${collection}.${index.name} 建不成：集合里已有两条以上的数据在 ${index.fields.join('、')} 上相同，请先在控制台处理重复的数据。 | The unique index cannot be built: documents agree in these fields.`
  }
  return `${wordsFor(operation)}没有成功：${complaintOf(error)}`
}

/** What the platform said, with its code, without a stack. */
export function complaintOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return hasCode(error) && error.code ? `${error.code} ${message}` : message
}

const hasCode = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
