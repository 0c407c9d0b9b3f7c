import { typeScale } from '../platform/type-size'
import { forget, keep, recall } from './kept'
import { signal, useSignal } from './signal'

/** How things are shown: the care edition (关怀版), and how much larger the person set type on the phone. */
export interface Edition {
  readonly care: boolean
  /** 1 = as usual */
  readonly scale: number
}

/** From this size on, whoever has not chosen gets the care edition. */
const careFrom = 1.25

const edition = signal<Edition>({ care: false, scale: 1 })

/** Reads the choice kept on this phone, or takes it from the size of type there. At launch and after each return. */
export function readEdition(): void {
  const scale = typeScale()
  const care = recall<boolean>('care')?.value ?? scale >= careFrom
  const now = edition.get()
  if (now.care !== care || now.scale !== scale) edition.set({ care, scale })
}

export function setCare(care: boolean): void {
  keep('care', care)
  edition.set({ ...edition.get(), care })
}

export const useEdition = (): Edition => useSignal(edition)

export function forgetEdition(): void {
  forget('care')
  readEdition()
}
