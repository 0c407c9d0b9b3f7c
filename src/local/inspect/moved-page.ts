/**
 * The H5 page as it is served while the clock is moved: a script in front of all others moves its `Date`. The compiled
 * files stay as they are, and while the clock is not moved nothing is added.
 */
export function withMovedClock(html: string, offset: number): string {
  const script = `<script src="/_local/clock.js" data-offset="${offset}"></script>`
  return html.replace(/<head[^>]*>/i, (head) => head + script)
}
