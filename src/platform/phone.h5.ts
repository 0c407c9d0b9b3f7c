import { dialled } from './phone-parts'

/** A browser dials by following a `tel:` link; what came of it cannot be known. */
export function dial(number: string): Promise<boolean> {
  const link = document.createElement('a')
  link.href = `tel:${dialled(number)}`
  document.body.append(link)
  link.click()
  link.remove()
  return Promise.resolve(true)
}
