import { denialOf } from '@cchc/hub/access/narrow'
import type { WhyNot } from '@cchc/pages'
import type { Context } from 'hono'
import type { FindCaller } from '../access/find-callers.ts'
import { addressOf } from '../limits/address.ts'
import { pageKey } from './page-key.ts'
import { problemOf } from './problem-of.ts'

interface Looking {
  readonly find: FindCaller
  readonly behindProxy: boolean | undefined
}

/** Says of whoever looks what they may not do, by the rules by which the routes refuse it. */
export function whyNotInside(context: Context, { find, behindProxy }: Looking): WhyNot {
  return async (exchange) => {
    try {
      const address = addressOf(context, { behindProxy })
      const { value: caller } = await find(pageKey(context) ?? '', address)
      const denial = denialOf(caller, exchange)
      return denial && (await problemOf(context, denial)).detail
    } catch (thrown) {
      return (await problemOf(context, thrown)).detail
    }
  }
}
