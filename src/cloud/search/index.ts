import { missedSearch } from './missed'

export const searchHandlers = [missedSearch]
