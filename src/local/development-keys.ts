/**
 * The secrets that the local cloud gives to its functions. Anybody may know them: they keep nothing secret, and
 * `npm run deploy` refuses every one of them. They are fixed, so that kept demo data can be read after a restart.
 */
export const developmentKeys: Readonly<Record<string, string>> = {
  SEAL_KEYS: 'development:vNzGxNEV12y90ET8ntTg9pBwRM48r976hZqK+7l5zKc=',
  LOOKUP_KEY: 'DgiqxFaDaBcocWqzydvbWHKLvlgWdrIM+piDw9qLP0g=',
  PERSON_KEY: 'QYH4ZM3/xFjiZrgKpgAyM52tOVLic96KHzZObv58V3k=',
  CODE_KEY: 'BnOGutB6ZEr0FFdv6etCX8btWNnRve1SSyeeKznbRt8=',
}

/** Whether a value holds one of them, under whatever name. */
export const holdsDevelopmentKey = (value: string): boolean =>
  Object.values(developmentKeys).some((known) => value.includes(known.slice(known.indexOf(':') + 1)))
