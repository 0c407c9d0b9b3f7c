/** Why a file cannot be read as a workbook at all, by the reason. */
export const workbookFault = {
  empty: '这个文件是空的。请打开看看，填好后另存一份再上传。',
  'not-excel': '这不是Excel表格。请上传填好的模板，文件名以.xlsx结尾。',
  'old-excel': '这是旧格式的表格。请在Excel或WPS里“另存为”.xlsx，再上传。',
  csv: '这是逗号分隔的文本。请在Excel或WPS里打开它，“另存为”.xlsx，再上传。',
  encrypted: '这个表格设了密码，打不开。请去掉密码后再上传。',
  'too-large': '这个表格太大了。请去掉图片和用不到的内容，或者分成几份上传。',
  'too-many-sheets': '里面的工作表太多了。请只留模板里的那几张。',
  'too-many-rows': '行数太多了，一次最多2万行。请按小区分成几份上传。',
  'too-many-columns': '右边太远的地方还有内容。请删掉模板以外的列，再上传。',
  'zip-bomb': '这个文件解压后大得不正常，没有打开它。请从模板重新填一份。',
  damaged: '这个文件损坏了，读不全。请在Excel或WPS里打开，另存一份再上传。',
  'no-sheets': '这个表格里没有工作表。请用模板重新填一份。',
} as const

/** What the content check refuses; null: something among the new words that it does not say. */
export const unfitWords = (words: string): string => `“${words}”不太合适，居民都会看到，请换个说法。`

/** Names of files that are downloaded; the community's name goes before them. */
export const directoryFiles = {
  template: (community: string) => `${community}资料模板.xlsx`,
  directory: (community: string, day: string) => `${community}资料${day}.xlsx`,
  posters: (estate: string) => `${estate}门码海报.pdf`,
}
