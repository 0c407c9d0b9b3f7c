import { exportMe as contract, type OutputOf } from '../../contract'
import { handle, written } from '../handle'
import { audit } from './audit'
import { communityOf } from './community'
import { accountParts } from './export-account'
import { doneParts } from './export-done'

type Parts = OutputOf<typeof contract>['parts']

/**
 * Everything that is kept about the caller, in plain form. Some thirty bounded reads; written: a line of the audit log.
 * A resend works it out again, so that it does not lie about with the resend record.
 */
export const exportMe = handle(contract, async (_, context) => {
  const parts: Parts = [...(await accountParts(context)), ...(await doneParts(context))]
  return written({ madeAt: context.now, parts }, [
    audit(context, { verb: 'me.export', communityId: await communityOf(context), subject: null }),
  ])
})
