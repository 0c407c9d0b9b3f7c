/** WeChat shares cards, not links: the page's share object does it there. */
export const shareLink = (_path: string, _title: string): Promise<'shared' | 'copied' | 'failed'> =>
  Promise.resolve('failed')
