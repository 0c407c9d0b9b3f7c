/** Where `Date` is found: the global object of a thread or a page. */
interface Realm {
  Date: DateConstructor
}

/**
 * Moves a realm's clock: from now on `Date.now()`, `new Date()` and `Date()` are ahead by `offset()` ms. Dates made
 * from a value, their methods, `instanceof` and subclasses stay what they were; `performance.now()` goes on as before,
 * since a duration has nothing to do with the hour. Not moved: formatters of `Intl` that are asked for the present
 * without a date.
 */
export function moveDate(realm: Realm, offset: () => number): void {
  const Real = realm.Date
  const realNow = Real.now.bind(Real)
  const now = () => realNow() + offset()
  const Moved = new Proxy(Real, {
    // A subclass comes here by super(), with itself as the maker.
    construct: (target, values: unknown[], maker) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, maker) as object,
    apply: () => new Real(now()).toString(),
  })
  Object.defineProperty(Real, 'now', { value: now, writable: true, configurable: true })
  // So that `date.constructor === Date` still holds.
  Object.defineProperty(Real.prototype, 'constructor', { value: Moved, writable: true, configurable: true })
  realm.Date = Moved
}
