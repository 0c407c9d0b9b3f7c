import { randomBytes } from 'node:crypto'
import { complaintAbout, keyNames, readKeys, type KeyName } from '../../cloud/keys'
import { dayOf } from '../../domain/time/clock'
import { holdsDevelopmentKey } from '../../local/development-keys'
import { Sentence } from '../support/entry'

type Given = Readonly<Record<string, string | undefined>>

/** Fresh values for every secret of the functions, a line each: `NAME=value`. `now`, ms, names the key of the day. */
export const freshKeys = (now: number): readonly string[] =>
  keyNames.map((name) => `${name}=${name === 'SEAL_KEYS' ? `k${dayOf(now).replaceAll('-', '')}:` : ''}${chance()}`)

const chance = () => randomBytes(32).toString('base64')

/** What to do with them; said beside the lines, not among them, so that these can be kept as they are. */
export const keysAdvice = `
这四行只显示这一次，没有存在任何文件里。设成部署电脑的环境变量再 npm run deploy，并抄一份锁进柜子：丢了 SEAL_KEYS，
存着的手机号、姓名就再也打不开；丢了 PERSON_KEY，谁都不再是原来的那个人。更换办法见 docs/runbook.md 的“密钥”。
They are shown once and kept nowhere.`

/**
 * Refuses secrets with which a function could not start, or which anybody may know, before anything is changed. Those
 * that are not given may be in the environment already.
 */
export function checkGivenKeys(given: Given, secrets: readonly string[]): void {
  for (const name of secrets) {
    const value = given[name]
    if (!value) continue
    if (holdsDevelopmentKey(value)) {
      throw new Sentence(
        `密钥 ${name} 是本机开发用的，人人都看得到，不能用来部署。请用 npm run deploy -- --make-keys 生成。 | ${name} is a development key, which anybody may know.`,
      )
    }
    const complaint = isKeyName(name) ? complaintAbout(name, value) : null
    if (complaint !== null) {
      throw new Sentence(`密钥 ${name} 的写法不对，云函数会拒绝启动。请对照 docs/runbook.md 的“密钥”。 | ${complaint}.`)
    }
  }
  if (keyNames.every((name) => secrets.includes(name) && given[name])) readGivenKeys(given)
}

/** The keys of the terminal's environment; refused with a sentence where they are not all there. */
export function readGivenKeys(given: Given) {
  try {
    return readKeys(given)
  } catch (error) {
    throw new Sentence(
      `终端的环境变量里没有齐全、可用的密钥（${keyNames.join('、')}），要和部署时用的一样。 | ${error instanceof Error ? error.message : ''}.`,
    )
  }
}

const isKeyName = (name: string): name is KeyName => (keyNames as readonly string[]).includes(name)
