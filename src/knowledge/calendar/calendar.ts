import type { YearTable } from '../../domain/time/calendar'
import year2024 from './2024.json'
import year2025 from './2025.json'
import year2026 from './2026.json'

/** The years whose notice of the State Council's General Office is known; a new year is one more file. */
export const calendar: readonly YearTable[] = [year2024, year2025, year2026]
