// What stands in a text and nobody sees: marks of direction round a number that was copied from a phone's contacts, blanks
// of no width out of web pages, control characters out of other programs, fillers that count as letters. U+FEFF counts as
// a blank in JavaScript; the other blanks are left to whoever reads the text.

const unseen = /\ufeff|(?!\s)[\u034f\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu
const seen = /[^\u034f\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u

/** The text without what nobody sees. Nothing of a place, a name or a number is lost: they look the same. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '')

/** Whether anything of it shows. */
export const isSeen = (text: string): boolean => seen.test(text)
