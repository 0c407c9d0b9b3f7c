/** The part of `qrcode` that works out squares, without its drawings; its types are those of the whole package. */
declare module 'qrcode/lib/core/qrcode' {
  export { create } from 'qrcode'
}
