import type { Spoken, SpokenRole } from './spoken'

/** What is pressed is reached by the tab key too. */
const pressed: readonly (SpokenRole | undefined)[] = ['button', 'radio', 'checkbox']

/** As a browser takes it. */
export function spoken({ role, label, chosen, disabled, modal }: Spoken): Record<string, string | number> {
  return {
    ...(role === undefined ? {} : { role }),
    ...(pressed.includes(role) ? { tabIndex: disabled ? -1 : 0 } : {}),
    // A dialogue takes the focus when it opens, so that it is read.
    ...(role === 'dialog' ? { tabIndex: -1 } : {}),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(chosen === undefined ? {} : { [role === 'button' ? 'aria-pressed' : 'aria-checked']: String(chosen) }),
    ...(disabled ? { 'aria-disabled': 'true' } : {}),
    ...(modal ? { 'aria-modal': 'true' } : {}),
  }
}
