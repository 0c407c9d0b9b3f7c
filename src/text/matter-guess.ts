/** What a text is about, where somebody writes it down. */
export const matterGuess = {
  title: '是不是这件事？',
  none: '都不是',
  chosen: '这件事',
  change: '点这里换一个',
  noneChosen: '都不是，网格长看了再派人',
} as const
