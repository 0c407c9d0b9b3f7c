/** In WeChat the page on top is the page in sight: nothing to do. */
export function keepInSight(): void {}
