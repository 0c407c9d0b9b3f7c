/** Joins and tidies parts of a path; the host also runs where node:path is not. */
export function join(...parts: readonly string[]): string {
  const steps: string[] = []
  for (const step of parts.join('/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

export const directoryOf = (file: string): string => file.split('/').slice(0, -1).join('/')

/** WeChat's paths: from the root with a leading slash, else from the file that names them. */
export const resolve = (from: string, place: string): string =>
  place.startsWith('/') ? join(place) : join(directoryOf(from), place)
