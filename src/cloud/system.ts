import type { Caller } from './store/sdk'

/**
 * Timers and message pushes are the platform's to start. A mini program can name any function in a call; its
 * source then begins with wx_client.
 */
export const isFromClient = ({ source }: Caller): boolean => source.startsWith('wx_client')
