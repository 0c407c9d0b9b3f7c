import fc from 'fast-check'
import { PNG } from 'pngjs'
import { hasMetadata, strip } from '../../src/domain/picture/strip'
import {
  aJpeg,
  aPng,
  adobe,
  chunk,
  colourProfile,
  comment,
  exif,
  exifBlock,
  furtherPictures,
  iptc,
  jfif,
  jfifWithThumbnail,
  jfxx,
  planted,
  segment,
  tellingChunks,
  xmp,
} from '../support/pictures'

/** The same bytes as a plain array: a mini program has no Buffer. */
const plain = (bytes: Uint8Array) => new Uint8Array(bytes)
const stripped = (bytes: Uint8Array) => {
  const outcome = strip(plain(bytes))
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const holds = (bytes: Uint8Array, part: Uint8Array) => hex(bytes).includes(hex(part))
const orientations = [2, 3, 4, 5, 6, 7, 8]
const endings = [true, false]
/** The segment that a turned JPEG keeps: 0xFFE1, 34 bytes, and in its last entry the value. */
const minimal = (orientation: number) =>
  Buffer.from(
    `ffe10022457869660000` + `4d4d002a00000008` + `0001011200030000000100${`0${orientation}`}0000` + `00000000`,
    'hex',
  )

describe('a stripped JPEG', () => {
  it('is what it was where it tells nothing', () => {
    const picture = aJpeg([jfif, colourProfile, adobe])
    expect(stripped(picture)).toEqual({ kind: 'jpeg', bytes: plain(picture), width: 3, height: 2 })
  })

  it.each([
    ['EXIF with place and camera', exif()],
    ['XMP', xmp],
    ['IPTC', iptc],
    ['a comment', comment],
    ['the list of further pictures', furtherPictures],
    ['the thumbnail of JFXX', jfxx],
    ['an unknown application segment', segment(0xef, Buffer.from(planted))],
    ['an extension', segment(0xf3, Buffer.from(planted))],
  ])('has lost %s', (_, telling) => {
    expect(hex(stripped(aJpeg([jfif, telling])).bytes)).toBe(hex(aJpeg([jfif])))
    expect(hex(stripped(aJpeg([telling, jfif])).bytes)).toBe(hex(aJpeg([jfif])))
  })

  it('has lost the thumbnail of JFIF, and kept JFIF', () => {
    expect(hex(stripped(aJpeg([jfifWithThumbnail])).bytes)).toBe(hex(aJpeg([jfif])))
  })

  it('has lost what hung behind its end', () => {
    const film = Buffer.concat([Buffer.from(planted), aJpeg([exif()])])
    expect(hex(stripped(aJpeg([jfif], film)).bytes)).toBe(hex(aJpeg()))
  })

  it('has lost what stood between its scans, and kept the scans', () => {
    const scan = Buffer.from('ffda0008010100003f00' + '12ff0034ffd056', 'hex')
    const picture = aJpeg()
    const progressive = (between: Uint8Array) =>
      Buffer.concat([picture.subarray(0, -2), scan, between, scan, picture.subarray(-2)])
    expect(hex(stripped(progressive(comment)).bytes)).toBe(hex(progressive(Buffer.alloc(0))))
  })

  it('keeps what its colours need', () => {
    const { bytes } = stripped(aJpeg([exif(), jfif, comment, colourProfile, xmp, adobe]))
    expect(hex(bytes)).toBe(hex(aJpeg([jfif, colourProfile, adobe])))
  })

  it.each(orientations.flatMap((orientation) => endings.map((little) => ({ orientation, little }))))(
    'keeps the orientation, alone: $orientation, little-endian $little',
    ({ orientation, little }) => {
      const { bytes } = stripped(aJpeg([jfif, exif({ orientation, little })]))
      expect(hex(bytes)).toBe(hex(aJpeg([jfif, minimal(orientation)])))
    },
  )

  it.each([0, 1, 9, 65_535])('keeps no orientation %d', (orientation) => {
    expect(hex(stripped(aJpeg([jfif, exif({ orientation })])).bytes)).toBe(hex(aJpeg([jfif])))
  })

  it('is read over fill bytes before a marker', () => {
    const filled = Buffer.concat([Buffer.from([0xff, 0xff]), comment])
    expect(hex(stripped(aJpeg([jfif, filled])).bytes)).toBe(hex(aJpeg([jfif])))
  })
})

describe('a stripped PNG', () => {
  it('is what it was where it tells nothing', () => {
    const picture = aPng([chunk('gAMA', Buffer.from([0, 0, 177, 143]))])
    expect(stripped(picture)).toEqual({ kind: 'png', bytes: plain(picture), width: 3, height: 2 })
  })

  it.each([...tellingChunks, chunk('eXIf', exifBlock())].map((one) => [one.toString('latin1', 4, 8), one] as const))(
    'has lost %s, and shows the same',
    (_, telling) => {
      const { bytes } = stripped(aPng([telling]))
      expect(hex(bytes)).toBe(hex(aPng()))
      expect(PNG.sync.read(Buffer.from(bytes)).data).toEqual(PNG.sync.read(aPng()).data)
    },
  )

  it('has lost the further frames of an animation', () => {
    const frames = [
      chunk('acTL', Buffer.alloc(8)),
      chunk('fcTL', Buffer.alloc(26)),
      chunk('fdAT', Buffer.from(planted)),
    ]
    expect(hex(stripped(aPng(frames)).bytes)).toBe(hex(aPng()))
  })

  it('has lost what hung behind its end', () => {
    expect(hex(stripped(aPng([], Buffer.from(planted))).bytes)).toBe(hex(aPng()))
  })

  it.each(orientations)('keeps the orientation %d, alone, with a right check sum', (orientation) => {
    const { bytes } = stripped(aPng([chunk('eXIf', exifBlock({ orientation }))]))
    expect(hex(bytes)).toBe(hex(aPng([chunk('eXIf', minimal(orientation).subarray(10))])))
    expect(PNG.sync.read(Buffer.from(bytes)).width).toBe(3)
  })
})

const everything = [
  aJpeg(
    [exif({ orientation: 6 }), jfifWithThumbnail, jfxx, xmp, iptc, comment, furtherPictures, colourProfile, adobe],
    xmp,
  ),
  aPng([...tellingChunks, chunk('eXIf', exifBlock({ orientation: 6 }))], comment),
]

describe('any picture', () => {
  it('is stripped once and for all', () => {
    for (const picture of everything) {
      expect(hasMetadata(plain(picture))).toBe(true)
      const { bytes } = stripped(picture)
      expect(hasMetadata(bytes)).toBe(false)
      expect(holds(bytes, Buffer.from(planted))).toBe(false)
      expect(stripped(bytes).bytes).toEqual(bytes)
    }
  })

  it('that was cut short is broken, wherever it was cut', () => {
    for (const picture of [aJpeg([jfif, exif(), comment]), aPng(tellingChunks)]) {
      const outcomes = Array.from(picture, (_, length) => strip(plain(picture.subarray(0, length))))
      expect(outcomes.filter((outcome) => !('refused' in outcome))).toEqual([])
      expect(outcomes.at(-1)).toEqual({ refused: 'broken' })
    }
  })

  it.each([
    ['a JPEG without a scan', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
    ['a JPEG with two frames', aJpeg([jfif, segment(0xc0, Buffer.from('080002000301012200', 'hex'))])],
    ['a JPEG of no width', aJpeg([segment(0xc0, Buffer.from('080002000001012200', 'hex'))])],
    ['a JPEG with a segment of no length', aJpeg([Buffer.from('fffe0001', 'hex')])],
    ['a JPEG with an unknown marker', aJpeg([segment(0x02, Buffer.from('x'))])],
    ['a PNG that does not begin with its header', Buffer.concat([aPng().subarray(0, 8), ...tellingChunks])],
    ['a PNG without data', Buffer.concat([aPng().subarray(0, 33), chunk('IEND', Buffer.alloc(0))])],
    ['a PNG with a chunk longer than the file', aPng([Buffer.from('7fffffff74455874', 'hex')])],
  ])('is broken: %s', (_, bytes) => expect(strip(plain(bytes))).toEqual({ refused: 'broken' }))

  it.each([
    ['nothing', ''],
    ['words', Buffer.from('not a picture').toString('hex')],
    ['a GIF', '474946383961'],
    ['a film', '00000018667479706d703432'],
    ['a WebP', '524946460000000057454250'],
  ])('is none: %s', (_, bytes) => {
    expect(strip(plain(Buffer.from(bytes, 'hex')))).toEqual({ refused: 'not-a-picture' })
    expect(hasMetadata(plain(Buffer.from(bytes, 'hex')))).toBe(true)
  })
})

describe('whatever comes in', () => {
  const outcomeOf = (bytes: Uint8Array) => {
    const before = hex(bytes)
    const outcome = strip(bytes)
    expect(hex(bytes)).toBe(before)
    if ('refused' in outcome) return expect(['not-a-picture', 'broken']).toContain(outcome.refused)
    // An orientation in a directory that was cut short gets the four bytes that end one.
    expect(outcome.bytes.length).toBeLessThanOrEqual(bytes.length + 4)
    expect(outcome.width * outcome.height).toBeGreaterThan(0)
    expect(strip(outcome.bytes)).toEqual(outcome)
  }

  it('strip answers', () => {
    const starts = fc.constantFrom('', 'ffd8ff', '89504e470d0a1a0a', '89504e470d0a1a0a0000000d49484452')
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) =>
        outcomeOf(Uint8Array.from([...Buffer.from(start, 'hex'), ...rest])),
      ),
      { numRuns: 2000 },
    )
  })

  it('strip answers to a picture with some bytes changed', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 0xff, 0xe1, 0xd9, 0xda, 0x7f, 0x80)),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...everything),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (picture, changes) => {
          const bytes = plain(picture)
          for (const [at, put] of changes) bytes[at % bytes.length] = put
          outcomeOf(bytes)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('strip answers to an EXIF block with some bytes changed', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255))
    fc.assert(
      fc.property(fc.boolean(), fc.array(change, { minLength: 1, maxLength: 8 }), (little, changes) => {
        const block = exifBlock({ orientation: 6, little })
        for (const [at, put] of changes) block[at % block.length] = put
        const segmented = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]))
        const { bytes } = stripped(aJpeg([jfif, segmented]))
        expect(holds(bytes, Buffer.from(planted.slice(4, 10)))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a picture made to be slow', () => {
  const many = (one: Uint8Array, bytes: number) =>
    Buffer.concat(Array.from({ length: Math.floor(bytes / one.length) }, () => one))
  /** ms, the best of three: a busy machine only ever makes it more. */
  const timeOf = (picture: Uint8Array) => {
    const runs = [1, 2, 3].map(() => {
      const begun = performance.now()
      strip(picture)
      return performance.now() - begun
    })
    return Math.min(...runs)
  }
  const scan = Buffer.from('ffda0008010100003f00', 'hex')

  it.each<[string, (bytes: number) => Uint8Array]>([
    ['empty comments', (bytes) => aJpeg([many(segment(0xfe, Buffer.alloc(0)), bytes)])],
    ['empty tables', (bytes) => aJpeg([many(segment(0xdb, Buffer.alloc(0)), bytes)])],
    ['empty profiles', (bytes) => aJpeg([many(segment(0xe2, Buffer.from('ICC_PROFILE\0')), bytes)])],
    ['scans', (bytes) => aJpeg([many(scan, bytes)])],
    ['0xFF in a scan', (bytes) => aJpeg([scan, many(Buffer.from([0xff]), bytes)])],
    ['empty chunks', (bytes) => aPng([many(chunk('tEXt', Buffer.alloc(0)), bytes)])],
    ['empty data', (bytes) => aPng([many(chunk('IDAT', Buffer.alloc(0)), bytes)])],
  ])('by %s takes time as its length does', (_, make) => {
    const [small, large] = [make(250_000), make(2_000_000)].map(plain)
    if (!small || !large) throw new Error('nothing made')
    timeOf(small)
    // Eight times the bytes; sixty-four times the time would be quadratic.
    expect(timeOf(large)).toBeLessThan(timeOf(small) * 8 * 4 + 50)
  })
})
