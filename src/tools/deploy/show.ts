import type { Change, Line, Part } from './plan'
import type { Recorded } from './record'

const parts = {
  collection: '集合',
  index: '索引',
  function: '云函数',
  timer: '定时器（北京时间）',
  rule: '权限（客户端能做什么）',
  template: '订阅消息模板',
} as const satisfies { readonly [part in Part]: string }

const changes = {
  create: '+ 新建',
  change: '~ 更改',
  same: '= 一致',
  remove: '- 多余',
  'by-hand': '! 手工',
  blocked: '✗ 先处理',
} as const satisfies { readonly [change in Change]: string }

/** A plan as a person reads it at the terminal. */
export function showPlan(
  lines: readonly Line[],
  environment: string | undefined,
  record: Recorded | undefined,
): string {
  const head = record
    ? `环境 ${record.environment}，与 ${record.readAt} 的记录比较`
    : `环境 ${environment ?? '（未指定）'}，没有记录：全部算作要新建`
  const blocks = (Object.keys(parts) as Part[]).map((part) => block(part, lines))
  return [head, ...blocks, '', summary(lines)].join('\n')
}

function block(part: Part, lines: readonly Line[]): string {
  const own = lines.filter((line) => line.part === part)
  if (own.length === 0) return `\n${parts[part]}\n  （无）`
  const width = Math.max(...own.map(({ name }) => columns(name)))
  const rows = own.map(({ change, name, detail }) =>
    `  ${changes[change]}  ${name}${' '.repeat(width - columns(name))}  ${detail}`.trimEnd(),
  )
  return [`\n${parts[part]}`, ...rows].join('\n')
}

/** A terminal draws a Chinese character in two columns. */
const columns = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)

/** How many lines of each kind, those of none left out. */
function summary(lines: readonly Line[]): string {
  const counts = (Object.keys(changes) as Change[]).map((change) => ({
    change,
    count: lines.filter((line) => line.change === change).length,
  }))
  return counts
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => `${changes[change]} ${count}`)
    .join('   ')
}
