/** What stands on every day's register that is printed; the rest of its words comes with its rows. */
export const sheetWords = {
  /** The name of the sheet inside the file. */
  name: '登记表',
  rank: '序号',
  empty: '今天没有登记',
  /** Under each printed page. The program that prints puts its own numbers for both. */
  pages: (page: string, all: string) => `第 ${page} 页，共 ${all} 页`,
} as const
