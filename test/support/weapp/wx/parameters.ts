import { plainText } from '../text'
import type { Answer } from './caller'

type Check = (options: Answer) => string | undefined

const text =
  (name: string, least = 0): Check =>
  ({ [name]: value }) =>
    typeof value === 'string' && value.length >= least ? undefined : `parameter.${name} has to be a text`

/** WeChat counts in Chinese characters; two Latin letters are as wide as one. */
const noWider =
  (name: string, most: number): Check =>
  ({ [name]: value }) => {
    const width = [...plainText(value)].reduce((sum, letter) => sum + (letter > '\u00ff' ? 1 : 0.5), 0)
    return width > most ? `parameter.${name} is longer than ${most} Chinese characters` : undefined
  }

const list =
  (name: string, most: number): Check =>
  ({ [name]: value }) =>
    Array.isArray(value) && value.length >= 1 && value.length <= most
      ? undefined
      : `parameter.${name} has to be a list of 1 to ${most}`

/** A whole number in a range, where one is given. */
const count =
  (name: string, most: number): Check =>
  ({ [name]: value }) =>
    value === undefined || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most)
      ? undefined
      : `parameter.${name} has to be a number from 1 to ${most}`

/** One of these texts, where one is given. */
const oneOf =
  (name: string, texts: readonly string[]): Check =>
  ({ [name]: value }) =>
    value === undefined || texts.includes(plainText(value))
      ? undefined
      : `parameter.${name} has to be one of ${texts.join(', ')}`

const documents = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** WeChat shows pictures of the network, of the phone, and of the cloud; text that holds a picture it does not. */
const pictures =
  (name: string): Check =>
  ({ [name]: value }) =>
    Array.isArray(value) && value.every((one) => /^(https?|wxfile|cloud):/.test(plainText(one)))
      ? undefined
      : `parameter.${name} has to hold addresses of pictures`

/** What WeChat's reference demands of an API's parameters, where a mistake would otherwise pass unseen here. */
const demands: Readonly<Record<string, readonly Check[]>> = {
  makePhoneCall: [text('phoneNumber', 1)],
  showToast: [text('title')],
  showLoading: [text('title')],
  showModal: [noWider('confirmText', 4), noWider('cancelText', 4)],
  showActionSheet: [list('itemList', 6)],
  setClipboardData: [text('data')],
  setNavigationBarTitle: [text('title')],
  setTabBarBadge: [text('text', 1)],
  chooseMedia: [count('count', 20)],
  chooseMessageFile: [count('count', 100)],
  compressImage: [text('src', 1), count('quality', 100)],
  getImageInfo: [text('src', 1)],
  previewImage: [list('urls', 1000), pictures('urls')],
  saveImageToPhotosAlbum: [text('filePath', 1)],
  shareFileMessage: [text('filePath', 1)],
  openDocument: [text('filePath', 1), oneOf('fileType', documents)],
  saveFileToDisk: [text('filePath', 1)],
  downloadFile: [text('url', 1)],
}

/** What is wrong with the parameters of a call, or undefined. */
export const wrongParameter = (name: string, options: Answer): string | undefined =>
  demands[name]?.map((check) => check(options)).find((wrong) => wrong !== undefined)
