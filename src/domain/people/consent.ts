/** What people can agree to, each by itself. `account` is the ground of everything that needs somebody. */
export const purposes = ['account', 'phone', 'home', 'messages'] as const
export type Purpose = (typeof purposes)[number]

/** Grows when the privacy notice changes in what it says: whoever agreed to an earlier one is asked again. */
export const noticeVersion = 2

/** One agreement, as it is kept. */
export interface Consent {
  readonly purpose: Purpose
  /** Of the notice that was shown. */
  readonly version: number
  /** ms since epoch. */
  readonly at: number
  readonly withdrawnAt: number | null
}

/** Whether somebody agrees today to all of these. */
export const agrees = (consents: readonly Consent[], needed: readonly Purpose[]): boolean =>
  needed.every((purpose) =>
    consents.some((one) => one.purpose === purpose && one.version === noticeVersion && one.withdrawnAt === null),
  )

/** The agreements after somebody agreed to these: an agreement that holds stays as it was. */
export function granted(consents: readonly Consent[], agreed: readonly Purpose[], now: number): Consent[] {
  const fresh = agreed.filter((purpose) => !agrees(consents, [purpose]))
  return [
    ...consents.filter(({ purpose }) => !fresh.includes(purpose)),
    ...fresh.map((purpose) => ({ purpose, version: noticeVersion, at: now, withdrawnAt: null })),
  ]
}

/** The agreements after one was withdrawn. Without `account` there is nothing that the others could rest on. */
export const withdrawn = (consents: readonly Consent[], purpose: Purpose, now: number): Consent[] =>
  consents.map((one) =>
    one.withdrawnAt === null && (one.purpose === purpose || purpose === 'account') ? { ...one, withdrawnAt: now } : one,
  )
