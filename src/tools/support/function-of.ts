import { actions } from '../../contract'

const inFiles = new Set<string>(actions.flatMap((action) => ('runsIn' in action ? [action.name] : [])))

/** The cloud function in which an action runs, as the contract declares it; phones have their own list of them. */
export const functionOf = (action: string): 'api' | 'files' => (inFiles.has(action) ? 'files' : 'api')
