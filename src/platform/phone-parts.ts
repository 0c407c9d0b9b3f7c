/** As the directory keeps a number with an extension: 0371-68001234-8012, 400-800-1234-8012. */
const extended = /^(0\d{2,3}-\d{7,8}|[48]00-\d{3}-\d{4})-(\d{1,6})$/

/**
 * The number that is dialled, and what has to be dialled behind it once it is answered. A comma would be a pause to a
 * phone's own dialler, but WeChat documents nothing of what it hands on: so the extension is said, not dialled.
 */
export function phoneParts(number: string): { readonly main: string; readonly extension: string | null } {
  const [, main, extension] = extended.exec(number) ?? []
  return main === undefined || extension === undefined ? { main: number, extension: null } : { main, extension }
}

/** What the dialler is opened with. */
export const dialled = (number: string): string => phoneParts(number).main.replace(/[^0-9]/g, '')
