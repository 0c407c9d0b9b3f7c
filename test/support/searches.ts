/** Texts that the search answers in each of its ways, and one that answers the matter's question too. */
export const searches = {
  found: '下水道堵了',
  unsure: '水',
  outside: '今天天气怎么样',
  danger: '有煤气味',
  several: '楼道灯不亮，下水道也堵了',
  /** The drain, and not only ours: `scope` is answered. */
  answered: '下水道堵了，楼上楼下都堵',
} as const
