export { dayWorkbook, type DaySheet } from './day-workbook'
