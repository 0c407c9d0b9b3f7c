import type { PictureRefusal } from './bytes'
import { isJpeg, stripJpeg } from './jpeg'
import { isPng, stripPng } from './png'

export type { PictureRefusal }

/** A picture that tells only what one sees on it. */
export interface Stripped {
  readonly kind: 'jpeg' | 'png'
  readonly bytes: Uint8Array
  /** In pixels, as stored: a picture whose orientation is kept may stand the other way round. */
  readonly width: number
  readonly height: number
}

/**
 * Takes everything out of a JPEG or PNG that is not needed to draw it: EXIF with place, time and camera, XMP, IPTC,
 * comments, thumbnails, further pictures and whatever hangs behind its end. The orientation stays, alone, where the
 * picture would else lie on its side. The drawn data is not touched. Never throws.
 */
export function strip(bytes: Uint8Array): Stripped | PictureRefusal {
  if (isJpeg(bytes)) return stripJpeg(bytes)
  if (isPng(bytes)) return stripPng(bytes)
  return { refused: 'not-a-picture' }
}

/**
 * Whether `strip` would take something out. True also of what it refuses: nobody knows what that holds.
 */
export function hasMetadata(bytes: Uint8Array): boolean {
  const stripped = strip(bytes)
  if ('refused' in stripped || stripped.bytes.length !== bytes.length) return true
  return stripped.bytes.some((byte, i) => byte !== bytes[i])
}
