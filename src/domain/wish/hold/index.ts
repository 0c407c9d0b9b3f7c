export { heldOf } from './held'
export { dangerCodes, heldCodes, type CardSide, type DangerCode, type Held, type HeldCode } from './types'
