/** WeChat's own refusal of an open API: a number of its documentation, and words like its. */
export class OpenApiRefusal extends Error {
  override readonly name = 'OpenApiRefusal'

  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}

/** An argument that is missing or of the wrong kind. */
export function invalidArgument(what: string): OpenApiRefusal {
  return new OpenApiRefusal(40097, `invalid args: ${what}`)
}

/** The openid that an open API is about. One like the platform's; whether somebody has it, nobody here knows. */
export function openidIn(value: unknown): string {
  if (typeof value === 'string' && /^(?=.*[A-Za-z])[\w-]{1,64}$/.test(value)) return value
  throw new OpenApiRefusal(40003, 'invalid openid')
}
