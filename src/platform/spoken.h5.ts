import type { Spoken } from './spoken'

/** As a browser takes it; what is pressed is reached by the tab key too. */
export function spoken({ role, label, chosen, disabled }: Spoken): Record<string, string | number> {
  return {
    ...(role === undefined ? {} : { role }),
    ...(role === 'button' ? { tabIndex: disabled ? -1 : 0 } : {}),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(chosen === undefined ? {} : { 'aria-pressed': String(chosen) }),
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
  }
}
