/** Asking whether WeChat may bring news. */
export const news = {
  /** What a browser's dialogue asks in WeChat's place. */
  mayTell: '有了进展，用微信消息告诉您，可以吗？',
  tellMe: '有进展时用微信告诉我',
  tellMeHint: '答应一次，发一条。不答应，也能在“消息”里看到。',
  willTell: '好的，有进展会用微信告诉您。',
  wontTell: '好的，不打扰您。有进展会在“消息”里等您。',
  switchedOff: '您在微信里关掉了消息提醒。有进展会在“消息”里等您。',
  failed: '微信现在问不了，请稍后再试。有进展会在“消息”里等您。',
} as const
