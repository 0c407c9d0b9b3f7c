import { posterWords as words } from '../../text/poster'
import { drawCode, type CodeImage } from './code'
import type { PosterFont } from './font'
import { codePlace, drawPage, paper, type PosterText } from './page'
import { PdfFile, reference, textString, type ObjectId } from './pdf'
import { Type, unprintableIn } from './type'

/** The poster of one door code. */
export interface Poster {
  /** The estate's name. */
  readonly title: string
  /** From large to small: the building and, where the code is for one, its unit. */
  readonly place: readonly string[]
  readonly code: CodeImage
  /** The door code itself, in small letters at the foot: by it two posters are compared. */
  readonly codeText: string
}

/**
 * Posters as one PDF file, a page of A4 for each, with a list of their places beside it. The same posters give the same
 * bytes. A picture that cannot be printed is a fault and thrown; a letter that the font does not have is an empty square
 * to be filled in by hand, see `unprintable`.
 */
export function posterPdf(posters: readonly Poster[], font: PosterFont): Uint8Array {
  // A file without pages is none that a viewer opens.
  if (!posters.length) throw new Error('there is nothing to print')
  const file = new PdfFile()
  const type = new Type(font)
  const tree = file.reserve()
  const resources = file.reserve()
  const pages = posters.map((poster) => addPage(file, type, { poster, tree, resources }))
  // Pages name the letters before it is known which there are.
  file.fill(resources, type.finish(file))
  file.fill(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(reference).join(' ')}]>>`)
  const outlines = addOutlines(file, posters, pages)
  const root = file.add(
    [
      `<</Type/Catalog/Pages ${reference(tree)}/Outlines ${reference(outlines)}/PageMode/UseOutlines/Lang(zh-CN)`,
      // As large as it was drawn: a printer's own scaling would make the code smaller.
      '/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>',
    ].join(''),
  )
  const info = file.add(`<</Title ${textString(words.file(posters[0]?.title ?? ''))}>>`)
  return file.finish(root, info)
}

/** The letters of these posters that `font` does not have, each once, so that somebody can be told before printing. */
export const unprintable = (posters: readonly Omit<Poster, 'code'>[], font: PosterFont): string[] =>
  unprintableIn(
    posters.flatMap(({ title, place, codeText }) => [title, ...place, codeText]),
    font,
  )

interface PageOrder {
  readonly poster: Poster
  readonly tree: ObjectId
  /** The dictionary of fonts. */
  readonly resources: ObjectId
}

function addPage(file: PdfFile, type: Type, { poster, tree, resources }: PageOrder): ObjectId {
  const { operators, pictures } = drawCode(file, poster.code, codePlace)
  const text: PosterText = { estate: poster.title, place: poster.place, codeText: poster.codeText }
  const contents = file.addDrawing(operators + drawPage(type, text))
  const objects = pictures ? `/XObject<<${pictures}>>` : ''
  return file.add(
    [
      `<</Type/Page/Parent ${reference(tree)}/MediaBox[0 0 ${paper.width} ${paper.height}]`,
      `/Resources<</Font ${reference(resources)}${objects}>>/Contents ${reference(contents)}>>`,
    ].join(''),
  )
}

/** A list of the places: whoever needs one poster anew out of three hundred finds its page. */
function addOutlines(file: PdfFile, posters: readonly Poster[], pages: readonly ObjectId[]): ObjectId {
  const list = file.reserve()
  const entries = pages.map(() => file.reserve())
  entries.forEach((entry, index) => {
    const { title = '', place = [] } = posters[index] ?? {}
    const [previous, next] = [entries[index - 1], entries[index + 1]]
    file.fill(
      entry,
      [
        `<</Title ${textString([title, ...place].join(' '))}/Parent ${reference(list)}`,
        previous === undefined ? '' : `/Prev ${reference(previous)}`,
        next === undefined ? '' : `/Next ${reference(next)}`,
        `/Dest[${reference(pages[index] ?? list)}/Fit]>>`,
      ].join(''),
    )
  })
  const [first, last] = [entries[0], entries.at(-1)]
  const ends = first === undefined || last === undefined ? '' : `/First ${reference(first)}/Last ${reference(last)}`
  file.fill(list, `<</Type/Outlines/Count ${entries.length}${ends}>>`)
  return list
}
