import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { fillOnce } from './once'

const source = path.resolve(__dirname, '../../node_modules/@fontsource/noto-sans-sc')
const faces = ['chinese-simplified-400', 'chinese-simplified-700', 'latin-400', 'latin-700']

/**
 * A fontconfig file that offers Noto Sans SC and nothing else, also under the names of the fonts that phones have: a
 * browser on any Linux then shows the same Chinese letters, off line and whatever is installed.
 */
export async function chineseFonts(cache: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(cache, `fonts-${version}`)
  await fillOnce(folder, async (mine) => {
    for (const face of faces) {
      const woff = await readFile(path.join(source, 'files', `noto-sans-sc-${face}-normal.woff`))
      await writeFile(path.join(mine, `${face}.ttf`), unpackWoff(woff))
    }
    await writeFile(path.join(mine, 'fonts.conf'), configuration(folder))
  })
  return path.join(folder, 'fonts.conf')
}

const alias = (family: string) =>
  `  <alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`

const configuration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
${['PingFang SC', 'HarmonyOS Sans SC', 'sans-serif', 'system-ui'].map(alias).join('\n')}
</fontconfig>
`

/** WOFF is a font's tables, each deflated: this writes them out again as the font that they were. */
function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + index * 20
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number]
    const data = woff.subarray(offset, offset + packed)
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.subarray(entry + 16, entry + 20),
      data: packed < length ? inflateSync(data) : data,
    }
  })

  const power = Math.floor(Math.log2(count))
  const header = Buffer.alloc(12)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(2 ** power * 16, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10)

  const directory: Buffer[] = []
  const body: Buffer[] = []
  let offset = 12 + count * 16
  for (const { tag, checksum, data } of tables) {
    const place = Buffer.alloc(8)
    place.writeUInt32BE(offset, 0)
    place.writeUInt32BE(data.length, 4)
    directory.push(Buffer.concat([tag, checksum, place]))
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    body.push(padded)
    offset += padded.length
  }
  return Buffer.concat([header, ...directory, ...body])
}
