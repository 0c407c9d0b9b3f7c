import type { RequestFields } from '../store/documents'

/** Everything of a filing that was typed and that others will read: judged as one, and shown to who has to decide. */
export const judgedWords = ({ words, spot, called }: Pick<RequestFields, 'words' | 'spot' | 'called'>): string =>
  [words, spot ?? '', ...called.map(({ name }) => name)].filter((text) => text !== '').join('\n')
