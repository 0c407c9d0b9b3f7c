/** The demo edition speaks plain HTTP to the address that it came from. */
export function openCloud(): void {
  // Nothing to open.
}
