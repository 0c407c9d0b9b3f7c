import { conductRules } from './conduct-rules'
import { contactRules } from './contact-rules'
import { dangerRules } from './danger-rules'
import { illnessRules } from './illness-rules'
import { moneyRules } from './money-rules'
import { nameRules, signaturesIn } from './name-rules'
import { brokenNumberIn, dashedRoomIn, numbersIn } from './numbers'
import { clauseAt, plainOf, type Plain } from './plain'
import { othersRules } from './others-rules'
import { paidRules } from './paid-rules'
import { quackRules } from './quack-rules'
import { rewritten } from './rewrite'
import { dangerCodes, heldCodes, type CardSide, type Finding, type Held, type HeldCode, type Rule } from './types'

const rules: readonly Rule[] = [
  ...dangerRules,
  ...conductRules,
  ...moneyRules,
  ...quackRules,
  ...paidRules,
  ...othersRules,
  ...contactRules,
  ...nameRules,
  ...illnessRules,
]
const dangers: ReadonlySet<HeldCode> = new Set(dangerCodes)
/** Longer words are no card; the rest of them is not looked at. */
const longest = 1000

function findingsOf(rule: Rule, side: CardSide, { text, from, to }: Plain): readonly Finding[] {
  if (rule.side && rule.side !== side) return []
  if (rule.unlessAnywhere && text.search(rule.unlessAnywhere) >= 0) return []
  const findings: Finding[] = []
  for (const match of text.matchAll(rule.pattern)) {
    if (match[0] === '') continue
    const start = match[0].startsWith('\uff0c') ? match.index + 1 : match.index
    if (rule.unless && clauseAt(text, start).search(rule.unless) >= 0) continue
    const last = match.index + match[0].length - 1
    const cut = match.groups?.['cut']
    const first = cut === undefined ? start : last + 1 - cut.length
    findings.push({
      code: rule.code,
      matterId: rule.matterId ?? null,
      from: from[first] ?? 0,
      to: to[last] ?? 0,
      isWholeClause: !rule.isCut,
      ...(rule.instead === undefined ? {} : { instead: rule.instead }),
    })
  }
  return findings
}

const rank = (code: HeldCode) => heldCodes.indexOf(code)

function findingsIn(words: string, side: CardSide): readonly Finding[] {
  const plain = plainOf(words)
  const broken = brokenNumberIn(plain)
  const dashed = dashedRoomIn(words)
  const placed = (finding: Finding): Finding => ({
    ...finding,
    from: plain.from[finding.from] ?? 0,
    to: plain.to[finding.to - 1] ?? words.length,
  })
  return [
    ...rules.flatMap((rule) => findingsOf(rule, side, plain)),
    ...numbersIn(words),
    ...signaturesIn(words),
    ...(broken ? [placed(broken)] : []),
    ...(dashed ? [dashed] : []),
  ].sort((a, b) => rank(a.code) - rank(b.code) || a.from - b.from)
}

/**
 * Why a card must not hang with these words, the gravest reason first; null where it may. It sees what patterns see:
 * WeChat's own check and the duty member's eye come beside it, never instead.
 */
export function heldOf(words: string, side: CardSide): Held | null {
  const read = words.slice(0, longest)
  const findings = findingsIn(read, side)
  const [first] = findings
  if (!first) return null
  const { code, from, to, matterId } = first
  const rewrite = rewritten(read, findings)
  const isClean = rewrite !== null && findingsIn(rewrite, side).length === 0
  return { code, from, to, isDanger: dangers.has(code), matterId, rewrite: isClean ? rewrite : null }
}
