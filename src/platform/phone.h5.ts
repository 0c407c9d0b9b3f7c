/** A browser dials by following a `tel:` link; what came of it cannot be known. */
export function dial(number: string): Promise<boolean> {
  const link = document.createElement('a')
  link.href = `tel:${number.replace(/[^0-9]/g, '')}`
  document.body.append(link)
  link.click()
  link.remove()
  return Promise.resolve(true)
}
