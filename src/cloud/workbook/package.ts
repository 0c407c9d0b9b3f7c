import type { Budget } from './budget'
import { damaged, Unreadable } from './refusal'
import { readXml } from './unpack'
import type { XmlHandler } from './xml'
import { Zip } from './zip'

/** From one part to another: `kind` is the last word of the relationship's type, the same in strict files. */
interface Relationship {
  readonly id: string
  readonly kind: string
  readonly target: string
}

/** Far beyond what a workbook needs; more would only fill the memory. */
const mostRelationships = 2000
const longestTarget = 1000

/** The parts of an Office file, found by their relationships, as Office itself does. */
export class OfficePackage {
  private readonly zip: Zip

  constructor(
    bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    this.zip = new Zip(bytes, budget.bounds.entries)
  }

  /** The part that everything else hangs on. */
  main(): string {
    const main = this.relationships('').find(({ kind }) => kind === 'officeDocument')
    if (main) {
      // .xlsb holds the same in numbers of its own.
      if (main.target.endsWith('.bin')) throw new Unreadable('old-excel')
      return main.target
    }
    throw this.zip.has('[Content_Types].xml') ? damaged() : this.foreign()
  }

  /** Nothing where the part has none. */
  relationships(part: string): readonly Relationship[] {
    const slash = part.lastIndexOf('/') + 1
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
    if (!this.zip.has(name)) return []
    const found: Relationship[] = []
    this.read(name, {
      open: (element, attributes, depth) => {
        if (depth !== 1 || element !== 'Relationship' || attributes.get('TargetMode') === 'External') return
        if (found.length >= mostRelationships) throw damaged()
        const kind = (attributes.get('Type') ?? '').split('/').at(-1) ?? ''
        const target = attributes.get('Target') ?? ''
        if (target.length > longestTarget) throw damaged()
        found.push({ id: attributes.get('Id') ?? '', kind, target: resolved(part.slice(0, slash), target) })
      },
    })
    return found
  }

  /** A part that is named and not there makes the file damaged. */
  read(part: string, handler: XmlHandler): void {
    const entry = this.zip.find(part)
    if (!entry) throw damaged()
    readXml(entry, this.budget, handler)
  }

  /** Other programs' spreadsheets are zips as well. */
  private foreign(): Unreadable {
    const isNumbers = this.zip.has('Index/Document.iwa') || this.zip.has('Index.zip')
    const kind = this.zip.find('mimetype')?.packed.subarray(0, 100)
    const isOpenDocument = new TextDecoder().decode(kind).includes('opendocument.spreadsheet')
    return new Unreadable(isNumbers || isOpenDocument ? 'old-excel' : 'not-excel')
  }
}

/** A target beside the part that names it, or from the root where it begins with a slash. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps = (path.startsWith('/') ? path : folder + path).split('/')
  const kept: string[] = []
  for (const step of steps) {
    if (step === '..') kept.pop()
    else if (step !== '' && step !== '.') kept.push(step)
  }
  return kept.join('/')
}
