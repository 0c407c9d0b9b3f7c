import { commonRefusals, mostCallBytes, type Call, type CommonRefusal } from '../contract'

/** Deeper nesting than any call of ours. */
const deepest = 12
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether the value nests too deeply or carries keys that could reach a prototype. Walks without recursion. */
function isHostile(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > deepest) return true
    for (const key of Object.keys(next.value)) {
      if (forbiddenKeys.has(key)) return true
      open.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 })
    }
  }
  return false
}

function bytesOf(event: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(event) ?? '')
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** The call inside an event, or why it cannot be one. What the platform adds to the event is left aside. */
export function readCall(event: unknown): Call | { refused: CommonRefusal } {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return { refused: 'input.invalid' }
  if (isHostile(event)) return { refused: 'input.invalid' }
  if (bytesOf(event) > mostCallBytes) return { refused: 'input.too-large' }
  const { action, input: given, key, release, group } = event as Record<string, unknown>
  const input = withGroup(given, group)
  if (typeof action !== 'string') return { refused: 'action.unknown' }
  if (typeof release !== 'number' || !Number.isInteger(release) || release < 1) return { refused: 'input.invalid' }
  if (key !== undefined && typeof key !== 'string') return { refused: 'input.invalid' }
  return { action, input, release, ...(key === undefined ? {} : { key }) }
}

/**
 * WeChat opens a CloudID only where it stands at the top of an event: `group` is what it put there, and goes to where
 * the contract has it. A phone that is anybody's program can only say something false of itself by it.
 */
const withGroup = (input: unknown, group: unknown): unknown =>
  typeof group === 'object' && group !== null && typeof input === 'object' && input !== null && 'group' in input
    ? { ...input, group }
    : input

export const isCommonRefusal = (code: string): code is CommonRefusal =>
  (commonRefusals as readonly string[]).includes(code)
