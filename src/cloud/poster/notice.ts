import { noticePosterWords as words } from '../../text/notice-poster'
import { drawCode, type CodeImage } from './code'
import type { PosterFont } from './font'
import { drawNoticePage, noticeCodePlace, type NoticeText } from './notice-page'
import { paper } from './page'
import { PdfFile, reference, textString } from './pdf'
import { Type, unprintableIn } from './type'

/** A notice on one sheet, with the code that opens it. */
export interface NoticeSheet extends NoticeText {
  readonly code: CodeImage
}

/** A notice as a PDF file, a page of A4 for each sheet. The same sheets give the same bytes. */
export function noticePdf(sheets: readonly NoticeSheet[], font: PosterFont): Uint8Array {
  const file = new PdfFile()
  const type = new Type(font)
  const tree = file.reserve()
  const resources = file.reserve()
  const pages = sheets.map((sheet) => {
    const { operators, pictures } = drawCode(file, sheet.code, noticeCodePlace)
    const contents = file.addDrawing(operators + drawNoticePage(type, sheet))
    const objects = pictures ? `/XObject<<${pictures}>>` : ''
    return file.add(
      [
        `<</Type/Page/Parent ${reference(tree)}/MediaBox[0 0 ${paper.width} ${paper.height}]`,
        `/Resources<</Font ${reference(resources)}${objects}>>/Contents ${reference(contents)}>>`,
      ].join(''),
    )
  })
  file.fill(resources, type.finish(file))
  file.fill(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(reference).join(' ')}]>>`)
  const root = file.add(`<</Type/Catalog/Pages ${reference(tree)}/Lang(zh-CN)>>`)
  const info = file.add(`<</Title ${textString(words.file(sheets[0]?.what ?? ''))}>>`)
  return file.finish(root, info)
}

/** The letters of these sheets that `font` does not have, each once. */
export const unprintableOn = (sheets: readonly NoticeSheet[], font: PosterFont): string[] =>
  unprintableIn(
    sheets.flatMap(({ head, what, place, where, when, body, call, from }) => [
      ...[head, what, place, where, when, body, call, from],
    ]),
    font,
  )
