import { damaged } from './refusal'

/** By their names; one with a prefix (`r:id`) without it (`:id`), as programs choose their prefixes themselves. */
export type Attributes = ReadonlyMap<string, string>

/** What a part is read with. Names come without their prefix; the root has depth 0. */
export interface XmlHandler {
  open(name: string, attributes: Attributes, depth: number): void
  /** A piece of text right inside the element that was opened last; more pieces may follow. */
  text?(text: string, depth: number): void
  close?(name: string, depth: number): void
}

/** A tag, a comment or an instruction longer than this is nobody's spreadsheet. */
const longestToken = 65_536
const deepest = 64
const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const tagShape = /<(\/?)([^\s=<>"'/&!?]+)([^<]*?)(\/?)>$/
const attributeShape = /\s+([^\s=<>"'/&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const entityShape = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));|&/gi
/** What XML cannot hold. */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

function character(code: number): string {
  const one = code > 0x10ffff ? '' : String.fromCodePoint(code)
  if (!one || unspeakable.test(one)) throw damaged()
  return one
}

/** The five marks and numbers; an entity of its own needs a doctype, and none is read. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(entityShape, (_, hex?: string, decimal?: string, name?: string) => {
    if (hex) return character(parseInt(hex, 16))
    if (decimal) return character(Number(decimal))
    const mark = marks[name ?? '']
    if (mark === undefined) throw damaged()
    return mark
  })
}

/**
 * Reads XML piece by piece, without ever holding more than a piece and one tag. Strict: what is not well formed, has a
 * doctype or an encoding of its own is damaged.
 */
export class XmlReader {
  private rest = ''
  private readonly path: string[] = []
  private hasRoot = false

  constructor(private readonly handler: XmlHandler) {}

  push(piece: string): void {
    if (unspeakable.test(piece)) throw damaged()
    const source = this.rest + piece
    let at = 0
    while (at < source.length) {
      const next = source[at] === '<' ? this.markup(source, at) : this.plain(source, at)
      if (next < 0) break
      at = next
    }
    this.rest = source.slice(at)
    if (this.rest.length > longestToken) throw damaged()
  }

  end(): void {
    if (this.rest !== '' || this.path.length || !this.hasRoot) throw damaged()
  }

  /** Each of these answers where the next token begins; -1 where this one has not come whole. */
  private markup(source: string, at: number): number {
    const second = source[at + 1]
    if (second === undefined) return -1
    if (second === '?') return this.instruction(source, at)
    return second === '!' ? this.declaration(source, at) : this.tag(source, at)
  }

  private instruction(source: string, at: number): number {
    const end = source.indexOf('?>', at)
    if (end < 0) return -1
    const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/.exec(source.slice(at, Math.min(end, at + 200)))?.[1]
    // The bytes were read as UTF-8: where the part says otherwise, its texts may be others than we read.
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw damaged()
    return end + 2
  }

  private declaration(source: string, at: number): number {
    const start = source.slice(at, at + 9)
    if (start.startsWith('<!--')) {
      const end = source.indexOf('-->', at + 4)
      return end < 0 ? -1 : end + 3
    }
    if (start === '<![CDATA[') {
      const end = source.indexOf(']]>', at)
      if (end < 0) return -1
      this.say(source.slice(at + 9, end))
      return end + 3
    }
    if ('<![CDATA['.startsWith(start) || '<!--'.startsWith(start)) return -1
    throw damaged()
  }

  private tag(source: string, at: number): number {
    const end = tagEnd(source, at)
    if (end < 0) return -1
    const [, slash, name, inside, selfClosed] = tagShape.exec(source.slice(at, end)) ?? []
    if (!name) throw damaged()
    if (slash) this.shut(name, `${inside}${selfClosed}`)
    else this.open(name, attributesOf(inside ?? ''), selfClosed === '/')
    return end
  }

  private open(name: string, attributes: Attributes, isClosed: boolean): void {
    const depth = this.path.length
    if (depth === 0 && this.hasRoot) throw damaged()
    if (depth >= deepest) throw damaged()
    this.hasRoot = true
    const local = withoutPrefix(name)
    this.handler.open(local, attributes, depth)
    if (isClosed) this.handler.close?.(local, depth)
    else this.path.push(name)
  }

  private shut(name: string, inside: string): void {
    if (this.path.pop() !== name || inside.trim() !== '') throw damaged()
    this.handler.close?.(withoutPrefix(name), this.path.length)
  }

  private plain(source: string, at: number): number {
    const next = source.indexOf('<', at)
    const end = next < 0 ? wholeEntities(source, at) : next
    if (end === at) return -1
    this.say(unescaped(source.slice(at, end)))
    return end
  }

  private say(text: string): void {
    if (this.path.length) this.handler.text?.(text, this.path.length - 1)
    else if (text.trim() !== '') throw damaged()
  }
}

/** Behind the tag that begins at `at`; a `>` inside quotes does not end it. */
function tagEnd(source: string, at: number): number {
  let quote = 0
  for (let index = at + 1; index < source.length; index += 1) {
    const code = source.charCodeAt(index)
    if (quote) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return index + 1
    if (index - at > longestToken) throw damaged()
  }
  return -1
}

/** An entity that breaks off at the end waits for its other half. */
function wholeEntities(source: string, at: number): number {
  const last = source.lastIndexOf('&')
  const isOpen = last >= at && source.length - last < 12 && !source.includes(';', last)
  return isOpen ? last : source.length
}

const none: Attributes = new Map()

function attributesOf(inside: string): Attributes {
  if (inside === '') return none
  const attributes = new Map<string, string>()
  attributeShape.lastIndex = 0
  let end = 0
  for (let found = attributeShape.exec(inside); found; found = attributeShape.exec(inside)) {
    const [, name = '', one, other = ''] = found
    const colon = name.indexOf(':')
    if (colon < 0 && attributes.has(name)) throw damaged()
    attributes.set(colon < 0 ? name : name.slice(colon), unescaped(one ?? other))
    end = attributeShape.lastIndex
  }
  if (end < inside.length && inside.slice(end).trim() !== '') throw damaged()
  return attributes
}
