/** How opening hours are written; `readHours` of the directory's rules understands them again. */
export const hoursNames = {
  every: '每天',
  workday: '工作日',
  restday: '周末和节假日',
  holiday: '法定节假日',
  always: '24小时',
  nextDay: '次日',
  between: '；',
} as const
