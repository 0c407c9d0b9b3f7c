/** As the contract has it: a token of a card. */
const token = /^[A-Za-z0-9_-]{8,32}$/

/** The token with which a page was opened; null: none, or what no card carries. */
export const tokenIn = (text: string | undefined): string | null =>
  text !== undefined && token.test(text) ? text : null

/** A new one for each card that a resident passes on: nobody has noted it, so that it counts as "another card". */
export const freshToken = (): string =>
  [1, 2].map(() => Math.random().toString(36).slice(2, 10).padEnd(8, '0')).join('')
