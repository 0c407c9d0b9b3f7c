import { inflateRawSync } from 'node:zlib'

/** The texts inside of workbooks that stand in a reply as base64: packed, no search would see them. */
export const textsInSheets = (text: string): readonly string[] =>
  [...text.matchAll(/"(UEsDB[A-Za-z0-9+/=]{100,})"/g)].flatMap(([, file = '']) => unzipped(Buffer.from(file, 'base64')))

/** What a zip file holds, by the directory at its end. */
function unzipped(file: Buffer): readonly string[] {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const texts: string[] = []
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const entry = file.readUInt32LE(at + 42)
    const start = entry + 30 + file.readUInt16LE(entry + 26) + file.readUInt16LE(entry + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
    texts.push((file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return texts
}
