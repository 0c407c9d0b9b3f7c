/** What `wx.getImageInfo` tells of a picture; undefined where it is none of the kinds that are known here. */
export function imageInfo(bytes: Uint8Array): { width: number; height: number; type: string } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20), type: 'png' }
  }
  return bytes.length > 4 && view.getUint16(0) === 0xffd8 ? jpegInfo(view) : undefined
}

/** The size stands in the frame's head: SOF0 to SOF15, but for three other markers among them. */
function jpegInfo(view: DataView): { width: number; height: number; type: string } | undefined {
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint16(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), type: 'jpeg' }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
