import type { Day } from '../time/clock'

/** 编号 as people say it: "20261122-007". It is unique within a community. */
export const numberOf = ({ day, serial }: { readonly day: Day; readonly serial: number }): string =>
  `${day.replaceAll('-', '')}-${String(serial).padStart(3, '0')}`
