import { reportContact } from './report'

export const contactHandlers = [reportContact]
