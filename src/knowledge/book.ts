import type { Hotline, Role } from '../domain/routing/types'
import hotlineRows from './data/hotlines.json'
import roleRows from './data/roles.json'
import { mapValues } from './rows'

type RoleRow = Omit<Role, 'id' | 'phone' | 'local'> & { readonly phone?: string; readonly local?: true }

/** Whoever may be responsible, by id. */
export const roles: Readonly<Record<string, Role>> = mapValues(
  roleRows as Readonly<Record<string, RoleRow>>,
  ({ phone = null, local = false, ...row }, id) => ({ id, ...row, phone, local }),
)

/** The country's numbers. */
export const hotlines = hotlineRows as readonly Hotline[]
