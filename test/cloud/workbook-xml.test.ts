import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { Unreadable } from '../../src/cloud/workbook/refusal'
import { XmlReader } from '../../src/cloud/workbook/xml'

/** What a reader met, in order; texts that follow each other are one. */
type Met = readonly (readonly string[])[]

function read(xml: string, pieces: readonly number[] = []): Met | 'damaged' {
  const met: string[][] = []
  const reader = new XmlReader({
    open: (name, attributes) => met.push(['open', name, ...[...attributes].flat()]),
    close: (name) => met.push(['close', name]),
    text: (text) => (met.at(-1)?.[0] === 'text' ? (met.at(-1)![1] += text) : met.push(['text', text])),
  })
  try {
    // Between characters: the decoder in front of the reader never cuts one in half.
    const letters = [...xml]
    const cuts = pieces.map((one) => one % (letters.length + 1)).sort((one, other) => one - other)
    const ends = [...cuts, letters.length]
    ends.forEach((end, index) => reader.push(letters.slice(ends[index - 1] ?? 0, end).join('')))
    reader.end()
    return met.filter(([what, text]) => what !== 'text' || text !== '')
  } catch (fault) {
    if (fault instanceof Unreadable) return 'damaged'
    throw fault
  }
}

const { DOMParser, Node } = new JSDOM('').window
/** The same by the strict parser of jsdom. */
function readByJsdom(xml: string): Met | 'damaged' {
  const found = new DOMParser().parseFromString(xml, 'application/xml')
  if (found.getElementsByTagName('parsererror').length) return 'damaged'
  const met: string[][] = []
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
      if (met.at(-1)?.[0] === 'text') met.at(-1)![1] += node.textContent ?? ''
      else if (node.textContent) met.push(['text', node.textContent])
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return
    const element = node as Element
    met.push(['open', element.localName, ...[...element.attributes].flatMap((one) => [one.name, one.value])])
    node.childNodes.forEach(walk)
    met.push(['close', element.localName])
  }
  walk(found.documentElement)
  return met
}

const words = fc.string({
  unit: fc.constantFrom(...'ab房 &lt;&amp;&#65;>'.split(/(?=[^a-z#0-9;])|(?<=;)/u), '&quot;', '𠮷'),
  maxLength: 8,
})
const safe = words.map((text) => text.replace(/&(?!(lt|amp|quot|#65);)/g, '').replaceAll('<', ''))
const name = fc.constantFrom('row', 'c', 'v', 'is', 't', '楼')
const attribute = fc.tuple(
  fc.constantFrom('r', 's', 't'),
  safe.map((text) => text.replaceAll('"', '')),
)
const attributes = fc.uniqueArray(attribute, { maxLength: 3, selector: ([one]) => one })
const { document } = fc.letrec<{ document: string; child: string }>((tie) => ({
  child: fc.oneof(
    { maxDepth: 4 },
    safe,
    tie('document'),
    safe.map((text) => `<!--${text.replaceAll('-', '')}-->`),
    safe.map((text) => `<![CDATA[${text.replaceAll(']', '')}]]>`),
    fc.constant('<?x y?>'),
  ),
  document: fc.tuple(name, attributes, fc.array(tie('child'), { maxLength: 4 })).map(([tag, with_, children]) => {
    const inside = with_.map(([key, value]) => ` ${key}="${value}"`).join('')
    return children.length ? `<${tag}${inside}>${children.join('')}</${tag} >` : `<${tag}${inside} />`
  }),
}))

describe('the reader of XML', () => {
  it('meets in a document what another parser meets', () => {
    fc.assert(fc.property(document, (xml) => expect(read(xml)).toEqual(readByJsdom(xml))))
  })

  it('meets the same however the document is cut into pieces', () => {
    fc.assert(
      fc.property(document, fc.array(fc.nat(), { maxLength: 12 }), (xml, pieces) =>
        expect(read(xml, pieces)).toEqual(read(xml)),
      ),
    )
  })

  it('never meets something else in a broken document than another parser, and refuses none that is whole', () => {
    const broken = fc
      .tuple(
        document,
        fc.nat(),
        fc.nat({ max: 6 }),
        fc.constantFrom('', '<', '>', '&', '"', '/', '!', ' ', ']]>', '-->', '<c>', '</c>', '\u0001'),
      )
      .map(([xml, at, length, piece]) => {
        const letters = [...xml]
        const start = at % (letters.length + 1)
        return [...letters.slice(0, start), piece, ...letters.slice(start + length)].join('')
      })
    fc.assert(
      fc.property(broken, (xml) => {
        const theirs = readByJsdom(xml)
        const ours = read(xml)
        if (theirs !== 'damaged') expect(ours).toEqual(theirs)
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    'x<a/>',
    '<a/>x',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a b="1"c="2"/>',
    '<a>&unknown;</a>',
    '<a>&</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a>\u0000</a>',
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0" encoding="utf-16"?><a/>',
    '<a><!--</a>',
    '<a><![CDATA[</a>',
    '< a/>',
    '<a',
    '',
    ' ',
  ])('refuses %j', (xml) => {
    expect(read(xml)).toBe('damaged')
  })
})
