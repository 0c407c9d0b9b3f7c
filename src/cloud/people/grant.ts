import { grantConsent as contract, refuse } from '../../contract'
import { agrees, granted, noticeVersion, purposes as allPurposes, type Consent } from '../../domain/people/consent'
import { handle, written } from '../handle'
import { sealedAt } from './ids'

const inForce = (consents: readonly Consent[]) => allPurposes.filter((purpose) => agrees(consents, [purpose]))

/**
 * Notes an agreement; with the first one begins what is kept about a person. Reads the erasures and the person; writes
 * the person, or nothing where all of it was agreed to before.
 */
export const grant = handle(
  contract,
  async ({ version, purposes, atLeast14 }, { person, openid, now, store, keys }) => {
    if (!atLeast14) return refuse('consent.too-young')
    if (version !== noticeVersion) return refuse('consent.outdated')
    if (await store.erasures.find(person)) return refuse('consent.erasing')
    const before = await store.people.find(person)
    const consents = granted(before?.consents ?? [], purposes, now)
    const agreed = inForce(consents)
    // The others rest on the account: without it nothing is kept, and nothing is agreed to.
    if (!agreed.includes('account')) return written({ version, purposes: [] }, [])
    if (before && inForce(before.consents).length === agreed.length) return written({ version, purposes: agreed }, [])
    const row = before
      ? store.people.replacing({ ...before, consents })
      : store.people.inserting({
          _id: person,
          openid: keys.seal(openid, sealedAt('people', 'openid', person)),
          name: null,
          phone: null,
          phoneLookup: null,
          phoneFrom: null,
          phoneAt: null,
          consents,
          since: now,
          keyId: keys.currentKey,
        })
    return written({ version, purposes: agreed }, [row])
  },
)
