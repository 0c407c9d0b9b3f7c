import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'

/** What is secret of a person is kept and named by these. */
export interface Keys {
  /** Pseudonym of an openid: 32 hex digits. Nobody without PERSON_KEY can tell whose it is. */
  person(openid: string): string
  /**
   * Makes a text unreadable without the key. `about` says what it is and whose (`people.phone:PERSON`): it is bound to
   * the result, so that this cannot be moved to another place. Never twice the same. "keyId.iv.tag.body" in base64url.
   */
  seal(text: string, about: string): string
  /** The text again. Throws where its key is not here, where it was changed, or where it was sealed about something else. */
  unseal(sealed: string, about: string): string
  /** Whether it was sealed under today's key; else it is to be sealed anew. */
  isCurrent(sealed: string): boolean
  /** The id of today's key. It is no secret. */
  readonly currentKey: string
  /** Finds the same text again without keeping it: 32 hex digits. */
  lookup(kind: string, text: string): string
  /** Vouches for a code that a person carries (invitation, set-up): 64 hex digits. */
  sign(kind: string, text: string): string
}

/** The variables that a function has to be given; `deployment.ts` lists them as secrets. */
export const keyNames = ['SEAL_KEYS', 'LOOKUP_KEY', 'PERSON_KEY', 'CODE_KEY'] as const
export type KeyName = (typeof keyNames)[number]

/** Bytes, as AES-256 has it; also the least for the others. */
const keyBytes = 32
/** Chance gives thirty different bytes of thirty-two; words typed by hand and repeated letters give few. */
const fewestDifferent = 16
/** Today's, and the one before while everything is sealed anew. */
const mostSealKeys = 2
/** Bytes; what AES-GCM is made for. A shorter tag would be easier to forge, and Node takes one unless told its length. */
const ivBytes = 12
const tagBytes = 16
const algorithm = 'aes-256-gcm'

/** Reads them from the environment; throws, naming the variable and never its value, if one is missing or too weak. */
export function readKeys(environment: Readonly<Record<string, string | undefined>>): Keys {
  for (const name of keyNames) {
    const complaint = complaintAbout(name, environment[name])
    if (complaint !== null) throw new Error(complaint)
  }
  const given = (name: KeyName) => environment[name] ?? ''
  const twice = usedTwice(keyNames.flatMap((name) => materialIn(name, given(name)).map((key) => ({ name, key }))))
  if (twice) throw new Error(`${twice.join(' and ')} hold the same key: each needs its own`)

  const sealKeys = entriesIn(given('SEAL_KEYS')).map(({ id, key }) => ({ id, key: secret(key) }))
  const keyed = (name: KeyName) => secret(given(name))
  return keysOf(sealKeys, keyed('LOOKUP_KEY'), keyed('PERSON_KEY'), keyed('CODE_KEY'))
}

/** What is wrong with one variable, as a sentence without its value; null where nothing is. */
export function complaintAbout(name: KeyName, value: string | undefined): string | null {
  if (value === undefined || value === '') return `${name} is missing`
  return name === 'SEAL_KEYS' ? complaintAboutSealKeys(value) : complaintAboutKey(name, value)
}

function complaintAboutSealKeys(value: string): string | null {
  const entries = entriesIn(value)
  if (entries.length > mostSealKeys) return `SEAL_KEYS holds more than ${mostSealKeys} keys`
  for (const { id, key } of entries) {
    if (!/^[\w-]{1,16}$/.test(id)) return 'SEAL_KEYS is not of the form id:base64 or id:base64,id:base64'
    const complaint = complaintAboutKey('SEAL_KEYS', key)
    if (complaint !== null) return complaint
    if (bytesIn(key).length !== keyBytes) return `SEAL_KEYS has a key that is not of ${keyBytes} bytes`
  }
  if (new Set(entries.map(({ id }) => id)).size < entries.length) return 'SEAL_KEYS has one id twice'
  if (new Set(entries.map(({ key }) => key)).size < entries.length) return 'SEAL_KEYS has one key twice'
  return null
}

function complaintAboutKey(name: KeyName, key: string): string | null {
  const bytes = bytesIn(key)
  // Node reads base64 leniently: what does not come back as it was is none, or was cut.
  if (bytes.toString('base64') !== key) return `${name} is not base64`
  if (bytes.length < keyBytes) return `${name} is shorter than ${keyBytes} bytes`
  if (new Set(bytes).size < fewestDifferent) return `${name} is too regular to come from chance`
  return null
}

const bytesIn = (base64: string) => Buffer.from(base64, 'base64')
const secret = (base64: string) => createSecretKey(bytesIn(base64))
const materialIn = (name: KeyName, value: string) =>
  name === 'SEAL_KEYS' ? entriesIn(value).map(({ key }) => key) : [value]

function entriesIn(value: string): { id: string; key: string }[] {
  return value.split(',').map((entry) => {
    const colon = entry.indexOf(':')
    return colon < 0 ? { id: '', key: '' } : { id: entry.slice(0, colon), key: entry.slice(colon + 1) }
  })
}

function usedTwice(keys: readonly { name: KeyName; key: string }[]): readonly KeyName[] | null {
  for (const { name, key } of keys) {
    const other = keys.find((one) => one.key === key && one.name !== name)
    if (other) return [name, other.name]
  }
  return null
}

interface SealKey {
  readonly id: string
  readonly key: KeyObject
}

function keysOf(sealKeys: readonly SealKey[], lookupKey: KeyObject, personKey: KeyObject, codeKey: KeyObject): Keys {
  const [current] = sealKeys
  if (!current) throw new Error('SEAL_KEYS is missing')
  return {
    currentKey: current.id,
    person: (openid) => hmac(personKey, openid).slice(0, 32),
    lookup: (kind, text) => hmac(lookupKey, JSON.stringify([kind, text])).slice(0, 32),
    sign: (kind, text) => hmac(codeKey, JSON.stringify([kind, text])),
    isCurrent: (sealed) => sealed.startsWith(`${current.id}.`),
    seal: (text, about) => seal(current, text, about),
    unseal(sealed, about) {
      const id = sealed.slice(0, Math.max(0, sealed.indexOf('.')))
      const found = sealKeys.find((one) => one.id === id)
      // The same sentence for every reason, and nothing of what was sealed.
      const text = found && open(found, sealed, about)
      if (text === undefined) throw new Error('what is sealed cannot be opened')
      return text
    },
  }
}

const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest('hex')

function seal({ id, key }: SealKey, text: string, about: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [id, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.')
}

function open({ key }: SealKey, sealed: string, about: string): string | undefined {
  const texts = sealed.split('.').slice(1)
  const parts = texts.map((text) => Buffer.from(text, 'base64url'))
  const [iv, tag, body] = parts
  // One text has one form: letters that base64 would overlook count as a change.
  const isExact = texts.length === 3 && parts.every((part, i) => part.toString('base64url') === texts[i])
  if (!isExact || iv?.length !== ivBytes || tag?.length !== tagBytes || !body) return undefined
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
