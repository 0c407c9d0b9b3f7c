/** By which `/_local` tells open pages of the app how far the clock is ahead, in ms. */
export const clockChannel = 'jiamenkou-clock'
