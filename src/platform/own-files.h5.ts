/** A page keeps no files. */
export function forgetFiles(): void {
  // Nothing to remove.
}
