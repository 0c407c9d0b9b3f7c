export type { CodeImage, CodeSquares } from './code'
export { openPosterFont, posterFontFiles, type PosterFont } from './font'
export { posterPdf, unprintable, type Poster } from './poster'
export { noticePdf, unprintableOn, type NoticeSheet } from './notice'
