import { PNG } from 'pngjs'

/** Words that a stripped picture may not hold: planted into every place where a picture can tell something. */
export const planted = 'PLANTED-SECRET'

const ascii = (text: string) => Buffer.from(text, 'latin1')

/** Tables, frame and scan of a JPEG of 3 × 2 pixels, as Chromium's canvas wrote them. */
const drawnJpeg = Buffer.from(
  [
    '/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4o',
    'IyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAEQgAAgADAwEiAAIRAQMR',
    'Af/EABUAAQEAAAAAAAAAAAAAAAAAAAAE/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAMF/8QAFhEAAwAA',
    'AAAAAAAAAAAAAAAAAAEx/9oADAMBAAIRAxEAPwCYADpVUA==',
  ].join(''),
  'base64',
)

/** One segment of a JPEG: marker, length, data. */
export function segment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export const jfif = segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex'))
/** JFIF with a thumbnail of two pixels. */
export const jfifWithThumbnail = segment(
  0xe0,
  Buffer.concat([Buffer.from('4a46494600010100000100010201', 'hex'), Buffer.from('abcdef')]),
)
/** Eight bits of every colour profile that JPEGs carry: enough for us, nothing for a painter. */
export const colourProfile = segment(0xe2, Buffer.concat([ascii('ICC_PROFILE\0\x01\x01'), Buffer.alloc(64, 7)]))
export const adobe = segment(0xee, Buffer.from('41646f6265006400000000' + '01', 'hex'))

/** A TIFF block with an orientation, a camera, a place and a date, as phones write it. */
export function exifBlock({ orientation = 1, little = true }: { orientation?: number; little?: boolean } = {}): Buffer {
  const words = ascii(`${planted}\0`)
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [0x010f, 2, words.length, 0],
    [0x0112, 3, 1, orientation],
    [0x8825, 4, 1, 0],
  ]
  const gpsAt = 8 + 2 + entries.length * 12 + 4
  const wordsAt = gpsAt + 2 + 12 + 4
  const block = Buffer.alloc(wordsAt + words.length)
  const short = (value: number, at: number) =>
    little ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at)
  const long = (value: number, at: number) => (little ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at))
  const directory = (at: number, rows: typeof entries) => {
    short(rows.length, at)
    rows.forEach(([tag, type, count, value], i) => {
      const entry = at + 2 + i * 12
      short(tag, entry)
      short(type, entry + 2)
      long(count, entry + 4)
      if (type === 3) short(value, entry + 8)
      else long(value, entry + 8)
    })
  }
  block.write(little ? 'II' : 'MM', 0, 'latin1')
  short(42, 2)
  long(8, 4)
  directory(
    8,
    entries.map(([tag, type, count, value]) => [
      tag,
      type,
      count,
      tag === 0x010f ? wordsAt : tag === 0x8825 ? gpsAt : value,
    ]),
  )
  // The date of the satellites, at the place of the words: what matters is that nothing of it is left.
  directory(gpsAt, [[0x001d, 2, words.length, wordsAt]])
  words.copy(block, wordsAt)
  return block
}

export const exif = (options?: Parameters<typeof exifBlock>[0]) =>
  segment(0xe1, Buffer.concat([ascii('Exif\0\0'), exifBlock(options)]))
export const xmp = segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${planted}</x:xmpmeta>`))
export const iptc = segment(0xed, ascii(`Photoshop 3.0\x008BIM\x04\x04${planted}`))
export const comment = segment(0xfe, ascii(planted))
export const furtherPictures = segment(0xe2, ascii(`MPF\0${planted}`))
export const jfxx = segment(0xe0, ascii(`JFXX\0\x10${planted}`))

/** A JPEG of 3 × 2 pixels; `before` stands between its start and its tables, `behind` after its end. */
export const aJpeg = (before: readonly Uint8Array[] = [jfif], behind: Uint8Array = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...before, drawnJpeg, Buffer.from([0xff, 0xd9]), behind])

/** One chunk of a PNG; its check sum is only right where a reader looks at it. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const checked = Buffer.concat([ascii(type), data])
  const whole = Buffer.alloc(checked.length + 8)
  whole.writeUInt32BE(data.length, 0)
  checked.copy(whole, 4)
  whole.writeUInt32BE(crc32(checked), whole.length - 4)
  return whole
}

function crc32(bytes: Uint8Array): number {
  const rest = bytes.reduce((sum, byte) => {
    let next = (sum ^ byte) >>> 0
    for (let bit = 0; bit < 8; bit++) next = next & 1 ? (next >>> 1) ^ 0xedb88320 : next >>> 1
    return next >>> 0
  }, 0xffffffff)
  return (rest ^ 0xffffffff) >>> 0
}

/** What a PNG may tell in chunks of its own. */
export const tellingChunks = [
  chunk('tEXt', ascii(`Comment\0${planted}`)),
  chunk('zTXt', ascii(`Comment\0\0${planted}`)),
  chunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${planted}`)),
  chunk('tIME', Buffer.from([7, 234, 11, 22, 10, 0, 0])),
  chunk('caBX', ascii(planted)),
]

/** A real PNG of 3 × 2 pixels; `extra` stands before the data, `behind` after the end. */
export function aPng(extra: readonly Uint8Array[] = [], behind: Uint8Array = Buffer.alloc(0)): Buffer {
  const png = new PNG({ width: 3, height: 2 })
  png.data.fill(0x80)
  const bytes = PNG.sync.write(png)
  // The signature and the header chunk.
  const headerEnd = 8 + 25
  return Buffer.concat([bytes.subarray(0, headerEnd), ...extra, bytes.subarray(headerEnd), behind])
}
