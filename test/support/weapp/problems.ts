import { thrownText } from './text'

/** What went wrong in a mini program: what its own code threw, and what its engine complained of. */
export class Problems {
  readonly list: string[] = []
  private readonly faults: string[] = []

  /** @param onError tells the mini program's own listeners */
  constructor(private readonly onError: (text: string) => void) {}

  /** Code of the mini program threw where nobody caught it. */
  raise(error: unknown): void {
    const text = thrownText(error)
    this.list.push(text)
    this.onError(text)
  }

  /** The view is broken: from here on nothing that is seen means anything. */
  fault(error: unknown): void {
    this.faults.push(thrownText(error))
    this.raise(error)
  }

  assertSound(): void {
    if (this.faults.length) throw new Error(`the mini program is broken:\n${this.faults.join('\n')}`)
  }
}
